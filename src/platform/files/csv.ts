/** Cells of one line, and the line of the file on which it begins (1 = the first). */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] }

export type CsvForm = { readonly delimiter: Delimiter; readonly quote: Quote }
export const delimiters = [',', '\t', ';', '|'] as const
export type Delimiter = (typeof delimiters)[number]
export const quotes = ['"', "'"] as const
export type Quote = (typeof quotes)[number]

/**
 * RFC 4180, and what Excel makes of it: comma, semicolon, tab or bar, quotes doubled, line ends inside quotes. Rows
 * without anything in them are left out, unless `keepsBlank`.
 */
export function* csvRows(
  text: string,
  form: CsvForm = csvForm(text),
  { keepsBlank = false } = {},
): Generator<CsvRow> {
  const told = toldDelimiter(text)
  let cells: string[] = []
  let startedAt = told ? 2 : 1
  for (let at = told?.length ?? 0, line = startedAt; at < text.length;) {
    const cell = cellAt(text, at, form)
    cells.push(cell.text)
    at = cell.next
    line += cell.breaks
    if (!cell.isLast) continue
    if (keepsBlank || cells.some((each) => each.trim() !== '')) yield { line: startedAt, cells }
    cells = []
    startedAt = line
  }
  // A delimiter was the last letter of the file: the row ends with an empty cell.
  if (cells.length > 0) yield { line: startedAt, cells: [...cells, ''] }
}

/** What parts the cells of this text, and what holds them together. */
export function csvForm(text: string): CsvForm {
  const start = text.slice(toldDelimiter(text)?.length ?? 0).slice(0, 20_000)
  return { delimiter: delimiterOf(text, start), quote: quoteOf(start) }
}

/** Excel writes `sep=;` above the heading when the delimiter is an unusual one. */
function toldDelimiter(text: string): string | undefined {
  return /^sep=[,;\t|]\r?\n/iu.exec(text)?.[0]
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
function cellAt(text: string, from: number, { delimiter, quote }: CsvForm): Cell {
  const isQuoted = text[from] === quote
  const closing = isQuoted ? endOfQuoted(text, from + 1, quote) : from
  const quoted = isQuoted ? text.slice(from + 1, closing).replaceAll(quote + quote, quote) : ''
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
function endOfQuoted(text: string, from: number, quote: string): number {
  let end = text.indexOf(quote, from)
  while (end !== -1 && text[end + 1] === quote) end = text.indexOf(quote, end + 2)
  return end === -1 ? text.length : end
}

function endOfPlain(text: string, from: number, delimiter: string): number {
  let end = from
  while (end < text.length && !isBreak(text[end], delimiter)) end += 1
  return end
}

// What a spreadsheet takes for a formula, also in full width, behind blanks, or behind a guard that was there before.
const formula = /^'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u
const number = /^-?\d+(?:\.\d+)?$/u

/** A cell that no spreadsheet carries out when it opens the file: the apostrophe says that text follows. */
export function guarded(cell: string): string {
  return formula.test(cell) && !number.test(cell) ? `'${cell}` : cell
}

/** The cell as it was before it was guarded. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell
}

function isBreak(letter: string | undefined, delimiter: string): boolean {
  return letter === delimiter || letter === '\n' || letter === '\r'
}

/** What was told, else whichever the heading has most of. */
function delimiterOf(text: string, start: string): Delimiter {
  const told = toldDelimiter(text)?.[4]
  const heading = start.trimStart().slice(0, start.trimStart().search(/[\r\n]|$/u))
  const count = (letter: string) => heading.split(letter).length
  return (
    delimiters.find((each) => each === told) ??
    delimiters.toSorted((a, b) => count(b) - count(a))[0] ??
    ','
  )
}

/** Apostrophes only when cells begin and end with them and none begins with a quotation mark. */
function quoteOf(start: string): Quote {
  const wrapped = start.match(/(?:^|[,;|\t\n])'[^'\n]*'(?=[,;|\t\r\n]|$)/gu)?.length ?? 0
  return wrapped > 1 && !/(?:^|[,;|\t\n])"/u.test(start) ? "'" : '"'
}
