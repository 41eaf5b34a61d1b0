/** Full-width letters of a line of Japanese mail: 76 columns, which leaves room for the `> ` of whoever quotes it. */
export const lineOfMail = 38

// JIS X 4051 §8.1: what may not begin a line, and what may not end one.
const notFirst = new Set(
  [
    '、。，．,.・：；:;！？!?‐゠–—…‥々〻ー',
    '）」』】〕〉》｝］)]}”’゛゜ヽヾゝゞ％%℃',
    'ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ',
  ].flatMap((letters) => [...letters]),
)
const notLast = new Set('（「『【〔〈《｛［([{“‘￥¥＄$＃#№')

const words = new Intl.Segmenter('ja', { granularity: 'word' })
const letters = new Intl.Segmenter('ja', { granularity: 'grapheme' })
const glued = /[\p{ASCII}\p{No}％]/u

/**
 * Lines that were typed stay; longer ones are broken between words, never before 。 or after 「, never within an address,
 * a number or a Latin word. Lines that quote (`>`) stay as they are. `most`: full-width letters, a half-width one is half.
 */
export function foldLines(text: string, most = lineOfMail): string {
  return text
    .split(/\r\n|\r|\n/u)
    .map((line) => (line.startsWith('>') ? line : foldLine(line.trimEnd(), most * 2)))
    .join('\n')
}

/** Columns of a text: a full-width letter takes two. */
export function columnsOf(text: string): number {
  let columns = 0
  for (const { segment } of letters.segment(text)) columns += isNarrow(segment) ? 1 : 2
  return columns
}

function isNarrow(letter: string): boolean {
  return /^[\u0020-\u007e\u00a0-\u00ff\uff61-\uff9f]/u.test(letter)
}

function foldLine(line: string, most: number): string {
  if (columnsOf(line) <= most) return line
  const lines: string[] = []
  let current = ''
  for (const piece of piecesOf(line).flatMap((piece) => cut(piece, most))) {
    if (current !== '' && columnsOf(current + piece.trimEnd()) > most) {
      lines.push(current.trimEnd())
      current = piece.trimStart()
    } else current += piece
  }
  return [...lines, current].filter((each) => each !== '').join('\n')
}

/** What is never taken apart: words, with what may not stand at the beginning or the end of a line. */
function piecesOf(line: string): string[] {
  const pieces: string[] = []
  for (const { segment } of words.segment(line)) {
    const before = pieces.at(-1)
    if (before !== undefined && isTogether(before, segment))
      pieces.push(`${pieces.pop()}${segment}`)
    else pieces.push(segment)
  }
  return pieces
}

function isTogether(before: string, next: string): boolean {
  const [last = '', first = ''] = [before.at(-1), next[0]]
  if (notFirst.has(first) || notLast.has(last)) return true
  return !/\s/u.test(last) && glued.test(last) && glued.test(first) && !/\s/u.test(first)
}

/** Japanese that is longer than a line goes letter by letter; an address of any length stays whole. */
function cut(piece: string, most: number): string[] {
  if (columnsOf(piece) <= most || glued.test(piece[0] ?? '')) return [piece]
  return [...letters.segment(piece)].reduce<string[]>((parts, { segment }) => {
    const before = parts.at(-1)
    return before !== undefined && isTogether(before, segment)
      ? [...parts.slice(0, -1), before + segment]
      : [...parts, segment]
  }, [])
}
