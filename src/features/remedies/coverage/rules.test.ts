import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { causes, functions } from '#features/complaints/contract.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { RemedyRule } from '#features/remedies/contract.ts'
import { aCase, aRule } from '#features/remedies/factory.ts'
import { optionsFor } from '#features/remedies/rules.ts'
import type { Situation } from './contract.ts'
import { coverageOf, isIn } from './rules.ts'

const today = '2026-11-24'
const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
const table = (...rows: Partial<RemedyRule>[]) =>
  rows.map((row, at) => aRule({ id: id(at + 1), code: `T-${at + 1}`, ...row }))

/** The case as the gate would be given it. */
function recordOf(the: Situation): CaseRecord {
  const told = Temporal.PlainDate.from(the.on)
  const { cause, answeringFunction } = the
  return aCase({
    receivedAt: `${the.on}T03:00:00Z`,
    cause: cause && answeringFunction ? { cause, detail: '', answeringFunction } : null,
    facts: the.isConfirmed
      ? [
          {
            id: id(900),
            topic: 'what',
            statement: '割れていた',
            source: '写真',
            status: 'confirmed',
            attributedTo: 'us',
          },
        ]
      : [],
    details: {
      product: the.product,
      price: the.price,
      purchasedOn: told.subtract({ days: the.days }).toString(),
    },
  })
}

/** The rows that the gate itself would let somebody of every authority use. */
function holding(rules: readonly RemedyRule[], the: Situation): string[] {
  const options = optionsFor(rules, recordOf(the), `${the.on}T03:00:00Z`, ['admin'])
  return options.filter(({ allowed }) => allowed).map(({ rule }) => rule.id)
}

const words = ['油', 'オリーブ油', '鍋', '雪平鍋', '瓶'] as const
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null, freq: 2 })
const aRow: fc.Arbitrary<Partial<RemedyRule>> = fc.record({
  isActive: fc.constantFrom(true, true, true, false),
  causes: fc.subarray([...causes], { maxLength: 3 }),
  functions: fc.subarray([...functions], { maxLength: 3 }),
  causeMayBeUnknown: fc.boolean(),
  productContains: maybe(fc.subarray([...words], { minLength: 1 }).map((each) => each.join('、'))),
  fromDays: maybe(fc.integer({ min: 0, max: 6 })),
  withinDays: maybe(fc.integer({ min: 1, max: 8 })),
  priceFrom: maybe(fc.integer({ min: 1, max: 6 })),
  priceTo: maybe(fc.integer({ min: 1, max: 8 })),
  needsConfirmedFact: fc.boolean(),
  kind: fc.constantFrom('coupon' as const, 'refund' as const, 'repair' as const),
  maxYen: fc.integer({ min: 1, max: 8 }),
  maxPercent: maybe(fc.constantFrom(50, 100)),
  grantedBy: fc.constantFrom('operator' as const, 'supervisor' as const),
  priority: maybe(fc.integer({ min: 1, max: 3 })),
  effectiveFrom: maybe(fc.constantFrom('2026-11-20', '2026-11-26', '2026-11-28')),
  effectiveUntil: maybe(fc.constantFrom('2026-11-22', '2026-11-25', '2026-11-29')),
})
/** Rows of one lane with a condition or two: they take cases from each other. */
const aLane = fc
  .array(
    fc.record(
      {
        causes: fc.subarray([...causes], { maxLength: 3 }),
        productContains: fc.constantFrom(null, '鍋', '雪平鍋', '油'),
        withinDays: fc.integer({ min: 1, max: 8 }),
        priceTo: fc.integer({ min: 1, max: 8 }),
        needsConfirmedFact: fc.boolean(),
        priority: fc.integer({ min: 1, max: 4 }),
      },
      { requiredKeys: ['priority'] },
    ),
    { minLength: 2, maxLength: 6 },
  )
  .map((rows) => table(...rows))
const aTable = fc.array(aRow, { maxLength: 9 }).map((rows) => table(...rows))
const aSituation: fc.Arbitrary<Situation> = fc
  .record({
    reason: fc.option(fc.tuple(fc.constantFrom(...causes), fc.constantFrom(...functions)), {
      nil: [null, null] as const,
    }),
    isConfirmed: fc.boolean(),
    days: fc.integer({ min: 0, max: 10 }),
    price: fc.integer({ min: 1, max: 10 }),
    on: fc.integer({ min: 0, max: 8 }),
    product: fc.constantFrom('茶わん', '油', '有機オリーブ油', '鍋', '雪平鍋の小', '瓶詰の油'),
  })
  .map(({ reason: [cause, answeringFunction], on, ...rest }) => ({
    ...rest,
    cause,
    answeringFunction,
    on: Temporal.PlainDate.from(today).add({ days: on }).toString(),
  }))
const someCases = fc.array(aSituation, { minLength: 8, maxLength: 8 })
const many = { numRuns: 400 }

describe('どんな表でも', () => {
  it('場面がどの行にも入らないのは、知らせた抜けの中にあるときだけ', () => {
    const seen = { inGap: 0, held: 0 }
    fc.assert(
      fc.property(aTable, aSituation, (rules, the) => {
        const isHeld = holding(rules, the).length > 0
        seen[isHeld ? 'held' : 'inGap'] += 1
        expect(coverageOf(rules, today).gaps.some((gap) => isIn(gap, the))).toBe(!isHeld)
      }),
      many,
    )
    expect(Math.min(seen.inGap, seen.held)).toBeGreaterThan(20)
  })

  it('重なると知らせた二行は、例の場面にどちらも入る', () => {
    let seen = 0
    fc.assert(
      fc.property(aTable, (rules) => {
        for (const { one, other, example } of coverageOf(rules, today).overlaps) {
          seen += 1
          const alone = (ruleId: string) => rules.filter((rule) => rule.id === ruleId)
          expect(holding(alone(one), example)).toEqual([one])
          expect(holding(alone(other), example)).toEqual([other])
        }
      }),
      many,
    )
    expect(seen).toBeGreaterThan(20)
  })

  it('届かないと知らせた行は、どの場面でも勝たない', () => {
    let seen = 0
    fc.assert(
      fc.property(fc.oneof(aLane, aTable), someCases, (rules, all) => {
        const { unreachable, impossible, expired } = coverageOf(rules, today)
        const never = [...unreachable.map(({ rule }) => rule), ...impossible, ...expired]
        seen += unreachable.length
        for (const the of all)
          expect(holding(rules, the).filter((winner) => never.includes(winner))).toEqual([])
      }),
      many,
    )
    expect(seen).toBeGreaterThan(5)
  })

  it('同じ条件の行が先にあれば、後ろの行は届かず、勝たない', () => {
    fc.assert(
      fc.property(aRow, fc.array(aSituation, { minLength: 1 }), (row, all) => {
        const rules = table({ ...row, priority: 2 }, { ...row, priority: 1, isActive: true })
        const winners = all.flatMap((the) => holding(rules, the))
        expect(winners).not.toContain(id(1))
        const { unreachable, impossible, expired } = coverageOf(rules, today)
        const isTold = [...unreachable.map(({ rule }) => rule), ...impossible, ...expired]
        expect(isTold.includes(id(1))).toBe(rules[0]?.isActive ?? false)
      }),
      many,
    )
  })
})

describe('重なり', () => {
  it.each([
    ['違うものを言う', {}, { maxYen: 300 }, { differs: true, winner: null }],
    ['同じものを言う', {}, {}, { differs: false, winner: null }],
    ['優先順位で決まる', { priority: 2 }, { maxYen: 300, priority: 1 }, { winner: id(2) }],
    ['順位のある行が先', { priority: 9 }, { maxYen: 300 }, { winner: id(1) }],
    [
      '広い語と狭い語',
      { productContains: '雪平鍋' },
      { productContains: '鍋' },
      { example: { product: '雪平鍋' } },
    ],
  ])('%s', (_what, one, other, told) => {
    expect(coverageOf(table(one, other), today).overlaps).toMatchObject([told])
  })

  it.each([
    ['原因が違う', { causes: ['defect' as const] }, { causes: ['attitude' as const] }],
    ['日数が続いている', { withinDays: 7 }, { fromDays: 8 }],
    ['代金が続いている', { priceTo: 999 }, { priceFrom: 1000 }],
    ['効力が続いている', { effectiveUntil: '2026-11-30' }, { effectiveFrom: '2026-12-01' }],
    ['判断する人が違う', {}, { grantedBy: 'supervisor' as const }],
    ['別の商品', { productContains: '鍋' }, { productContains: '油' }],
  ])('%sなら、重ならない', (_what, one, other) => {
    expect(coverageOf(table(one, other), today).overlaps).toEqual([])
  })
})

describe('勝たない行', () => {
  it('先の行を合わせてすべて取られる行は、届かない', () => {
    const { unreachable } = coverageOf(
      table(
        { withinDays: 30, priority: 3 },
        { withinDays: 10, priority: 1 },
        { fromDays: 5, priority: 2 },
      ),
      today,
    )
    expect(unreachable).toEqual([{ rule: id(1), behind: [id(2), id(3)] }])
  })

  it('一日でも残れば、届く', () => {
    const rules = table(
      { withinDays: 30, priority: 3 },
      { withinDays: 10, priority: 1 },
      { fromDays: 12, priority: 2 },
    )
    expect(coverageOf(rules, today).unreachable).toEqual([])
  })

  it('条件を満たせない行と、効力の終わった行を分けて知らせる', () => {
    const rules = table(
      { fromDays: 9, withinDays: 3 },
      { kind: 'refund', maxPercent: 50 },
      { effectiveUntil: '2026-11-23' },
    )
    expect(coverageOf(rules, today)).toMatchObject({
      impossible: [id(1), id(2)],
      expired: [id(3)],
    })
  })

  it('抜けは、頼まれた数までにして、残りがあることを言う', () => {
    const rules = table({ causes: ['defect'], withinDays: 30 })
    expect(coverageOf(rules, today, 2)).toMatchObject({ isComplete: false })
    expect(coverageOf(rules, today, 2).gaps).toHaveLength(2)
  })
})
