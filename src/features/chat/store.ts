import type { Language } from '#kernel/dictionary.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Notice } from '#platform/realtime/hub.ts'
import { tellNodes } from '#platform/realtime/notices.ts'
import type { Scope } from '#features/access/door.ts'
import { chatMoved } from './waiting/contract.ts'

export type NewConversation = {
  readonly complaintId: string
  readonly tokenHash: string
  readonly language: Language
  readonly openedAt: string
  readonly expiresAt: string
  readonly waitingSince: string | null
}

export async function insertConversation(
  tx: Tx,
  { organisationId }: Scope,
  { complaintId, tokenHash, language, openedAt, expiresAt, waitingSince }: NewConversation,
): Promise<void> {
  await tx
    .insertInto('chat_conversations')
    .values({
      complaint_id: complaintId,
      organisation_id: organisationId,
      token_hash: tokenHash,
      language,
      opened_at: openedAt,
      expires_at: expiresAt,
      waiting_since: waitingSince,
      customer_seen_at: openedAt,
    })
    .execute()
}

export type Standing = {
  readonly waiting_since: string | null
  readonly taken_by: string | null
  readonly ended_at: string | null
  readonly expires_at: string
  readonly desk_typing_at: string | null
  readonly customer_typing_at: string | null
  readonly customer_seen_at: string
}

type Place = { readonly complaintId: string; readonly at: string }

/** Changes what is given, and tells both sides to look again. */
export async function saveStanding(
  tx: Tx,
  scope: Scope,
  place: Place,
  changes: Partial<Standing>,
): Promise<void> {
  await saveQuietly(tx, place, changes)
  await tell(tx, scope, place)
}

/** For what is no news to the other side. */
export async function saveQuietly(
  tx: Tx,
  { complaintId }: Pick<Place, 'complaintId'>,
  changes: Partial<Standing>,
): Promise<void> {
  await tx
    .updateTable('chat_conversations')
    .set(changes)
    .where('complaint_id', '=', complaintId)
    .execute()
}

/** Reading never goes back. */
export async function saveRead(
  tx: Tx,
  complaintId: string,
  side: 'customer_read' | 'desk_read',
  upTo: number,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('chat_conversations')
    .set({ [side]: upTo })
    .where('complaint_id', '=', complaintId)
    .where(side, '<', upTo)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Both sides look again: which conversation, never the words. */
export async function tell(
  tx: Tx,
  { organisationId, actor: by }: Scope,
  { complaintId, at }: Place,
): Promise<void> {
  const place = { organisationId, id: complaintId, complaintId, sequence: 0 }
  const notice: Notice = { ...place, type: chatMoved, at, by }
  tellNodes(tx, notice)
}

export async function forgetConversation(tx: Tx, complaintId: string): Promise<void> {
  await tx.deleteFrom('chat_conversations').where('complaint_id', '=', complaintId).execute()
}

export async function saveSettings(
  tx: Tx,
  organisationId: string,
  isOn: boolean,
  changed: { readonly at: string; readonly by: string },
): Promise<void> {
  const values = { is_on: isOn, changed_at: changed.at, changed_by: changed.by }
  await tx
    .insertInto('chat_settings')
    .values({ organisation_id: organisationId, ...values })
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(values))
    .execute()
}
