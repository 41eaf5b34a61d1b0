/** A thread that makes complaints and writes them as COPY reads them, one file for each table. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { complaintAt, type Company, type Field, type Table } from './complaints.ts'
import { searches } from './searches.ts'

export type Task = { readonly from: number; readonly to: number }
/** The files of a task, and in how many complaints each search must find what it looks for. */
export type Done = {
  readonly files: readonly { readonly table: Table; readonly file: string }[]
  readonly truth: readonly number[]
}
export type Given = { readonly company: Company; readonly folder: string }

const tables: readonly Table[] = [
  'complaints_customers',
  'complaints',
  'complaints_timeline',
  'complaints_search',
]
const { company, folder }: Given = workerData

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
  const files = tables.map((table) => {
    const file = join(folder, `${table}-${from}.tsv`)
    writeFileSync(file, `${texts.get(table)?.join('\n')}\n`, { mode: 0o644 })
    return { table, file }
  })
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage({ files, truth } satisfies Done)
})

/** COPY's text format. */
function field(value: Field): string {
  if (value === null) return '\\N'
  return String(value)
    .replaceAll('\\', '\\\\')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
}
