import { CircleX } from 'lucide-react'
import { listComplaintCommitments } from '#features/commitments/contract.ts'
import { proposalsMessages } from '#features/commitments/proposals/messages.ts'
import { useAnswer } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { useMessages } from '#kit/language.tsx'
import { Due } from '#kit/Time.tsx'

/** What is promised by when, in one line; broken ones are not passed over. */
export function NextPromise({ complaintId }: { complaintId: string }) {
  const { words } = useMessages(proposalsMessages)
  const promises = useAnswer(listComplaintCommitments, { params: { complaintId } })
  if (promises.state !== 'ready') return null
  const { commitments } = promises.value
  const broken = commitments.filter(({ state }) => state === 'broken').length
  const next = commitments
    .filter(({ state }) => state === 'open')
    .toSorted((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt))[0]
  return (
    <>
      {next ? (
        <>
          <p className="clamp-1 text-base font-semibold">{next.words}</p>
          <p className="flex flex-wrap gap-x-2 text-sub">
            <Due at={next.dueAt} withDate />
            {next.ownerName}
          </p>
        </>
      ) : (
        <p className="text-sub">{words.noNext}</p>
      )}
      {broken > 0 ? (
        <Badge tone="red" icon={CircleX}>
          {words.brokenCount({ count: broken })}
        </Badge>
      ) : null}
    </>
  )
}
