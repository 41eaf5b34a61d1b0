import { causes, functions } from '#features/complaints/contract.ts'
import type { AnsweringFunction, Cause } from '#features/remedies/cells/contract.ts'
import { moneyKinds, type RemedyRule } from '#features/remedies/contract.ts'
import type { Axis } from '#features/remedies/diagram/contract.ts'
import { openingsIn } from '#features/remedies/diagram/rules.ts'
import { laneOf, rankOf, termsOf } from '#features/remedies/rules.ts'
import type { Coverage, Gap, Overlap, Range, Situation } from './contract.ts'

/** A span of whole numbers, both ends included. */
type Span = readonly [from: number, to: number]
type Row = {
  readonly rule: RemedyRule
  readonly terms: readonly string[]
  readonly days: Span
  readonly price: Span
  readonly on: Span
}
type Dimension = 'days' | 'price' | 'on'

/**
 * What the rows of a table leave open, say twice, or never say, from `today` (a day in Japan) on. Exact for cases of
 * which product, price and purchase are known; of the gaps at most `limit` are named.
 */
export function coverageOf(
  rules: readonly RemedyRule[],
  today: string,
  limit = Infinity,
): Coverage {
  const active = rules.filter(({ isActive }) => isActive)
  const expired = active.filter(({ effectiveUntil }) => effectiveUntil && effectiveUntil < today)
  const standing = active
    .filter((rule) => !expired.includes(rule))
    .map((rule) => rowOf(rule, today))
  const rows = standing.filter(isPossible)
  const gaps = [...gapsOf(rows, today).take(limit === Infinity ? 100_000 : limit + 1)]
  return {
    gaps: gaps.slice(0, limit),
    isComplete: gaps.length <= limit,
    overlaps: overlapsOf(rows),
    unreachable: rows.flatMap((row) => unreachable(row, rows)),
    impossible: standing.filter((row) => !isPossible(row)).map(({ rule }) => rule.id),
    expired: expired.map(({ id }) => id),
  }
}

/** Is this case in the gap? */
export function isIn(gap: Gap, the: Situation): boolean {
  const product = the.product.toLowerCase()
  return (
    gap.cause === the.cause &&
    (the.answeringFunction === null || gap.functions.includes(the.answeringFunction)) &&
    gap.isConfirmed.includes(the.isConfirmed) &&
    within(gap.days, the.days) &&
    within(gap.price, the.price) &&
    within(gap.on, the.on) &&
    !gap.productLacks.some((term) => product.includes(term))
  )
}

function within<T extends number | string>({ from, to }: Range<T>, value: T): boolean {
  return from <= value && (to === null || value <= to)
}

function rowOf(rule: RemedyRule, today: string): Row {
  const { effectiveFrom, effectiveUntil } = rule
  const from = Math.max(dayNumber(effectiveFrom ?? today), dayNumber(today))
  return {
    rule,
    terms: termsOf(rule.productContains),
    days: [rule.fromDays ?? 0, rule.withinDays ?? Infinity],
    price: [rule.priceFrom ?? 1, Math.min(rule.priceTo ?? Infinity, refundable(rule))],
    on: [from, effectiveUntil ? dayNumber(effectiveUntil) : Infinity],
  }
}

/** A full refund is full or it is none, so its limit is a condition on the price. */
function refundable({ kind, maxYen, maxPercent }: RemedyRule): number {
  if (kind !== 'refund') return Infinity
  return maxPercent !== null && maxPercent < 100 ? 0 : (maxYen ?? Infinity)
}

function isPossible(row: Row): boolean {
  return [row.days, row.price, row.on].every(([from, to]) => from <= to)
}

const epoch = '1970-01-01'
function dayNumber(day: string): number {
  return Temporal.PlainDate.from(epoch).until(day, { largestUnit: 'day' }).days
}
function dayOf(number: number): string {
  return Temporal.PlainDate.from(epoch).add({ days: number }).toString()
}

function fitsCause({ rule }: Row, cause: Cause | null): boolean {
  const named = rule.functions ?? []
  if (cause === null) return rule.causes.length + named.length === 0 || !!rule.causeMayBeUnknown
  return rule.causes.length === 0 || rule.causes.includes(cause)
}

function fitsFunction({ rule: { functions: named = [] } }: Row, one: AnsweringFunction): boolean {
  return named.length === 0 || named.includes(one)
}

function* gapsOf(rows: readonly Row[], today: string): Generator<Gap> {
  const floor = { days: 0, price: 1, on: dayNumber(today) }
  for (const cause of [...causes, null]) {
    const cuts = {
      days: cutsOf(rows, 'days', floor.days),
      price: cutsOf(rows, 'price', floor.price),
      on: cutsOf(rows, 'on', floor.on),
    }
    const found = openingsIn({
      rows: rows.filter((row) => fitsCause(row, cause)),
      axes: axesOf(cause, cuts),
      covers: ({ terms }) => terms.length === 0,
      left: (remaining) =>
        remaining.some(({ terms }) => terms.length === 0) ? null : wordsOf(remaining),
    })
    for (const { pieces, left } of found) yield* boxesOf(cause, cuts, pieces, left)
  }
}

type Cuts = Readonly<Record<Dimension, readonly number[]>>

/** Where any row begins, or ends and something else begins. */
function cutsOf(rows: readonly Row[], dimension: Dimension, floor: number): number[] {
  const edges = rows.flatMap((row) => [row[dimension][0], row[dimension][1] + 1])
  const cuts = [floor, ...edges.filter((edge) => edge > floor && edge < Infinity)]
  return [...new Set(cuts)].toSorted((a, b) => a - b)
}

function axesOf(cause: Cause | null, cuts: Cuts): Axis<Row>[] {
  const span = (dimension: Dimension): Axis<Row> => ({
    size: cuts[dimension].length,
    fits: (row, piece) => {
      const at = cuts[dimension][piece] ?? 0
      return row[dimension][0] <= at && at <= row[dimension][1]
    },
  })
  return [
    {
      // Without a cause nobody answers for it yet.
      size: cause === null ? 1 : functions.length,
      fits: (row, piece) => cause === null || fitsFunction(row, functions[piece] ?? 'other'),
    },
    { size: 2, fits: ({ rule }, piece) => piece === 1 || !rule.needsConfirmedFact },
    span('days'),
    span('price'),
    span('on'),
  ]
}

const between = '\n'
function wordsOf(rows: readonly Row[]): string {
  return [...new Set(rows.flatMap(({ terms }) => terms))].toSorted().join(between)
}

function* boxesOf(
  cause: Cause | null,
  cuts: Cuts,
  [byFunction = [], confirmed = [], days = [], price = [], on = []]: readonly (readonly number[])[],
  left: string,
): Generator<Gap> {
  const same = {
    cause,
    functions: cause === null ? [] : byFunction.flatMap((piece) => functions[piece] ?? []),
    isConfirmed: confirmed.map((piece) => piece === 1),
    productLacks: left.split(between).filter(Boolean),
  }
  for (const inDays of rangesOf(cuts.days, days))
    for (const inPrice of rangesOf(cuts.price, price))
      for (const inForce of rangesOf(cuts.on, on)) {
        const to = inForce.to === null ? null : dayOf(inForce.to)
        yield { ...same, days: inDays, price: inPrice, on: { from: dayOf(inForce.from), to } }
      }
}

/** Pieces that lie side by side are one range. */
function rangesOf(cuts: readonly number[], pieces: readonly number[]): Range<number>[] {
  const ranges: { from: number; to: number | null; last: number }[] = []
  for (const piece of pieces) {
    const next = cuts[piece + 1]
    const to = next === undefined ? null : next - 1
    const before = ranges.at(-1)
    if (before && before.last === piece - 1) Object.assign(before, { to, last: piece })
    else ranges.push({ from: cuts[piece] ?? 0, to, last: piece })
  }
  return ranges.map(({ from, to }) => ({ from, to }))
}

function overlapsOf(rows: readonly Row[]): Overlap[] {
  return [...Map.groupBy(rows, ({ rule }) => laneOf(rule)).values()].flatMap((lane) =>
    lane.flatMap((one, at) =>
      lane.slice(at + 1).flatMap((other): Overlap[] => {
        const example = bothOf(one, other)
        if (!example) return []
        const [ahead, behind] = [rankOf(one.rule), rankOf(other.rule)]
        const winner = ahead === behind ? null : ahead < behind ? one.rule.id : other.rule.id
        const differs = outcomeOf(one.rule) !== outcomeOf(other.rule)
        return [{ one: one.rule.id, other: other.rule.id, differs, winner, example }]
      }),
    ),
  )
}

function outcomeOf(rule: RemedyRule): string {
  const { label, say, maxYen, maxPercent, clause, clauseText, evidence } = rule
  const money = moneyKinds.includes(rule.kind) ? [maxYen, maxPercent] : []
  return JSON.stringify([label, say, clause, clauseText, evidence, ...money])
}

/** A case that both rows hold, the plainest there is; null when there is none. */
function bothOf(one: Row, other: Row): Situation | null {
  const reason = reasonOf(one, other)
  const product = productOf(one.terms, other.terms)
  const from = (dimension: Dimension) => Math.max(one[dimension][0], other[dimension][0])
  const meets = (dimension: Dimension) =>
    from(dimension) <= Math.min(one[dimension][1], other[dimension][1])
  if (!reason || product === null) return null
  if (!meets('days') || !meets('price') || !meets('on')) return null
  return {
    ...reason,
    isConfirmed: one.rule.needsConfirmedFact || other.rule.needsConfirmedFact,
    days: from('days'),
    price: from('price'),
    on: dayOf(from('on')),
    product,
  }
}

function reasonOf(one: Row, other: Row): Pick<Situation, 'cause' | 'answeringFunction'> | null {
  const both = [one, other]
  const cause = causes.find((each) => both.every((row) => fitsCause(row, each)))
  const answeringFunction = functions.find((each) => both.every((row) => fitsFunction(row, each)))
  if (cause && answeringFunction) return { cause, answeringFunction }
  return both.every((row) => fitsCause(row, null)) ? { cause: null, answeringFunction: null } : null
}

/** A product has one name: two words meet in it when one of them is a part of the other. */
function productOf(one: readonly string[], other: readonly string[]): string | null {
  if (one.length === 0 || other.length === 0) return one[0] ?? other[0] ?? '商品'
  const meeting = one.flatMap((a) =>
    other.filter((b) => a.includes(b) || b.includes(a)).map((b) => (a.includes(b) ? a : b)),
  )
  return meeting[0] ?? null
}

/** Do the rows that go before take every case of this one? */
function unreachable(row: Row, rows: readonly Row[]): Coverage['unreachable'] {
  const lane = laneOf(row.rule)
  const before = rows.filter(
    (other) => rankOf(other.rule) < rankOf(row.rule) && laneOf(other.rule) === lane,
  )
  if (before.length === 0) return []
  const own = [...causes, null].filter((cause) => fitsCause(row, cause))
  if (own.some((cause) => leavesOpen(row, before, cause))) return []
  return [{ rule: row.rule.id, behind: before.map(({ rule }) => rule.id) }]
}

function leavesOpen(row: Row, before: readonly Row[], cause: Cause | null): boolean {
  const all = [row, ...before]
  const cut = (dimension: Dimension) =>
    cutsOf(all, dimension, row[dimension][0]).filter((at) => at <= row[dimension][1])
  const axes = axesOf(cause, { days: cut('days'), price: cut('price'), on: cut('on') })
  const own = axes.map(({ size, fits }) =>
    Array.from({ length: size }, (_, piece) => piece).filter((piece) => fits(row, piece)),
  )
  const found = openingsIn<Row>({
    rows: before.filter((other) => fitsCause(other, cause)),
    axes: axes.map(({ fits }, at) => ({
      size: own[at]?.length ?? 0,
      fits: (other, piece) => fits(other, own[at]?.[piece] ?? 0),
    })),
    covers: (other) => takesEveryProduct(row, [other]),
    left: (remaining) => (takesEveryProduct(row, remaining) ? null : 'open'),
  })
  // A row of functions that this cause has none of holds nothing here.
  return own.every((pieces) => pieces.length > 0) && found.next().done !== true
}

function takesEveryProduct({ terms }: Row, others: readonly Row[]): boolean {
  if (others.some((other) => other.terms.length === 0)) return true
  const taken = others.flatMap((other) => other.terms)
  return terms.length > 0 && terms.every((term) => taken.some((part) => term.includes(part)))
}
