import type { Channel } from '#features/complaints/contract.ts'
import type { Message } from '../import/contract.ts'
import type { Thing, Ticket } from '../other-desks/contract.ts'
import {
  attachmentsIn,
  byTime,
  instantIn,
  oneOf,
  personIn,
  restOf,
  tagged,
  tagsIn,
  textIn,
  thingIn,
  thingsIn,
  thingsOf,
  type Plain,
} from '../other-desks/rules.ts'

/**
 * Tickets of a Freshdesk export. The account's JSON export wraps each in `helpdesk_ticket` with its notes; the API
 * (`GET /api/v2/tickets/[id]?include=conversations,requester`) gives them bare with `conversations`.
 * https://developers.freshdesk.com/api/#tickets  https://developer.freshdesk.com/api/v1
 */
export function freshdeskTickets(documents: readonly unknown[]): Thing[] {
  return thingsOf(documents)
    .flatMap((each) => ('tickets' in each ? thingsIn(each['tickets']) : [each]))
    .map((each) => ('helpdesk_ticket' in each ? thingIn(each['helpdesk_ticket']) : each))
    .filter((each) => 'subject' in each || 'description' in each || 'description_text' in each)
}

export function freshdeskTicket(raw: Thing, plain: Plain): Ticket {
  const notes = notesIn(raw)
  const requesterId = oneOf(raw, 'requester_id')
  const requester = personIn({ ...thingIn(raw['requester']) })
  const first: Message = {
    speaker: 'customer',
    text: oneOf(raw, 'description_text') || plainly(raw, plain, 'description', 'description_html'),
    at: instantIn(raw['created_at']),
    byName: requester.name || oneOf(raw, 'requester_name'),
  }
  return {
    system: 'freshdesk',
    reference: oneOf(raw, 'display_id', 'id'),
    subject: oneOf(raw, 'subject'),
    createdAt: first.at,
    channel: channelIn(raw['source']),
    requester: { ...requester, name: first.byName },
    heard: [first, ...byTime(notes.map((note) => messageOf(note, requesterId, plain)))],
    attachments: attachmentsIn([raw, ...notes], ['name', 'content_file_name'], ['attachment_url']),
    closedAs: closedIn(raw),
    rest: { ...restOf(raw, read), ...customFields(raw), ...tagged(raw) },
  }
}

const read = [
  'conversations',
  'notes',
  'helpdesk_notes',
  'description',
  'description_text',
  'description_html',
  'custom_fields',
  'custom_field',
  'tags',
]

function notesIn(raw: Thing): Thing[] {
  const lists = ['conversations', 'notes', 'helpdesk_notes'].flatMap((name) => thingsIn(raw[name]))
  return lists.map((each) => {
    const inner = each['note'] ?? each['helpdesk_note']
    return inner === undefined ? each : thingIn(inner)
  })
}

function messageOf(note: Thing, requesterId: string, plain: Plain): Message {
  const isCustomer = note['incoming'] === true || oneOf(note, 'user_id') === requesterId
  const author = thingIn(note['user'])
  return {
    speaker: note['private'] === true ? 'internal' : isCustomer ? 'customer' : 'operator',
    text: oneOf(note, 'body_text') || plainly(note, plain, 'body', 'body_html'),
    at: instantIn(note['created_at']),
    byName: personIn(author).name || oneOf(note, 'user_name', 'from_email'),
  }
}

/** `description` and `body` are HTML in version 2 of the API, and text in version 1. */
function plainly(of: Thing, plain: Plain, either: string, html: string): string {
  const text = oneOf(of, either)
  if (text === '') return plain(oneOf(of, html))
  return /<[a-z][^>]*>/iu.test(text) ? plain(text) : text
}

// Sources by number: https://developers.freshdesk.com/api/#ticket-properties
const sources: Readonly<Record<string, Channel>> = {
  1: 'mail',
  2: 'web-form',
  3: 'phone',
  5: 'review',
  6: 'review',
  7: 'chat',
  9: 'web-form',
  10: 'mail',
  13: 'chat',
}

function channelIn(source: unknown): Channel {
  return sources[textIn(source)] ?? 'import'
}

/** 4 is Resolved and 5 is Closed; the export also has the name. */
function closedIn(raw: Thing): string | null {
  const name = oneOf(raw, 'status_name')
  const status = oneOf(raw, 'status')
  if (!/^(?:[45]|resolved|closed)$/iu.test(status) && !/^(?:resolved|closed)$/iu.test(name))
    return null
  return name || (status === '4' ? 'Resolved' : status === '5' ? 'Closed' : status)
}

function customFields(raw: Thing): Record<string, string> {
  const fields = thingIn(raw['custom_fields'] ?? raw['custom_field'])
  const filled = Object.entries(fields).filter(([, value]) => tagsIn(value) !== '')
  return Object.fromEntries(filled.map(([name, value]) => [name, tagsIn(value)]))
}
