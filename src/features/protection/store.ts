import { sql } from 'kysely'
import { commitmentOf, entryHash, GENESIS, type ChainEntry } from '#kernel/chain.ts'
import type { Tx } from '#platform/db/database.ts'
import { cancelJob, enqueue } from '#platform/jobs/queue.ts'
import type { Scope } from '#features/access/door.ts'
import type { ProtectionEvent } from './rules.ts'

/** The file of a complaint as its row holds it. */
export type HeldFile = {
  readonly id: string
  readonly complaintId: string
  readonly head: number
  readonly headHash: string
  readonly keepUntil: string
  readonly decisionDueSince: string | null
  readonly erasedAt: string | null
}

/**
 * Opens the protective record for the rest of this transaction: to a person by the reading that was just written, to the
 * house (`'house'`) for its timers and for what is written without being shown. Only `reading/actions.ts` calls this.
 */
export async function openRecord(tx: Tx, key: string): Promise<void> {
  await sql`select set_config('uketome.protection', ${key}, true)`.execute(tx)
}

export async function insertFile(
  tx: Tx,
  { organisationId }: Scope,
  file: { id: string; complaintId: string; at: string; keepUntil: string },
): Promise<HeldFile> {
  const { id, complaintId, at, keepUntil } = file
  await tx
    .insertInto('protection_files')
    .values({
      id,
      organisation_id: organisationId,
      complaint_id: complaintId,
      opened_at: at,
      head: 0,
      head_hash: GENESIS,
      keep_until: keepUntil,
    })
    .execute()
  const nothing = { decisionDueSince: null, erasedAt: null }
  return { id, complaintId, head: 0, headHash: GENESIS, keepUntil, ...nothing }
}

/** Appends to the chain of one file; the caller holds its lock. Answers with the file as it is now. */
export async function appendProtected(
  tx: Tx,
  { organisationId, actor: by }: Scope,
  file: HeldFile,
  written: {
    readonly commandId: string
    readonly at: string
    readonly event: ProtectionEvent
    readonly entryId: string
    readonly salt: string
  },
): Promise<HeldFile> {
  const { commandId, at, event, entryId: id, salt } = written
  const { type, payload } = event
  const sequence = file.head + 1
  const sealed = { commitment: commitmentOf(payload, salt), previous: file.headHash }
  // The chain names its file where a timeline names its complaint.
  const place = { organisationId, complaintId: file.id, sequence, id, type, at, by }
  const hash = entryHash({ ...place, ...sealed })
  await insertEntry(tx, file.id, commandId, { ...place, payload, salt, ...sealed, hash })
  await tx
    .updateTable('protection_files')
    .set({ head: sequence, head_hash: hash })
    .where('id', '=', file.id)
    .execute()
  return { ...file, head: sequence, headHash: hash }
}

async function insertEntry(
  tx: Tx,
  fileId: string,
  commandId: string,
  sealed: ChainEntry,
): Promise<void> {
  const { organisationId, payload, sequence, id, type, at, by, salt, commitment, previous, hash } =
    sealed
  const owner = { file_id: fileId, organisation_id: organisationId, command_id: commandId }
  await tx
    .insertInto('protection_entries')
    .values({
      ...owner,
      sequence,
      id,
      type,
      at,
      by,
      salt,
      commitment,
      previous,
      hash,
      payload: JSON.stringify(payload),
    })
    .execute()
}

export async function saveKeeping(
  tx: Tx,
  fileId: string,
  kept: { keepUntil?: string; decisionDueSince: string | null },
): Promise<void> {
  const { keepUntil, decisionDueSince } = kept
  await tx
    .updateTable('protection_files')
    .set({ decision_due_since: decisionDueSince, ...(keepUntil ? { keep_until: keepUntil } : {}) })
    .where('id', '=', fileId)
    .execute()
}

/** What tells of our own doings alone: that it was opened, decided on, and given out. */
const impersonal = ['protection.opened', 'protection.keeping-decided', 'protection.pack-made']

/** What must go for a person's decision: words, salts and pictures. The chain, and what was decided, stay. */
export async function eraseProtected(tx: Tx, file: HeldFile, at: string): Promise<void> {
  await tx
    .updateTable('protection_entries')
    .set({ payload: null, salt: null })
    .where('file_id', '=', file.id)
    .where('type', 'not in', impersonal)
    .execute()
  await tx.deleteFrom('protection_screens').where('file_id', '=', file.id).execute()
  await tx
    .updateTable('protection_instructions')
    .set({ words: '', ended_at: at })
    .where('complaint_id', '=', file.complaintId)
    .execute()
  const clocks = await tx
    .updateTable('protection_clocks')
    .set({ settled_at: at })
    .where('file_id', '=', file.id)
    .where('settled_at', 'is', null)
    .returning('id')
    .execute()
  for (const { id } of clocks) await cancelJob(tx, timerKey(id))
  await tx
    .updateTable('protection_files')
    .set({ erased_at: at, decision_due_since: null })
    .where('id', '=', file.id)
    .execute()
}

export async function insertScreen(
  tx: Tx,
  { organisationId }: Scope,
  fileId: string,
  screen: {
    id: string
    postId: string
    name: string
    type: string
    sha256: string
    bytes: Uint8Array
  },
): Promise<void> {
  const { id, postId, name, type, sha256, bytes } = screen
  await tx
    .insertInto('protection_screens')
    .values({
      id,
      organisation_id: organisationId,
      file_id: fileId,
      post_id: postId,
      name,
      type,
      size: bytes.length,
      sha256,
      bytes: Buffer.from(bytes),
    })
    .execute()
}

export async function insertInstruction(
  tx: Tx,
  { organisationId }: Scope,
  complaintId: string,
  { id, words, until }: { id: string; words: string; until: string | null },
): Promise<void> {
  await tx
    .insertInto('protection_instructions')
    .values({ id, organisation_id: organisationId, complaint_id: complaintId, words, until })
    .execute()
}

export async function endInstruction(tx: Tx, id: string, at: string): Promise<void> {
  await tx
    .updateTable('protection_instructions')
    .set({ ended_at: at })
    .where('id', '=', id)
    .execute()
}

export type ClockKind = 'accusation' | 'removal' | 'keeping'
export type HeldClock = {
  readonly id: string
  readonly fileId: string
  readonly complaintId: string
  readonly kind: ClockKind
  readonly dueOn: string
  readonly warned: number
}

/** A clock with the timer of its next warning (`runAt` null: none is left). */
export async function saveClock(
  tx: Tx,
  { organisationId }: Scope,
  clock: HeldClock,
  runAt: string | null,
): Promise<void> {
  const { id, fileId, complaintId, kind, dueOn, warned } = clock
  const values = { due_on: dueOn, warned, settled_at: null }
  await tx
    .insertInto('protection_clocks')
    .values({
      id,
      organisation_id: organisationId,
      file_id: fileId,
      complaint_id: complaintId,
      kind,
      ...values,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute()
  const payload = { organisationId, complaintId, clockId: id, warned }
  const key = timerKey(id)
  if (runAt === null) return cancelJob(tx, key)
  await enqueue(tx, { task: 'protection.warn', payload, runAt, key })
}

export async function settleClock(tx: Tx, id: string, at: string): Promise<void> {
  await tx.updateTable('protection_clocks').set({ settled_at: at }).where('id', '=', id).execute()
  await cancelJob(tx, timerKey(id))
}

const timerKey = (id: string) => `protection.warn:${id}`
