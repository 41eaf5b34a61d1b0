import { normalise } from '#kernel/japanese-text/normalise.ts'
import { readMoment } from '../moments/rules.ts'
import type { Precision } from './contract.ts'

/** What is understood of a pasted review; a person looks at it before it is received. */
export type Understood = {
  readonly words: string
  readonly site: string
  readonly url: string
  readonly author: string
  readonly stars: number | null
  readonly postedAt: string | null
  readonly postedPrecision: Precision | null
}

/**
 * Reads a review as it was copied from a page: the lines about it (who, when, how many stars, where) are taken apart
 * from what was written. `now` is an ISO instant: 「3日前」 is counted from it. Never throws.
 */
export function understandReview(pasted: string, now: string): Understood {
  const lines = pasted.replaceAll('\r\n', '\n').split('\n')
  const url = /https?:\/\/[^\s<>"「」（）]+/u.exec(pasted)?.[0] ?? ''
  const posted = firstOf(lines, (line) => postedIn(line, now))
  const author = authorIn(lines)
  const about = new Set([author.line, ...lines.filter((line) => isAbout(line, now))])
  return {
    words: lines
      .filter((line) => !about.has(line))
      .join('\n')
      .trim(),
    site: siteOf(url) || siteNamedIn(pasted),
    url,
    author: author.name,
    stars: firstOf(lines, starsInLine),
    postedAt: posted?.at ?? null,
    postedPrecision: posted?.precision ?? null,
  }
}

function firstOf<T>(lines: readonly string[], read: (line: string) => T | null): T | null {
  for (const line of lines) {
    const found = read(line)
    if (found !== null) return found
  }
  return null
}

const sites: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\.)(?:maps\.app\.goo\.gl|goo\.gl|g\.page|google\.[a-z.]+)$/u, 'Google マップ'],
  [/(?:^|\.)amazon\.[a-z.]+$/u, 'Amazon'],
  [/(?:^|\.)rakuten\.co\.jp$/u, '楽天市場'],
  [/(?:^|\.)(?:shopping\.yahoo\.co\.jp)$/u, 'Yahoo!ショッピング'],
  [/(?:^|\.)tabelog\.com$/u, '食べログ'],
  [/(?:^|\.)hotpepper\.jp$/u, 'ホットペッパー'],
  [/(?:^|\.)kakaku\.com$/u, '価格.com'],
  [/(?:^|\.)cosme\.net$/u, '@cosme'],
  [/(?:^|\.)jalan\.net$/u, 'じゃらん'],
  [/(?:^|\.)tripadvisor\.[a-z.]+$/u, 'トリップアドバイザー'],
  [/(?:^|\.)(?:x|twitter)\.com$/u, 'X'],
  [/(?:^|\.)instagram\.com$/u, 'Instagram'],
  [/(?:^|\.)threads\.(?:net|com)$/u, 'Threads'],
  [/(?:^|\.)facebook\.com$/u, 'Facebook'],
  [/(?:^|\.)(?:youtube\.com|youtu\.be)$/u, 'YouTube'],
  [/(?:^|\.)tiktok\.com$/u, 'TikTok'],
]

/** The site's own name, or its host when it is none of those we know. */
export function siteOf(url: string): string {
  const host = /^https?:\/\/(?:[^/@]*@)?([^/:?#]+)/iu.exec(url)?.[1]?.toLowerCase() ?? ''
  return sites.find(([pattern]) => pattern.test(host))?.[1] ?? host.replace(/^www\./u, '')
}

const names =
  /Google マップ|Googleマップ|Amazon|楽天市場|Yahoo!ショッピング|食べログ|ホットペッパー|価格\.com|@cosme|じゃらん|トリップアドバイザー|Instagram|Facebook|YouTube|TikTok/u

function siteNamedIn(text: string): string {
  const name = names.exec(text)?.[0] ?? ''
  return name === 'Googleマップ' ? 'Google マップ' : name
}

function authorIn(lines: readonly string[]): { name: string; line: string | null } {
  for (const line of lines) {
    const said =
      /^\s*(?:投稿者|レビュアー|ニックネーム|ユーザー名?|名前|by)\s*[:：]?\s+(\S.{0,60})$|^\s*(?:投稿者|レビュアー|ニックネーム|ユーザー名?|名前)[:：]\s*(\S.{0,60})$/iu.exec(
        line,
      )
    const handle = /^\s*(@[\w.]{1,40})\s*$/u.exec(line)
    const name = said?.[1] ?? said?.[2] ?? handle?.[1]
    if (name) return { name: name.trim(), line }
  }
  return nameAbove(lines)
}

/** A short first line above a line about the review is who wrote it: that is how maps and shops show it. */
function nameAbove(lines: readonly string[]) {
  const filled = lines.filter((line) => line.trim() !== '')
  const [first = '', second = ''] = filled
  const isName = first.trim().length <= 30 && !/[。！？!?、]|https?:/u.test(first)
  const isFollowed = starsInLine(second) !== null || metaLine.test(second) || relative.test(second)
  return isName && isFollowed && starsInLine(first) === null && !hasDate(first)
    ? { name: first.trim(), line: first }
    : { name: '', line: null }
}

const metaLine =
  /^\s*(?:ローカルガイド|認証済み購入|.{0,20}件の(?:クチコミ|口コミ|レビュー)|\d[\d,.万]*\s*(?:回表示|件の表示|views|いいね|likes?)|返信(?:する)?|シェア|いいね|役に立った|参考になった|違反を報告(?:する)?|もっと見る|続きを読む|Reply|Share|Helpful|Report|新規|写真\s*\d+枚)\s*(?:·.*)?$/iu

/** 5つ星のうち2.0, ★★☆☆☆, 星2つ, 評価：2, 2/5 → stars of five. */
function starsInLine(line: string): number | null {
  const folded = line.normalize('NFKC')
  const drawn = /[★☆]{2,5}/u.exec(folded)?.[0]
  if (drawn) return [...drawn].filter((star) => star === '★').length
  const said =
    /(?:5つ星のうち|星[:：]?|評価[:：]?\s*|★)\s*([0-5](?:\.\d)?)(?!\d)/u.exec(folded) ??
    /^\s*([0-5](?:\.\d)?)\s*(?:\/\s*5|out of 5)(?!\d)/iu.exec(folded)
  return said?.[1] === undefined || Number(said[1]) > 5 ? null : Number(said[1])
}

const dated =
  /(?:(?:令和|平成)\s*(?:\d{1,2}|元)|\d{4})\s*[年/.-]\s*\d{1,2}\s*[月/.-]\s*\d{1,2}\s*日?/u
const clock = /(午前|午後)?\s*(\d{1,2})[:時]\s*(\d{2})/u
const relative =
  /(?:^|\s|·)\s*(\d{1,3}|[一二三四五六七八九十])?\s*(分|時間|日|週間|か月|ヶ月|ヵ月|カ月|ケ月|年)前|(?:^|\s)(昨日|一昨日|今日|本日)(?:\s|$)/u

function hasDate(line: string): boolean {
  return dated.test(normalise(line).text) || relative.test(line.normalize('NFKC'))
}

function postedIn(line: string, now: string): { at: string; precision: Precision } | null {
  const text = normalise(line).text
  const date = dated.exec(text)?.[0]
  if (date) {
    const time = clock.exec(text.replace(date, ' '))
    const whole = time ? `${date} ${time[1] ?? ''}${time[2]}:${time[3]}` : date
    const moment = readMoment(whole) ?? readMoment(date)
    if (moment && moment.at <= now) return moment
  }
  return agoIn(line.normalize('NFKC'), now)
}

const daysBack: Readonly<Record<string, number>> = { 今日: 0, 本日: 0, 昨日: 1, 一昨日: 2 }
const digits = '〇一二三四五六七八九十'

function agoIn(text: string, now: string): { at: string; precision: Precision } | null {
  const found = relative.exec(text)
  if (!found || text.trim().length > 40) return null
  const [, told = '1', unit = '', word] = found
  const count = /\d/u.test(told) ? Number(told) : digits.indexOf(told)
  const from = Temporal.Instant.from(now).toZonedDateTimeISO('Asia/Tokyo')
  const back = word ? { days: daysBack[word] ?? 0 } : lengthOf(unit, count)
  return { at: from.subtract(back).toInstant().toString(), precision: 'about' }
}

function lengthOf(unit: string, count: number): Temporal.DurationLike {
  if (unit === '分') return { minutes: count }
  if (unit === '時間') return { hours: count }
  if (unit === '日') return { days: count }
  if (unit === '週間') return { weeks: count }
  return unit === '年' ? { years: count } : { months: count }
}

/** A line that says something about the review and nothing of what the customer wrote. */
function isAbout(line: string, now: string): boolean {
  const text = line.trim()
  if (text === '' || text.length > 90) return false
  if (/^https?:\/\/\S+$/u.test(text) || metaLine.test(text)) return true
  const rest = normalise(text.normalize('NFKC'))
    .text.replace(dated, '')
    .replace(clock, '')
    .replace(relative, '')
    .replace(
      /[★☆]+|5つ星のうち|星|つ|評価|[0-5](?:\.\d)?\s*(?:\/\s*5|out of 5( stars)?)?|[·・|\-:：()]|に?日本でレビュー済み|投稿日?|訪問日?|最終更新|更新|[\d,.]+(?:万)?\s*(?:回表示|件の表示|views)/giu,
      '',
    )
    .trim()
  const isSign = starsInLine(text) !== null || postedIn(text, now) !== null || clock.test(text)
  return isSign && rest === ''
}
