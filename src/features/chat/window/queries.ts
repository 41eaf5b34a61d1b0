import { sha256Hex } from '#kernel/hash.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import type { Organisation } from '#features/access/contract.ts'
import { toBusinessCalendar, toldAs, memberNames, type Scope } from '#features/access/door.ts'
import { takingPeople } from '#features/assignment/door.ts'
import { recordOf } from '#features/complaints/door.ts'
import { canBeReached, nextContactAt } from '#features/intake/door.ts'
import { nextOpening } from '#kernel/business-calendar.ts'
import { isChatOn, linesOfSeveral, type HeldChat } from '../queries.ts'
import { attendanceAt, isWithin, lateSeconds, nextPromise, typingSeconds } from '../rules.ts'
import type { ChatConversation } from './contract.ts'

/** The conversation that a token still opens; undefined when there is none, or it is too long ago. */
export function chatByToken(tx: Tx, token: string, now: string): Promise<HeldChat | undefined> {
  return tx
    .selectFrom('chat_conversations')
    .where('token_hash', '=', sha256Hex(token))
    .where('expires_at', '>', now)
    .selectAll()
    .executeTakeFirst()
}

/** Is somebody there, and from when on? */
export async function attendanceOf(tx: Tx, organisation: Organisation, now: Temporal.Instant) {
  const calendar = toBusinessCalendar(organisation.calendar)
  const here = await takingPeople(tx, now.toString())
  return {
    attendance: attendanceAt(calendar, now, here.size > 0),
    opensAt: nextOpening(calendar, now).toString(),
    answeredBy: nextContactAt(calendar, now),
  }
}

export async function windowOf(ports: Ports, tx: Tx, organisation: Organisation) {
  const standing = await attendanceOf(tx, organisation, ports.clock.now())
  return { organisationName: organisation.name, isOn: await isChatOn(tx), ...standing }
}

export async function conversationOf(
  ports: Ports,
  tx: Tx,
  scope: Scope,
  organisation: Organisation,
  held: HeldChat,
): Promise<ChatConversation | undefined> {
  const { complaint_id: complaintId, taken_by: takenBy } = held
  const record = await recordOf(tx, scope, complaintId)
  if (!record) return undefined
  const now = ports.clock.now()
  const { attendance, opensAt } = await attendanceOf(tx, organisation, now)
  const names = await memberNames(tx, scope)
  const told = await toldAs(tx, scope)
  return {
    complaintId,
    number: record.number,
    organisationName: organisation.name,
    attendance,
    opensAt,
    ...stateOf(held, now.toString()),
    answeredByName: takenBy === null ? null : told(names.get(takenBy) ?? ''),
    isReachable: canBeReached(record.customer),
    nextAt: nextPromise(record)?.dueAt ?? null,
    lines: (await linesOfSeveral(tx, scope, [complaintId])).get(complaintId) ?? [],
  }
}

function stateOf(held: HeldChat, now: string) {
  const { waiting_since: since, ended_at: endedAt, desk_typing_at: typingAt } = held
  return {
    isEnded: endedAt !== null,
    isLate: since !== null && !isWithin(lateSeconds, since, now),
    isTyping: isWithin(typingSeconds, typingAt, now),
    deskRead: held.desk_read,
  }
}
