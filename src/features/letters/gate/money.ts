import { parseNumeral } from '#kernel/japanese-text/numerals.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { GateFinding } from './contract.ts'
import { isInQuotes, sentenceAround } from './places.ts'

/** Offers that the customer has not declined. */
export function offered(record: CaseRecord) {
  return record.offers.filter(({ answer }) => answer !== 'rejected')
}

type Sum = { readonly start: number; readonly end: number; readonly yen: number | null }

const figures = '[\\d０-９][\\d０-９,，、]*(?:[.．][\\d０-９]+)?'
const kanji = '[〇零一二三四五六七八九十百千壱弐参拾]'
// 「一円も」 and 「数万円」 name no amount; 「四国」 and 「三十円周辺」 do not end in 円.
const inYen = new RegExp(
  `(?<![数何幾\\d０-９])(?:(?:${figures}|${kanji}+)[億万千百]?)+[ 　]?(?:円(?!周|満|形|滑|卓|高|安|札|玉|以上の方)|(?:yen|JPY)(?![a-z]))|[¥￥][ 　]?${figures}`,
  'giu',
)
const ofPrice = new RegExp(
  `(?:(?:代金|お代|料金|価格|ご?購入金額|お買い上げ金額|商品代)の?)?(?:(?<whole>(?<![差残])全額|満額)|(?<half>半額|半分)|(?<part>(?:${figures}|${kanji}+))[ 　]?(?:[%％]|パーセント|割(?!れ|合|り当)))(?<off>引き?|オフ|ＯＦＦ|OFF)?`,
  'giu',
)

const act =
  '(?:返金|お返し|返還|払い?戻し?|お?支払い?|お?振り?込み?|補償|賠償|弁償|補填|値引き?|割引|減額|お?見舞い?|負担|進呈|贈呈|お渡し|お送り|お届け|差し上げ|付与|充当|ご用意|お付け|お出し|お包み)'
const giving = new RegExp(
  `${act}(?:[金品券]|の(?:お?手続き|お?手配|ご?対応)|クーポン|ポイント|分|[をもにはで]|(?:して|させて)?|[^。\\n、]{0,8})*?(?:いたし(?!か|ません)|致し(?!か|ません)|し(?=ます|、|て|たく|たい)(?!ません)|させて(?:いただ|頂)|申し上げ|差し上げ|上げます|(?<=差し上げ|渡し|返し|送り|届け|出し|付け|包み)ます|する(?:予定|こと|よう手配)|できます|となります|進めて|行いま|いただけます)`,
  'u',
)
const settled =
  /(?:でき|いたし|致し|し|応じ|出来)かね|(?:でき|いたし|致し|し|応じられ|差し上げられ)ません|できない|でしょうか|かどうか|可否|(?:お?支払い?|ご負担|お?振り?込み?)(?:を)?(?:いただ(?!け)|頂(?!け)|くださ|下さ|願)|お客様(?:の|に|が)[^。]{0,8}(?:負担|お支払い)|(?:ご希望|ご要望|お申し出|ご請求|お求め|ご提示|ご主張)(?:です|と|を(?:伺|いただ|頂|承)|につ|に関し|について|の(?:件|旨|とおり)|は|が)|とのこと(?:です|でした|で、|。)/u

/**
 * More than the offers in the record grant: an amount in any numerals, a share of the price, or all of them together. Where
 * the wording rule has already asked about the sentence (`asked`), it is not asked twice.
 */
export function beyondRemedy(
  text: string,
  record: CaseRecord,
  asked: readonly { readonly start: number }[],
): GateFinding[] {
  const amounts = offered(record).flatMap(({ amountYen }) => amountYen ?? [])
  const most = amounts.reduce((sum, yen) => sum + yen, 0)
  const named = sumsIn(text, record.details.price ?? null).filter((sum) => isGiven(text, sum))
  const beyond = named.filter(({ yen }) => !isGranted(yen, amounts))
  const found = beyond.length > 0 ? beyond : tooMuchTogether(text, named, most)
  return found
    .filter(({ start }) => !asked.some((each) => isSameSentence(text, each.start, start)))
    .map(({ start, end, yen }) => ({
      rule: 'amount-beyond-remedy',
      severity: 'error' as const,
      start,
      end,
      message: messageFor(yen, amounts),
      need: 'leader' as const,
    }))
}

function messageFor(yen: number | null, amounts: readonly number[]): string {
  if (amounts.length === 0)
    return 'お金をお渡しする言葉ですが、承認された金額が記録にありません。先に解決策で承認を受けるか、いつお答えするかを書いてください。'
  const most = amounts.reduce((sum, each) => sum + each, 0).toLocaleString('ja-JP')
  return yen === null
    ? `代金が記録にないので、いくらになるか確かめられません。金額で書いてください（記録にある解決策は${most}円まで）。`
    : `記録にある解決策は${most}円までです。金額を合わせるか、先に承認を受けてください。`
}

/** One of the offers, less than the largest, or several of them added up. */
export function isGranted(yen: number | null, amounts: readonly number[]): boolean {
  if (yen === null) return false
  const sums = amounts
    .slice(0, 8)
    .reduce((all, each) => [...all, ...all.map((sum) => sum + each)], [0])
  return yen <= Math.max(0, ...amounts) || sums.includes(yen)
}

/** Each is granted, and all of them are not. */
function tooMuchTogether(text: string, named: readonly Sum[], most: number): Sum[] {
  const single = named.filter(
    ({ start }) => !/(?:合計|合わせて|あわせて|総額|計)[ 　、で]*$/u.test(text.slice(0, start)),
  )
  const distinct = single.filter(
    ({ yen }, at) => single.findIndex((each) => each.yen === yen) === at,
  )
  const together = distinct.reduce((sum, { yen }) => sum + (yen ?? 0), 0)
  return together > most ? distinct.slice(-1) : []
}

function sumsIn(text: string, priceYen: number | null): Sum[] {
  const yen = [...text.matchAll(inYen)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    yen: yenOf(found[0]),
  }))
  const shares = [...text.matchAll(ofPrice)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    yen: shareOf(found.groups ?? {}, found[0], priceYen),
  }))
  // 「代金の全額3,200円」 says one amount twice.
  const alone = shares.filter(
    ({ end }) => !yen.some(({ start }) => start >= end && start - end <= 4),
  )
  return [...yen, ...alone]
    .filter((sum) => sum.yen !== 0 && !isInQuotes(text, sum.start))
    .toSorted((a, b) => a.start - b.start)
}

/** 「1万5千円」, 「1.5万円」, 「二千円」, 「￥3,000」 in yen. */
export function yenOf(words: string): number {
  const plain = words
    .normalize('NFKC')
    .replaceAll(/[,、\s¥円]|yen|jpy/giu, '')
    .replaceAll('壱', '一')
  const parts = [...plain.matchAll(/[\d.]+[億万千百]*|[^\d.]+/gu)].map(([part]) => part)
  return parts.reduce((sum, part) => sum + partOf(part), 0)
}

function partOf(part: string): number {
  const [, number = '', units = ''] = /^([\d.]+)([億万千百]*)$/u.exec(part) ?? []
  if (number === '') return parseNumeral(part) ?? 0
  const unit = [...units].reduce(
    (product, each) => product * ({ 億: 1e8, 万: 1e4, 千: 1000, 百: 100 }[each] ?? 1),
    1,
  )
  return Math.round(Number(number) * unit)
}

/** A share of the price in yen; null while no price is known. */
function shareOf(
  { whole, half, part = '', off }: Readonly<Record<string, string | undefined>>,
  words: string,
  priceYen: number | null,
): number | null {
  if (priceYen === null) return null
  if (whole !== undefined) return priceYen
  if (half !== undefined) return Math.floor(priceYen / 2)
  const number = /^[\d０-９]/u.test(part)
    ? Number(part.normalize('NFKC').replaceAll(/[,、]/gu, ''))
    : (parseNumeral(part) ?? 0)
  const isTenths = words.includes('割')
  return off === undefined && isTenths && /^割?$/u.test(part)
    ? 0
    : Math.floor((priceYen * number) / (isTenths ? 10 : 100))
}

function isGiven(text: string, { start }: Sum): boolean {
  const sentence = sentenceAround(text, start)
  return giving.test(sentence) && !settled.test(sentence)
}

function isSameSentence(text: string, one: number, other: number): boolean {
  const [from, to] = [Math.min(one, other), Math.max(one, other)]
  return !/[。\n]/u.test(text.slice(from, to))
}
