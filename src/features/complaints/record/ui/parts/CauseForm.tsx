import { useState } from 'react'
import { causes, functions, readComplaint } from '#features/complaints/contract.ts'
import { findCause } from '#features/complaints/handling/contract.ts'
import { complaintsMessages } from '#features/complaints/messages.ts'
import { recordMessages } from '#features/complaints/record/messages.ts'
import { useAnswer } from '#kit/answers.ts'
import { useCommand } from '#kit/commands.ts'
import { useTextDraft } from '#kit/draft.ts'
import { useMessages } from '#kit/language.tsx'
import { LineForm } from '#kit/LineForm.tsx'
import { useSeen } from '#kit/seen.ts'
import { Select } from '#kit/Select.tsx'

type Cause = (typeof causes)[number]
type Answering = (typeof functions)[number]

/** The cause and which function of the company answers for it; never a person. */
export function CauseForm(props: { complaintId: string; onDone?: () => void }) {
  const { words } = useMessages(recordMessages)
  const { words: shared } = useMessages(complaintsMessages)
  const { complaintId } = props
  const complaint = useAnswer(readComplaint, { params: { complaintId } })
  const seen = useSeen(complaint.state === 'ready' ? complaint.value.head : undefined)
  const command = useCommand(findCause)
  const draft = useTextDraft(`${complaintId}/cause`)
  const [cause, setCause] = useState<Cause>('defect')
  const [answering, setAnswering] = useState<Answering>('product')

  async function save() {
    const body = { cause, detail: draft.value.trim(), answeringFunction: answering }
    const answered = await command.send({
      params: { complaintId },
      body: { ...body, ...seen.basedOn() },
    })
    seen.settle(answered)
    if (!answered.ok) return
    draft.clear()
    props.onDone?.()
  }

  return (
    <LineForm
      label={words.cause.detail}
      placeholder={words.cause.detailHint}
      value={draft.value}
      onChange={(text) => {
        seen.touch()
        draft.change(text)
      }}
      onSave={() => void save()}
      saveLabel={words.save}
      isSaving={command.isSending}
      refusal={command.refusal}
    >
      <div className="grid grid-cols-2 gap-2">
        <Select
          label={words.cause.kind}
          choices={causes.map((id) => ({ id, name: shared.causes[id] }))}
          value={cause}
          onChange={setCause}
        />
        <Select
          label={words.cause.answering}
          choices={functions.map((id) => ({ id, name: shared.functions[id] }))}
          value={answering}
          onChange={setAnswering}
        />
      </div>
    </LineForm>
  )
}
