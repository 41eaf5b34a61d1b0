import { useState } from 'react'
import { listMembers } from '#features/access/contract.ts'
import { Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useDraft } from '#kit/draft.ts'
import { browserIds } from '#kit/ids.ts'
import { useMessages } from '#kit/language.tsx'
import { SendButtons } from '#kit/SendButtons.tsx'
import { useSettled } from '#kit/settled.ts'
import { showToast } from '#kit/toasts.ts'
import { visitBoardMessages } from '../../board/messages.ts'
import { judgeVisit, plan as planSchema, planVisit, type Plan } from '../../planning/contract.ts'
import { PlanPeople, PlanPlace, PlanSafety, PlanWhy } from './PlanFields.tsx'
import { RiskBadge, WhatLacks } from './Risk.tsx'

type Props = {
  /** Null: a new one. */
  visitId: string | null
  complaintId: string | null
  isDrill: boolean
  start: Plan
  onClose: () => void
}

/** Everything nobody leaves without, beside the risk and what is missing as it is typed. A plan with gaps is kept, too. */
export default function PlanForm(props: Props) {
  const { words } = useMessages(visitBoardMessages)
  const form = usePlan(props)
  const members = useAnswer(listMembers, {})
  const people = members.state === 'ready' ? members.value.members : []
  const fields = { plan: form.plan, change: form.change }
  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={props.isDrill ? words.drillTitle : words.planTitle}
      width="wide"
      keepsOpen
      actions={
        <SendButtons
          label={words.save}
          onSend={() => void form.save()}
          onClose={props.onClose}
          isBusy={form.isSaving}
        />
      }
    >
      {props.isDrill ? <p className="mb-3 text-sm text-purple">{words.drillLead}</p> : null}
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="flex min-w-0 flex-col gap-5">
          <PlanWhy {...fields} />
          <PlanPeople {...fields} members={people} />
          <PlanPlace {...fields} />
          <PlanSafety {...fields} />
        </div>
        <Judged complaintId={props.complaintId} plan={form.plan} />
      </div>
      <Refusal refusal={form.refusal} />
    </Dialog>
  )
}

function Judged({ complaintId, plan }: { complaintId: string | null; plan: Plan }) {
  const { words } = useMessages(visitBoardMessages)
  const settled: unknown = JSON.parse(useSettled(JSON.stringify(plan)))
  const read = planSchema.safeParse(settled)
  const body = { complaintId, plan: read.success ? read.data : plan }
  const answer = useAnswer(judgeVisit, { body }, { keepPrevious: true })
  if (answer.state !== 'ready') return <div />
  return (
    <aside
      aria-label={words.riskWhy}
      className="flex flex-col gap-3 self-start rounded-xl bg-gray-bg p-3.5 lg:sticky lg:top-0"
    >
      <p>
        <RiskBadge risk={answer.value.risk} />
      </p>
      {answer.value.risk.reasons.length === 0 ? (
        <p className="text-sm text-sub">{words.noReason}</p>
      ) : null}
      <div role="status">
        <WhatLacks judged={answer.value} />
      </div>
    </aside>
  )
}

function usePlan({ visitId: given, complaintId, isDrill, start, onClose }: Props) {
  const { words } = useMessages(visitBoardMessages)
  const [visitId] = useState(() => given ?? browserIds.next())
  const key = `visit-plan/${given ?? complaintId ?? 'drill'}`
  const draft = useDraft<Plan>(key, start, (kept) => {
    const read = planSchema.safeParse(kept)
    return read.success ? read.data : null
  })
  const command = useCommand(planVisit)
  async function save() {
    const body = { complaintId, isDrill, plan: draft.value }
    const answered = await command.send({ params: { visitId }, body })
    if (!answered.ok) return
    draft.clear()
    showToast({ text: words.saved, tone: 'done' })
    onClose()
  }
  return {
    plan: draft.value,
    change: (part: Partial<Plan>) => draft.change({ ...draft.value, ...part }),
    save,
    isSaving: command.isSending,
    refusal: command.refusal,
  }
}
