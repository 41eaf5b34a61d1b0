/**
 * The analysis of a table of 300 rows (overlaps, gaps, rows that never come), as often as a key is pressed:
 * `node bench/rule-table.ts [rows] [runs]`.
 */
import { causes, functions } from '#features/complaints/contract.ts'
import { lineOf } from '#features/remedies/cells/rules.ts'
import { aRule } from '#features/remedies/factory.ts'
import { check } from '#features/remedies/tables/rules.ts'

const [count, runs] = [Number(process.argv[2] ?? 300), Number(process.argv[3] ?? 20)]
const kinds = ['refund', 'partial-refund', 'coupon', 'discount', 'shipping-refund'] as const
const granters = ['operator', 'supervisor', 'admin'] as const
const of = <T>(all: readonly T[], at: number): T => all[at % all.length] ?? all[0] ?? fail()

const lines = Array.from({ length: count }, (_, at) =>
  lineOf(
    aRule({
      id: `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`,
      code: `B-${at}`,
      causes: [of(causes, at)],
      functions: at % 3 === 0 ? [of(functions, at >> 2)] : [],
      productContains: at % 2 === 0 ? `品${at % 40}` : null,
      fromDays: at % 7,
      withinDays: 7 + (at % 60),
      priceFrom: 1 + (at % 20) * 500,
      priceTo: 1000 + (at % 30) * 1000,
      needsConfirmedFact: at % 2 === 0,
      kind: of(kinds, at),
      grantedBy: of(granters, at >> 3),
      priority: at % 5 === 0 ? null : 1 + (at % 50),
      effectiveFrom: at % 11 === 0 ? '2026-12-01' : null,
    }),
  ),
)

const times = Array.from({ length: runs }, () => {
  const start = performance.now()
  const { problems, gaps } = check(lines, '2026-11-24')
  return { ms: performance.now() - start, problems: problems.length, gaps: gaps.length }
})
const sorted = times.map(({ ms }) => ms).toSorted((a, b) => a - b)
const [last] = times
console.log(
  `${count} rows: median ${sorted[runs >> 1]?.toFixed(0)} ms, slowest ${sorted.at(-1)?.toFixed(0)} ms; ${last?.problems} remarks, ${last?.gaps} gaps named`,
)

function fail(): never {
  throw new Error('an empty list')
}
