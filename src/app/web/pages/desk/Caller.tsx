import type { ComponentProps } from 'react'
import { PromisesOwed } from '#features/commitments/proposals/ui/PromisesOwed.tsx'
import { CallerCard } from '#features/complaints/customers/ui/CallerCard.tsx'

/** Who the customer is, with what we owe them from before. */
export default function Caller(props: Omit<ComponentProps<typeof CallerCard>, 'promises'>) {
  return <CallerCard {...props} promises={(ids) => <PromisesOwed complaintIds={ids} />} />
}
