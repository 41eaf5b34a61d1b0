import { CalendarClock } from 'lucide-react'
import { useState } from 'react'
import { outcomes, readComplaint } from '#features/complaints/contract.ts'
import { closeComplaint, reopenComplaint } from '#features/complaints/handling/contract.ts'
import { complaintsMessages } from '#features/complaints/messages.ts'
import { recordMessages } from '#features/complaints/record/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { Choices } from '#kit/Choices.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useTextDraft } from '#kit/draft.ts'
import { useMessages } from '#kit/language.tsx'
import { useSeen } from '#kit/seen.ts'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { showToast } from '#kit/toasts.ts'
import { SafetyForm } from './parts/SafetyForm.tsx'

type Outcome = (typeof outcomes)[number]

/** G8: the end of a complaint has the customer's agreement in words, or the reason why there is none. */
export function ClosingDialog(props: {
  complaintId: string
  /** What was agreed, from the room that keeps it. */
  agreed: string | null
  onClose: () => void
  onClosed?: () => void
  onShowPromises: () => void
}) {
  const { closing } = useMessages(recordMessages).words
  const { words: shared } = useMessages(complaintsMessages)
  const { complaintId } = props
  const params = { complaintId }
  const complaint = useAnswer(readComplaint, { params })
  const seen = useSeen(complaint.state === 'ready' ? complaint.value.head : undefined)
  const [outcome, setOutcome] = useState<Outcome>('resolved')
  const agreement = useTextDraft(`${complaintId}/closing/agreement`)
  const reason = useTextDraft(`${complaintId}/closing/reason`)
  const command = useCommand(closeComplaint)
  const reopen = useCommand(reopenComplaint)
  const agreed = agreement.keptAt === null ? (props.agreed ?? '') : agreement.value
  const isAgreed = outcome === 'resolved' || outcome === 'partly-resolved'
  const written = isAgreed ? agreement : reason
  const asked = isAgreed
    ? { label: closing.agreement, hint: closing.agreementHint, value: agreed }
    : { label: closing.reason, hint: closing.reasonHint, value: reason.value }

  async function close() {
    const answered = await command.send({
      params,
      body: {
        outcome,
        ...(isAgreed && agreed.trim() ? { agreementWords: agreed.trim() } : {}),
        ...(!isAgreed && reason.value.trim() ? { reason: reason.value.trim() } : {}),
        ...seen.basedOn(),
      },
    })
    seen.settle(answered)
    if (!answered.ok) return
    agreement.clear()
    reason.clear()
    showToast({ text: closing.closed, tone: 'done', undo: () => void takeBack() })
    props.onClose()
    props.onClosed?.()
  }
  async function takeBack() {
    const answered = await reopen.send({ params, body: { reason: closing.undo } })
    showToast(
      answered.ok
        ? { text: closing.reopened }
        : { text: answered.refusal.sentence, tone: 'trouble' },
    )
  }

  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={closing.title}
      keepsOpen={agreement.value !== '' || reason.value !== ''}
      actions={
        <SendButtons
          label={closing.close}
          onSend={() => void close()}
          onClose={props.onClose}
          isBusy={command.isSending}
        />
      }
    >
      <div className="flex flex-col gap-4">
        <p className="text-sm text-sub">{closing.lead}</p>
        <Choices
          label={closing.outcome}
          choices={outcomes.map((id) => ({ id, name: shared.outcomes[id] }))}
          value={outcome}
          onChange={setOutcome}
        />
        <TextArea
          {...asked}
          onChange={(text) => {
            seen.touch()
            written.change(text)
          }}
          isRequired
        />
        <Refusal refusal={command.refusal} />
        <WayOn
          code={command.refusal?.code}
          complaintId={complaintId}
          onShowPromises={props.onShowPromises}
          onDone={command.forget}
        />
      </div>
    </Dialog>
  )
}

/** Below a refusal, what can be done about it right here. */
function WayOn(props: {
  code: string | undefined
  complaintId: string
  onShowPromises: () => void
  onDone: () => void
}) {
  const { words } = useMessages(recordMessages)
  if (props.code === 'complaints.promises-open')
    return (
      <Button
        kind="promise"
        icon={<CalendarClock aria-hidden size={16} />}
        onPress={props.onShowPromises}
      >
        {words.closing.toPromises}
      </Button>
    )
  if (props.code === 'complaints.safety-unchecked')
    return (
      <SafetyForm complaintId={props.complaintId} label={words.safety.ask} onDone={props.onDone} />
    )
  return null
}
