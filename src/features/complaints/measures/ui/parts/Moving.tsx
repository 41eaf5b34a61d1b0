import { useState } from 'react'
import {
  measureStates,
  moveMeasure,
  rankOf,
  type MeasureState,
} from '#features/complaints/measures/contract.ts'
import { measuresMessages } from '#features/complaints/measures/messages.ts'
import { whyNotMoved } from '#features/complaints/measures/rules.ts'
import { Choices } from '#kit/Choices.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { LineForm } from '#kit/LineForm.tsx'
import { useNow } from '#kit/now.ts'
import { useSeen } from '#kit/seen.ts'
import { TextField } from '#kit/TextField.tsx'
import { dayKey } from '#kit/time.ts'
import type { OfMeasure } from './MeasurePin.tsx'

/** How far it has come: who says so, on which day, and what has to be said with it. */
export function Moving({ complaintId, head, measure, onDone }: OfMeasure & { onDone: () => void }) {
  const { words } = useMessages(measuresMessages)
  const today = dayKey(useNow())
  const possible = measureStates.filter(
    (state) => whyNotMoved(measure, { state, on: today, words: '…' }, today) === null,
  )
  const ahead = possible.find((state) => rankOf(state) > rankOf(measure.state))
  const [to, setTo] = useState<MeasureState>(ahead ?? possible[0] ?? 'considered')
  const [by, setBy] = useState('')
  const [on, setOn] = useState(today)
  const [said, setSaid] = useState('')
  const seen = useSeen(head)
  const command = useCommand(moveMeasure)
  const isBack = rankOf(to) < rankOf(measure.state)
  const asksWords = isBack || to === 'effective'

  async function save() {
    const answered = await command.send({
      params: { complaintId, measureId: measure.id },
      body: { state: to, on, byName: by.trim(), words: said.trim(), ...seen.basedOn() },
    })
    seen.settle(answered)
    if (answered.ok) onDone()
  }
  function touched<T>(set: (value: T) => void) {
    return (value: T) => {
      seen.touch()
      set(value)
    }
  }

  return (
    <div className="flex flex-col gap-2">
      <Choices
        label={words.stands}
        choices={possible.map((id) => ({ id, name: words.states[id] }))}
        value={to}
        onChange={touched(setTo)}
        size="small"
      />
      {isBack ? <p className="text-xs text-sub">{words.toLookAt}</p> : null}
      <LineForm
        label={to === 'decided' && !isBack ? words.decidedBy : isBack ? words.backBy : words.saidBy}
        placeholder={words.decidedByHint}
        value={by}
        onChange={touched(setBy)}
        onSave={() => void save()}
        saveLabel={words.moveTo({ state: to })}
        isDisabled={on === '' || (asksWords && said.trim() === '')}
        isSaving={command.isSending}
        refusal={command.refusal}
        isRequired
        autoFocus
      >
        <TextField label={words.on} type="date" value={on} onChange={touched(setOn)} isRequired />
        <TextField
          label={isBack ? words.why : to === 'effective' ? words.how : words.note}
          placeholder={to === 'effective' && !isBack ? words.howHint : ''}
          value={said}
          onChange={touched(setSaid)}
          isRequired={asksWords}
        />
      </LineForm>
    </div>
  )
}
