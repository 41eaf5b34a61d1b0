import { normalise } from '#kernel/japanese-text/normalise.ts'
import type { RemedyKind } from '../contract.ts'
import type { Precedents, Spread } from './contract.ts'

const enough = 3
const enoughForQuartiles = 5
const shown = 12

/** How a product is compared: without the differences of width, case and spaces that people type. */
export function productKey(product: string | undefined): string | null {
  const key = normalise(product ?? '')
    .text.toLowerCase()
    .replaceAll(/[\s　]+/gu, '')
  return key === '' ? null : key
}

export type Past = {
  readonly complaintId: string
  readonly complaintNumber: string
  readonly kind: RemedyKind
  readonly label: string
  readonly amountYen: number | null
  readonly priceYen: number | null
  readonly product: string | null
  readonly isApproved: boolean
  readonly answer: string
  readonly at: string
}

/** Past cases of the same cause, newest first → what equals were given. */
export function compare(
  past: readonly Past[],
  { cause, product }: Pick<Precedents, 'cause' | 'product'>,
): Precedents {
  const key = productKey(product ?? undefined)
  const same = past.filter((each) => key !== null && each.product === key)
  const byProduct = same.filter(({ answer }) => answer === 'accepted').length >= enough
  const compared = byProduct ? same : past
  const taken = compared.filter(({ answer }) => answer === 'accepted')
  const yen = taken.flatMap(({ amountYen }) => amountYen ?? [])
  const fences = fencesOf(yen)
  const cases = taken.map(({ product: its, answer: _, ...each }) => ({
    ...each,
    isSameProduct: key !== null && its === key,
    isOutlier: each.amountYen !== null && fences !== null && isBeyond(each.amountYen, fences),
  }))
  const outliersFirst = [...cases.filter((each) => each.isOutlier), ...cases]
  return {
    cause,
    product,
    comparedBy: taken.length === 0 ? null : byProduct ? 'cause-and-product' : 'cause',
    granted: frequencies(taken.map(({ kind }) => kind)),
    spread: spreadOf(yen),
    cases: [...new Set(outliersFirst)].slice(0, shown),
    declined: compared.filter(({ answer }) => answer === 'rejected').length,
  }
}

function frequencies(kinds: readonly RemedyKind[]): Precedents['granted'] {
  return [...Map.groupBy(kinds, (kind) => kind)]
    .map(([kind, its]) => ({ kind, count: its.length }))
    .toSorted((a, b) => b.count - a.count)
}

export function spreadOf(yen: readonly number[]): Spread | null {
  if (yen.length === 0) return null
  const quartiles =
    yen.length < enoughForQuartiles
      ? null
      : { low: quantile(yen, 0.25), middle: quantile(yen, 0.5), high: quantile(yen, 0.75) }
  return { count: yen.length, quartiles, least: Math.min(...yen), most: Math.max(...yen) }
}

/** Between neighbours in proportion (Hyndman and Fan 1996, type 7), to the yen. */
export function quantile(yen: readonly number[], share: number): number {
  const sorted = yen.toSorted((a, b) => a - b)
  const place = (sorted.length - 1) * share
  const [below = 0, above = below] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  return Math.round(below + (above - below) * (place - Math.floor(place)))
}

type Fences = { readonly from: number; readonly to: number }

function fencesOf(yen: readonly number[]): Fences | null {
  const quartiles = spreadOf(yen)?.quartiles
  if (!quartiles) return null
  const width = (quartiles.high - quartiles.low) * 1.5
  return { from: quartiles.low - width, to: quartiles.high + width }
}

function isBeyond(yen: number, { from, to }: Fences): boolean {
  return yen < from || yen > to
}
