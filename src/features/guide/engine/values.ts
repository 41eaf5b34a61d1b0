import { closingTime, japaneseOfficeCalendar, nextBusinessDay } from '#kernel/business-calendar.ts'
import type { Language } from '#kernel/dictionary.ts'
import { toInstant, tokyoDay } from '#kernel/tokyo.ts'
import { brokenPromises, isOurs, namesMoney } from '../rules.ts'
import { placeholderNamed, placeholdersIn, type Placeholder } from './placeholders.ts'
import { felt, isJapanese, languageOf, quotable, shortened } from './quotes.ts'
import { says } from './saying.ts'
import { wordsOfCue } from './clauses.ts'
import type { Situation } from './situation.ts'

/** What a placeholder stands for in this play; undefined when the record does not say it. */
export type Value = (situation: Situation, play: PlayInView) => string | undefined
export type PlayInView = {
  readonly cues: readonly string[]
  readonly count: number
  readonly memory: number
}

const values: Readonly<Record<Placeholder, Value>> = {
  お客様名: ({ record }) => record.customer.name?.replace(/(?:様|さま|さん|-san)$/, ''),
  自社名: ({ context }) => context.organisationName,
  担当名: ({ context }) => told(context.handlerName, context),
  受付番号: ({ record }) => record.number,
  商品: ({ record }) => record.details.product,
  注文番号: ({ record }) => record.details.orderNumber,
  お客様の言葉: quotable,
  お気持ちの言葉: felt,
  合図の言葉: ({ cues, record }, play) => {
    const heard = play.cues
      .flatMap((code) => cues.get(code) ?? [])
      .filter(({ sequence }) => sequence > play.memory)
    const last = heard.toSorted((a, b) => a.sequence - b.sequence).at(-1)
    return last === undefined ? undefined : shortened(wordsOfCue(last, record))
  },
  最初の言葉: ({ record }) => shortened(record.ownWords),
  懸念: ({ record }) => brief(record.concerns.findLast(({ isSettled }) => !isSettled)?.words),
  懸念の数: ({ record }) => numberOf(record.concerns.length),
  望み: ({ record }) => brief(record.details.expectedOutcome),
  いつ: (situation) => brief(factOn('when', situation) ?? situation.record.details.happenedOn),
  どこ: (situation) => brief(factOn('where', situation) ?? situation.record.details.happenedWhere),
  なに: (situation) => brief(factOn('what', situation) ?? situation.record.details.subject),
  確認した事実: ({ record }) => brief(record.facts.findLast(isOurs)?.statement),
  原因: ({ record }) => brief(record.cause?.detail),
  代替案1: (situation) => alternatives(situation)[0],
  代替案2: (situation) => alternatives(situation)[1],
  できること: (situation) => everythingAllowed(situation),
  受け入れた案: ({ record }) =>
    record.offers.findLast(({ answer }) => answer === 'accepted')?.label,
  合意: (situation) => {
    const { agreement } = situation.record
    return brief(agreement?.words ?? agreement?.labels.join(says[languageOf(situation)].and))
  },
  条項: ({ record, options }) => record.offers.at(-1)?.clause ?? options[0]?.rule.clause,
  約束: (situation) => nextPromise(situation)?.words,
  期限: (situation) => dueOf(nextPromise(situation), languageOf(situation)),
  約束の担当: (situation) => told(nextPromise(situation)?.ownerName, situation.context),
  破れた約束: ({ record, elsewhere }) => brokenPromises(record, elsewhere)[0]?.words,
  破れた期限: (situation) => {
    const broken = brokenPromises(situation.record, situation.elsewhere)[0]
    return broken === undefined ? undefined : says[languageOf(situation)].instant(broken.dueAt)
  },
  提案期限: (situation) => says[languageOf(situation)].instant(proposed(situation.context)),
  引き継ぎ先: ({ record, context }) => {
    const request = called(record.escalations)
    return told(request?.seenByName ?? request?.toName, context)
  },
  指名: ({ record }) => called(record.escalations)?.person ?? undefined,
  回数: (situation, { count }) =>
    count > 0 ? says[languageOf(situation)].times(count) : undefined,
  経過分: ({ elapsed: { minutes } }) => (minutes === null ? undefined : String(minutes)),
  ご連絡の回数: ({ contacts }) => (contacts > 1 ? String(contacts) : undefined),
  お使いの言葉: (situation) => {
    const tongue = situation.noticed.find(({ speaks }) => speaks !== null)?.speaks ?? 'other'
    return says[languageOf(situation)].tongues[tongue]
  },
}

export const placeholders = placeholdersIn('ja')

/** Values that come from the company's rules and its own ledger: what they say of money has been decided. */
const decided: readonly Placeholder[] = [
  '代替案1',
  '代替案2',
  'できること',
  '受け入れた案',
  '合意',
  '条項',
  '約束',
]

/** What stands for the placeholder, or undefined: then the sentence is not offered. */
export function valueOf(
  name: string,
  situation: Situation,
  play: PlayInView,
  mayNameMoney: boolean,
): string | undefined {
  const key = placeholderNamed(name, languageOf(situation))
  if (key === undefined) return undefined
  const value = values[key](situation, play)?.trim()
  if (value === undefined || value === '') return undefined
  return !mayNameMoney && !decided.includes(key) && namesMoney(value) ? undefined : value
}

/** Of ours, as customers may know them. */
function told(name: string | null | undefined, { toldAs }: Situation['context']) {
  return name ? (toldAs?.(name) ?? name) : undefined
}

/** Short enough to be read while listening; too long to be quoted is not quoted. */
function brief(words: string | undefined): string | undefined {
  const plain = words?.trim().replace(/[。．.\s]+$/, '')
  if (plain === undefined || /[。\n]|[.!?]\s/.test(plain)) return undefined
  return plain.length > (isJapanese(plain) ? 60 : 120) ? undefined : plain
}

function factOn(topic: string, { record }: Situation): string | undefined {
  const facts = record.facts.filter((fact) => fact.topic === topic && fact.status !== 'withdrawn')
  return (facts.findLast(({ status }) => status === 'confirmed') ?? facts.at(-1))?.statement
}

/** What may still be proposed: offers that wait for an answer, then remedies that were not offered yet. */
function alternatives({ record, options }: Situation): string[] {
  const offered = new Set(record.offers.map(({ ruleId }) => ruleId))
  const waiting = record.offers.filter(
    ({ answer }) => answer === 'pending' || answer === 'considering',
  )
  const labels = [
    ...waiting.map(({ label }) => label),
    ...options.filter(({ rule }) => !offered.has(rule.id)).map(({ rule }) => rule.label),
  ]
  return [...new Set(labels)]
}

/** What the rules allow, whether or not it was rejected: a refusal always says what can be done. */
function everythingAllowed(situation: Situation): string | undefined {
  const { record, options } = situation
  const labels = [
    ...options.map(({ rule }) => rule.label),
    ...record.offers.map(({ label }) => label),
  ]
  const [first, second] = new Set(labels)
  return second === undefined ? first : `${first}${says[languageOf(situation)].or}${second}`
}

function nextPromise({ record }: Situation) {
  return record.commitments
    .filter(({ state, madeTo }) => state === 'open' && madeTo !== 'us')
    .toSorted((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt))[0]
}

function dueOf(promise: ReturnType<typeof nextPromise>, language: Language): string | undefined {
  if (promise === undefined) return undefined
  const { instant, day } = says[language]
  return promise.precision === 'day' ? day(promise.dueAt) : instant(promise.dueAt)
}

/** The next business day at 17:00, or when the desk closes before. */
function proposed({ now, calendar = japaneseOfficeCalendar }: Situation['context']): string {
  const day = nextBusinessDay(calendar, tokyoDay(Temporal.Instant.from(now)))
  const closes = closingTime(calendar, day)
  return toInstant(day, closes < '17:00' ? closes : '17:00').toString()
}

function called(escalations: Situation['record']['escalations']) {
  return escalations.findLast(({ state, kind }) => state !== 'withdrawn' && kind !== 'silent-help')
}

function numberOf(count: number): string | undefined {
  return count === 0 ? undefined : String(count)
}
