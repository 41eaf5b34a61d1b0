import { normalise } from '#kernel/japanese-text/normalise.ts'
import { parseNumeral } from '#kernel/japanese-text/numerals.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'

/** What the customer said in so many words and nobody has written down: as said, and as the record keeps it. */
export type PlainlySaid = { readonly words: string; readonly value: string }
export const sayables = [
  'when',
  'purchasedOn',
  'where',
  'order',
  'customer',
  'contact',
  'price',
] as const
export type Sayable = (typeof sayables)[number]

/** The latest about each; only what leaves no doubt, because a wrong name is worse than none. */
export function plainlySaid(record: CaseRecord, now: string): ReadonlyMap<Sayable, PlainlySaid> {
  const today = tokyoDay(Temporal.Instant.from(now))
  const turns = turnsOf(record)
    .filter(({ text }) => mayTell.test(text))
    .slice(-mostTurns)
  return new Map(
    turns.flatMap(({ text, isAboutPurchase }) =>
      normalise(text)
        .text.split(/[。!?\n]|(?<=[a-z])\.\s/)
        .flatMap((sentence) => [...readIn(sentence, isAboutPurchase, today)]),
    ),
  )
}

/** In a very long talk what was said at its beginning has been written down, or said again. */
const mostTurns = 60

function* readIn(
  sentence: string,
  isAboutPurchase: boolean,
  today: Temporal.PlainDate,
): Iterable<[Sayable, PlainlySaid]> {
  const isPurchase = bought.test(sentence) || (isAboutPurchase && !eventual.test(sentence))
  const day = dayIn(sentence, today)
  if (day && isPurchase) yield ['purchasedOn', day]
  else if (day) yield ['when', { words: day.words, value: day.words }]
  const price = isPurchase ? priceIn(sentence) : undefined
  if (price) yield ['price', price]
  for (const { key, words } of readers) {
    const [, ...parts] = words.exec(sentence) ?? []
    const said = parts.find((part) => part !== undefined)
    if (said !== undefined) yield [key, { words: said, value: valueOf(key, said) }]
  }
}

/** Without one of these nothing of the kind is there. */
const mayTell =
  /[0-9０-９]|日|昨|きのう|おととい|ゆうべ|今朝|店|営業所|支社|センター|売り?場|工場|ホテル|ページ|サイト|アプリ|ショップ|と(?:申し|いい|言い)ます|名前|円|[A-Za-z]{3}/

type Turn = { readonly text: string; readonly isAboutPurchase: boolean }

/** What the customer said; once a remedy was asked for, or we asked, a bare date is that of the purchase. */
function turnsOf({ notes, usedPhrases, ownWords, cues }: CaseRecord): Turn[] {
  const turns: Turn[] = [{ text: ownWords, isAboutPurchase: false }]
  const remedyAt = cues.find(({ code }) => remedies.includes(code))?.sequence ?? Infinity
  let question = ''
  const ours = usedPhrases.map((used) => ({ ...used, speaker: 'operator' }))
  for (const said of [...notes, ...ours].toSorted((a, b) => a.sequence - b.sequence)) {
    if (said.speaker === 'operator') question = said.text
    if (said.speaker === 'customer') {
      const isAboutPurchase = asksPurchase.test(question) || said.sequence > remedyAt
      turns.push({ text: said.text, isAboutPurchase })
    }
  }
  return turns
}

/** What is asked for under rules that go by the day of the purchase. */
export const remedies: readonly string[] = ['asks_refund', 'asks_exchange', 'asks_repair']

const bought =
  /買(?:っ|い)|購入|注文し|頼んだ|申し込[んみ]|契約し|\b(?:bought|purchased|ordered)\b/i
const asksPurchase = /買い?上げ|ご購入|お求めになった|お日にち|\b(?:buy|bought|purchase)\b/i
/** Something happened then: a purchase is not meant, whatever was asked. */
const eventual = /届|壊|割れ|こわれ|電話|連絡|行っ|言われ|なりま|なっ|起き/

const dayWords =
  /(?:(\d{4})年)?(?<![\d-])(\d{1,2})(?:月|\/)(\d{1,2})日?(?!\d)|(昨日|きのう|一昨日|おととい|今朝|ゆうべ|昨夜|昨晩)|(\d{1,2}|[一二三四五六七八九十]{1,3})日前|\b(yesterday)\b/iu
const isToCome =
  /^(?:の?(?:午前|午後|朝|夕方|夜|\d{1,2}時)?(?:中)?(?:まで|以内)|に(?:届けて|来て|持って|ほし|欲し|お願い|してほ))/u
const ago: Readonly<Record<string, number>> = {
  昨日: 1,
  きのう: 1,
  ゆうべ: 1,
  昨夜: 1,
  昨晩: 1,
  一昨日: 2,
  おととい: 2,
  yesterday: 1,
}

/** A day that is over; its value is YYYY-MM-DD. */
function dayIn(sentence: string, today: Temporal.PlainDate): PlainlySaid | undefined {
  const found = dayWords.exec(sentence)
  if (found === null) return undefined
  if (isToCome.test(sentence.slice(found.index + found[0].length))) return undefined
  const [words, year, month, day, named, days] = found
  if (month === undefined) {
    const back =
      days === undefined ? (ago[(named ?? words).toLowerCase()] ?? 0) : parseNumeral(days)
    return { words, value: today.subtract({ days: back ?? 0 }).toString() }
  }
  const value = latestDay(today, year, Number(month), Number(day))
  return value === undefined ? undefined : { words, value }
}

function latestDay(
  today: Temporal.PlainDate,
  year: string | undefined,
  month: number,
  day: number,
) {
  const years = year === undefined ? [today.year, today.year - 1] : [Number(year)]
  return years
    .map((each) => dayOf(each, month, day))
    .find((each) => each !== undefined && Temporal.PlainDate.compare(each, today) <= 0)
    ?.toString()
}

function dayOf(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
  } catch {
    return undefined
  }
}

type Reader = {
  readonly key: Exclude<Sayable, 'when' | 'purchasedOn' | 'price'>
  readonly words: RegExp
}

const readers: readonly Reader[] = [
  {
    key: 'where',
    words:
      /((?:[一-龯ァ-ヶーA-Za-z0-9]{1,10}の)?(?:[一-龯ァ-ヶーA-Za-z0-9]{1,10}(?:店|営業所|支社|センター|売り場|売場|工場|ホテル)|(?:公式)?(?:オンラインショップ|ホームページ|通販サイト|サイト|アプリ)))(?=で|にて|の(?:レジ|窓口|売り場)|に行|へ行)/u,
  },
  {
    key: 'customer',
    words:
      /(?:^|[、の はが])([一-龯々ァ-ヶーぁ-ん]{1,8}(?: [一-龯々ァ-ヶーぁ-ん]{1,8})?)(?<!者|もの|代理|代わり)と(?:申します|いいます|言います)|名前は、?([一-龯々ァ-ヶー]{1,8}(?: [一-龯々ァ-ヶー]{1,8})?)(?:です|と)|\b[Mm]y name(?:[’']s| is) ([A-Z][a-z]+(?: [A-Z][a-z]+)?)/u,
  },
  {
    key: 'contact',
    words:
      /(?<![\d-])(0\d{1,4}[- (]?\d{1,4}[-) ]?\d{3,4})(?![\d-])|([\w.+-]+@[\w-]+(?:\.[\w-]+)+)/u,
  },
  {
    key: 'order',
    words:
      /(?:注文|受注|契約|伝票|会員|お問い合わせ|送り状|証券)の?番号は?[、: が]*([A-Za-z0-9][A-Za-z0-9-]{3,24})|(?<![A-Za-z0-9-])([A-Z]{1,4}-?\d{4,12})(?![\d-])|\b(?:[Oo]rder|[Cc]ontract) (?:number|no\.?) ?(?:is )?([A-Z0-9][A-Z0-9-]{3,24})\b/u,
  },
]

/** A telephone number has ten or eleven digits; what is written otherwise is kept as it was said. */
function valueOf(key: Sayable, said: string): string {
  return key === 'contact' ? said.replace(/[() ]/g, '-') : said.trim()
}

/** What was paid, not what is asked for. */
function priceIn(sentence: string): PlainlySaid | undefined {
  if (/返|払|補償|賠償|よこせ|くれ/.test(sentence)) return undefined
  const [words, number] = /([\d,]+|\d+万|[一二三四五六七八九十百千]+)円/u.exec(sentence) ?? []
  const yen = number === undefined ? undefined : parseNumeral(number)
  return words === undefined || yen === undefined ? undefined : { words, value: String(yen) }
}
