import type { Letterhead } from '../letterhead/contract.ts'

export type Numerals = Letterhead['numerals']

const digits = '〇一二三四五六七八九'
const powers = ['', '十', '百', '千']
const myriads = ['', '万', '億', '兆']

/** 12800 → 一万二千八百. Whole numbers below 10¹⁶. */
export function kanjiNumber(number: number): string {
  if (number === 0) return '〇'
  const groups: string[] = []
  for (let rest = number, at = 0; rest > 0; rest = Math.floor(rest / 10_000), at += 1) {
    const group = rest % 10_000
    if (group > 0) groups.unshift(kanjiGroup(group) + (myriads[at] ?? ''))
  }
  return groups.join('')
}

function kanjiGroup(group: number): string {
  return [...String(group)]
    .map((digit, at, all) => {
      const power = powers[all.length - 1 - at] ?? ''
      if (digit === '0') return ''
      return digit === '1' && power !== '' ? power : (digits[Number(digit)] ?? '') + power
    })
    .join('')
}

function digitByDigit(written: string): string {
  return written.replace(/\d/gu, (digit) => digits[Number(digit)] ?? '')
}

const latin = /\d*[A-Za-z][A-Za-z0-9]*(?:[-._/@:+&' ]+[A-Za-z0-9]+)*/u
const chained = /\d+(?:[-‐−]\d+)+/u
const clock = /(?<hour>\d{1,2}):(?<minute>\d{2})(?!\d)/u
const year = /\d{4}(?=年)/u
const decimal = /\d+\.\d+/u
const whole = /\d{1,3}(?:,\d{3})+|\d+/u
const token = new RegExp(
  [latin, chained, clock, year, decimal, whole].map(({ source }) => `(${source})`).join('|'),
  'gu',
)

/** A text for vertical setting: numbers as they are read in columns, every other ASCII sign in its full-width form. */
export function forColumns(text: string, numerals: Numerals): string {
  const plain = text.replace(/[０-９Ａ-Ｚａ-ｚ]/gu, (letter) => letter.normalize('NFKC'))
  let put = ''
  let from = 0
  for (const found of plain.matchAll(token)) {
    put += wide(plain.slice(from, found.index)) + spoken(found, numerals)
    from = found.index + found[0].length
  }
  return put + wide(plain.slice(from))
}

function spoken(found: RegExpMatchArray, numerals: Numerals): string {
  const [words, isLatin, isChain, isClock, , isYear, isDecimal] = [
    found[0],
    found[1],
    found[2],
    found[3],
    found[4],
    found[6],
    found[7],
  ]
  // Short names in capitals stand upright.
  if (isLatin) return /^[A-Z0-9]{1,4}$/u.test(words) ? wide(words) : words
  if (isChain) return digitByDigit(words).replaceAll(/[-‐−]/gu, '―')
  if (isClock) return clockWords(found.groups, numerals)
  if (isYear) return digitByDigit(words)
  if (isDecimal) return digitByDigit(words).replace('.', '・')
  const bare = words.replaceAll(',', '')
  if (numerals === 'side-by-side' && words.length <= 3)
    return words.length === 1 ? wide(words) : words
  return bare.length > 16 || /^0\d/u.test(bare) ? digitByDigit(bare) : kanjiNumber(Number(bare))
}

function clockWords(groups: RegExpMatchArray['groups'], numerals: Numerals): string {
  const [hour, minute] = [Number(groups?.['hour']), Number(groups?.['minute'])]
  const said = minute === 0 ? `${hour}時` : `${hour}時${minute}分`
  return forColumns(said, numerals)
}

function wide(text: string): string {
  return text.replace(/[!-~]/gu, (sign) =>
    String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0),
  )
}

/** `upright`: one letter. `side`: two or three digits in the width of one. `turned`: Latin, on its side. */
export type Cell = {
  readonly text: string
  readonly form: 'upright' | 'side' | 'turned'
  /** Cells it takes of its column. */
  readonly takes: number
}

const clusters = new Intl.Segmenter('ja', { granularity: 'grapheme' })
const longestTurned = 24
const run = new RegExp(`(${latin.source})|(\\d+)`, 'gu')

/** The cells of a text that went through `forColumns`. */
export function cellsOf(text: string): Cell[] {
  const cells: Cell[] = []
  let from = 0
  for (const found of text.matchAll(run)) {
    cells.push(...uprights(text.slice(from, found.index)))
    cells.push(...(found[1] ? latinCells(found[1]) : digitCells(found[0])))
    from = found.index + found[0].length
  }
  return [...cells, ...uprights(text.slice(from))]
}

function uprights(text: string): Cell[] {
  const whole = text.replaceAll(/[ \t]/gu, '　')
  return [...clusters.segment(whole)].map(({ segment }) => upright(segment))
}

function upright(text: string): Cell {
  return { text, form: 'upright', takes: 1 }
}

function digitCells(words: string): Cell[] {
  return words.length === 1 ? [upright(wide(words))] : [{ text: words, form: 'side', takes: 1 }]
}

/** Words lie on their side, in pieces that a column can hold. */
function latinCells(words: string): Cell[] {
  const pieces = words.match(new RegExp(`.{1,${longestTurned}}`, 'gu')) ?? []
  return pieces.map((piece) => ({
    text: piece,
    form: 'turned',
    takes: Math.ceil(piece.length * 0.56 + 0.1),
  }))
}

/** 行頭禁則 and 行末禁則 (JIS X 4051), as far as letters need them. */
const neverFirst =
  /^[、。，．・：；？！)）\]］}｝」』】〉》〕ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々ゝゞヽヾ％〜]/u
const neverLast = /^[（［｛「『【〈《〔〒￥]/u
const hangs = /^[、。，．]$/u
const together = /^[―…‥]$/u

export type Column = {
  readonly cells: readonly Cell[]
  /** Cells left free above. */
  readonly top: number
  /** Filled to the end, so that what is missing is spread between its cells. */
  readonly isFull: boolean
}

/** Breaks cells into columns of so many cells. 、 and 。 may hang below the last one. */
export function columnsOf(cells: readonly Cell[], height: number, indent = 0): Column[] {
  const columns: Column[] = []
  let rest = cells
  let top = indent
  while (rest.length > 0) {
    const count = fitting(rest, Math.max(2, height - top))
    const isFull = count < rest.length
    columns.push({ cells: rest.slice(0, count), top, isFull })
    rest = rest.slice(count)
    top = 0
  }
  return columns
}

function fitting(cells: readonly Cell[], room: number): number {
  let taken = 0
  let count = 0
  for (const { takes } of cells) {
    if (taken + takes > room) break
    taken += takes
    count += 1
  }
  if (count >= cells.length) return cells.length
  const next = cells[count]
  if (next && hangs.test(next.text) && !isBarred(cells, count + 1)) return count + 1
  return Math.max(1, pulledBack(cells, Math.max(1, count)))
}

/** Up to three cells go over to the next column; more would tear a hole. */
function pulledBack(cells: readonly Cell[], count: number): number {
  for (let at = count; at > Math.max(0, count - 4); at -= 1) if (!isBarred(cells, at)) return at
  return count
}

function isBarred(cells: readonly Cell[], at: number): boolean {
  const [last, first] = [cells[at - 1], cells[at]]
  if (!last || !first) return false
  if (neverFirst.test(first.text) || neverLast.test(last.text)) return true
  return together.test(last.text) && first.text === last.text
}
