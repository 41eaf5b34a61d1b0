import { Check, Copy, Stamp } from 'lucide-react'
import { useState } from 'react'
import {
  listComplaintApprovals,
  withdrawApproval,
  type Approval,
} from '#features/remedies/approvals/contract.ts'
import { queueMessages } from '#features/remedies/queue/messages.ts'
import { offerRemedy } from '#features/remedies/contract.ts'
import { Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { copy } from '#kit/clipboard.ts'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { LineForm } from '#kit/LineForm.tsx'
import { Due } from '#kit/Time.tsx'
import { showToast } from '#kit/toasts.ts'
import { Unfold } from '#kit/Unfold.tsx'

const tones = {
  asked: 'blue',
  granted: 'green',
  used: 'green',
  refused: 'orange',
  expired: 'orange',
  withdrawn: 'gray',
} as const

/** What was asked for this complaint and how it was decided, live; what is granted is offered from here. */
export default function InCase(props: { complaintId: string; isSettled: boolean }) {
  const { words } = useMessages(queueMessages)
  const asked = useAnswer(listComplaintApprovals, { params: { complaintId: props.complaintId } })
  const approvals = asked.state === 'ready' ? asked.value.approvals : []
  const shown = approvals.filter(({ state }) => state !== 'withdrawn' && state !== 'used')
  if (shown.length === 0 || props.isSettled) return null
  return (
    <ul aria-label={words.inCase.title} className="flex flex-col gap-2">
      {shown.map((approval) => (
        <li key={approval.id} className="card flex flex-col gap-2 p-3">
          <p className="flex flex-wrap items-center gap-2">
            <Stamp aria-hidden size={16} className="shrink-0 text-sub" />
            <span className="flex-1 font-semibold">
              {approval.label}
              {approval.amountYen === null ? '' : `　${words.yen({ amount: approval.amountYen })}`}
            </span>
            <Badge tone={tones[approval.state]}>{words.states[approval.state]}</Badge>
          </p>
          <Told approval={approval} />
        </li>
      ))}
    </ul>
  )
}

function Told({ approval }: { approval: Approval }) {
  const { words } = useMessages(queueMessages)
  if (approval.state === 'asked') return <Waiting approval={approval} />
  if (approval.state === 'granted') return <Granted approval={approval} />
  if (approval.state === 'expired') return <p className="text-sm">{words.inCase.expired}</p>
  return (
    <div className="flex flex-wrap items-start gap-2">
      <p className="flex-1 rounded-lg bg-accent-bg px-3 py-1.5">「{approval.words}」</p>
      <Button
        size="small"
        icon={<Copy aria-hidden size={14} />}
        onPress={() =>
          void copy(approval.words ?? '').then(
            (isCopied) => isCopied && showToast({ text: words.inCase.copied }),
          )
        }
      >
        {words.inCase.copy}
      </Button>
    </div>
  )
}

function Waiting({ approval }: { approval: Approval }) {
  const { words } = useMessages(queueMessages)
  const { deciders } = approval
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 text-sm text-sub">
        <span>
          {deciders.length > 0 ? words.who({ names: deciders.join('、') }) : words.nobody}
        </span>
        <Due at={approval.expiresAt} withDate />
      </p>
      {approval.hindrance === 'own' ? (
        <Unfold title={words.inCase.withdraw}>
          {(fold) => <Withdrawing approvalId={approval.id} onDone={fold} />}
        </Unfold>
      ) : null}
    </>
  )
}

function Withdrawing(props: { approvalId: string; onDone: () => void }) {
  const { inCase } = useMessages(queueMessages).words
  const [reason, setReason] = useState('')
  const command = useCommand(withdrawApproval)

  async function withdraw() {
    const params = { approvalId: props.approvalId }
    const answered = await command.send({ params, body: { reason: reason.trim() } })
    if (answered.ok) props.onDone()
  }

  return (
    <LineForm
      label={inCase.withdrawReason}
      value={reason}
      onChange={setReason}
      onSave={() => void withdraw()}
      saveLabel={inCase.withdraw}
      isSaving={command.isSending}
      refusal={command.refusal}
      autoFocus
    />
  )
}

function Granted({ approval }: { approval: Approval }) {
  const { words } = useMessages(queueMessages)
  const command = useCommand(offerRemedy)
  const { id: approvalId, complaintId, ruleId, amountYen } = approval

  async function offer() {
    await command.send({
      params: { complaintId },
      body: {
        ruleId: ruleId ?? approvalId,
        approvalId,
        ...(amountYen === null ? {} : { amountYen }),
      },
    })
  }

  return (
    <>
      {approval.condition ? (
        <p className="text-sm font-semibold">
          {words.inCase.condition({ words: approval.condition })}
        </p>
      ) : null}
      {approval.what === 'remedy' ? (
        <div className="flex items-start gap-2">
          <p className="flex-1 rounded-lg bg-accent-bg px-3 py-1.5">{approval.say}</p>
          <Button
            size="small"
            kind="primary"
            icon={<Check aria-hidden size={15} />}
            label={words.inCase.offerNamed({ label: approval.label })}
            isBusy={command.isSending}
            onPress={() => void offer()}
          >
            {words.inCase.offer}
          </Button>
        </div>
      ) : null}
      <Refusal refusal={command.refusal} />
    </>
  )
}
