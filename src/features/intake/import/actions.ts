import { createHash } from 'node:crypto'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, type May } from '#features/access/door.ts'
import type { Plan } from '../columns/contract.ts'
import { planFor } from '../columns/rules.ts'
import { formatOf, openTable, type Format } from '../columns/queries.ts'
import { deskOf, entryOfDesk, openDesk, summaryOf, type Desk } from '../other-desks/queries.ts'
import type { Entry, ImportDetail, Kind, Reading } from './contract.ts'
import { previewLines } from './contract.ts'
import { bytesOf, countWaiting, importById, knownSources, runOf, type Found } from './queries.ts'
import { entryOf } from './rules.ts'
import {
  deletePlan,
  goOnAt,
  goOnNever,
  insertImport,
  saveFound,
  saveLines,
  saveState,
  tellProgress,
  upsertPlan,
  type NewLine,
} from './store.ts'

export type Importing = May<'intake.import'>
export type Brought = {
  readonly id: string
  readonly name: string
  readonly bytes: Uint8Array
  readonly kind?: Kind | undefined
  readonly format?: Format | undefined
  readonly plan?: Partial<Plan>
}

/** One line of any file; `raw` is null when it is blank. */
type Line = { readonly line: number; readonly raw: Record<string, unknown> | null }
export type Opened = {
  readonly kind: Kind
  readonly found: Found
  readonly lines: readonly Line[]
  readonly plan: Plan
}

/** Keeps the file and says what is in it; nothing is taken yet. */
export async function bring(
  ports: Ports,
  may: Importing,
  { id, name, bytes: given, kind, format, plan: told = {} }: Brought,
): Promise<Result<ImportDetail>> {
  const bytes = Buffer.from(given)
  const opened = await open(bytes, { name, kind, format, reading: {}, plan: told })
  if (!opened.ok) return opened
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const at = ports.clock.now().toString()
  const byName = may.viewer?.name ?? ''
  const { found, plan } = opened.value
  const brought = { id, name, sha256, bytes, kind: opened.value.kind, found, plan, byName, at }
  await inside(ports.db, may, (tx) => insertImport(tx, may, brought))
  return detailOf(ports, may, id)
}

async function detailOf(ports: Ports, may: Importing, importId: string) {
  const detail = await inside(ports.db, may, (tx) => importById(tx, importId))
  return detail ? ok(detail) : refuse('missing', 'intake.import-missing', {})
}

type Told = {
  readonly name: string
  readonly kind?: Kind | undefined
  readonly format?: Format | undefined
  readonly reading: Reading
  readonly plan: Partial<Plan>
}

/** Reads a file as it was told, and guesses the rest. */
export async function open(bytes: Buffer, told: Told): Promise<Result<Opened>> {
  const format = told.format ?? formatOf(told.name, bytes)
  const kind = told.kind ?? (format === 'json' ? (deskOf(bytes) ?? 'table') : 'table')
  // The other desks write tables, too (Zendesk's CSV): those are mapped like any other.
  return kind !== 'table' && format === 'json'
    ? openExport(bytes, kind, told)
    : openRows(bytes, { ...told, format })
}

async function openRows(bytes: Buffer, told: Told): Promise<Result<Opened>> {
  const table = await openTable(bytes, told.name, told.reading, told.format)
  if (!table.ok) return table
  const { shape, lines } = table.value
  const rows = lines.flatMap(({ line, values }) => (values ? [{ line, values }] : []))
  const plan = planFor(shape.columns, rows, told.plan)
  const preview = rows.slice(0, previewLines).map(({ line, values }) => ({
    line,
    cells: shape.columns.map((column) => (values[column] ?? '').slice(0, 200).toWellFormed()),
  }))
  const values = { channels: Object.keys(plan.channels), states: Object.keys(plan.states) }
  const found = { shape, reading: told.reading, preview, values }
  const raws = lines.map(({ line, values: raw }) => ({ line, raw }))
  return ok({ kind: 'table', found, lines: raws, plan })
}

const summaryColumns = ['番号', '件名', 'お客様', '受付', '通数']

function openExport(bytes: Buffer, kind: Desk, told: Told): Result<Opened> {
  const tickets = openDesk(bytes, kind)
  if (!tickets.ok) return tickets
  const lines = tickets.value.map((raw, index) => ({ line: index + 1, raw }))
  const preview = lines
    .slice(0, previewLines)
    .map(({ line, raw }) => ({ line, cells: summaryOf(kind, raw) }))
  const unknown = { encoding: null, delimiter: null, quote: null, heading: null }
  const shape = { format: 'json' as const, ...unknown, columns: summaryColumns }
  const found = { shape, reading: {}, preview, values: { channels: [], states: [] } }
  const plan = { mapping: {}, channels: {}, states: {}, system: told.plan.system ?? '' }
  return ok({ kind, found, lines, plan })
}

/** Said by a person: how the file is read, and what its columns are. What was checked before no longer holds. */
export async function replan(
  ports: Ports,
  may: Importing,
  importId: string,
  told: { plan?: Plan | undefined; reading?: Reading | undefined },
): Promise<Result<ImportDetail>> {
  const before = await stillOpen(ports, may, importId)
  if (!before.ok) return before
  const { detail, bytes } = before.value
  const isReread = told.reading !== undefined
  const reading = told.reading ?? detail.reading
  // Read another way the columns have other names: only what was just said about them is kept.
  const plan = told.plan ?? (isReread ? { system: detail.plan.system } : detail.plan)
  const { name, kind, shape } = detail
  const opened = await open(bytes, { name, kind, format: shape.format, reading, plan })
  if (!opened.ok) return opened
  const { found } = opened.value
  await inside(ports.db, may, (tx) => saveFound(tx, importId, found, opened.value.plan))
  return detailOf(ports, may, importId)
}

async function stillOpen(ports: Ports, may: Importing, importId: string) {
  const found = await inside(ports.db, may, async (tx) => ({
    detail: await importById(tx, importId),
    bytes: await bytesOf(tx, importId),
  }))
  const { detail, bytes } = found
  if (!detail) return refuse('missing', 'intake.import-missing', {})
  if (detail.state === 'running') return refuse('conflict', 'intake.import-running', {})
  const isTouched = detail.state === 'finished' || detail.state === 'stopped'
  if (!bytes || isTouched) return refuse('conflict', 'intake.import-over', {})
  return ok({ detail, bytes })
}

/** What would become of each line; only the run's own lines are written. */
export async function check(
  ports: Ports,
  may: Importing,
  importId: string,
): Promise<Result<ImportDetail>> {
  const before = await stillOpen(ports, may, importId)
  if (!before.ok) return before
  const { name, kind, plan, reading, shape } = before.value.detail
  if (kind === 'table' && plan.mapping.words === undefined)
    return refuse('invalid', 'intake.import-words-column', {})
  const told = { name, kind, format: shape.format, reading, plan }
  const opened = await open(before.value.bytes, told)
  if (!opened.ok) return opened
  const now = ports.clock.now().toString()
  const lines = judge(opened.value, now)
  await inside(ports.db, may, async (tx) => {
    await saveLines(tx, may, importId, await withKnown(tx, lines))
    await saveState(tx, importId, 'checked', now)
    await tellProgress(tx, may, importId, ports.ids.next(), now)
  })
  return detailOf(ports, may, importId)
}

/** Every line of the file is one of these; nothing is left out. */
export function judge({ kind, lines, plan }: Opened, now: string): NewLine[] {
  const firsts = new Map<string, number>()
  return lines.map(({ line, raw }): NewLine => {
    if (raw === null) return { line, raw, state: 'skipped', reason: blank }
    const entry = entryOfLine(kind, { line, raw }, plan, now)
    if (!entry.ok) return { line, raw, state: 'refused', reason: entry.refusal }
    const { sourceKey, remarks } = entry.value
    const first = firsts.get(sourceKey)
    if (first !== undefined) {
      const reason = { code: 'intake.import-twice-in-file', data: { line: first } }
      return { line, raw, state: 'skipped', reason }
    }
    firsts.set(sourceKey, line)
    return { line, raw, state: 'waiting', sourceKey, remarks }
  })
}

const blank = { code: 'intake.import-blank', data: {} }

/** A line as it is kept, as a complaint. Never throws, whatever somebody wrote there. */
export function entryOfLine(
  kind: Kind,
  { line, raw }: { line: number; raw: unknown },
  plan: Plan,
  now: string,
): Result<Entry> {
  if (kind !== 'table') return entryOfDesk(kind, raw, plan.system, now)
  return entryOf({ line, values: Object.assign({}, raw) }, plan, now)
}

async function withKnown(tx: Tx, lines: readonly NewLine[]): Promise<NewLine[]> {
  const keys = lines.flatMap(({ sourceKey }) => sourceKey ?? [])
  const known = await knownSources(tx, keys)
  return lines.map((line) => {
    const complaintId = line.sourceKey === undefined ? undefined : known.get(line.sourceKey)
    return complaintId ? { ...line, state: 'known', complaintId } : line
  })
}

/** Takes the lines that wait; with nothing left to take it is over at once. */
export async function start(
  ports: Ports,
  may: Importing,
  importId: string,
  firstStepAfter: { seconds: number } = { seconds: 0 },
): Promise<Result<ImportDetail>> {
  const now = ports.clock.now()
  const started = await inside(ports.db, may, async (tx): Promise<Result<null>> => {
    const run = await runOf(tx, importId, 'lock')
    if (!run) return refuse('missing', 'intake.import-missing', {})
    if (run.state === 'running') return ok(null)
    if (run.state === 'read') return refuse('conflict', 'intake.import-not-checked', {})
    if (run.state === 'finished') return refuse('conflict', 'intake.import-over', {})
    const isOver = (await countWaiting(tx, importId)) === 0
    await saveState(tx, importId, isOver ? 'finished' : 'running', now.toString())
    if (!isOver) await goOnAt(tx, may, importId, now.add(firstStepAfter))
    await tellProgress(tx, may, importId, ports.ids.next(), now.toString())
    return ok(null)
  })
  return started.ok ? detailOf(ports, may, importId) : started
}

/** What is being taken at this moment is still taken; everything after it waits. */
export async function stop(
  ports: Ports,
  may: Importing,
  importId: string,
): Promise<Result<ImportDetail>> {
  const at = ports.clock.now().toString()
  const stopped = await inside(ports.db, may, async (tx): Promise<Result<null>> => {
    const run = await runOf(tx, importId, 'lock')
    if (!run) return refuse('missing', 'intake.import-missing', {})
    if (run.state !== 'running') return ok(null)
    await saveState(tx, importId, 'stopped', at)
    await goOnNever(tx, importId)
    await tellProgress(tx, may, importId, ports.ids.next(), at)
    return ok(null)
  })
  return stopped.ok ? detailOf(ports, may, importId) : stopped
}

export async function rememberPlan(
  ports: Ports,
  may: Importing,
  { id, name, plan }: { id: string; name: string; plan: Plan },
) {
  const at = ports.clock.now().toString()
  const byName = may.viewer?.name ?? ''
  await inside(ports.db, may, (tx) => upsertPlan(tx, may, { id, name, plan, byName, at }))
}

export async function dropPlan(ports: Ports, may: Importing, mappingId: string) {
  const isGone = await inside(ports.db, may, (tx) => deletePlan(tx, mappingId))
  return isGone ? ok(null) : refuse('missing', 'intake.mapping-missing', {})
}
