import { listComplaintCommitments } from '#features/commitments/contract.ts'
import { proposalsMessages } from '#features/commitments/proposals/messages.ts'
import { useAnswers } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'
import { PromiseLine } from './parts/PromiseLine.tsx'

/** What we owe a customer from earlier complaints, the broken ones first: on the screen before anything is typed. */
export function PromisesOwed({
  complaintIds,
  most = 3,
}: {
  complaintIds: readonly string[]
  most?: number
}) {
  const { words } = useMessages(proposalsMessages)
  const answers = useAnswers(
    listComplaintCommitments,
    complaintIds.map((complaintId) => ({ params: { complaintId } })),
  )
  const owed = answers
    .flatMap(({ commitments }) => commitments)
    .filter(({ state }) => state === 'open' || state === 'broken')
    .toSorted((a, b) => a.state.localeCompare(b.state) || a.dueAt.localeCompare(b.dueAt))
  if (owed.length === 0) return null
  return (
    <ul aria-label={words.owed} className="flex flex-col gap-1.5">
      {owed.slice(0, most).map((commitment) => (
        <PromiseLine key={commitment.id} commitment={commitment} canAct={false} />
      ))}
      {owed.length > most ? (
        <li className="text-xs text-sub">{words.moreOwed({ count: owed.length - most })}</li>
      ) : null}
    </ul>
  )
}
