import { functions } from '#features/complaints/contract.ts'
import type { Measure } from '#features/complaints/measures/contract.ts'
import { measuresMessages } from '#features/complaints/measures/messages.ts'
import { complaintsMessages } from '#features/complaints/messages.ts'
import { Checkbox } from '#kit/Checkbox.tsx'
import { Choices } from '#kit/Choices.tsx'
import { useMessages } from '#kit/language.tsx'
import { LineForm } from '#kit/LineForm.tsx'
import { useNow } from '#kit/now.ts'
import { Select } from '#kit/Select.tsx'
import { TextField } from '#kit/TextField.tsx'
import { dayKey } from '#kit/time.ts'
import { useMeasureForm } from './useMeasureForm.ts'

type Form = ReturnType<typeof useMeasureForm>

/** A measure in words for the customer, with who sees to it and from when to when. */
export function MeasureForm(props: {
  complaintId: string
  head: number
  measure?: Measure
  onDone: () => void
}) {
  const { words } = useMessages(measuresMessages)
  const today = dayKey(useNow())
  const form = useMeasureForm({ ...props, today })
  const { typed, change } = form
  return (
    <LineForm
      label={words.text}
      hint={words.textForm}
      placeholder={words.textHint}
      value={typed.words}
      onChange={(text) => change({ words: text })}
      onSave={() => void form.save()}
      saveLabel={words.save}
      isDisabled={form.isUnfinished}
      isSaving={form.isSaving}
      refusal={form.refusal}
      isRequired
      autoFocus
    >
      {form.asksWhetherSame ? <SameOrNot form={form} /> : null}
      <Responsible form={form} />
      <div className="grid grid-cols-2 gap-2">
        <TextField
          label={words.fromOn}
          type="date"
          value={typed.fromOn}
          onChange={(fromOn) => change({ fromOn })}
        />
        <TextField
          label={words.dueOn}
          type="date"
          value={typed.dueOn}
          onChange={(dueOn) => change({ dueOn })}
        />
      </div>
      {typed.fromOn > today || typed.dueOn > today ? (
        <p className="text-xs text-sub">{words.noPromise}</p>
      ) : null}
      {props.measure ? null : <Decided form={form} />}
    </LineForm>
  )
}

function SameOrNot({ form: { typed, change } }: { form: Form }) {
  const { words } = useMessages(measuresMessages)
  return (
    <div className="flex flex-col">
      <Checkbox isChosen={typed.isRewording} onChange={(isRewording) => change({ isRewording })}>
        {words.isRewording}
      </Checkbox>
      <p className="text-xs text-sub">{typed.isRewording ? words.toLookAt : words.willFall}</p>
    </div>
  )
}

function Responsible({ form: { typed, change } }: { form: Form }) {
  const { words } = useMessages(measuresMessages)
  const { words: shared } = useMessages(complaintsMessages)
  return (
    <div className="grid grid-cols-2 gap-2">
      <Select
        label={words.answering}
        choices={functions.map((id) => ({ id, name: shared.functions[id] }))}
        value={typed.answeringFunction}
        onChange={(answeringFunction) => change({ answeringFunction })}
      />
      <TextField
        label={words.owner}
        value={typed.ownerName}
        onChange={(ownerName) => change({ ownerName })}
      />
    </div>
  )
}

/** Decided already, or still considered: asked when it is written down. */
function Decided({ form: { typed, change } }: { form: Form }) {
  const { words } = useMessages(measuresMessages)
  const { considered, decided } = words.states
  return (
    <>
      <Choices
        label={words.stands}
        choices={[
          { id: 'considered', name: considered },
          { id: 'decided', name: decided },
        ]}
        value={typed.isDecided ? 'decided' : 'considered'}
        onChange={(state) => change({ isDecided: state === 'decided' })}
        size="small"
      />
      {typed.isDecided ? (
        <div className="grid grid-cols-2 gap-2">
          <TextField
            label={words.decidedBy}
            placeholder={words.decidedByHint}
            value={typed.decidedBy}
            onChange={(decidedBy) => change({ decidedBy })}
            isRequired
          />
          <TextField
            label={words.on}
            type="date"
            value={typed.decidedOn}
            onChange={(decidedOn) => change({ decidedOn })}
            isRequired
          />
        </div>
      ) : null}
    </>
  )
}
