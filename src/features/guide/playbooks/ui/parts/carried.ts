import { importPlaybook, type PlaybookFile } from '../../contract.ts'

/** Where a file cannot be taken: not JSON, not a playbook at all, or one field of it has another form. */
export type Trouble = {
  readonly line: number
  readonly kind: 'json' | 'other-file' | 'field'
  readonly field: string
}
export type Carried =
  | { readonly file: PlaybookFile; readonly lineOf: (...path: readonly string[]) => number }
  | { readonly trouble: Trouble }

/** A file that somebody chose, with the line of each of its fields; or the first thing to mend in it. */
export function carried(text: string): Carried {
  const reader: Reader = { text, at: 0, from: 0, lines: new Map() }
  const isWhole = value(reader, []) && next(reader) === ''
  if (!isWhole) return { trouble: { line: lineAt(text, reader.from), kind: 'json', field: '' } }
  const lineOf = (...path: readonly string[]) => nearestLine(reader.lines, path)
  const given: unknown = JSON.parse(text)
  if (!hasFormat(given)) return { trouble: { line: 1, kind: 'other-file', field: '' } }
  const read = importPlaybook.body?.safeParse({ ...given, basedOn: 0 })
  if (read?.success) return { file: read.data, lineOf }
  const path = read?.error.issues[0]?.path.map(String) ?? []
  return { trouble: { line: lineOf(...path), kind: 'field', field: path.join(' › ') } }
}

function hasFormat(given: unknown): given is { format: unknown } {
  return typeof given === 'object' && given !== null && 'format' in given
}

/** `JSON.parse` says in each browser otherwise where it stopped, and never on which line a field stands. */
type Reader = {
  readonly text: string
  at: number
  /** Where the token begins that was read last. */
  from: number
  readonly lines: Map<string, number>
}

const token =
  /"(?:[ !#-[\]-\uFFFF]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?|true|false|null|[{}[\],:]|$/y
const space = /[ \t\r\n]*/y

/** The next token, empty at the end; null when there is none that JSON knows. */
function next(reader: Reader): string | null {
  space.lastIndex = reader.at
  space.exec(reader.text)
  reader.from = space.lastIndex
  token.lastIndex = reader.from
  const found = token.exec(reader.text)?.[0] ?? null
  reader.at = reader.from + (found?.length ?? 0)
  return found
}

function value(reader: Reader, path: readonly string[]): boolean {
  const first = next(reader)
  const key = keyOf(path)
  if (!reader.lines.has(key)) reader.lines.set(key, lineAt(reader.text, reader.from))
  if (first === '{') return several(reader, path, '}')
  if (first === '[') return several(reader, path, ']')
  return first !== null && !/^[\]}:,]?$/.test(first)
}

function several(reader: Reader, path: readonly string[], end: '}' | ']'): boolean {
  const { at } = reader
  if (next(reader) === end) return true
  reader.at = at
  for (let count = 0; ; count += 1) {
    const name = end === '}' ? nameIn(reader) : String(count)
    if (name === null || !value(reader, [...path, name])) return false
    const after = next(reader)
    if (after === end) return true
    if (after !== ',') return false
  }
}

function nameIn(reader: Reader): string | null {
  const name = next(reader)
  return name?.startsWith('"') && next(reader) === ':' ? String(JSON.parse(name)) : null
}

function nearestLine(lines: ReadonlyMap<string, number>, path: readonly string[]): number {
  const known = lines.get(keyOf(path))
  return known ?? (path.length === 0 ? 1 : nearestLine(lines, path.slice(0, -1)))
}

function keyOf(path: readonly string[]): string {
  return JSON.stringify(path)
}

function lineAt(text: string, at: number): number {
  return text.slice(0, at).split('\n').length
}
