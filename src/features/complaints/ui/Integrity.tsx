import { ShieldAlert, ShieldCheck, Stamp } from 'lucide-react'
import { useState } from 'react'
import { checkpointsMessages } from '#features/complaints/checkpoints/messages.ts'
import {
  listCheckpoints,
  seal as sealRecord,
  verifyRecord,
  type Checkpoint,
} from '#features/complaints/checkpoints/contract.ts'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { EmptyState } from '#kit/EmptyState.tsx'
import { useMessages } from '#kit/language.tsx'
import { Moment } from '#kit/Time.tsx'
import { showToast } from '#kit/toasts.ts'

/** Seal the record, look whether it is still what was written, and see the former seals. */
export function Integrity() {
  const { words } = useMessages(checkpointsMessages)
  const seals = useAnswer(listCheckpoints, {}, { live: true })
  const [verifies, setVerifies] = useState(false)
  const seal = useCommand(sealRecord)
  async function sealNow() {
    const answered = await seal.send({ body: {} })
    if (answered.ok)
      showToast({ text: words.sealed({ heads: answered.value.heads }), tone: 'done' })
  }
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm text-sub">{words.lead}</p>
      <div className="flex flex-wrap gap-2">
        <Button
          kind="primary"
          icon={<Stamp aria-hidden size={16} />}
          isBusy={seal.isSending}
          onPress={() => void sealNow()}
        >
          {words.seal}
        </Button>
        <Button icon={<ShieldCheck aria-hidden size={16} />} onPress={() => setVerifies(true)}>
          {words.verify}
        </Button>
      </div>
      <Refusal refusal={seal.refusal} />
      {verifies ? <Verdict /> : null}
      <Answering answer={seals}>
        {({ checkpoints }) =>
          checkpoints.length === 0 ? (
            <EmptyState icon={Stamp} title={words.none}>
              {words.noneDetail}
            </EmptyState>
          ) : (
            <Seals checkpoints={checkpoints} />
          )
        }
      </Answering>
    </div>
  )
}

function Verdict() {
  const { words } = useMessages(checkpointsMessages)
  const verdict = useAnswer(verifyRecord, {})
  return (
    <Answering answer={verdict} skeletonLines={1}>
      {({ entries, complaints, findings }) =>
        findings.length === 0 ? (
          <p
            role="status"
            className="flex items-center gap-3 rounded-lg bg-green-bg px-4 py-3 text-green"
          >
            <ShieldCheck aria-hidden size={20} className="shrink-0" />
            {words.intact({ entries, complaints })}
          </p>
        ) : (
          <div role="alert" className="rounded-lg bg-red-bg px-4 py-3 text-red">
            <p className="flex items-center gap-3 font-semibold">
              <ShieldAlert aria-hidden size={20} className="shrink-0" />
              {words.damaged({ count: findings.length })}
            </p>
            <ul className="mt-2 list-disc ps-8 text-sm">
              {findings.map((finding) => (
                <li key={`${finding.complaintId} ${finding.sequence} ${finding.kind}`}>
                  {words.place({
                    number: finding.number ?? finding.complaintId,
                    sequence: finding.sequence,
                  })}
                  　{finding.explanation}
                </li>
              ))}
            </ul>
          </div>
        )
      }
    </Answering>
  )
}

function Seals({ checkpoints }: { checkpoints: readonly Checkpoint[] }) {
  const { words } = useMessages(checkpointsMessages)
  return (
    <div className="card overflow-x-auto">
      <table className="w-full text-sm">
        <thead className="border-b border-line text-xs text-sub">
          <tr>
            {[words.at, words.heads, words.root].map((title) => (
              <th key={title} scope="col" className="px-4 py-2 text-start font-medium">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line-soft">
          {checkpoints.map((checkpoint) => (
            <tr key={checkpoint.id}>
              <td className="px-4 py-1.5 whitespace-nowrap">
                <Moment at={checkpoint.at} always="both" />
              </td>
              <td className="px-4 py-1.5">{checkpoint.heads.toLocaleString('ja')}</td>
              <td className="px-4 py-1.5 font-mono text-xs" title={checkpoint.root}>
                {checkpoint.root.slice(0, 24)}…
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
