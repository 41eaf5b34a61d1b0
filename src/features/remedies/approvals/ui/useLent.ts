import { listDelegations, type Delegation } from '#features/remedies/approvals/contract.ts'
import { holdsOn } from '#features/remedies/approvals/rules.ts'
import { useAnswer } from '#kit/answers.ts'
import { useNow } from '#kit/now.ts'
import { dayKey } from '#kit/time.ts'

/** Whose authority this member has today besides their own, live. */
export function useLent(memberId: string): readonly Delegation[] {
  const now = useNow()
  const known = useAnswer(listDelegations, {}, { live: true })
  const all = known.state === 'ready' ? known.value.delegations : []
  return all.filter((each) => each.toId === memberId && holdsOn(each, dayKey(now)))
}
