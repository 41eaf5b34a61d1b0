import { useState } from 'react'
import { clocksMessages } from '#features/assessment/clocks/messages.ts'
import { readAssessment } from '#features/assessment/contract.ts'
import { assessComplaint } from '#features/complaints/handling/contract.ts'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useTextDraft } from '#kit/draft.ts'
import { useMessages } from '#kit/language.tsx'
import { useSeen } from '#kit/seen.ts'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextField } from '#kit/TextField.tsx'
import { Axes } from './parts/Axes.tsx'
import { chosenFrom, wholeOf, type Chosen } from './parts/axes.ts'
import { Earlier } from './parts/Earlier.tsx'

/** The initial assessment: five answers and a reason, beside what the record speaks for. */
export default function AssessDialog(props: { complaintId: string; onClose: () => void }) {
  const { assessment } = useMessages(clocksMessages).words
  const { complaintId, onClose } = props
  const answer = useAnswer(readAssessment, { params: { complaintId } })
  const found = answer.state === 'ready' ? answer.value : null
  const [edited, setEdited] = useState<Chosen | null>(null)
  const immediate = useTextDraft(`${complaintId}/assess-immediate`)
  const reason = useTextDraft(`${complaintId}/assess`)
  const seen = useSeen(found?.head)
  const command = useCommand(assessComplaint)
  const chosen = edited ?? chosenFrom(found?.current ?? null)
  const immediateWords = immediate.value || (found?.current?.immediateAction?.words ?? '')
  const whole = wholeOf(chosen, immediateWords, reason.value)

  async function record() {
    if (!whole) return
    const body = { ...whole, ...seen.basedOn() }
    const answered = await command.send({ params: { complaintId }, body })
    seen.settle(answered)
    if (!answered.ok) return
    for (const draft of [immediate, reason]) draft.clear()
    onClose()
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={assessment.title}
      width="wide"
      keepsOpen={edited !== null}
      actions={
        <SendButtons
          label={assessment.record}
          onSend={() => void record()}
          onClose={onClose}
          isBusy={command.isSending}
          isDisabled={whole === null}
        />
      }
    >
      <p className="mb-4 text-sm text-sub">{assessment.lead}</p>
      <Answering answer={answer}>
        {({ suggestion, current, history }) => (
          <div className="flex flex-col gap-5">
            <Axes
              suggestion={suggestion}
              chosen={chosen}
              onChange={(next) => {
                seen.touch()
                setEdited(next)
              }}
            />
            {chosen.isNeeded ? (
              <TextField
                label={assessment.immediateWords}
                hint={assessment.immediateHint}
                value={immediateWords}
                onChange={immediate.change}
                isRequired
              />
            ) : null}
            <TextField
              label={assessment.reason}
              value={reason.value}
              onChange={(text) => {
                seen.touch()
                reason.change(text)
              }}
              isRequired
            />
            {whole ? null : <p className="text-xs text-sub">{assessment.incomplete}</p>}
            <Refusal refusal={command.refusal} />
            <Earlier decisions={current ? [current, ...history] : []} />
          </div>
        )}
      </Answering>
    </Dialog>
  )
}
