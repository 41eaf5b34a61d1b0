import { tokyoDay } from '#kernel/tokyo.ts'
import type { WritingKind } from '#features/language/contract.ts'
import type { DraftedSentence, Ground } from '../drafting/contract.ts'
import type { GateFinding } from '../gate/contract.ts'
import {
  onAgreement,
  onClause,
  onDetail,
  onFact,
  onFault,
  onMeasure,
  onOffer,
  onPromise,
} from '../phrasing/grounds.ts'
import { decidedIn } from '../phrasing/measures.ts'
import { asMatter, dueWords, inline } from '../phrasing/sentences.ts'
import { causesIn, offersIn, oursIn, promisesIn, type Source } from '../phrasing/source.ts'
import {
  publicValues,
  templateValue,
  type TemplateContent,
  type TemplateValue,
} from './contract.ts'

/** Who writes, in whose name: as customers know them. */
export type Writer = { readonly company: string; readonly person: string }
/** What stands for a value, and what it stands on. Null: the record does not say it. */
type Filling = { readonly text: string; readonly grounds: readonly Ground[] } | null

const values: Readonly<Record<TemplateValue, (source: Source, writer: Writer) => Filling>> = {
  お客様名: ({ record }) => plain(record.customer.name?.replace(/\s*(?:様|さま)\s*$/u, '')),
  受付番号: ({ record }) => plain(record.number),
  受付日: ({ record }) => plain(dayWords(record.receivedAt)),
  会社名: (_, { company }) => plain(company),
  担当者名: (_, { person }) => plain(person),
  本日の日付: ({ now }) => plain(dayWords(now)),
  商品: ({ record }) => filled(record.details.product, onDetail('product', record)),
  注文番号: ({ record }) => plain(record.details.orderNumber),
  お申し出: ({ record }) => filled(record.details.subject, onDetail('subject', record)),
  確認した事実: ({ record }) => {
    const fact = oursIn(record).at(-1)
    return fact ? filled(asMatter(fact.statement), onFault(fact)) : null
  },
  原因: ({ record }) => {
    const cause = causesIn(record).at(-1)
    return cause ? filled(asMatter(cause.statement), onFact(cause)) : null
  },
  再発防止策: ({ record }) => {
    const measure = decidedIn(record).at(-1)
    return measure ? filled(asMatter(measure.words), onMeasure(measure, 'decided')) : null
  },
  約束の内容: (source) => ofPromise(source, ({ words }) => words),
  約束の日時: (source) => ofPromise(source, dueWords),
  ご提案: (source) => ofOffer(source, ({ label }) => label),
  金額: (source) =>
    ofOffer(source, ({ amountYen }) =>
      amountYen === null ? '' : `${amountYen.toLocaleString('en-US')}円`,
    ),
  合意の内容: ({ record: { agreement } }) =>
    agreement
      ? filled(agreement.words || agreement.labels.join('、'), onAgreement(agreement))
      : null,
  規定の条文: (source) => {
    const offer = theOffer(source)
    const clause = source.clauses.find(({ id }) => id === offer?.ruleId)
    return clause ? filled(clause.clauseText || clause.clause, onClause(clause)) : null
  },
}

/** The promise that is due next. */
function ofPromise(source: Source, say: (promise: Parameters<typeof onPromise>[0]) => string) {
  const [promise] = promisesIn(source, 'open')
  return promise ? filled(say(promise), onPromise(promise, source.now)) : null
}

function ofOffer(source: Source, say: (offer: Parameters<typeof onOffer>[0]) => string) {
  const offer = theOffer(source)
  return offer ? filled(say(offer), onOffer(offer)) : null
}

/** What the customer took; else the only one that is before them. Between several nobody can choose for a letter. */
function theOffer({ record }: Source) {
  const taken = record.offers.findLast(({ answer }) => answer === 'accepted')
  if (taken) return taken
  const open = offersIn(record)
  return open.length === 1 ? open[0] : undefined
}

function plain(words: string | undefined): Filling {
  return filled(words)
}

function filled(words: string | undefined, ...grounds: Ground[]): Filling {
  const text = inline(words ?? '')
  return text === '' ? null : { text, grounds }
}

function dayWords(at: string): string {
  const day = tokyoDay(Temporal.Instant.from(at))
  return `${day.month}月${day.day}日（${'月火水木金土日'[day.dayOfWeek - 1]}）`
}

// The same shape that the gate looks for: what is not filled does not leave.
const place = /([{｛]{1,2})[\s　]*([^{}｛｝\n]{1,30}?)[\s　]*([}｝]{1,2})/gu

type Place = {
  readonly name: string
  /** Only a person can fill it: `{{…}}`. */
  readonly isByHand: boolean
  readonly start: number
  readonly end: number
}

function placesIn(text: string): Place[] {
  return [...text.matchAll(place)].map(({ index, 0: whole, 1: opened = '', 2: name = '' }) => ({
    name,
    isByHand: opened.length === 2,
    start: index,
    end: index + whole.length,
  }))
}

/** Values of a template that are not on the list, each once. */
export function unknownIn(text: string): string[] {
  const names = placesIn(text).flatMap(({ name, isByHand }) =>
    isByHand || templateValue.safeParse(name).success ? [] : [name],
  )
  return [...new Set(names)]
}

/** Values that would say in public who the customer is. */
export function identifyingIn({ kinds, body }: Pick<TemplateContent, 'kinds' | 'body'>): string[] {
  if (!kinds.includes('public-reply')) return []
  const names = placesIn(body).flatMap(({ name, isByHand }) => (isByHand ? [] : [name]))
  return [...new Set(names)].filter((name) => !publicValues.some((each) => each === name))
}

/** A stretch of the filled text, and the stretch of the template that it comes from. */
export type Piece = {
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
  readonly isFilled: boolean
  readonly grounds: readonly Ground[]
}
export type Filled = {
  readonly text: string
  readonly holes: readonly string[]
  readonly pieces: readonly Piece[]
}

/** The text with the values of the record. What the record does not say stays as a hole, marked for a person. */
export function fill(text: string, kind: WritingKind, source: Source, writer: Writer): Filled {
  const pieces: Piece[] = []
  const holes: string[] = []
  let [whole, at] = ['', 0]
  const put = (words: string, end: number, grounds: readonly Ground[] | null) => {
    if (end === at) return
    const from = whole.length
    whole += words
    const isFilled = grounds !== null
    pieces.push({ from, to: whole.length, start: at, end, isFilled, grounds: grounds ?? [] })
    at = end
  }
  for (const { name, isByHand, start, end } of placesIn(text)) {
    put(text.slice(at, start), start, null)
    const value = isByHand ? null : valueOf(name, kind, source, writer)
    if (value === null) holes.push(name)
    put(value?.text ?? `{{${name}}}`, end, value?.grounds ?? [])
  }
  put(text.slice(at), text.length, null)
  return { text: whole, holes, pieces }
}

function valueOf(name: string, kind: WritingKind, source: Source, writer: Writer): Filling {
  const known = templateValue.safeParse(name)
  if (!known.success) return null
  if (kind === 'public-reply' && !publicValues.includes(known.data)) return null
  return values[known.data](source, writer)
}

/** The sentences of a filled text that stand on something, as a draft keeps them. */
export function sentencesOf({ text, pieces }: Pick<Filled, 'text' | 'pieces'>): DraftedSentence[] {
  return [...text.matchAll(/[^。\n]+。?/gu)].flatMap(({ index, 0: sentence }) => {
    const end = index + sentence.length
    const grounds = pieces
      .filter(({ from, to }) => from < end && to > index)
      .flatMap((piece) => piece.grounds)
    const trimmed = sentence.trim()
    return grounds.length === 0
      ? []
      : [{ text: trimmed, paragraph: 0, grounds, isLead: false, isBlank: trimmed.includes('{{') }]
  })
}

/** What was found in the filled text, in the places of the template. */
export function inTemplate<T extends Pick<GateFinding, 'start' | 'end'>>(
  findings: readonly T[],
  pieces: readonly Piece[],
): T[] {
  const back = (place: number, isEnd: boolean) => {
    const piece = pieces.find(({ from, to }) =>
      isEnd ? from < place && place <= to : from <= place && place < to,
    )
    if (!piece) return 0
    if (piece.isFilled) return isEnd ? piece.end : piece.start
    return piece.start + (place - piece.from)
  }
  return findings.map((each) =>
    each.end > each.start
      ? { ...each, start: back(each.start, false), end: back(each.end, true) }
      : each,
  )
}

export function isSame(a: TemplateContent, b: TemplateContent): boolean {
  const told = ({ name, kana, kinds, subject, body }: TemplateContent) =>
    JSON.stringify([name, kana, [...kinds].toSorted(), subject, body])
  return told(a) === told(b)
}
