import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { RemedyOption, RemedyRule } from '../contract.ts'
import { optionsFor } from '../rules.ts'
import { differencesOf } from '../tables/rules.ts'
import type { TrialOption, TrialSums } from './contract.ts'

/** Two tables, and the instant both are asked for. */
export type Tables = {
  readonly before: readonly RemedyRule[]
  readonly after: readonly RemedyRule[]
  readonly now: string
}

export type Tried = {
  readonly gained: readonly TrialOption[]
  readonly lost: readonly TrialOption[]
  readonly sums: Omit<TrialSums, 'rows'>
}

/** What one complaint would be offered otherwise, whoever grants it. */
export function trialOf(record: CaseRecord, { before, after, now }: Tables): Tried {
  const [was, is] = [before, after].map((rules) => optionsFor(rules, record, now, ['admin']))
  return { ...comparing(was ?? [], is ?? []), sums: sumsOf(record, was ?? [], is ?? []) }
}

function comparing(was: readonly RemedyOption[], is: readonly RemedyOption[]) {
  const beyond = (some: readonly TrialOption[], others: readonly TrialOption[]) => {
    const known = new Set(others.map((option) => JSON.stringify(option)))
    return some.filter((option) => !known.has(JSON.stringify(option)))
  }
  const [old, present] = [told(was), told(is)]
  return { gained: beyond(present, old), lost: beyond(old, present) }
}

function told(options: readonly RemedyOption[]): TrialOption[] {
  return options
    .filter(({ obstacles }) => !obstacles.includes('too-late') && !obstacles.includes('over-cap'))
    .map(({ rule: { code, label, grantedBy }, maxYen, allowed }) => ({
      code,
      label,
      maxYen,
      grantedBy,
      isAllowed: allowed,
    }))
}

function sumsOf(
  { offers }: CaseRecord,
  was: readonly RemedyOption[],
  is: readonly RemedyOption[],
): Tried['sums'] {
  const refused = offers.filter(
    (offer) => offer.answer === 'accepted' && isGiven(was, offer) && !isGiven(is, offer),
  )
  return {
    before: dearest(was),
    after: dearest(is),
    accepted: refused.length,
    acceptedYen: refused.reduce((sum, { amountYen }) => sum + (amountYen ?? 0), 0),
  }
}

/** A customer takes one of them: the dearest is the most that it can cost. */
function dearest(options: readonly RemedyOption[]): number {
  return Math.max(0, ...options.map(({ allowed, maxYen }) => (allowed ? (maxYen ?? 0) : 0)))
}

/** As much of the same remedy, whichever row gives it. */
function isGiven(
  options: readonly RemedyOption[],
  { kind, label, amountYen }: CaseRecord['offers'][number],
): boolean {
  return options.some(
    ({ rule, allowed, maxYen }) =>
      allowed &&
      rule.kind === kind &&
      (amountYen === null ? rule.label === label : (maxYen ?? amountYen) >= amountYen),
  )
}

export const nothingYet: TrialSums = {
  before: 0,
  after: 0,
  accepted: 0,
  acceptedYen: 0,
  rows: [],
}

/** What was found so far, and more. Rows stay in the order in which they were met. */
export function together(sums: TrialSums, tried: readonly Tried[]): TrialSums {
  const add = (key: keyof Tried['sums']) =>
    tried.reduce((sum, each) => sum + each.sums[key], sums[key])
  const rows = new Map(sums.rows.map((row) => [row.code, row]))
  for (const { gained, lost } of tried) {
    const [comes, goes] = [gained, lost].map((options) => new Set(options.map(({ code }) => code)))
    for (const { code, label } of [...gained, ...lost].toReversed())
      rows.set(code, rows.get(code) ?? { code, label, gained: 0, lost: 0 })
    for (const [code, row] of rows) {
      const more = { gained: comes?.has(code) ? 1 : 0, lost: goes?.has(code) ? 1 : 0 }
      rows.set(code, { ...row, gained: row.gained + more.gained, lost: row.lost + more.lost })
    }
  }
  return {
    before: add('before'),
    after: add('after'),
    accepted: add('accepted'),
    acceptedYen: add('acceptedYen'),
    rows: [...rows.values()],
  }
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
