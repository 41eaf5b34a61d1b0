import { z } from 'zod'
import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import { plan, type Plan } from '../columns/contract.ts'
import {
  importState,
  kind,
  lineState,
  reading,
  remark,
  shape,
  type Counts,
  type ImportDetail,
  type ImportLine,
  type ImportView,
  type LineState,
  type NamedPlan,
} from './contract.ts'
import { remarkOf, sentenceOf } from '../taking/rules.ts'

/** What was found in the file, kept so that it need not be read for every look at the run. */
export const found = z.object({
  shape,
  reading,
  preview: z.array(z.object({ line: z.int(), cells: z.array(z.string()) })),
  values: z.object({ channels: z.array(z.string()), states: z.array(z.string()) }),
})
export type Found = z.output<typeof found>

const columns = [
  'id',
  'name',
  'size',
  'kind',
  'state',
  'brought_by_name',
  'brought_at',
  'started_at',
  'ended_at',
] as const

type Row = {
  id: string
  name: string
  size: number
  kind: string
  state: string
  brought_by_name: string
  brought_at: string
  started_at: string | null
  ended_at: string | null
}

function viewOf(row: Row, counts: Counts): ImportView {
  return {
    id: row.id,
    name: row.name,
    size: row.size,
    kind: kind.parse(row.kind),
    state: importState.parse(row.state),
    broughtByName: row.brought_by_name,
    broughtAt: row.brought_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    counts,
  }
}

const mostRuns = 50

export async function latestImports(tx: Tx): Promise<ImportView[]> {
  const rows = await tx
    .selectFrom('intake_imports')
    .orderBy('brought_at', 'desc')
    .limit(mostRuns)
    .select(columns)
    .execute()
  const counts = await countsOf(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => viewOf(row, counts(row.id)))
}

export async function importById(tx: Tx, importId: string): Promise<ImportDetail | undefined> {
  const row = await tx
    .selectFrom('intake_imports')
    .where('id', '=', importId)
    .select([...columns, 'shape', 'plan'])
    .select((row) => row('bytes', 'is not', null).as('is_open'))
    .executeTakeFirst()
  if (!row) return undefined
  const counts = await countsOf(tx, [importId])
  return {
    ...viewOf(row, counts(importId)),
    ...found.parse(row.shape),
    plan: plan.parse(row.plan),
    isOpen: row.is_open === true,
  }
}

async function countsOf(tx: Tx, importIds: readonly string[]): Promise<(id: string) => Counts> {
  const rows =
    importIds.length === 0
      ? []
      : await tx
          .selectFrom('intake_import_lines')
          .where('import_id', 'in', [...importIds])
          .groupBy(['import_id', 'state'])
          .select((line) => ['import_id', 'state', line.fn.countAll<number>().as('count')])
          .execute()
  return (id) => {
    const counts = { waiting: 0, taken: 0, known: 0, refused: 0, skipped: 0 }
    for (const row of rows) if (row.import_id === id) counts[lineState.parse(row.state)] = row.count
    return counts
  }
}

/** What a step of the run needs to know, locked against another step when it is to be changed. */
export async function runOf(tx: Tx, importId: string, how: 'look' | 'lock' = 'look') {
  const query = tx
    .selectFrom('intake_imports')
    .where('id', '=', importId)
    .select(['name', 'kind', 'state', 'plan', 'brought_by_name'])
  const row = await (how === 'lock' ? query.forUpdate() : query).executeTakeFirst()
  return (
    row && {
      name: row.name,
      kind: kind.parse(row.kind),
      state: importState.parse(row.state),
      plan: plan.parse(row.plan),
      byName: row.brought_by_name,
    }
  )
}

export async function bytesOf(tx: Tx, importId: string): Promise<Buffer | null> {
  const row = await tx
    .selectFrom('intake_imports')
    .where('id', '=', importId)
    .select('bytes')
    .executeTakeFirst()
  return row?.bytes ?? null
}

/** source key → the complaint that has it. */
export async function knownSources(
  tx: Tx,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const known = new Map<string, string>()
  for (let from = 0; from < keys.length; from += 1000) {
    const rows = await tx
      .selectFrom('complaints')
      .where('source_key', 'in', keys.slice(from, from + 1000))
      .select(['id', 'source_key'])
      .execute()
    for (const { id, source_key: key } of rows) if (key !== null) known.set(key, id)
  }
  return known
}

export async function waitingLines(tx: Tx, importId: string, most: number) {
  return tx
    .selectFrom('intake_import_lines')
    .where('import_id', '=', importId)
    .where('state', '=', 'waiting')
    .orderBy('line')
    .limit(most)
    .select(['line', 'raw'])
    .execute()
}

export async function countWaiting(tx: Tx, importId: string): Promise<number> {
  return (await countsOf(tx, [importId]))(importId).waiting
}

const reasonStored = z.object({ code: z.string(), data: z.unknown() }).nullable()

function lineRows(tx: Tx, importId: string) {
  return tx
    .selectFrom('intake_import_lines as line')
    .leftJoin('complaints', 'complaints.id', 'line.complaint_id')
    .where('line.import_id', '=', importId)
    .select([
      'line.line',
      'line.state',
      'line.reason',
      'line.remarks',
      'line.raw',
      'line.complaint_id',
      'complaints.number',
    ])
}

type LineRow = Awaited<ReturnType<ReturnType<typeof lineRows>['execute']>>[number]

function lineOf(row: LineRow, columns: readonly string[], { language }: Scope): ImportLine {
  const { complaint_id: complaintId, number } = row
  const reason = reasonStored.parse(row.reason)
  const remarks = remark.array().parse(row.remarks)
  return {
    line: row.line,
    state: lineState.parse(row.state),
    reason: reason && sentenceOf(reason, language),
    remarks: remarks.map((each) => remarkOf(each, language)),
    start: startOf(row.raw, columns),
    complaint: complaintId && number ? { complaintId, number } : null,
  }
}

export async function linesOf(
  tx: Tx,
  scope: Scope,
  importId: string,
  asked: { state?: LineState | undefined; after: number; limit: number },
): Promise<{ lines: ImportLine[]; next: number | null }> {
  const all = lineRows(tx, importId).where('line.line', '>', asked.after)
  const some = asked.state ? all.where('line.state', '=', asked.state) : all
  const rows = await some
    .orderBy('line.line')
    .limit(asked.limit + 1)
    .execute()
  const columns = await columnsOf(tx, importId)
  const lines = rows.slice(0, asked.limit).map((row) => lineOf(row, columns, scope))
  return { lines, next: rows.length > asked.limit ? (lines.at(-1)?.line ?? null) : null }
}

const rawRow = z.record(z.string(), z.unknown())

async function columnsOf(tx: Tx, importId: string): Promise<readonly string[]> {
  const row = await tx
    .selectFrom('intake_imports')
    .where('id', '=', importId)
    .select('shape')
    .executeTakeFirst()
  return row ? found.parse(row.shape).shape.columns : []
}

/** Enough of the line to know it again, in the order of the file: the database keeps none. */
function startOf(raw: unknown, columns: readonly string[]): string {
  const row = rawRow.safeParse(raw)
  if (!row.success) return ''
  const names = [...new Set([...columns, ...Object.keys(row.data)])]
  const texts = names.flatMap((name) => {
    const value = row.data[name]
    return typeof value === 'string' || typeof value === 'number' ? [String(value)] : []
  })
  return texts.filter(Boolean).join('　').slice(0, 120).toWellFormed()
}

/** The lines that could not be taken, as they came, with the reason. */
export async function refusedRows(
  tx: Tx,
  { language }: Scope,
  importId: string,
): Promise<{ values: Record<string, unknown>; reason: string }[]> {
  const rows = await tx
    .selectFrom('intake_import_lines')
    .where('import_id', '=', importId)
    .where('state', '=', 'refused')
    .orderBy('line')
    .select(['raw', 'reason'])
    .execute()
  return rows.map((row) => {
    const reason = reasonStored.parse(row.reason)
    const values = rawRow.safeParse(row.raw)
    return {
      values: values.success ? values.data : {},
      reason: reason ? sentenceOf(reason, language) : '',
    }
  })
}

export async function namedPlans(tx: Tx): Promise<NamedPlan[]> {
  const rows = await tx
    .selectFrom('intake_mappings')
    .orderBy('name')
    .select(['id', 'name', 'plan', 'saved_at', 'saved_by_name'])
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    plan: planOf(row.plan),
    savedAt: row.saved_at,
    savedByName: row.saved_by_name,
  }))
}

function planOf(stored: unknown): Plan {
  return plan.parse(stored)
}
