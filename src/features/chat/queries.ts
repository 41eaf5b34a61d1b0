import type { Selectable } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { ChatConversations } from '#platform/db/tables/chat.ts'
import { memberNames, toldAs, type Scope } from '#features/access/door.ts'
import { linesById, recorded, recordOf, entriesOfSeveral } from '#features/complaints/door.ts'
import type { DeskChat, WaitingChat } from './contract.ts'
import { chatMessages } from './messages.ts'
import { isWithin, linesOf, nextPromise, thereSeconds, typingSeconds } from './rules.ts'
import type { ChatLine } from './window/contract.ts'

export type HeldChat = Selectable<ChatConversations>

export function chatOf(tx: Tx, complaintId: string): Promise<HeldChat | undefined> {
  return tx
    .selectFrom('chat_conversations')
    .where('complaint_id', '=', complaintId)
    .selectAll()
    .executeTakeFirst()
}

/** How it stands for whoever asks at the desk; null when this complaint has no conversation. */
export async function deskChatOf(
  tx: Tx,
  scope: Scope,
  complaintId: string,
  now: string,
): Promise<DeskChat | null> {
  const held = await chatOf(tx, complaintId)
  if (!held) return null
  const names = await memberNames(tx, scope)
  const told = await toldAs(tx, scope)
  return {
    complaintId,
    waitingSince: held.waiting_since,
    takenById: held.taken_by,
    takenByName: held.taken_by === null ? null : (names.get(held.taken_by) ?? ''),
    endedAt: held.ended_at,
    isCustomerThere: isWithin(thereSeconds, held.customer_seen_at, now),
    isCustomerTyping: isWithin(typingSeconds, held.customer_typing_at, now),
    customerRead: held.customer_read,
    toldAs: told(scope.viewer?.name ?? ''),
    farewell: await farewellOf(tx, scope, held),
  }
}

/** In the customer's language: only what the record holds. */
async function farewellOf(tx: Tx, scope: Scope, held: HeldChat): Promise<string> {
  const record = await recordOf(tx, scope, held.complaint_id)
  if (!record) return ''
  const { words } = chatMessages[held.language === 'en' ? 'en' : 'ja']
  const promise = nextPromise(record)
  return words.farewell({
    number: record.number,
    agreed: record.agreement?.words ?? '',
    next: promise ? { words: promise.words, dueAt: promise.dueAt } : null,
  })
}

/** Somebody waits for a reply: the longest first. */
export async function waitingChats(tx: Tx, scope: Scope, now: string): Promise<WaitingChat[]> {
  const rows = await tx
    .selectFrom('chat_conversations')
    .where('waiting_since', 'is not', null)
    .orderBy('waiting_since')
    .limit(50)
    .selectAll()
    .execute()
  const ids = rows.map(({ complaint_id: id }) => id)
  const names = await memberNames(tx, scope)
  const lines = await linesById(tx, ids)
  const said = await linesOfSeveral(tx, scope, ids)
  return rows.flatMap((row) => {
    const line = lines.get(row.complaint_id)
    if (!line) return []
    const last = said.get(row.complaint_id)?.findLast(({ kind }) => kind === 'you')
    return [
      {
        complaintId: row.complaint_id,
        waitingSince: row.waiting_since,
        takenByName: row.taken_by === null ? null : (names.get(row.taken_by) ?? ''),
        isCustomerThere: isWithin(thereSeconds, row.customer_seen_at, now),
        number: line.number,
        customerName: line.customerName,
        lastWords: last?.text ?? '',
        isMine: row.taken_by !== null && row.taken_by === scope.viewer?.memberId,
      },
    ]
  })
}

const saidIn = [
  'complaints.received',
  'intake.acknowledged',
  'complaints.noted',
  'chat.taken',
  'chat.ended',
]

/** What was said, by complaint, each from its beginning. */
export async function linesOfSeveral(
  tx: Tx,
  scope: Scope,
  complaintIds: readonly string[],
): Promise<Map<string, ChatLine[]>> {
  const names = await memberNames(tx, scope)
  const told = await toldAs(tx, scope)
  const entries = await entriesOfSeveral(tx, names, complaintIds, saidIn)
  return new Map([...entries].map(([id, each]) => [id, linesOf(recorded(each), told)]))
}

export async function isChatOn(tx: Tx): Promise<boolean> {
  const row = await tx.selectFrom('chat_settings').select('is_on').executeTakeFirst()
  return row?.is_on ?? false
}
