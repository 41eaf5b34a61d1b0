import { canonicalJson } from '#kernel/canonical-json.ts'
import { sha256Hex } from '#kernel/hash.ts'
import { refuse, ok, type Result } from '#kernel/result.ts'
import { upTo, filled, isAfter } from '../import/rules.ts'
import type { Entry, Message, Remark } from '../import/contract.ts'
import { readContact, readWords } from '../rules.ts'
import { thing, type Person, type Thing, type Ticket } from './contract.ts'

/** HTML as text; the reader of mail does it, and is given. */
export type Plain = (html: string) => string

/**
 * A whole conversation as a complaint: the customer's first words open it, the rest follows in the order in which it
 * was said. `now` is an ISO instant, `system` replaces the desk's own name.
 */
export function entryOfTicket(ticket: Ticket, system: string, now: string): Result<Entry> {
  const first = firstWords(ticket)
  const words = readWords(first.text)
  if (!words.ok) return words
  const received = ticket.createdAt ?? first.message?.at ?? null
  if (received && isAfter(received, now)) return refuse('invalid', 'intake.received-in-future', {})
  const messages = ticket.heard.filter((message) => message !== first.message)
  const from = system || ticket.system
  const named = ticket.reference || `sha256:${sha256Hex(canonicalJson([words.value, ticket.rest]))}`
  const remarks: Remark[] = received ? [] : [{ code: 'received-missing', text: '' }]
  return ok({
    words: words.value,
    receivedAt: received,
    channel: ticket.channel,
    customer: customerOf(ticket.requester),
    details: filled({ subject: upTo(200, ticket.subject) }),
    source: { system: from, reference: named, row: ticket.rest },
    sourceKey: `import:${from}:${named}`,
    messages: messages.filter(({ text }) => text !== ''),
    attachments: ticket.attachments,
    closedAs: ticket.closedAs,
    review: null,
    remarks,
  })
}

/** What the customer said first; a ticket that an agent opened for them (a call) begins with what was written down. */
function firstWords({ heard, subject }: Ticket): { text: string; message: Message | null } {
  const spoken = heard.filter(({ text }) => text !== '')
  const message =
    spoken.find(({ speaker }) => speaker === 'customer') ??
    spoken.find(({ speaker }) => speaker === 'operator') ??
    null
  return message ? { text: message.text, message } : { text: subject, message }
}

/** An address or a number that cannot be one stays with the ticket; it keeps nobody from being heard. */
function customerOf({ name, email, phone }: Person) {
  const isReadable = (fields: { email?: string; phone?: string }) => readContact(fields).ok
  return filled({
    name: upTo(100, name),
    email: isReadable({ email }) ? upTo(200, email) : '',
    phone: isReadable({ phone }) ? upTo(40, phone) : '',
  })
}

export function byTime(messages: readonly Message[]): Message[] {
  const time = ({ at }: Message) => (at === null ? '' : at)
  return messages.toSorted((a, b) => (time(a) < time(b) ? -1 : time(a) > time(b) ? 1 : 0))
}

export function textIn(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

/** The first of these that says anything. */
export function oneOf(of: Thing, ...names: readonly string[]): string {
  for (const name of names) {
    const text = textIn(of[name])
    if (text !== '') return text
  }
  return ''
}

export function thingIn(value: unknown): Thing {
  const read = thing.safeParse(value)
  return read.success ? read.data : {}
}

export function thingsIn(value: unknown): Thing[] {
  return Array.isArray(value) ? value.map(thingIn) : []
}

/** An ISO 8601 time as they are exported; null for anything else. */
export function instantIn(value: unknown): string | null {
  const text = textIn(value)
  try {
    return Temporal.Instant.from(text).toString()
  } catch {
    return null
  }
}

/** What stands in the documents of an export: single things, or lists of them. */
export function thingsOf(documents: readonly unknown[]): Thing[] {
  return documents.flatMap((document) =>
    Array.isArray(document) ? document.map(thingIn) : [thingIn(document)],
  )
}

/** The tags of a ticket for `rest`; nothing when it has none. */
export function tagged(ticket: Thing): Record<string, string> {
  return filled({ tags: tagsIn(ticket['tags']) })
}

/** Tags come as words or as things with a name. */
export function tagsIn(value: unknown): string {
  if (!Array.isArray(value)) return textIn(value)
  return value.map((tag) => textIn(tag) || oneOf(thingIn(tag), 'name')).join('、')
}

/** Everything about it but what was read already, as text. */
export function restOf(ticket: Thing, read: readonly string[]): Record<string, string> {
  const others = Object.entries(ticket).filter(([name]) => !read.includes(name))
  return filled(Object.fromEntries(others.map(([name, value]) => [name, asText(value)])))
}

function asText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value) && value.length === 0) return ''
  return typeof value === 'object' ? JSON.stringify(value) : textIn(value)
}

export function attachmentsIn(messages: readonly Thing[], name: string[], url: string[]) {
  return messages.flatMap((message) =>
    thingsIn(message['attachments']).map((file) => ({
      name: oneOf(file, ...name) || oneOf(file, ...url),
      url: oneOf(file, ...url),
    })),
  )
}

export function personIn(user: Thing): Person {
  const whole = [oneOf(user, 'lastname'), oneOf(user, 'firstname')].filter(Boolean).join(' ')
  return {
    name: oneOf(user, 'name') || whole,
    email: oneOf(user, 'email'),
    phone: oneOf(user, 'phone', 'mobile'),
  }
}

/** id → thing, for those that others name by their id. */
export function byId(things: readonly Thing[]): ReadonlyMap<string, Thing> {
  return new Map(things.map((each) => [textIn(each['id']), each]))
}

export function groupedBy(name: string, things: readonly Thing[]): ReadonlyMap<string, Thing[]> {
  const groups = new Map<string, Thing[]>()
  for (const each of things) {
    const key = textIn(each[name])
    const group = groups.get(key)
    if (group) group.push(each)
    else groups.set(key, [each])
  }
  return groups
}
