import { Plus, X } from 'lucide-react'
import type { FollowThrough } from '#features/remedies/contract.ts'
import { choosingMessages } from '#features/remedies/choosing/messages.ts'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { TextField } from '#kit/TextField.tsx'

/** What we do next because it was agreed, with a day: each becomes a promise in the ledger. */
export default function FollowThroughFields(props: {
  /** What was accepted: the first line starts from it. */
  labels: readonly string[]
  value: readonly FollowThrough[]
  onChange: (value: readonly FollowThrough[]) => void
}) {
  const { words } = useMessages(choosingMessages)
  const { value, onChange, labels } = props
  const change = (at: number, part: Partial<FollowThrough>) =>
    onChange(value.map((each, place) => (place === at ? { ...each, ...part } : each)))
  const start = labels[value.length]
  const add = () =>
    onChange([...value, { words: start ? words.thenStart({ label: start }) : '', on: '' }])
  return (
    <div className="flex flex-col gap-2">
      {value.map((each, at) => (
        <div key={at} className="flex flex-wrap items-end gap-2">
          <div className="min-w-40 flex-1">
            <TextField
              label={words.followUp}
              value={each.words}
              onChange={(text) => change(at, { words: text })}
              maxLength={500}
            />
          </div>
          <TextField
            label={words.thenOn}
            type="date"
            value={each.on}
            onChange={(on) => change(at, { on })}
          />
          <Button
            kind="quiet"
            label={words.thenRemove({ what: each.words })}
            icon={<X aria-hidden size={16} />}
            onPress={() => onChange(value.filter((_, place) => place !== at))}
          />
        </div>
      ))}
      <Button
        kind="promise"
        size="small"
        className="self-start"
        icon={<Plus aria-hidden size={14} />}
        onPress={add}
      >
        {words.thenAdd}
      </Button>
    </div>
  )
}
