/** A thread that makes complaints and writes them as COPY reads them. */
import { parentPort, workerData } from 'node:worker_threads'
import { complaintAt, type Company, type Field, type Table } from './complaints.ts'
import { searches } from './searches.ts'

export type Task = { readonly from: number; readonly to: number }
/** The lines of a task for each table, and in how many complaints each search must find what it looks for. */
export type Done = {
  readonly tables: readonly { readonly table: Table; readonly lines: Uint8Array }[]
  readonly truth: readonly number[]
}

const tables: readonly Table[] = [
  'complaints_customers',
  'complaints',
  'complaints_timeline',
  'complaints_search',
]
const company: Company = workerData

parentPort?.on('message', ({ from, to }: Task) => {
  const truth = searches.map(() => 0)
  const texts = new Map<Table, string[]>(tables.map((table) => [table, []]))
  for (let index = from; index < to; index += 1) {
    const made = complaintAt(company, index)
    for (const table of tables)
      for (const row of made.rows[table]) texts.get(table)?.push(row.map(field).join('\t'))
    for (const [at, { view, isIn }] of searches.entries()) {
      const isShown = view === 'all' || (made.isOpen && (view === 'open' || made.record.isSafety))
      if (isShown && isIn(made.text)) truth[at] = (truth[at] ?? 0) + 1
    }
  }
  const made = tables.map((table) => {
    return { table, lines: new TextEncoder().encode(`${texts.get(table)?.join('\n')}\n`) }
  })
  const given = made.map(({ lines }) => lines.buffer)
  parentPort?.postMessage({ tables: made, truth } satisfies Done, given)
})

/** COPY's text format. */
function field(value: Field): string {
  if (value === null) return '\\N'
  const text = String(value)
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, escaped) : text
}

function escaped(letter: string): string {
  return escapes.get(letter) ?? letter
}

const escapes = new Map([
  ['\\', '\\\\'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\r', '\\r'],
])
