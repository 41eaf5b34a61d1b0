import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { Checkbox } from '#kit/Checkbox.tsx'
import { useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { TextField } from '#kit/TextField.tsx'
import { dayKey } from '#kit/time.ts'
import { readGrounds, type Reason } from '../../contract.ts'
import { planningMessages } from '../../../planning/messages.ts'

type Props = {
  readonly complaintId: string
  readonly reasons: readonly Reason[]
  readonly onChange: (reasons: Reason[]) => void
}

const same = (one: Reason, other: Reason) =>
  one.sequence === other.sequence && one.on === other.on && one.words === other.words

/** Why: out of the record, or in words of one's own; each with its day. */
export function ReasonFields({ complaintId, reasons, onChange }: Props) {
  const { words } = useMessages(planningMessages)
  const answer = useAnswer(readGrounds, { params: { complaintId } })
  const grounds = answer.state === 'ready' ? answer.value.grounds : []
  const offered: readonly Reason[] = grounds.map(({ sequence, on, words: said }) => ({
    sequence,
    on,
    words: said,
  }))
  const own = reasons.filter((each) => !offered.some((other) => same(each, other)))
  const without = (gone: Reason) => reasons.filter((each) => !same(each, gone))
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="text-sm font-medium">{words.reasons}</legend>
      <p className="text-xs text-sub">{words.reasonsHint}</p>
      <ul className="flex flex-col empty:hidden">
        {[...offered, ...own].map((each) => {
          const kind = grounds.find(({ sequence }) => sequence === each.sequence)?.kind
          return (
            <li key={`${String(each.sequence)} ${each.on} ${each.words}`}>
              <Checkbox
                isChosen={reasons.some((other) => same(each, other))}
                onChange={(isChosen) => onChange(isChosen ? [...reasons, each] : without(each))}
              >
                <span data-figures className="me-2 font-semibold">
                  {each.on}
                </span>
                {kind ? `${words.groundKinds[kind]}：` : ''}
                {each.words}
              </Checkbox>
            </li>
          )
        })}
      </ul>
      <OwnReason onAdd={(each) => onChange([...reasons, each])} />
    </fieldset>
  )
}

function OwnReason({ onAdd }: { onAdd: (reason: Reason) => void }) {
  const { words } = useMessages(planningMessages)
  const today = dayKey(useNow())
  const [on, setOn] = useState(today)
  const [said, setSaid] = useState('')
  function add() {
    onAdd({ sequence: null, on, words: said.trim() })
    setSaid('')
  }
  return (
    <div className="grid items-end gap-2 sm:grid-cols-[10rem_minmax(0,1fr)_auto]">
      <TextField label={words.reasonDay} type="date" value={on} onChange={setOn} />
      <TextField label={words.reasonWords} value={said} onChange={setSaid} maxLength={500} />
      <Button
        icon={<Plus aria-hidden size={16} />}
        isDisabled={said.trim() === '' || on === '' || on > today}
        onPress={add}
      >
        {words.addReason}
      </Button>
    </div>
  )
}
