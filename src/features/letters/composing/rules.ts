type Placed = { readonly start: number; readonly end: number }

/**
 * What was found in a text, in the places where it stands after the text was changed in one stretch. What was found in the
 * stretch itself is no longer certain and left out; what is about the whole text (start === end) stays.
 */
export function moved<T extends Placed>(found: readonly T[], was: string, is: string): T[] {
  if (was === is) return [...found]
  const most = Math.min(was.length, is.length)
  let from = 0
  while (from < most && was[from] === is[from]) from += 1
  let tail = 0
  while (tail < most - from && was.at(-1 - tail) === is.at(-1 - tail)) tail += 1
  const [to, by] = [was.length - tail, is.length - was.length]
  return found.flatMap((each) => {
    if (each.end <= from || each.start === each.end) return [each]
    return each.start >= to ? [{ ...each, start: each.start + by, end: each.end + by }] : []
  })
}

/** What is known already beside what was found at once, in the order of the text; the same is said once. */
export function together<T extends Placed & { readonly rule: string }>(
  known: readonly T[],
  atOnce: readonly T[],
): T[] {
  const isKnown = (one: T) =>
    known.some(({ rule, start, end }) => rule === one.rule && start < one.end && end > one.start)
  const all = [...known, ...atOnce.filter((each) => !isKnown(each))]
  return all.toSorted((a, b) => a.start - b.start || a.end - b.end)
}
