import { Banknote, Siren } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { Select } from '#kit/Select.tsx'
import { boardMessages } from '../../board/messages.ts'
import type { BoardCall } from '../../contract.ts'
import { signsOn, withSign, type Sign } from '../../rules.ts'

const icons = { critical: Siren, money: Banknote } as const

/** Among many calls: those that glow with one press, those with one cue from the list. */
export function SignFilter(props: {
  calls: readonly BoardCall[]
  sign: Sign
  onChange: (sign: Sign) => void
  cueName: (code: string) => string
}) {
  const { calls, sign, onChange } = props
  const { board: words } = useMessages(boardMessages).words
  const counted = (each: Sign, name: string) =>
    words.counted({ name, count: withSign(calls, each).length })
  const { critical, money } = words.signs
  const names = new Map<Sign, string>([
    ['all', words.all],
    ['critical', critical],
    ['money', money],
  ])
  const nameOf = (each: Sign) => names.get(each) ?? props.cueName(each)
  const choices = signsOn(calls, sign).map((id) => ({ id, name: counted(id, nameOf(id)) }))
  return (
    <div className="flex flex-wrap items-end gap-2">
      <div className="w-64 max-w-full">
        <Select label={words.filter} choices={choices} value={sign} onChange={onChange} />
      </div>
      {(['critical', 'money'] as const).map((glow) => {
        const Icon = icons[glow]
        return withSign(calls, glow).length > 0 ? (
          <Button
            key={glow}
            isPressed={sign === glow}
            icon={<Icon aria-hidden size={16} />}
            onPress={() => onChange(sign === glow ? 'all' : glow)}
          >
            {counted(glow, words.signs[glow])}
          </Button>
        ) : null
      })}
    </div>
  )
}
