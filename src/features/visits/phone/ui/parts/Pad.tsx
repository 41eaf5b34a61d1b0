import { Delete } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { phoneMessages } from '../../messages.ts'

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const
const [least, most] = [4, 8]
const key = 'min-h-16! rounded-xl! text-2xl!'

/** Keys of the page itself: no keyboard of the phone that might remember what was typed. */
export function Pad(props: {
  isWrong: boolean
  onPin: (pin: string) => void
  onCancel: () => void
}) {
  const { words } = useMessages(phoneMessages)
  const [typed, setTyped] = useState('')
  const add = (digit: string) => setTyped((before) => (before + digit).slice(0, most))
  return (
    <div
      className="flex flex-1 flex-col justify-end gap-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]"
      onKeyDown={({ key }) => {
        if (/^\d$/.test(key)) add(key)
        if (key === 'Backspace') setTyped((before) => before.slice(0, -1))
      }}
    >
      <p role={props.isWrong ? 'alert' : undefined} className="text-lg">
        {props.isWrong && typed === '' ? words.padWrong : words.padLead}
      </p>
      <p aria-live="polite" className="flex min-h-12 items-center justify-center gap-3">
        <span className="sr-only">{words.typed({ count: typed.length })}</span>
        {[...typed].map((_, place) => (
          <span aria-hidden key={place} className="size-4 rounded-full bg-ink" />
        ))}
      </p>
      <div className="grid grid-cols-3 gap-2">
        {digits.map((digit) => (
          <Button key={digit} className={key} onPress={() => add(digit)}>
            {digit}
          </Button>
        ))}
        <Button
          className={key}
          label={words.erase}
          icon={<Delete aria-hidden size={24} />}
          onPress={() => setTyped((before) => before.slice(0, -1))}
        />
        <Button className={key} onPress={() => add('0')}>
          0
        </Button>
        <Button
          kind="primary"
          className={`${key} text-lg!`}
          isDisabled={typed.length < least}
          onPress={() => {
            setTyped('')
            props.onPin(typed)
          }}
        >
          {words.decide}
        </Button>
      </div>
      {props.isWrong ? null : (
        <Button className="min-h-16! rounded-xl! text-lg!" kind="quiet" onPress={props.onCancel}>
          {words.cancel}
        </Button>
      )}
    </div>
  )
}
