import { lineOf, readLine, type CellProblem } from '#features/remedies/cells/rules.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { Language } from '#kernel/dictionary.ts'
import type { RemedyRule } from '#features/remedies/contract.ts'
import type { Coverage, Gap, Situation } from '#features/remedies/coverage/contract.ts'
import { coverageOf } from '#features/remedies/coverage/rules.ts'
import { folded, optionsFor } from '#features/remedies/rules.ts'
import { columns, type Column, type SheetLine, type TrialOption } from './contract.ts'

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

/** What one complaint would be offered otherwise, whoever grants it. `now`: the instant both tables are asked for. */
export function trialOf(
  record: CaseRecord,
  before: readonly RemedyRule[],
  after: readonly RemedyRule[],
  now: string,
): { gained: TrialOption[]; lost: TrialOption[] } {
  const [was, is] = [before, after].map((rules) => givenIn(rules, record, now))
  const beyond = (some: readonly TrialOption[] = [], others: readonly TrialOption[] = []) => {
    const known = new Set(others.map((option) => JSON.stringify(option)))
    return some.filter((option) => !known.has(JSON.stringify(option)))
  }
  return { gained: beyond(is, was), lost: beyond(was, is) }
}

function givenIn(rules: readonly RemedyRule[], record: CaseRecord, now: string): TrialOption[] {
  return optionsFor(rules, record, now, ['admin'])
    .filter(({ obstacles }) => !obstacles.includes('too-late') && !obstacles.includes('over-cap'))
    .map(({ rule: { code, label, grantedBy }, maxYen, allowed }) => ({
      code,
      label,
      maxYen,
      grantedBy,
      isAllowed: allowed,
    }))
}

/** The day on which the draft is tried: today, or when the last of its new rows begins. */
export function trialDay(
  before: readonly RemedyRule[],
  after: readonly RemedyRule[],
  today: string,
): string {
  const changed = new Set(differencesOf(before, after, 'ja').map(({ ruleId }) => ruleId))
  const begins = after.flatMap(({ id, effectiveFrom }) =>
    changed.has(id) && effectiveFrom ? [effectiveFrom] : [],
  )
  return [today, ...begins].toSorted().at(-1) ?? today
}
