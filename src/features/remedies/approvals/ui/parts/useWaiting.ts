import { listApprovals } from '#features/remedies/approvals/contract.ts'
import { useAnswer } from '#kit/answers.ts'

/** What waits for the viewer's own decision, live: the first few of it, and how many there are. */
export function useWaiting() {
  const waiting = useAnswer(listApprovals, { query: { limit: 3 } }, { live: true })
  if (waiting.state !== 'ready') return { approvals: [], count: 0 }
  const approvals = waiting.value.approvals.filter(({ hindrance }) => hindrance === null)
  return { approvals, count: waiting.value.mine }
}
