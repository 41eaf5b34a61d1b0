import { z } from 'zod'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { csvForm, csvRows, unguarded, type CsvRow } from '#platform/files/csv.ts'
import { readWorkbook } from '#platform/files/excel.ts'
import { readText } from '#platform/files/text-file.ts'
import type { Reading, Shape } from '../import/contract.ts'
import { reasonColumns } from '../import/rules.ts'

export const formats = ['json', 'csv', 'xlsx'] as const
export type Format = (typeof formats)[number]

/** One line as it stands in the file; `values` of a blank one is null. */
export type TableLine = { readonly line: number; readonly values: Record<string, string> | null }
export type Table = { readonly shape: Shape; readonly lines: readonly TableLine[] }

/** A file as lines with headings. `name` decides the format when its ending is known, else the bytes do. */
export async function openTable(
  bytes: Buffer,
  name: string,
  told: Reading,
  format: Format = formatOf(name, bytes),
): Promise<Result<Table>> {
  if (format === 'xlsx') {
    const sheet = await readWorkbook(bytes)
    if (!sheet) return refuse('invalid', 'intake.import-unreadable', {})
    const rows = sheet.map((cells, index) => ({ line: index + 1, cells }))
    return tableOf(rows, told, { ...unknownShape, format })
  }
  const read = readText(bytes, told.encoding)
  if (!read) return refuse('invalid', 'intake.import-unreadable', {})
  const { text, encoding } = read
  if (format === 'json') return json(text, { ...unknownShape, format, encoding })
  const found = csvForm(text)
  const form = { ...found, delimiter: told.delimiter ?? found.delimiter }
  const rows = [...csvRows(text, form, { keepsBlank: true })]
  return tableOf(
    rows.slice(0, highestHeadings).some(isOurs) ? rows.map(withoutGuards) : rows,
    told,
    {
      ...unknownShape,
      format,
      encoding,
      ...form,
    },
  )
}

const unknownShape = { encoding: null, delimiter: null, quote: null, heading: null, columns: [] }

export function formatOf(name: string, bytes: Uint8Array): Format {
  const extension = /\.([a-z]+)$/iu.exec(name)?.[1]?.toLowerCase()
  const known = formats.find((format) => format === extension)
  if (known) return known
  const start = Buffer.from(bytes.subarray(0, 64)).toString('latin1').replace(/^ï»¿/u, '')
  if (start.startsWith('PK')) return 'xlsx'
  return /^\s*[[{]/u.test(start) || extension === 'ndjson' || extension === 'jsonl' ? 'json' : 'csv'
}

/** A file that we wrote comes back mended: what kept its cells from being formulas is no part of them. */
const withoutGuards = ({ line, cells }: CsvRow) => ({ line, cells: cells.map(unguarded) })
const highestHeadings = 20
const isOurs = ({ cells }: CsvRow) => cells.some(isReasonColumn)

const isFilled = ({ cells }: CsvRow) => cells.some((cell) => cell.trim() !== '')

function tableOf(rows: readonly CsvRow[], told: Reading, shape: Shape): Result<Table> {
  const filled = rows.filter(isFilled)
  const heading = filled[(told.heading ?? guessedHeading(filled)) - 1]
  if (!heading) return refuse('invalid', 'intake.import-empty', {})
  const last = rows.findLastIndex(isFilled)
  const columns = namesOf(heading.cells)
  const below = rows.slice(rows.indexOf(heading) + 1, last + 1)
  const lines = below.map((row) => ({
    line: row.line,
    values: isFilled(row) ? valuesOf(columns, row.cells) : null,
  }))
  const kept = columns.filter((column) => !isReasonColumn(column))
  return ok({ shape: { ...shape, heading: heading.line, columns: kept }, lines })
}

/** Titles and dates may stand above a table: the heading is the first row nearly as wide as the widest of the first. */
function guessedHeading(filled: readonly CsvRow[]): number {
  const widths = filled
    .slice(0, 10)
    .map(({ cells }) => cells.filter((cell) => cell.trim() !== '').length)
  const widest = Math.max(0, ...widths)
  return widths.findIndex((width) => width * 2 > widest) + 1
}

const anything = z.record(z.string(), z.unknown())

/** A list of objects, or an object in which the complaints are a list: `{ "complaints": […] }`. */
function json(text: string, shape: Shape): Result<Table> {
  const parsed = parseJson(text)
  const lists = anything.safeParse(parsed)
  const named = lists.success ? (lists.data['complaints'] ?? onlyList(lists.data)) : parsed
  const items = anything.array().safeParse(named)
  if (!items.success) return refuse('invalid', 'intake.import-not-a-list', {})
  if (items.data.length === 0) return refuse('invalid', 'intake.import-empty', {})
  const columns = [...new Set(items.data.flatMap((item) => Object.keys(item)))].map(storable)
  const lines = items.data.map((item, index) => ({ line: index + 1, values: textsOf(item) }))
  return ok({
    shape: { ...shape, columns: columns.filter((each) => !isReasonColumn(each)) },
    lines,
  })
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''))
  } catch {
    return null
  }
}

function onlyList(object: Record<string, unknown>): unknown {
  const lists = Object.values(object).filter((value) => Array.isArray(value))
  return lists.length === 1 ? lists[0] : null
}

function textsOf(item: Record<string, unknown>): Record<string, string> {
  const texts = Object.entries(item).map(([key, value]) => [key, textOf(value)] as const)
  return kept(texts)
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Headings that are empty or come twice get names of their own: no column may hide another. */
function namesOf(cells: readonly string[]): string[] {
  const names: string[] = []
  for (const [index, cell] of cells.entries()) {
    const name = storable(cell).trim() || `列${index + 1}`
    names.push(names.includes(name) ? `${name}（列${index + 1}）` : name)
  }
  return names
}

/** Cells beyond the last heading are kept, too. */
function valuesOf(columns: readonly string[], cells: readonly string[]): Record<string, string> {
  return kept(cells.map((cell, index) => [columns[index] ?? `列${index + 1}`, cell] as const))
}

function kept(texts: readonly (readonly [string, string])[]): Record<string, string> {
  return Object.fromEntries(
    texts
      .filter(([column]) => !isReasonColumn(column))
      .map(([column, text]) => [storable(column), storable(text)]),
  )
}

/** The column of reasons comes back with a mended file and is no part of what the customer said. */
function isReasonColumn(column: string): boolean {
  return reasonColumns.some((ours) => ours === column)
}

/** PostgreSQL keeps no U+0000, and a hash wants whole letters. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD')
}
