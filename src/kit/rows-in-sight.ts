/**
 * Browsers stop laying out somewhere above 17 million px (Firefox; Chromium at 33 million). A longer list is
 * squeezed: the scroll bar then stands for the whole list, but who walks (by wheel, finger or keys) moves px by px.
 */
export const tallest = 15_000_000

/** Rows of equal height in a window, all in px. */
export type Rows = { readonly count: number; readonly row: number; readonly view: number }

/** `scrolled`: where the scroll bar stands. `ahead`: how much further down the list one is in truth. */
export type Place = { readonly scrolled: number; readonly ahead: number }
export const start: Place = { scrolled: 0, ahead: 0 }

export type Sight = {
  /** Rows that can be seen, first and last, at least partly. */
  readonly first: number
  readonly last: number
  /** How tall the list pretends to be. */
  readonly height: number
  /** Where row `index` is drawn, from the top of the list. */
  readonly topOf: (index: number) => number
}

/** Which rows can be seen from this place. */
export function rowsInSight(rows: Rows, place: Place): Sight {
  const { count, row, view } = rows
  const { height, furthest, lowest } = measure(rows)
  const scrolled = between(0, place.scrolled, lowest)
  const offset = between(0, scrolled + place.ahead, furthest)
  return {
    first: Math.max(0, Math.floor(offset / row)),
    last: Math.max(0, Math.min(count - 1, Math.ceil((offset + view) / row) - 1)),
    height,
    topOf: (index) => index * row - offset + scrolled,
  }
}

/** The scroll bar has moved: a few windows' heights were walked; whoever moves it further means a part of the whole. */
export function scrolledTo(scrolled: number, rows: Rows, was: Place): Place {
  const { squeeze, lowest, furthest } = measure(rows)
  if (squeeze === 1) return { scrolled, ahead: 0 }
  const hasJumped = Math.abs(scrolled - was.scrolled) > 3 * rows.view
  const offset = hasJumped ? scrolled * squeeze : between(0, scrolled + was.ahead, furthest)
  const near = 20 * rows.view
  if (scrolled <= 0 && offset < near) return { scrolled, ahead: -scrolled }
  if (scrolled >= lowest - 1 && offset > furthest - near)
    return { scrolled, ahead: furthest - scrolled }
  return { scrolled, ahead: offset - scrolled }
}

/** The same rows, with the scroll bar where it belongs: there is way to go in both directions again. */
export function settled(rows: Rows, { scrolled, ahead }: Place): Place {
  return placeAt(scrolled + ahead, rows)
}

/** Whether the scroll bar has come to an end that is not the end of the list. */
export function isStuck(rows: Rows, { scrolled, ahead }: Place): boolean {
  const { lowest, furthest } = measure(rows)
  const offset = scrolled + ahead
  return (scrolled <= 0 && offset > 1) || (scrolled >= lowest - 1 && offset < furthest - 1)
}

/** Where to go so that row `index` is wholly in sight; the same place when it is already. */
export function placeOf(index: number, rows: Rows, was: Place): Place {
  const { row, view } = rows
  const offset = was.scrolled + was.ahead
  const wanted = Math.min(index * row, Math.max(offset, (index + 1) * row - view))
  return wanted === offset ? was : placeAt(wanted, rows)
}

/** So many rows have come in above: what was in sight stays there. */
export function pushedBy(count: number, rows: Rows, was: Place): Place {
  return placeAt(was.scrolled + was.ahead + count * rows.row, rows)
}

function placeAt(offset: number, rows: Rows): Place {
  const { squeeze, furthest } = measure(rows)
  const wanted = between(0, offset, furthest)
  const scrolled = wanted / squeeze
  return { scrolled, ahead: wanted - scrolled }
}

/** `furthest` and `lowest`: the last offset in the list, and where the scroll bar then stands. */
function measure({ count, row, view }: Rows) {
  const full = count * row
  const height = Math.min(full, tallest)
  const [furthest, lowest] = [Math.max(0, full - view), Math.max(0, height - view)]
  return { height, furthest, lowest, squeeze: lowest > 0 ? furthest / lowest : 1 }
}

function between(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(value, most))
}
