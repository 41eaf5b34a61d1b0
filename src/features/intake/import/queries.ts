import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { z } from 'zod'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { csvRows } from '#platform/files/csv.ts'
import { readWorkbook } from '#platform/files/excel.ts'
import { readText } from '#platform/files/text-file.ts'
import type { Row } from './contract.ts'

export const formats = ['json', 'csv', 'xlsx'] as const
export type Format = (typeof formats)[number]

/** A file as rows with headings. Rows are made one by one, so that a large file is held only once. */
export type Table = {
  readonly columns: readonly string[]
  readonly rows: Iterable<Row>
  /** How many rows there are, when that is known before reading them. */
  readonly count: number | null
  readonly about: string
}

export async function openTable(file: string, told: Format | undefined): Promise<Result<Table>> {
  const bytes = await readFile(file)
  const format = told ?? formatOf(file, bytes)
  if (format === 'xlsx') return workbook(bytes)
  const read = readText(bytes)
  if (!read) return refuse('invalid', 'intake.import-unreadable', {})
  const { text, encoding } = read
  return format === 'json' ? json(text) : csv(text, encoding === 'cp932' ? 'CP932' : encoding)
}

function formatOf(file: string, bytes: Buffer): Format {
  const extension = extname(file).slice(1).toLowerCase()
  const known = formats.find((format) => format === extension)
  if (known) return known
  const start = bytes.subarray(0, 64).toString('latin1').replace(/^ï»¿/u, '').trimStart()
  if (start.startsWith('PK')) return 'xlsx'
  return /^[[{]/u.test(start) ? 'json' : 'csv'
}

async function workbook(bytes: Buffer): Promise<Result<Table>> {
  const sheet = await readWorkbook(bytes)
  if (!sheet) return refuse('invalid', 'intake.import-unreadable', {})
  const heading = sheet.findIndex((cells) => cells.some((cell) => cell.trim() !== ''))
  const columns = namesOf(sheet[heading] ?? [])
  if (columns.length === 0) return refuse('invalid', 'intake.import-empty', {})
  const below = sheet.slice(heading + 1)
  const rows = below.flatMap((cells, index) =>
    cells.some((cell) => cell.trim() !== '')
      ? [{ line: heading + index + 2, values: valuesOf(columns, cells) }]
      : [],
  )
  return ok({ columns, rows, count: rows.length, about: 'Excel' })
}

function csv(text: string, encoding: string): Result<Table> {
  const lines = csvRows(text)
  const heading = lines.next()
  if (heading.done) return refuse('invalid', 'intake.import-empty', {})
  const columns = namesOf(heading.value.cells)
  const rows = lines.map(({ line, cells }) => ({ line, values: valuesOf(columns, cells) }))
  return ok({ columns, rows, count: null, about: `CSV（${encoding}）` })
}

const anything = z.record(z.string(), z.unknown())

/** A list of objects, or an object in which the complaints are a list: `{ "complaints": […] }`. */
function json(text: string): Result<Table> {
  const parsed = parse(text)
  const lists = anything.safeParse(parsed)
  const named = lists.success ? (lists.data['complaints'] ?? onlyList(lists.data)) : parsed
  const items = anything.array().safeParse(named)
  if (!items.success) return refuse('invalid', 'intake.import-not-a-list', {})
  if (items.data.length === 0) return refuse('invalid', 'intake.import-empty', {})
  const columns = [...new Set(items.data.flatMap((item) => Object.keys(item)))]
  const rows = items.data
    .values()
    .map((item, index) => ({ line: index + 1, values: textsOf(item) }))
  return ok({ columns, rows, count: items.data.length, about: 'JSON' })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
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
  return Object.fromEntries(texts)
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Headings that are empty or come twice get names of their own: no column may hide another. */
function namesOf(cells: readonly string[]): string[] {
  const names: string[] = []
  for (const [index, cell] of cells.entries()) {
    const name = cell.trim() || `列${index + 1}`
    names.push(names.includes(name) ? `${name}（列${index + 1}）` : name)
  }
  return names
}

/** Cells beyond the last heading are kept, too. */
function valuesOf(columns: readonly string[], cells: readonly string[]): Record<string, string> {
  return Object.fromEntries(cells.map((cell, index) => [columns[index] ?? `列${index + 1}`, cell]))
}
