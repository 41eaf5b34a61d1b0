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
}

/** Appends to one chain; the caller holds the lock on the complaint. Answers with the new head. */
export async function appendEntries(
  tx: Tx,
  chain: { organisationId: string; complaintId: string; commandId: string; at: string; by: string },
  head: Head,
  entries: readonly NewEntry[],
): Promise<Head> {
  let { sequence, hash } = head
  for (const { id, type, payload, salt } of entries) {
    const { commandId, ...place } = chain
    const previous = hash
    const commitment = commitmentOf(payload, salt)
    sequence += 1
    hash = entryHash({ ...place, id, sequence, type, commitment, previous })
    await tx
      .insertInto('complaints_timeline')
      .values({
        organisation_id: chain.organisationId,
        complaint_id: chain.complaintId,
        sequence,
        id,
        command_id: commandId,
        type,
        at: chain.at,
        by: chain.by,
        payload: JSON.stringify(payload),
        salt,
        commitment,
        previous,
        hash,
      })
      .execute()
    await notify(tx, { ...place, id, sequence, type })
  }
  return { sequence, hash }
}

async function notify(tx: Tx, notice: Notice) {
  await sql`select pg_notify(${noticeChannel}, ${JSON.stringify(notice)})`.execute(tx)
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
