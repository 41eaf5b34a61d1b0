/** What is searched. */
export type Search = {
  readonly row: string
  readonly words: string
  readonly view: 'all' | 'open' | 'safety'
  /** How somebody without an index would tell whether a text holds it: each of these stands in it, within one sentence. */
  readonly needles: readonly RegExp[]
}

/** In each complaint that an aside is put into, and in no other: no sentence of words.ts has any of these. */
const refund = '返金'
const rare = '蜻蛉柄'
const single = '釘'

export const searches: readonly [Search, ...Search[]] = [
  { row: 'search 返金', words: refund, view: 'all', needles: [/返金/] },
  { row: 'search a rare word', words: rare, view: 'all', needles: [/蜻蛉柄/] },
  { row: 'search one character', words: single, view: 'all', needles: [/釘/] },
  { row: 'search a common character', words: '皿', view: 'all', needles: [/皿/] },
  { row: 'search an absent word', words: '麒麟', view: 'all', needles: [/麒麟/] },
  // Each pair of its letters occurs, one beside the other never does.
  { row: 'search absent, of known pairs', words: '返金沢', view: 'all', needles: [/返金沢/] },
  // A longer number is another number.
  { row: 'search a number', words: 'OR-100042', view: 'all', needles: [/OR-100042(?!\d)/] },
  { row: 'search a variant', words: 'ﾌﾞﾚﾝﾄﾞ', view: 'all', needles: [/ブレンド/] },
  { row: 'search two words', words: `${refund} 解約`, view: 'all', needles: [/返金/, /解約/] },
  { row: 'search among open', words: refund, view: 'open', needles: [/返金/] },
  { row: 'search among safety', words: '高橋', view: 'safety', needles: [/高橋/] },
]

const needles = searches.flatMap((search) => search.needles)

/** Which of all needles stand in a text, a bit for each. */
export function needlesIn(text: string): number {
  return needles.reduce((bits, needle, at) => bits | (needle.test(text) ? 1 << at : 0), 0)
}

/** The bits of each search: all of them have to be there. */
export const bitsOf: readonly number[] = searches.map((search, at) => {
  const before = searches.slice(0, at).flatMap((earlier) => earlier.needles).length
  return ((1 << search.needles.length) - 1) << before
})

/** Which aside the n-th of `rows` complaints carries beside its own sentences. */
export function asideOf(index: number, rows: number): number {
  // 51 of each 1,000, spread.
  const hasRefund = (index * 7919) % 1000 < 51
  const isRare = index % Math.floor(rows / 40) === 7 && index < rows - (rows % 40)
  return (hasRefund ? 1 : 0) + (isRare ? 2 : 0) + (index % 100 === 61 ? 4 : 0)
}

export function planted(aside: number): string {
  return [
    aside & 1 ? `すぐに${refund}してください。` : '',
    aside & 2 ? `${rare}のものです。` : '',
    aside & 4 ? `箱の中に${single}が入っていました。` : '',
  ].join('')
}
