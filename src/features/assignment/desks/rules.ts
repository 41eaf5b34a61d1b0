import { refuse } from '#kernel/result.ts'
import type { DeskHours } from '../contract.ts'

/** Why time cannot be counted with these hours of a desk; null when it can. Breaks lie within them and apart. */
export function whyNotOpen({ opens, closes, breaks }: DeskHours) {
  if (closes <= opens) return refuse('invalid', 'access.closes-before-opens', {})
  const inOrder = breaks.toSorted((a, b) => a.from.localeCompare(b.from))
  const isWrong = inOrder.some(
    ({ from, to }, index) =>
      to <= from || from < opens || to > closes || from < (inOrder[index - 1]?.to ?? ''),
  )
  return isWrong ? refuse('invalid', 'assignment.break-outside', { opens, closes }) : null
}
