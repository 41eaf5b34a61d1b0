/** What is searched, and how somebody without an index would tell whether a text holds it. */
export type Search = {
  readonly row: string
  readonly words: string
  readonly view: 'all' | 'open' | 'safety'
  readonly isIn: (text: string) => boolean
}

const has = (word: string) => (text: string) => text.includes(word)

/** In each complaint that `planted` names, and in no other: no sentence of words.ts has any of these. */
const refund = '返金'
const rare = '蜻蛉柄'
const single = '釘'

export const searches: readonly Search[] = [
  { row: 'search 返金', words: refund, view: 'all', isIn: has(refund) },
  { row: 'search a rare word', words: rare, view: 'all', isIn: has(rare) },
  { row: 'search one character', words: single, view: 'all', isIn: has(single) },
  { row: 'search a common character', words: '皿', view: 'all', isIn: has('皿') },
  { row: 'search an absent word', words: '麒麟', view: 'all', isIn: has('麒麟') },
  // Each pair of its letters occurs, one beside the other never does.
  { row: 'search absent, of known pairs', words: '返金沢', view: 'all', isIn: has('返金沢') },
  {
    row: 'search a number',
    words: 'OR-100042',
    view: 'all',
    // A longer number is another number.
    isIn: (text) => /OR-100042(?!\d)/.test(text),
  },
  { row: 'search a variant', words: 'ﾌﾞﾚﾝﾄﾞ', view: 'all', isIn: has('ブレンド') },
  {
    row: 'search two words',
    words: `${refund} 解約`,
    view: 'all',
    isIn: (text) => text.includes(refund) && text.includes('解約'),
  },
  { row: 'search among open', words: refund, view: 'open', isIn: has(refund) },
  { row: 'search among safety', words: '高橋', view: 'safety', isIn: has('高橋') },
]

/** The sentences with these words that the n-th of `rows` complaints carries beside its own. */
export function planted(index: number, rows: number): string {
  return [
    // 51 of each 1,000, spread.
    (index * 7919) % 1000 < 51 ? `すぐに${refund}してください。` : '',
    index % Math.floor(rows / 40) === 7 && index < rows - (rows % 40) ? `${rare}のものです。` : '',
    index % 100 === 61 ? `箱の中に${single}が入っていました。` : '',
  ].join('')
}
