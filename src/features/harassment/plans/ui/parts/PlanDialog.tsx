import { useState } from 'react'
import {
  changePlan,
  proposePlan,
  readPlanSettings,
  type Plan,
  type PlanSettings,
} from '../../contract.ts'
import { planningMessages } from '../../../planning/messages.ts'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { SendButtons } from '#kit/SendButtons.tsx'
import { dayKey } from '#kit/time.ts'
import { showToast } from '#kit/toasts.ts'
import { draftOf, emptyDraft, isUnfinished, termsOf } from './draft.ts'
import { PlanFields } from './PlanFields.tsx'

type Props = {
  /** The complaint it is made from. */
  readonly complaintId: string
  /** The one that changes or is prolonged; null: the first. */
  readonly plan: Plan | null
  readonly onClose: () => void
}

/** One person writes it; it holds when a second one has agreed. */
export function PlanDialog(props: Props) {
  const settings = useAnswer(readPlanSettings, {})
  return (
    <Answering answer={settings}>{(value) => <Writing {...props} settings={value} />}</Answering>
  )
}

const dayMs = 86_400_000

function Writing({ complaintId, plan, settings, onClose }: Props & { settings: PlanSettings }) {
  const { words } = useMessages(planningMessages)
  const now = useNow()
  const reviewOn = dayKey(now + settings.usualDays * dayMs)
  const [draft, setDraft] = useState(
    plan ? draftOf(plan.terms, reviewOn) : emptyDraft(settings, reviewOn),
  )
  const propose = useCommand(proposePlan)
  const change = useCommand(changePlan)
  async function send() {
    const terms = termsOf(draft)
    const answered = plan
      ? await change.send({
          params: { planId: plan.id },
          body: { terms, because: draft.because.trim() },
        })
      : await propose.send({ params: { complaintId }, body: { terms } })
    if (!answered.ok) return
    showToast({ text: words.proposed })
    onClose()
  }
  const lacksWhy = plan !== null && draft.because.trim() === ''
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={plan ? words.changeTitle : words.proposeTitle}
      keepsOpen
      width="wide"
      actions={
        <SendButtons
          label={words.propose}
          onSend={() => void send()}
          onClose={onClose}
          isBusy={propose.isSending || change.isSending}
          isDisabled={isUnfinished(draft) || lacksWhy}
        />
      }
    >
      <div className="flex flex-col gap-5">
        <p className="text-sm text-sub">{words.proposeLead}</p>
        <PlanFields
          complaintId={complaintId}
          isChange={plan !== null}
          draft={draft}
          change={(changed) => setDraft((before) => ({ ...before, ...changed }))}
        />
        <Refusal refusal={propose.refusal ?? change.refusal} />
      </div>
    </Dialog>
  )
}
