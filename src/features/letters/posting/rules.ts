import type { Paper } from '../typesetting/contract.ts'

/**
 * Why a letter cannot be recorded as posted: a code, or null when it can. `on` and `today`: YYYY-MM-DD in Tokyo; `madeOn` is
 * the day on which it was issued.
 */
export function whyNotPosted(
  { kind, posting }: Pick<Paper, 'kind' | 'posting'>,
  { on, madeOn, today }: { readonly on: string; readonly madeOn: string; readonly today: string },
): `letters.${string}` | null {
  if (kind === 'accident-report') return 'letters.paper-inside'
  if (posting !== null) return 'letters.posted-already'
  return on < madeOn || on > today ? 'letters.posted-day' : null
}
