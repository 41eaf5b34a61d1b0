import { CircleCheck, CircleX, Scale, type LucideIcon } from 'lucide-react'
import type { Approval } from '#features/remedies/approvals/contract.ts'
import type { Tone } from '#kit/Badge.tsx'

export const stateLooks: Record<Approval['state'], { tone: Tone; icon: LucideIcon }> = {
  asked: { tone: 'blue', icon: Scale },
  granted: { tone: 'green', icon: CircleCheck },
  used: { tone: 'green', icon: CircleCheck },
  refused: { tone: 'gray', icon: CircleX },
  expired: { tone: 'orange', icon: CircleX },
  withdrawn: { tone: 'gray', icon: CircleX },
}

/** How a request is called where it is not seen. */
export function requestName({ label, complaintNumber, customerName }: Approval): string {
  return [label, complaintNumber, customerName ? `${customerName} 様` : '']
    .filter(Boolean)
    .join('　')
}
