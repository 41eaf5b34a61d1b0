import { sql } from 'kysely'
import { commitmentOf, entryHash } from '#kernel/chain.ts'
import type { Tx } from '#platform/db/database.ts'
import { noticeChannel, type Notice } from '#platform/realtime/hub.ts'

export type Head = { readonly sequence: number; readonly hash: string }

export type NewEntry = {
  readonly id: string
  readonly type: string
  readonly payload: unknown
  readonly salt: string
  /** Codes of what was heard, when these are words that were overheard. */
  readonly cues?: readonly string[] | undefined
}

/** Whose chain it is, and which command at what time writes there. */
export type Chain = {
  readonly organisationId: string
  readonly complaintId: string
  readonly commandId: string
  readonly at: string
  readonly by: string
}

/** Appends to one chain; the caller holds the lock on the complaint. Answers with the new head. */
export async function appendEntries(
  tx: Tx,
  chain: Chain,
  head: Head,
  entries: readonly NewEntry[],
): Promise<Head> {
  let last = head
  for (const entry of entries) last = await appendEntry(tx, chain, last, entry)
  return last
}

async function appendEntry(
  tx: Tx,
  { commandId, ...place }: Chain,
  head: Head,
  { id, type, payload, salt, cues }: NewEntry,
): Promise<Head> {
  const sequence = head.sequence + 1
  const sealed = { commitment: commitmentOf(payload, salt), previous: head.hash }
  const hash = entryHash({ ...place, id, sequence, type, ...sealed })
  const { organisationId: organisation_id, complaintId: complaint_id, at, by } = place
  const row = { organisation_id, complaint_id, sequence, id, command_id: commandId, type, at, by }
  const values = { ...row, payload: JSON.stringify(payload), salt, ...sealed, hash }
  const notice: Notice = { ...place, id, sequence, type, callId: callIn(payload), cues }
  // One statement: an entry and the word of it go the same way, and every call has many.
  await tx
    .with('entry', (q) => q.insertInto('complaints_timeline').values(values))
    .selectNoFrom(sql`pg_notify(${noticeChannel}, ${JSON.stringify(notice)})`.as('told'))
    .execute()
  return { sequence, hash }
}

/** Screens that show one call look at it again when it moves, whoever moved it. */
function callIn(payload: unknown): string | undefined {
  if (typeof payload !== 'object' || payload === null) return undefined
  const callId: unknown = Reflect.get(payload, 'callId')
  return typeof callId === 'string' ? callId : undefined
}

/**
 * Takes the words of all entries but those of the spared types away, and the salts with them; the commitments stay,
 * so the chain still verifies.
 */
export async function eraseWords(
  tx: Tx,
  complaintId: string,
  spared: readonly string[],
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('complaints_timeline')
    .set({ payload: null, salt: null })
    .where('complaint_id', '=', complaintId)
    .where('type', 'not in', [...spared])
    .where('payload', 'is not', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
