import { useState } from 'react'
import type { Approval } from '#features/remedies/approvals/contract.ts'
import { likeness } from '#features/remedies/approvals/rules.ts'

/** Which requests are marked to be granted together; only what is alike can be marked. */
export function useBatch(own: readonly Approval[]) {
  const [chosen, setChosen] = useState<readonly string[]>([])
  const batch = own.filter(({ id }) => chosen.includes(id))
  const like = batch[0] ? likeness(batch[0]) : null

  function choosing(approval: Approval) {
    const key = likeness(approval)
    const hasEqual = own.some((each) => each.id !== approval.id && likeness(each) === key)
    const fits = like === null || like === key
    if (!own.includes(approval) || key === null || !hasEqual || !fits) return {}
    const isChosen = chosen.includes(approval.id)
    const onChoose = () =>
      setChosen(isChosen ? chosen.filter((id) => id !== approval.id) : [...chosen, approval.id])
    return { isChosen, onChoose }
  }
  return { batch, choosing, clear: () => setChosen([]) }
}
