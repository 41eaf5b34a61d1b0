import type { Language } from '#kernel/dictionary.ts'
import { refuse, type No } from '#kernel/result.ts'
import { causeWords, functionWords, yesNo } from '#features/remedies/cells/contract.ts'
import { lineOf, readLine, type CellProblem } from '#features/remedies/cells/rules.ts'
import { functions } from '#features/complaints/contract.ts'
import type { RemedyRule } from '#features/remedies/contract.ts'
import type { Coverage, Gap, Situation } from '#features/remedies/coverage/contract.ts'
import { coverageOf } from '#features/remedies/coverage/rules.ts'
import { folded } from '#features/remedies/rules.ts'
import { columns, type Column, type Draft, type SheetLine } from './contract.ts'

export type Problem = {
  readonly lineId: string
  readonly column: Column
  readonly code:
    | CellProblem['code']
    | 'code-taken'
    | 'contradiction'
    | 'said-twice'
    | 'goes-behind'
    | 'unreachable'
    | 'impossible'
    | 'expired'
  /** `stop` keeps the table from being published. */
  readonly weight: 'stop' | 'look'
  readonly value: string
  /** The codes of the other rows it is about. */
  readonly others: readonly string[]
  readonly example: Situation | null
}

export type Checked = {
  readonly rules: readonly RemedyRule[]
  readonly problems: readonly Problem[]
  readonly gaps: readonly Gap[]
  readonly hasMoreGaps: boolean
}

const mostGaps = 40

/** The conditions of a row for these cases, as far as a row can say them; what it gives is for somebody to write. */
export function cellsFor(gap: Gap, today: string, language: Language): SheetLine['cells'] {
  const at = language === 'ja' ? 0 : 1
  const { cause, days, price, on } = gap
  const isAny = gap.functions.length === functions.length
  const named = gap.functions.map((each) => functionWords[each][at])
  const unless = (value: string | number, common: string | number) =>
    value === common ? '' : String(value)
  return {
    causes: cause ? causeWords[cause][at] : '',
    functions: cause === null || isAny ? '' : named.join(at === 0 ? '、' : ', '),
    needsConfirmedFact: gap.isConfirmed.includes(false) ? '' : yesNo.yes[at],
    fromDays: unless(days.from, 0),
    withinDays: String(days.to ?? ''),
    priceFrom: unless(price.from, 1),
    priceTo: String(price.to ?? ''),
    effectiveFrom: unless(on.from, today),
    effectiveUntil: on.to ?? '',
  }
}

/** Everything that can be said about a sheet without looking at cases. `today`: a day in Japan. */
export function check(sheet: readonly SheetLine[], today: string): Checked {
  const lines = sheet.filter((line) => !isBlank(line))
  const { rules, problems: unread } = readSheet(lines)
  const coverage = coverageOf(rules, today, mostGaps)
  const problems = [...unread, ...codesTaken(lines), ...among(rules, coverage)]
  const order = new Map(lines.map(({ id }, at) => [id, at]))
  const place = ({ lineId, column }: Problem) =>
    (order.get(lineId) ?? 0) * columns.length + columns.indexOf(column)
  return {
    rules,
    problems: problems.toSorted((a, b) => place(a) - place(b)),
    gaps: coverage.gaps,
    hasMoreGaps: !coverage.isComplete,
  }
}

/** The rules of a sheet, or where it cannot be read. */
export function readSheet(sheet: readonly SheetLine[]): {
  rules: RemedyRule[]
  problems: Problem[]
} {
  const read = sheet.filter((line) => !isBlank(line)).map((line) => ({ line, ...readLine(line) }))
  return {
    rules: read.flatMap(({ rule }) => rule ?? []),
    problems: read.flatMap(({ line, problems }) =>
      problems.map(({ column, code, value }) => stop(line.id, column, code, value)),
    ),
  }
}

/** A row in which nobody has written anything. */
export function isBlank({ cells }: SheetLine): boolean {
  return columns.every((column) => column === 'isActive' || (cells[column] ?? '').trim() === '')
}

function stop(lineId: string, column: Column, code: Problem['code'], value = ''): Problem {
  return { lineId, column, code, weight: 'stop', value, others: [], example: null }
}

function codesTaken(lines: readonly SheetLine[]): Problem[] {
  const byCode = Map.groupBy(lines, ({ cells }) => folded(cells.code ?? ''))
  return [...byCode].flatMap(([code, [, ...again]]) =>
    code === '' ? [] : again.map(({ id, cells }) => stop(id, 'code', 'code-taken', cells.code)),
  )
}

type CodeOf = (id: string) => string
const look = { weight: 'look', value: '', example: null } as const

function among(rules: readonly RemedyRule[], coverage: Coverage): Problem[] {
  const codes = new Map(rules.map(({ id, code }) => [id, code]))
  const code: CodeOf = (id) => codes.get(id) ?? ''
  const { unreachable, impossible, expired } = coverage
  return [
    ...overlapping(coverage, code),
    ...unreachable.map(({ rule, behind }): Problem => {
      const others = behind.map(code)
      return { ...look, lineId: rule, column: 'priority', code: 'unreachable', others }
    }),
    ...impossible.map((id): Problem => {
      return { ...look, lineId: id, column: 'maxPercent', code: 'impossible', others: [] }
    }),
    ...expired.map((id): Problem => {
      return { ...look, lineId: id, column: 'effectiveUntil', code: 'expired', others: [] }
    }),
  ]
}

/** Where no priority decides, it stops; where one does, it is told at the row that goes behind, unless that never comes. */
function overlapping({ overlaps, unreachable }: Coverage, code: CodeOf): Problem[] {
  const hidden = new Set(unreachable.map(({ rule }) => rule))
  return overlaps.flatMap(({ one, other, winner, differs, example }): Problem[] => {
    if (winner === null) {
      const what = differs ? 'contradiction' : 'said-twice'
      return [{ ...stop(other, 'priority', what), others: [code(one)], example }]
    }
    const lineId = winner === one ? other : one
    const behind = { ...look, lineId, column: 'priority', code: 'goes-behind' } as const
    return hidden.has(lineId) ? [] : [{ ...behind, others: [code(winner)], example }]
  })
}

export type Difference = {
  readonly ruleId: string
  readonly code: string
  readonly what: 'added' | 'removed' | 'changed'
  readonly cells: readonly {
    readonly column: Column
    readonly before: string
    readonly after: string
  }[]
}

/** What another version of the table says otherwise, row by row; a row is the same row by its id. */
export function differencesOf(
  before: readonly RemedyRule[],
  after: readonly RemedyRule[],
  language: Language,
): Difference[] {
  const earlier = new Map(before.map((rule) => [rule.id, lineOf(rule, language).cells]))
  const left = new Set(after.map(({ id }) => id))
  const removed = before.filter(({ id }) => !left.has(id))
  return [
    ...after.flatMap((rule): Difference[] => {
      const [was, is] = [earlier.get(rule.id), lineOf(rule, language).cells]
      const { id: ruleId, code } = rule
      if (!was) return [{ ruleId, code, what: 'added', cells: [] }]
      const cells = columns.flatMap((column) => {
        const [old, now] = [was[column] ?? '', is[column] ?? '']
        return old === now ? [] : [{ column, before: old, after: now }]
      })
      return cells.length > 0 ? [{ ruleId, code, what: 'changed', cells }] : []
    }),
    ...removed.map(({ id, code }): Difference => ({
      ruleId: id,
      code,
      what: 'removed',
      cells: [],
    })),
  ]
}

/** Whoever saw an earlier draft does not write over this one. */
export function whyNotYours(draft: Draft | null, revision: number): No | null {
  if ((draft?.revision ?? 0) === revision) return null
  if (!draft) return refuse('conflict', 'remedies.draft-gone', {})
  const { changedByName: byName } = draft
  return refuse('conflict', 'remedies.draft-changed', { byName })
}

/** Says where to begin, when something in a sheet keeps it from being used. */
export function unfinished(lines: readonly SheetLine[], problems: readonly Problem[]): No | null {
  const [first] = problems
  if (!first) return null
  const row = lines.findIndex(({ id }) => id === first.lineId) + 1
  const { code, column } = first
  const count = problems.length
  return refuse('invalid', 'remedies.table-unfinished', { count, row, code, column })
}
