import { sql } from 'kysely'
import type { Refusal } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import { cancelJob, enqueue } from '#platform/jobs/queue.ts'
import type { Notice } from '#platform/realtime/hub.ts'
import { tellNodes } from '#platform/realtime/notices.ts'
import type { Scope } from '#features/access/door.ts'
import type { Plan } from '../columns/contract.ts'
import type { ImportState, Kind, LineState, Remark } from './contract.ts'
import type { Found } from './queries.ts'

export type NewImport = {
  readonly id: string
  readonly name: string
  readonly sha256: string
  readonly bytes: Buffer
  readonly kind: Kind
  readonly found: Found
  readonly plan: Plan
  readonly byName: string
  readonly at: string
}

/** False when this id is here already. */
export async function insertImport(tx: Tx, scope: Scope, brought: NewImport): Promise<boolean> {
  const { id, name, sha256, bytes, kind, found, plan, byName, at } = brought
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('intake_imports')
    .values({
      id,
      organisation_id: scope.organisationId,
      name,
      sha256,
      size: bytes.length,
      bytes,
      kind,
      state: 'read',
      shape: JSON.stringify(found),
      plan: JSON.stringify(plan),
      brought_by: scope.actor,
      brought_by_name: byName,
      brought_at: at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Read or mapped anew: what was said about its lines no longer holds. */
export async function saveFound(tx: Tx, importId: string, found: Found, plan: Plan) {
  await forgetAllLines(tx, importId)
  await tx
    .updateTable('intake_imports')
    .set({ shape: JSON.stringify(found), plan: JSON.stringify(plan), state: 'read' })
    .where('id', '=', importId)
    .execute()
}

export type NewLine = {
  readonly line: number
  readonly state: LineState
  readonly reason?: Pick<Refusal, 'code' | 'data'>
  readonly remarks?: readonly Remark[]
  readonly raw: unknown
  readonly sourceKey?: string
  readonly complaintId?: string | undefined
}

const chunk = 500

/** The lines with what would become of each, instead of those before. */
export async function saveLines(tx: Tx, scope: Scope, importId: string, lines: readonly NewLine[]) {
  await forgetAllLines(tx, importId)
  for (let from = 0; from < lines.length; from += chunk) {
    const rows = lines.slice(from, from + chunk).map((line) => ({
      import_id: importId,
      organisation_id: scope.organisationId,
      line: line.line,
      state: line.state,
      reason: line.reason ? JSON.stringify(line.reason) : null,
      remarks: JSON.stringify(line.remarks ?? []),
      raw: line.raw === null ? null : JSON.stringify(line.raw),
      source_key: line.sourceKey ?? null,
      complaint_id: line.complaintId ?? null,
    }))
    await tx.insertInto('intake_import_lines').values(rows).execute()
  }
}

async function forgetAllLines(tx: Tx, importId: string) {
  await tx.deleteFrom('intake_import_lines').where('import_id', '=', importId).execute()
}

/** What became of a line that waited; one that another node was quicker with stays as it is. */
export async function settleLine(
  tx: Tx,
  importId: string,
  line: number,
  became: Omit<NewLine, 'line' | 'raw' | 'sourceKey' | 'remarks'>,
) {
  await tx
    .updateTable('intake_import_lines')
    .set({
      state: became.state,
      reason: became.reason ? JSON.stringify(became.reason) : null,
      complaint_id: became.complaintId ?? null,
    })
    .where('import_id', '=', importId)
    .where('line', '=', line)
    .where('state', '=', 'waiting')
    .execute()
}

/** The file goes when the run is over: every line stands here by itself. */
export async function saveState(tx: Tx, importId: string, state: ImportState, at: string) {
  await tx
    .updateTable('intake_imports')
    .set({
      state,
      ...(state === 'running' ? { started_at: sql<string>`coalesce(started_at, ${at})` } : {}),
      ...(state === 'finished' ? { ended_at: at, bytes: null } : {}),
    })
    .where('id', '=', importId)
    .execute()
}

const keyOf = (importId: string) => `import:${importId}`

/** A later job with the same key replaces the earlier one: there is one next step and no more. */
export async function goOnAt(
  tx: Tx,
  scope: Scope,
  importId: string,
  runAt: Temporal.Instant,
): Promise<void> {
  const payload = { organisationId: scope.organisationId, importId }
  await enqueue(tx, {
    task: 'intake.import',
    payload,
    runAt: runAt.toString(),
    key: keyOf(importId),
  })
}

export async function goOnNever(tx: Tx, importId: string): Promise<void> {
  await cancelJob(tx, keyOf(importId))
}

/** Tells the screens that a run is further; what it shows they ask for by its id. */
export async function tellProgress(tx: Tx, scope: Scope, importId: string, id: string, at: string) {
  const notice: Notice = {
    organisationId: scope.organisationId,
    id,
    complaintId: importId,
    sequence: 0,
    type: 'intake.import-moved',
    at,
    by: scope.actor,
  }
  tellNodes(tx, notice)
}

export async function upsertPlan(
  tx: Tx,
  scope: Scope,
  {
    id,
    name,
    plan,
    byName,
    at,
  }: { id: string; name: string; plan: Plan; byName: string; at: string },
) {
  const saved = { plan: JSON.stringify(plan), saved_at: at, saved_by_name: byName }
  await tx
    .insertInto('intake_mappings')
    .values({ id, organisation_id: scope.organisationId, name, ...saved })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'name']).doUpdateSet(saved))
    .execute()
}

export async function deletePlan(tx: Tx, mappingId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('intake_mappings')
    .where('id', '=', mappingId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Personal data of a complaint are erased: the lines it came from lose their words. */
export async function forgetLines(tx: Tx, complaintId: string): Promise<void> {
  await tx
    .updateTable('intake_import_lines')
    .set({ raw: null, remarks: '[]', reason: null })
    .where('complaint_id', '=', complaintId)
    .execute()
}
