import type { Commitment } from '#features/commitments/contract.ts'
import { urgencyOf } from '#kit/time.ts'

/** A page that stays open sees a date pass by itself. `now` in ms. */
export function asOf(commitment: Commitment, now: number): Commitment {
  const isBroken = commitment.state === 'open' && urgencyOf(commitment.dueAt, now) === 'over'
  return isBroken ? { ...commitment, state: 'broken' } : commitment
}
