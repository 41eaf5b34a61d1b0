/**
 * Browsers stop laying out somewhere above 17 million px (Firefox; Chromium at 33 million). A longer list is
 * squeezed: each px of the scroll bar then stands for more than one px of rows.
 */
export const tallest = 15_000_000

export type Sight = {
  /** Rows that can be seen, first and last, at least partly. */
  readonly first: number
  readonly last: number
  /** How tall the list pretends to be. */
  readonly height: number
  /** Where row `index` is drawn, from the top of the list. */
  readonly topOf: (index: number) => number
}

/** Which rows of equal height stand in a window of `view` px that was scrolled to `scrolled`. */
export function rowsInSight(list: {
  count: number
  row: number
  view: number
  scrolled: number
}): Sight {
  const { count, row, view } = list
  const full = count * row
  const height = Math.min(full, tallest)
  const scrolled = Math.max(0, Math.min(list.scrolled, height - view))
  const squeeze = height > view ? (full - view) / (height - view) : 1
  const offset = scrolled * squeeze
  return {
    first: Math.max(0, Math.floor(offset / row)),
    last: Math.max(0, Math.min(count - 1, Math.ceil((offset + view) / row) - 1)),
    height,
    topOf: (index) => index * row - offset + scrolled,
  }
}

/** Where to scroll so that row `index` is wholly in sight; the same place when it is already. */
export function scrollTo(
  index: number,
  list: { count: number; row: number; view: number; scrolled: number },
): number {
  const { count, row, view, scrolled } = list
  const full = count * row
  const height = Math.min(full, tallest)
  const squeeze = height > view ? (full - view) / (height - view) : 1
  const offset = scrolled * squeeze
  const wanted = Math.min(index * row, Math.max(offset, (index + 1) * row - view))
  return wanted === offset ? scrolled : wanted / squeeze
}
