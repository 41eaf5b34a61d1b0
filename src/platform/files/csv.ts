/** Cells of one line, and the line of the file on which it begins (1 = the first). */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] }

/** RFC 4180, and what Excel makes of it: comma, semicolon or tab, quotes doubled, line ends inside quotes. */
export function* csvRows(text: string): Generator<CsvRow> {
  const delimiter = delimiterOf(text)
  let cells: string[] = []
  let startedAt = 1
  for (let at = 0, line = 1; at < text.length;) {
    const cell = cellAt(text, at, delimiter)
    cells.push(cell.text)
    at = cell.next
    line += cell.breaks
    if (!cell.isLast) continue
    if (cells.some((each) => each.trim() !== '')) yield { line: startedAt, cells }
    cells = []
    startedAt = line
  }
}

type Cell = {
  readonly text: string
  /** Where the next cell begins. */
  readonly next: number
  /** Of its row. */
  readonly isLast: boolean
  /** How many lines of the file it took. */
  readonly breaks: number
}

/** Quotes may be followed by plain letters ("a"b): nothing of what stands there is dropped. */
function cellAt(text: string, from: number, delimiter: string): Cell {
  const isQuoted = text[from] === '"'
  const closing = isQuoted ? endOfQuoted(text, from + 1) : from
  const quoted = isQuoted ? text.slice(from + 1, closing).replaceAll('""', '"') : ''
  const plainFrom = isQuoted ? closing + 1 : from
  const end = endOfPlain(text, plainFrom, delimiter)
  const isCrLf = text[end] === '\r' && text[end + 1] === '\n'
  const isLast = text[end] !== delimiter
  return {
    text: quoted + text.slice(plainFrom, end),
    next: end + (isCrLf ? 2 : 1),
    isLast,
    breaks: quoted.split('\n').length - 1 + (isLast ? 1 : 0),
  }
}

/** The closing quote, or the end of a file that forgot it. */
function endOfQuoted(text: string, from: number): number {
  let end = text.indexOf('"', from)
  while (end !== -1 && text[end + 1] === '"') end = text.indexOf('"', end + 2)
  return end === -1 ? text.length : end
}

function endOfPlain(text: string, from: number, delimiter: string): number {
  let end = from
  while (end < text.length && !isBreak(text[end], delimiter)) end += 1
  return end
}

function isBreak(letter: string | undefined, delimiter: string): boolean {
  return letter === delimiter || letter === '\n' || letter === '\r'
}

/** Whichever the heading has most of. */
function delimiterOf(text: string): string {
  const heading = text.slice(0, text.search(/[\r\n]|$/u))
  const count = (letter: string) => heading.split(letter).length
  return [',', '\t', ';'].toSorted((a, b) => count(b) - count(a))[0] ?? ','
}
