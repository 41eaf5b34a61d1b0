import type { Company, Parts } from './complaints.ts'
import { diceOf } from './dice.ts'
import { asideOf, bitsOf, needlesIn, searches } from './searches.ts'

const twoYears = 2 * 365 * 24 * 3600 * 1000

/** Of which parts a complaint is made, and what is its own. */
export type Chosen = {
  readonly nth: number
  /** When it was received, in milliseconds since 1970. */
  readonly ms: number
  readonly phone: string
  readonly is_open: boolean
  readonly opening: number
  readonly body: number
  readonly aftermath: number
  readonly aside: number
}

/**
 * The sizes of the lists of parts are primes, so it takes millions until the same opening meets the same body again; between
 * them they are drawn evenly, and within them words as seldom as they are said.
 */
export function chosen({ rows, seed, until }: Company, parts: Parts, nth: number): Chosen {
  const dice = diceOf(seed, nth)
  const is_open = nth >= rows * 0.97 || dice.below(200) === 0
  return {
    nth,
    ms: Math.floor(Date.parse(until) - twoYears + (twoYears * nth) / rows),
    phone: `090-${1000 + dice.below(9000)}-${1000 + dice.below(9000)}`,
    is_open,
    opening: nth % parts.openings.length,
    body: nth % parts.bodies.length,
    aftermath: nth % (is_open ? parts.open : parts.closed).length,
    aside: asideOf(nth, rows),
  }
}

/** Counts for each search whether it must find this one: by the letters of its parts, without any index. */
export function countFinds(parts: Parts, one: Chosen, truth: number[]): void {
  const aftermath = (one.is_open ? parts.open : parts.closed)[one.aftermath]
  const told = [parts.openings[one.opening], parts.bodies[one.body], parts.asides[one.aside]]
  let needles = needlesIn(orderNumber(one.nth))
  for (const part of [...told, aftermath]) needles |= part?.needles ?? 0
  for (const [at, { view }] of searches.entries()) {
    const isShown = view === 'all' || (one.is_open && (view === 'open' || aftermath?.is_safety))
    const bits = bitsOf[at] ?? 0
    if (isShown && (needles & bits) === bits) truth[at] = (truth[at] ?? 0) + 1
  }
}

function orderNumber(nth: number): string {
  return `OR-${100_000 + nth}`
}
