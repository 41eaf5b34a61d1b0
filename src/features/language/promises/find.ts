import { japaneseOfficeCalendar, type BusinessCalendar } from '#kernel/business-calendar.ts'
import { quotations, sentences } from '#kernel/japanese-text/clauses.ts'
import { type MappedText, original, type Span } from '#kernel/japanese-text/mapped-text.ts'
import { normalise } from '#kernel/japanese-text/normalise.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import type { PromisePhrase, PromiseText } from '../contract.ts'
import { actAsTopic, promisedIn } from './acts.ts'
import { type Expression, expressionsIn, type Memory, mentionsIn } from './expressions.ts'
import type { Mention, Moment } from './mention.ts'
import { type Found, linked, type Part } from './sentences.ts'
import { inFigures } from './spoken-numerals.ts'
import { unwrapped } from './wrapped-lines.ts'

/**
 * The promises in what we said or wrote. `now` fixes what 「明日」 means; `calendar` what a business day is.
 * A promise without a date is found, too: `due` is null and somebody has to ask for it.
 */
export function findPromises(
  given: PromiseText,
  calendar: BusinessCalendar = japaneseOfficeCalendar,
): { promises: PromisePhrase[] } {
  return { promises: promisesIn(unwrapped(normalise(given.text)), given, calendar) }
}

/** The same for a text that is normalised already. */
export function promisesIn(
  normalised: MappedText,
  { now, text }: PromiseText,
  calendar: BusinessCalendar = japaneseOfficeCalendar,
): PromisePhrase[] {
  const mapped = inFigures(normalised)
  const instant = Temporal.Instant.from(now)
  const moment = { now: instant, today: tokyoDay(instant), calendar }
  const quoted = quotations(mapped.text).filter((span) => !isAll(span, mapped.text))
  const mentions = mentionsIn(mapped.text)
  const found = linked(partsOf(mapped.text, mentions, moment))
  const own = found.filter(
    ({ start, end, due }) =>
      !isOver(due, moment.today) &&
      !quoted.some(
        (quote) =>
          quote.start <= start &&
          start < quote.end &&
          (end <= quote.end || wasSaid.test(mapped.text.slice(quote.end))),
      ),
  )
  return once(own).map((promise) => phrase(promise, mapped, text))
}

/** 「ご契約日は2025年6月1日」: a day that has passed is nobody's promise. */
const isOver = (due: string | null, today: Temporal.PlainDate) =>
  due !== null && due.slice(0, 10) < today.toString()

/** 「3日以内に」と前の担当が申し上げた: told again, not promised. */
const wasSaid =
  /^[」』]と[^。、]{0,10}[がはも](?:申し|言|おっしゃ|伝え|お?約束|ご?案内|ご?説明)[^。]{0,8}た/u

/** 「手配しました品の…」: without a mark, the polite past often only says which one. */
function wholeSentences(text: string): Span[] {
  const whole: Span[] = []
  for (const span of sentences(text)) {
    const before = whole.at(-1)
    const isOne = before && /(?:まし|でし)た$/u.test(text.slice(before.end - 3, before.end))
    if (isOne) whole.splice(-1, 1, { start: before.start, end: span.end })
    else whole.push(span)
  }
  return whole
}

function partsOf(text: string, mentions: readonly Mention[], moment: Moment): Part[] {
  const memory: Memory = {}
  let at = 0
  return wholeSentences(text).map(({ start, end }) => {
    const within: Mention[] = []
    for (let next = mentions[at]; next && next.start < end; next = mentions[(at += 1)])
      if (next.end <= end)
        within.push({ ...next, start: next.start - start, end: next.end - start })
    return partOf(text.slice(start, end), start, within, moment, memory)
  })
}

function partOf(
  sentence: string,
  start: number,
  mentions: readonly Mention[],
  moment: Moment,
  memory: Memory,
): Part {
  const isOnlyClock = mentions.length > 0 && mentions.every(({ said }) => said.kind === 'clock')
  if (!isOnlyClock || sentence.length > 40) memory.day = undefined
  const said = expressionsIn(sentence, mentions, moment, memory).filter(
    ({ kind, start: at, end }) =>
      kind !== 'never' &&
      !isEarliest(sentence.slice(Math.max(0, at - 8), at)) &&
      !isOfRule(sentence, sentence.slice(at, end)),
  )
  const found = promisesAt(sentence, said).map((each) => ({
    ...each,
    start: start + each.start,
    end: start + each.end,
  }))
  return { start, sentence, said, found, isOnlyClock }
}

// 「早ければ明日」, 「入荷し次第、最短で明日」: no promise for tomorrow.
const isEarliest = (before: string) =>
  /(?:早(?:ければ|くて)も?|次第、?(?:最短|最速)で)、?$/u.test(before)

/** 「今後は、締め切りの翌朝に…」「普通は当日に…」: how it is done each time. */
const isOfRule = (sentence: string, words: string) =>
  /^(?:今後|以後|これから|次回?から|普通|通常|ふだん)(?:は|も|、)/u.test(sentence.trimStart()) &&
  /^(?:翌[日朝]|前[日夜]|当[日夜]|同日|[0-9]+日(?!まで|に|以内|中)|[0-9]+(?:日|時間|分)前)/u.test(
    words,
  )

function promisesAt(sentence: string, said: readonly Expression[]): Found[] {
  const found: Found[] = []
  let covered = -1
  for (const [i, expression] of said.entries()) {
    if (expression.start < covered) continue
    const following = said[i + 1]
    const own = promisedIn({ sentence, ...expression, next: following?.start })
    const isOwn = own && !isCovered(sentence, expression, following, own.end)
    const joined = isOwn ? own : promisedBeyond(sentence, said, i)
    if (!joined) continue
    if (!isOwn) covered = joined.end
    const start = expression.start - topicLength(sentence, expression.start)
    const words = sentence.slice(start, joined.end)
    found.push({ ...expression, start, end: joined.end, words, isFragment: !joined.hasOwnAct })
  }
  return found
}

const weak = /^(?:折り?返し|改めて|あらためて|また)/u

/** 「明日中に、できるだけ早くご連絡します」, 「至急確認し、折り返し…」: words between a promise and its act. */
function promisedBeyond(sentence: string, said: readonly Expression[], i: number) {
  const [expression, between] = [said[i], said[i + 1]]
  if (!expression || between?.kind !== 'vague') return undefined
  const hasOwnAct = /[しりきちて]、/u.test(sentence.slice(expression.end, between.start))
  const belongs =
    expression.kind === 'dated' ? !hasOwnAct : weak.test(sentence.slice(between.start, between.end))
  const { start, end } = expression
  return belongs ? promisedIn({ sentence, start, end, next: said[i + 2]?.start }) : undefined
}

const inner = /確認|検討|調査|調べ|相談|協議|共有|準備|持ち帰|戻|精査/u

/** 「商品券の件は後日、お見積りの件は11月30日に」: two matters, each with its time. */
const anotherTopic = /^、[^、。]{1,20}は、?$/u

/** 「至急確認し、明日17時までに」, 「追って、11月30日までに」: the date that follows is the date of it. */
function isCovered(
  sentence: string,
  { start, end, kind }: Expression,
  following: Expression | undefined,
  until: number,
): boolean {
  if (kind === 'dated' || !following || following.start < until - 1) return false
  const between = sentence.slice(start, following.start)
  if (
    /は、?$/u.test(sentence.slice(0, start)) &&
    anotherTopic.test(sentence.slice(end, following.start))
  )
    return false
  return (
    inner.test(between) ||
    !/連絡|電話|回答|返事|報告|知らせ|案内|送|届|返金|伺|訪問/u.test(
      sentence.slice(end, following.start),
    )
  )
}

function topicLength(sentence: string, start: number): number {
  return actAsTopic.exec(sentence.slice(Math.max(0, start - 60), start))?.[0].length ?? 0
}

const kinds = [
  /連絡|電話|回答|返事|折り?返|報告|知らせ|説明|返信|メール/u,
  /発送|送|届|配|出荷|納品/u,
  /返金|振り?込|入金/u,
  /伺|訪問|参/u,
]
const kindOf = (words: string) => kinds.findIndex((kind) => kind.test(words))

/** Said twice in one text is promised once. */
function once(found: readonly Found[]): Found[] {
  const seen = new Set<string>()
  return found.filter(({ due, words }) => {
    const promise = `${due} ${kindOf(words)}`
    const isAgain = /^(?:それ|その|同|当)/u.test(words) && seen.has(`${due} -1`)
    const isNew = due === null || (!seen.has(promise) && !isAgain)
    seen.add(promise)
    return isNew
  })
}

function phrase(found: Found, mapped: MappedText, text: string): PromisePhrase {
  const { start, end } = original(mapped, found.start, found.end)
  return { words: text.slice(start, end), due: found.due, precision: found.precision, start, end }
}

const isAll = ({ start, end }: Span, text: string) => end - start >= text.trim().length - 3
