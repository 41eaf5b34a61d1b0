import { useState } from 'react'
import { renegotiateCommitment, type Commitment } from '#features/commitments/contract.ts'
import { commitmentsMessages } from '#features/commitments/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { TextField } from '#kit/TextField.tsx'
import { Due } from '#kit/Time.tsx'
import { dayAndTime } from '#kit/time.ts'
import { showToast } from '#kit/toasts.ts'
import { DueField, noDue, readDue, type DueDraft } from './DueField.tsx'

type Draft = DueDraft & {
  readonly reason: string
  readonly alternative: string
  readonly toldBy: string
}

const noWords = { reason: '', alternative: '', toldBy: '' }

/** Never silently: reason, alternative and who told the customer are asked for before the date moves. */
export function RenegotiateDialog(props: {
  commitment: Commitment
  /** A date that was worked out before. */
  proposed: { readonly on: string; readonly at: string } | null
  onClose: () => void
}) {
  const { words } = useMessages(commitmentsMessages)
  const language = useLanguage()
  const now = useNow()
  const [draft, setDraft] = useState<Draft>({ ...noDue, ...props.proposed, ...noWords })
  const command = useCommand(renegotiateCommitment)
  const due = readDue(draft)
  const texts = [draft.reason, draft.alternative, draft.toldBy]
  const isComplete = due !== null && texts.every((text) => text.trim() !== '')
  const change = (name: keyof Draft) => (value: string) => setDraft({ ...draft, [name]: value })

  async function send() {
    if (!due || !isComplete) return
    const { reason, alternative, toldBy } = draft
    const answered = await command.send({
      params: { commitmentId: props.commitment.id },
      body: { due, reason, alternative, toldBy },
    })
    if (!answered.ok) return
    props.onClose()
    const at = answered.value.commitment.dueAt
    showToast({ text: words.moved({ due: dayAndTime(at, now, language) }), tone: 'done' })
  }

  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={words.renegotiateTitle}
      keepsOpen={texts.some((text) => text !== '')}
      actions={
        <SendButtons
          label={words.renegotiateTitle}
          onSend={() => void send()}
          onClose={props.onClose}
          isBusy={command.isSending}
          isDisabled={!isComplete}
        />
      }
    >
      <div className="flex flex-col gap-4">
        <div className="flex flex-col border-s-4 border-purple bg-purple-bg px-3 py-2">
          {props.commitment.words}
          <Due at={props.commitment.dueAt} withDate />
        </div>
        <p className="text-sm text-sub">{words.renegotiateLead}</p>
        <DueField draft={draft} onChange={(changes) => setDraft({ ...draft, ...changes })} />
        <TextArea
          label={words.reason}
          hint={words.reasonHint}
          value={draft.reason}
          onChange={change('reason')}
          rows={2}
          isRequired
        />
        <TextArea
          label={words.alternative}
          hint={words.alternativeHint}
          value={draft.alternative}
          onChange={change('alternative')}
          rows={2}
          isRequired
        />
        <TextField
          label={words.toldBy}
          hint={words.toldByHint}
          value={draft.toldBy}
          onChange={change('toldBy')}
          isRequired
        />
        <Refusal refusal={command.refusal} />
      </div>
    </Dialog>
  )
}
