import { sha256Hex } from '#kernel/hash.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Ports } from '#platform/ports.ts'
import type { Organisation } from '#features/access/contract.ts'
import { inside, permitted, type May } from '#features/access/door.ts'
import { change, customerFor, type Situation } from '#features/complaints/door.ts'
import type { CustomerFields } from '#features/complaints/contract.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import {
  canBeReached,
  readContact,
  readWords,
  receiveVisitor,
  tidyContact,
} from '#features/intake/door.ts'
import { listenInside } from '#features/language/company-words/door.ts'
import { chatMessages } from '../messages.ts'
import { canOpenChat } from '../policy.ts'
import { chatOf, isChatOn, type HeldChat } from '../queries.ts'
import { expiryAfter, isWithin, thereSeconds } from '../rules.ts'
import { insertConversation, saveQuietly, saveRead, saveStanding, tell } from '../store.ts'
import type { ChatConversation } from './contract.ts'
import { attendanceOf, chatByToken, conversationOf } from './queries.ts'

type Writing = May<'chat.write-in'>
type Conversation = Promise<Result<ChatConversation>>
export type Opening = {
  readonly id: string
  readonly token: string
  readonly words: string
  readonly customer: CustomerFields
  readonly website?: string | undefined
  readonly openSeconds?: number | undefined
}

/** The first words: a complaint begins and is acknowledged. Sent again under the same token it is the same one. */
export async function open(
  ports: Ports,
  may: Writing,
  organisation: Organisation,
  told: Opening,
): Conversation {
  const known = await readByToken(ports, may, organisation, told.token)
  if (known.ok)
    return known.value.complaintId === told.id ? known : refuse('conflict', 'chat.open-already', {})
  if (!(await inside(ports.db, may, isChatOn))) return refuse('blocked', 'chat.off', {})
  const words = readWords(told.words)
  if (!words.ok) return words
  const contact = readContact(tidyContact(told.customer))
  if (!contact.ok) return contact
  const read = { ...told, words: words.value, customer: contact.value }
  const done = await begin(ports, may, organisation, read)
  return done.ok ? readByToken(ports, may, organisation, told.token) : done
}

function begin(ports: Ports, may: Writing, organisation: Organisation, told: Opening) {
  const received = permitted(may, canOpenChat)
  if (!received.ok) return Promise.resolve(received)
  const visitor = { ...told, details: {} }
  return receiveVisitor(ports, received.value, visitor, {
    channel: 'chat',
    async answer({ tx, number, receivedAt: at, isMachine }) {
      const { id: complaintId, token } = told
      const { language } = may
      await insertConversation(tx, may, {
        complaintId,
        tokenHash: sha256Hex(token),
        language,
        openedAt: at,
        expiresAt: expiryAfter(at),
        // Nobody is called to a machine.
        waitingSince: isMachine ? null : at,
      })
      await tell(tx, may, { complaintId, at })
      const opened = { type: 'chat.opened', payload: { language } } as const
      const beginning = { ...told, number, at, isMachine }
      return [opened, await acknowledgement(tx, may, organisation, beginning)]
    },
  })
}

/**
 * Who is there, and by when there is an answer: the window itself is where it comes. A machine is answered alike, and
 * promised nothing.
 */
async function acknowledgement(
  tx: Situation['tx'],
  { language }: Writing,
  organisation: Organisation,
  beginning: { number: string; at: string; customer: CustomerFields; isMachine: boolean },
): Promise<ComplaintEvent> {
  const { number, at, customer, isMachine } = beginning
  const now = Temporal.Instant.from(at)
  const { attendance, opensAt, answeredBy } = await attendanceOf(tx, organisation, now)
  const say = chatMessages[language].words.acknowledged[attendance]
  const isReachable = canBeReached(customer)
  const words = say({ number, until: answeredBy, opensAt, isReachable })
  return {
    type: 'intake.acknowledged',
    payload: { by: 'screen', words, nextContactAt: isMachine ? null : answeredBy },
  }
}

/** More words. Somebody who comes back after the end is waited for again: nothing that is said is refused. */
export function say(
  ports: Ports,
  may: Writing,
  organisation: Organisation,
  { token, id, text }: { token: string; id: string; text: string },
): Conversation {
  const words = readWords(text)
  if (!words.ok) return Promise.resolve(words)
  return changeByToken(ports, may, organisation, { token, id }, (situation, held) =>
    written(situation, may, held, { messageId: id, text: words.value }),
  )
}

/** Their words in the record, and the conversation waits for an answer. */
async function written(
  { tx, at, record }: Situation,
  may: Writing,
  held: HeldChat,
  { messageId, text }: { messageId: string; text: string },
): Promise<Result<ComplaintEvent[]>> {
  const { cues } = await listenInside(tx, may, { speaker: 'customer', text })
  const isBack = held.ended_at !== null
  await saveStanding(
    tx,
    may,
    { complaintId: held.complaint_id, at },
    {
      waiting_since: held.waiting_since ?? at,
      expires_at: expiryAfter(at),
      customer_seen_at: at,
      customer_typing_at: null,
      // Whoever had it may have gone home: it is anybody's again.
      ...(isBack ? { ended_at: null, taken_by: null } : {}),
    },
  )
  const reason = chatMessages.ja.words.cameBack
  const reopened: ComplaintEvent[] = record.closing
    ? [{ type: 'complaints.reopened', payload: { reason } }]
    : []
  const payload = { speaker: 'customer' as const, text, cues: [...cues], chat: { messageId } }
  return ok([...reopened, { type: 'complaints.noted', payload }])
}

/** Where else an answer may go. It stands in the conversation, too, so that it can be read again. */
export async function leaveContact(
  ports: Ports,
  may: Writing,
  organisation: Organisation,
  order: { token: string; id: string; customer: CustomerFields },
): Conversation {
  const contact = readContact(tidyContact(order.customer))
  if (!contact.ok) return contact
  if (!canBeReached(contact.value)) return refuse('invalid', 'chat.no-contact', {})
  const text = chatMessages[may.language].words.contactLeft(contact.value)
  return changeByToken(ports, may, organisation, order, async (situation, held) => {
    const { tx, at } = situation
    const done = await written(situation, may, held, { messageId: order.id, text })
    if (!done.ok) return done
    const known = await customerFor(ports, tx, may, contact.value, at)
    const identified: ComplaintEvent[] = known
      ? [{ type: 'complaints.customer-identified', payload: known }]
      : []
    return ok([...done.value, ...identified])
  })
}

/** The customer has done. The complaint goes on as by any other channel. */
export function leave(
  ports: Ports,
  may: Writing,
  organisation: Organisation,
  order: { token: string; id: string },
): Conversation {
  return changeByToken(ports, may, organisation, order, async ({ tx, at }, held) => {
    if (held.ended_at !== null) return ok([])
    const over = { ended_at: at, waiting_since: null, customer_typing_at: null }
    await saveStanding(tx, may, { complaintId: held.complaint_id, at }, over)
    return ok([{ type: 'chat.ended', payload: { by: 'customer' } }])
  })
}

/** The window is open. Told to the desk when that is news. */
export function keepWatching(
  ports: Ports,
  may: Writing,
  { token, readUpTo, isTyping }: { token: string; readUpTo: number; isTyping: boolean },
): Promise<Result<{ at: string }>> {
  const at = ports.clock.now().toString()
  return inside(ports.db, may, async (tx) => {
    const held = await chatByToken(tx, token, at)
    if (!held) return refuse('missing', 'chat.unknown', {})
    const { complaint_id: complaintId, customer_seen_at: seenAt } = held
    const typing = isTyping ? { customer_typing_at: at } : {}
    await saveQuietly(tx, { complaintId }, { customer_seen_at: at, ...typing })
    const isRead = await saveRead(tx, complaintId, 'customer_read', readUpTo)
    const isNews = isRead || isTyping || !isWithin(thereSeconds, seenAt, at)
    if (isNews) await tell(tx, may, { complaintId, at })
    return ok({ at })
  })
}

export function readByToken(
  ports: Ports,
  may: Writing,
  organisation: Organisation,
  token: string,
): Conversation {
  return inside(ports.db, may, async (tx) => {
    const held = await chatByToken(tx, token, ports.clock.now().toString())
    const found = held && (await conversationOf(ports, tx, may, organisation, held))
    return found ? ok(found) : refuse('missing', 'chat.unknown', {})
  })
}

async function changeByToken(
  ports: Ports,
  may: Writing,
  organisation: Organisation,
  { token, id }: { token: string; id: string },
  decide: (situation: Situation, held: HeldChat) => Promise<Result<ComplaintEvent[]>>,
): Conversation {
  const at = ports.clock.now().toString()
  const held = await inside(ports.db, may, (tx) => chatByToken(tx, token, at))
  if (!held) return refuse('missing', 'chat.unknown', {})
  const command = { complaintId: held.complaint_id, id }
  const done = await change(ports, may, command, async (situation) => {
    // Read again under the lock: the desk may have ended it meanwhile.
    const now = await chatOf(situation.tx, held.complaint_id)
    return now ? decide(situation, now) : refuse('missing', 'chat.unknown', {})
  })
  return done.ok ? readByToken(ports, may, organisation, token) : done
}
