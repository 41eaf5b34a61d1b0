import { LineCounter, parseDocument, stringify } from 'yaml'
import type { Language } from '#kernel/dictionary.ts'
import { lineAt, plainOf } from '#kernel/yaml-lines.ts'
import { columnOf, headingOf, lineOf, readLine } from '#features/remedies/cells/rules.ts'
import type { RemedyRule } from '#features/remedies/contract.ts'
import {
  column as columnName,
  columns,
  most,
  type Column,
  type FileProblem,
  type SheetLine,
} from '#features/remedies/tables/contract.ts'

export type FileRow = { readonly line: number; readonly cells: readonly string[] }
export type FileRead = {
  readonly lines: readonly SheetLine[]
  readonly problems: readonly FileProblem[]
  /** Columns that the file does not have: rows that were here before keep what stands there. */
  readonly kept: readonly Column[]
}
/** The row with this code as it stands now, or a new and empty one. */
export type RowOf = (code: string) => SheetLine

/** Heading and rows as they stand in a spreadsheet. */
export function rowsOf(lines: readonly SheetLine[], language: Language): string[][] {
  const heading = columns.map((column) => headingOf(column, language))
  return [heading, ...lines.map(({ cells }) => columns.map((column) => cells[column] ?? ''))]
}

/** Columns in any order, under headings in either language; those that are not there stay as they are. */
export function linesOfRows([heading, ...rows]: readonly FileRow[], rowOf: RowOf): FileRead {
  if (!heading) return failed(1, 'empty')
  const named = heading.cells.map((cell) => columnOf(cell))
  if (!named.includes('code')) return failed(heading.line, 'no-heading')
  const unknown = heading.cells.flatMap((value, at): FileProblem[] =>
    named[at] === undefined && value.trim() !== ''
      ? [{ line: heading.line, column: null, code: 'unknown-column', value }]
      : [],
  )
  const given = rows.map(({ line, cells }) => ({
    at: () => line,
    cells: Object.fromEntries(
      named.flatMap((column, at) => (column ? [[column, cells[at] ?? '']] : [])),
    ),
  }))
  const read = together(given, unknown, rowOf)
  return { ...read, kept: columns.filter((column) => !named.includes(column)) }
}

/** One thing for each row, in the codes of the API; what is not said is left out. */
export function yamlOf(rules: readonly RemedyRule[]): string {
  const said = rules.map((rule) =>
    Object.fromEntries(
      columns.flatMap((column) => {
        const value = rule[column]
        const isUnsaid =
          value === null ||
          value === undefined ||
          (Array.isArray(value) && value.length === 0) ||
          (value === false && column !== 'isActive')
        return isUnsaid ? [] : [[column, value]]
      }),
    ),
  )
  return stringify({ rules: said }, { lineWidth: 0 })
}

/** Problems name the line of the file. Words of the sheet are read as well as codes. */
export function linesOfYaml(text: string, rowOf: RowOf): FileRead {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false })
  const [broken] = document.errors
  if (broken) return failed(counter.linePos(broken.pos[0]).line, 'syntax', broken.message)
  const at = (...path: PropertyKey[]) => lineAt(document, counter, path)
  const content = plainOf(document)
  if (!isRecord(content) || !Array.isArray(content['rules'])) return failed(1, 'empty')
  const items: readonly unknown[] = content['rules']
  const read = items.map((item, index) => cellsOf(item, (key) => at('rules', index, key ?? '')))
  return together(
    read.flatMap(({ given }) => given ?? []),
    read.flatMap(({ problems }) => problems),
    rowOf,
  )
}

type Given = { readonly at: (column?: Column) => number; readonly cells: SheetLine['cells'] }

function cellsOf(
  item: unknown,
  at: (key?: string) => number,
): { given: Given | null; problems: FileProblem[] } {
  if (!isRecord(item))
    return {
      given: null,
      problems: [{ line: at(), column: null, code: 'not-a-rule', value: written(item) }],
    }
  const problems = Object.keys(item).flatMap((key): FileProblem[] =>
    columnName.safeParse(key).success
      ? []
      : [{ line: at(key), column: null, code: 'unknown-column', value: key }],
  )
  const cells = Object.fromEntries(columns.map((column) => [column, written(item[column])]))
  return { given: { at, cells }, problems }
}

function written(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'はい' : 'いいえ'
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  return Array.isArray(value) ? value.map(written).join('、') : JSON.stringify(value)
}

/** Rows with their ids, and what cannot be read in them; where it cannot, the cell keeps what was written. */
function together(
  given: readonly Given[],
  problems: readonly FileProblem[],
  rowOf: RowOf,
): FileRead {
  if (given.length > most) return failed(given[most]?.at() ?? 1, 'too-many', String(given.length))
  if (given.length === 0 && problems.length === 0) return failed(1, 'empty')
  const read = given.map(({ at, cells }) => {
    const before = rowOf(cells.code ?? '')
    const line = { id: before.id, cells: { ...before.cells, ...cells } }
    const { rule, problems: found } = readLine(line)
    const told = found.map(({ column, code, value }) => ({ line: at(column), column, code, value }))
    return { line: rule ? lineOf(rule) : line, told }
  })
  return {
    lines: read.map(({ line }) => line),
    problems: [...problems, ...read.flatMap(({ told }) => told)].toSorted(
      (a, b) => a.line - b.line,
    ),
    kept: [],
  }
}

function failed(line: number, code: FileProblem['code'], value = ''): FileRead {
  return { lines: [], problems: [{ line, column: null, code, value }], kept: [] }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
