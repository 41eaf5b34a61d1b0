import type { ReactNode } from 'react'
import { useLent } from './useLent.ts'

/** Shown to a member only while somebody has lent them the authority to decide. */
export default function WhoeverDecides(props: { memberId: string; children: ReactNode }) {
  return useLent(props.memberId).length > 0 ? props.children : null
}
