import { Stamp } from 'lucide-react'
import { useState } from 'react'
import { leaders, readViewer } from '#features/access/contract.ts'
import type { GateFinding } from '#features/letters/gate/contract.ts'
import { letterWords } from '#features/letters/opening/messages.ts'
import {
  askApproval,
  listComplaintApprovals,
  openable,
  type Approval,
} from '#features/remedies/approvals/contract.ts'
import { useAnswer } from '#kit/answers.ts'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { LineForm } from '#kit/LineForm.tsx'

type Asking = {
  readonly complaintId: string
  readonly text: string
  readonly findings: readonly GateFinding[]
}

/** What only a leader may let leave is asked of one: for just this text, and once. */
export default function AskLeader({ complaintId, text, findings }: Asking) {
  const { words } = useMessages(letterWords)
  const viewer = useAnswer(readViewer, {})
  const asked = useAnswer(listComplaintApprovals, { params: { complaintId } })
  const [reason, setReason] = useState('')
  const command = useCommand(askApproval)
  const held = findings.filter(({ need }) => need === 'leader').map(({ rule }) => rule)
  const opens = openable.options.filter((each) => held.includes(each))
  const isLeader =
    viewer.state === 'ready' &&
    viewer.value.roles.some((role) => leaders.some((each) => each === role))
  if (isLeader || opens.length === 0 || asked.state !== 'ready') return null
  const before = asked.value.approvals.find((each) => each.text === text.trim())
  if (before && before.state !== 'withdrawn' && before.state !== 'expired')
    return <Before approval={before} />

  async function ask() {
    const body = { what: 'words' as const, text: text.trim(), opens, reason: reason.trim() }
    const answered = await command.send({ params: { complaintId }, body })
    if (answered.ok) setReason('')
  }

  return (
    <LineForm
      label={words.approval.reason}
      placeholder={words.approval.hint}
      value={reason}
      onChange={setReason}
      onSave={() => void ask()}
      saveLabel={words.approval.ask}
      isSaving={command.isSending}
      refusal={command.refusal}
    />
  )
}

function Before({ approval }: { approval: Approval }) {
  const { words } = useMessages(letterWords)
  return (
    <p role="status" className="flex items-start gap-2 rounded-lg bg-accent-bg px-3 py-2 text-sm">
      <Stamp aria-hidden size={16} className="mt-0.5 shrink-0" />
      {approval.state === 'refused'
        ? words.approval.refused({ words: approval.words ?? '' })
        : words.approval.waiting({ names: approval.deciders.join('、') })}
    </p>
  )
}
