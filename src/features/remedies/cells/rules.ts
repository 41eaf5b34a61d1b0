import type { Language } from '#kernel/dictionary.ts'
import { moneyKinds, type RemedyRule } from '#features/remedies/contract.ts'
import { columns, type Column, type SheetLine } from '#features/remedies/tables/contract.ts'
import { causeWords, functionWords, granterWords, headings, kindWords, yesNo } from './contract.ts'

type Words<K extends string> = Readonly<Record<K, readonly [string, string]>>
export type CellProblem = {
  readonly column: Column
  readonly code:
    | 'missing'
    | 'not-a-number'
    | 'out-of-range'
    | 'not-a-day'
    | 'unknown-word'
    | 'limit-missing'
    | 'limit-needless'
    | 'reversed'
  readonly value: string
}
type Cells = SheetLine['cells']

export const headingOf = (column: Column, language: Language): string =>
  headings[column][language === 'ja' ? 0 : 1]

/** The column that a heading of a file names, in either language or by its code. */
export function columnOf(heading: string): Column | undefined {
  const plain = same(heading)
  return columns.find((column) => [column, ...headings[column]].map(same).includes(plain))
}

/** A rule as cells; `readLine` makes the same rule of them. */
export function lineOf(rule: RemedyRule, language: Language = 'ja'): SheetLine {
  const at = language === 'ja' ? 0 : 1
  const several = <K extends string>(words: Words<K>, values: readonly K[]) =>
    values.map((value) => words[value][at]).join(at === 0 ? '、' : ', ')
  const flag = (isSo: boolean | undefined) => (isSo ? yesNo.yes[at] : '')
  const cells: Cells = Object.fromEntries(
    columns.map((column) => [column, String(rule[column] ?? '')]),
  )
  const written: Cells = {
    isActive: yesNo[rule.isActive ? 'yes' : 'no'][at],
    causes: several(causeWords, rule.causes),
    functions: several(functionWords, rule.functions ?? []),
    causeMayBeUnknown: flag(rule.causeMayBeUnknown),
    needsConfirmedFact: flag(rule.needsConfirmedFact),
    kind: kindWords[rule.kind][at],
    grantedBy: granterWords[rule.grantedBy][at],
  }
  return { id: rule.id, cells: { ...cells, ...written } }
}

/** What may stand in a cell of this column, when that is a matter of choice. */
export function choicesOf(column: Column, language: Language): readonly string[] {
  const at = language === 'ja' ? 0 : 1
  const all = (words: Words<string>) => Object.values(words).map((pair) => pair[at])
  if (column === 'causes') return all(causeWords)
  if (column === 'functions') return all(functionWords)
  if (column === 'kind') return all(kindWords)
  if (column === 'grantedBy') return all(granterWords)
  const flags: readonly Column[] = ['isActive', 'causeMayBeUnknown', 'needsConfirmedFact']
  return flags.includes(column) ? all(yesNo) : []
}

export type ReadLine = {
  /** Null when a cell cannot be read: it is never guessed what somebody meant. */
  readonly rule: RemedyRule | null
  readonly problems: readonly CellProblem[]
}

type Reading = { readonly cells: Cells; readonly problems: CellProblem[] }

/** Full and half width, commas, 円, 日, % and old habits of dates are forgiven. */
export function readLine({ id, cells }: SheetLine): ReadLine {
  const the: Reading = { cells, problems: [] }
  const rule: RemedyRule = { id, ...sayings(the), ...conditions(the), ...outcome(the) }
  const { problems } = the
  const found = problems.length > 0 ? problems : disagreements(rule)
  return { rule: found.length === 0 ? rule : null, problems: found }
}

function sayings(the: Reading) {
  return {
    code: needed(the, 'code'),
    name: needed(the, 'name'),
    isActive: flag(the, 'isActive', true),
    label: needed(the, 'label'),
    say: needed(the, 'say'),
    clause: needed(the, 'clause'),
    clauseText: needed(the, 'clauseText'),
    evidence: raw(the, 'evidence') || null,
  }
}

function conditions(the: Reading) {
  return {
    causes: several(the, 'causes', causeWords),
    functions: several(the, 'functions', functionWords),
    causeMayBeUnknown: flag(the, 'causeMayBeUnknown', false),
    productContains: raw(the, 'productContains') || null,
    fromDays: number(the, 'fromDays', 0, 36_500),
    withinDays: number(the, 'withinDays', 1, 36_500),
    priceFrom: number(the, 'priceFrom', 1, 999_999_999),
    priceTo: number(the, 'priceTo', 1, 999_999_999),
    needsConfirmedFact: flag(the, 'needsConfirmedFact', false),
    effectiveFrom: day(the, 'effectiveFrom'),
    effectiveUntil: day(the, 'effectiveUntil'),
  }
}

function outcome(the: Reading) {
  return {
    kind: one(the, 'kind', kindWords, 'explanation'),
    maxYen: number(the, 'maxYen', 0, 999_999_999),
    maxPercent: number(the, 'maxPercent', 1, 100),
    grantedBy: one(the, 'grantedBy', granterWords, 'operator'),
    priority: number(the, 'priority', 1, 999),
  }
}

function raw({ cells }: Reading, column: Column): string {
  return (cells[column] ?? '').trim()
}

function not(the: Reading, column: Column, code: CellProblem['code'], value = raw(the, column)) {
  the.problems.push({ column, code, value })
}

function needed(the: Reading, column: Column): string {
  if (raw(the, column) === '') not(the, column, 'missing')
  return raw(the, column)
}

function number(the: Reading, column: Column, least: number, greatest: number): number | null {
  if (raw(the, column) === '') return null
  const digits = raw(the, column)
    .normalize('NFKC')
    .replaceAll(/[,、円日%¥\s]/gu, '')
  if (!/^\d{1,9}$/u.test(digits)) {
    not(the, column, 'not-a-number')
    return null
  }
  const value = Number(digits)
  if (value < least || value > greatest) not(the, column, 'out-of-range')
  return value
}

function among<K extends string>(the: Reading, column: Column, words: Words<K>, typed: string) {
  const key = keyOf(words, typed)
  if (key === undefined) not(the, column, 'unknown-word', typed)
  return key
}

function flag(the: Reading, column: Column, unsaid: boolean): boolean {
  const typed = raw(the, column)
  return typed === '' ? unsaid : among(the, column, yesNo, typed) === 'yes'
}

function one<K extends string>(the: Reading, column: Column, words: Words<K>, otherwise: K): K {
  const typed = needed(the, column)
  return typed === '' ? otherwise : (among(the, column, words, typed) ?? otherwise)
}

function several<K extends string>(the: Reading, column: Column, words: Words<K>): K[] {
  const typed = raw(the, column).split(/[、,，／\n]/u)
  const named = typed.map((word) => word.trim()).filter(Boolean)
  return [...new Set(named.flatMap((word) => among(the, column, words, word) ?? []))]
}

function day(the: Reading, column: Column): string | null {
  if (raw(the, column) === '') return null
  const read = dayOf(raw(the, column))
  if (read === null) not(the, column, 'not-a-day')
  return read
}

const signs: Readonly<Record<string, string>> = {
  '○': 'yes',
  〇: 'yes',
  '◯': 'yes',
  o: 'yes',
  true: 'yes',
  '1': 'yes',
  '×': 'no',
  x: 'no',
  false: 'no',
  '0': 'no',
  '-': 'no',
}

/** The word itself in either language, its code, or the only word that begins like this. */
function keyOf<K extends string>(words: Words<K>, typed: string): K | undefined {
  const plain = same(typed)
  const keys = Object.keys(words).filter((key): key is K => key in words)
  const names = (key: K) => [key, ...words[key]].map(same)
  const exact = keys.find((key) => names(key).includes(plain) || signs[plain] === key)
  if (exact !== undefined) return exact
  const beginning = keys.filter((key) => names(key).some((name) => name.startsWith(plain)))
  return beginning.length === 1 ? beginning[0] : undefined
}

function same(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s　]/gu, '')
    .toLowerCase()
}

/** 2026-12-01, 2026/12/1, 2026年12月1日; null when there is no such day. */
function dayOf(typed: string): string | null {
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(same(typed))
  if (!found) return null
  const [year, month, day] = found.slice(1).map(Number)
  try {
    return Temporal.PlainDate.from(
      { year: year ?? 0, month: month ?? 0, day: day ?? 0 },
      { overflow: 'reject' },
    ).toString()
  } catch {
    return null
  }
}

/** Cells that can be read, and do not go together. */
function disagreements(rule: RemedyRule): CellProblem[] {
  const isMoney = moneyKinds.includes(rule.kind)
  const { maxYen, maxPercent } = rule
  const limits: CellProblem[] =
    isMoney && maxYen === null && maxPercent === null
      ? [{ column: 'maxYen', code: 'limit-missing', value: '' }]
      : []
  const needless = (['maxYen', 'maxPercent'] as const).flatMap((column): CellProblem[] =>
    !isMoney && rule[column] !== null
      ? [{ column, code: 'limit-needless', value: String(rule[column]) }]
      : [],
  )
  return [...limits, ...needless, ...reversed(rule)]
}

function reversed(rule: RemedyRule): CellProblem[] {
  const pairs = [
    ['withinDays', rule.fromDays, rule.withinDays],
    ['priceTo', rule.priceFrom, rule.priceTo],
    ['effectiveUntil', rule.effectiveFrom, rule.effectiveUntil],
  ] as const
  return pairs.flatMap(([column, from, to]): CellProblem[] =>
    from != null && to != null && from > to
      ? [{ column, code: 'reversed', value: String(to) }]
      : [],
  )
}
