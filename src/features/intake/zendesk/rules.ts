import type { Channel } from '#features/complaints/contract.ts'
import { channelOf } from '../columns/rules.ts'
import type { Message } from '../import/contract.ts'
import type { Thing, Ticket } from '../other-desks/contract.ts'
import {
  attachmentsIn,
  byId,
  byTime,
  groupedBy,
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
 * Tickets of a Zendesk export, each with its comments and the people it names. The account's JSON export is one ticket
 * on each line with `comments` in it; what scripts fetch by the API is lists under `tickets`, `comments`, `users`.
 * https://support.zendesk.com/hc/en-us/articles/4408886165402
 * https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_comments/#json-format
 */
export function zendeskTickets(documents: readonly unknown[]): Thing[] {
  const things = thingsOf(documents)
  const listed = (name: string) => things.flatMap((each) => thingsIn(each[name]))
  const alone = things.filter((each) => !('tickets' in each) && !('users' in each))
  const single = alone.flatMap((each) => ('ticket' in each ? [thingIn(each['ticket'])] : [each]))
  const users = byId([...listed('users'), ...single.filter(isUser)])
  const comments = groupedBy('ticket_id', [
    ...alone.flatMap((each) => (isTicket(each) ? [] : thingsIn(each['comments']))),
    ...things.filter((each) => 'tickets' in each).flatMap((each) => thingsIn(each['comments'])),
    ...single.filter(isComment),
  ])
  return [...listed('tickets'), ...single.filter(isTicket)].map((ticket) =>
    whole(ticket, comments, users),
  )
}

function isUser(each: Thing): boolean {
  return 'role' in each && !('subject' in each) && !('requester_id' in each)
}

function isComment(each: Thing): boolean {
  return 'ticket_id' in each && 'author_id' in each
}

function isTicket(each: Thing): boolean {
  return !isUser(each) && !isComment(each) && ('requester_id' in each || 'subject' in each)
}

function whole(
  ticket: Thing,
  comments: ReadonlyMap<string, Thing[]>,
  users: ReadonlyMap<string, Thing>,
): Thing {
  const own = thingsIn(ticket['comments'])
  const said = own.length > 0 ? own : (comments.get(textIn(ticket['id'])) ?? [])
  const named = [ticket['requester_id'], ...said.map(({ author_id: author }) => author)]
  const known = [...new Set(named.map(textIn))].flatMap((id) => users.get(id) ?? [])
  return { ...ticket, comments: said, people: known }
}

export function zendeskTicket(raw: Thing, plain: Plain): Ticket {
  const people = byId([...thingsIn(raw['people']), thingIn(raw['requester'])])
  const requesterId = oneOf(raw, 'requester_id') || oneOf(thingIn(raw['requester']), 'id')
  const comments = thingsIn(raw['comments'])
  const said = comments.map((comment) => messageOf(comment, requesterId, people, plain))
  const status = oneOf(raw, 'status')
  return {
    system: hostOf(oneOf(raw, 'url')) || 'zendesk',
    reference: oneOf(raw, 'id'),
    subject: oneOf(raw, 'subject', 'raw_subject'),
    createdAt: instantIn(raw['created_at']),
    channel: channelIn(thingIn(raw['via'])),
    requester: personIn({ ...people.get(requesterId), ...thingIn(raw['requester']) }),
    heard: said.length > 0 ? byTime(said) : described(raw),
    attachments: attachmentsIn(comments, ['file_name'], ['content_url', 'mapped_content_url']),
    closedAs: status === 'solved' || status === 'closed' ? status : null,
    rest: { ...restOf(raw, read), ...customFields(raw), ...tagged(raw) },
  }
}

const read = ['comments', 'people', 'tags', 'custom_fields', 'fields', 'description']

/** An export without comments still has the first of them as the description. */
function described(raw: Thing): Message[] {
  const text = oneOf(raw, 'description')
  return [{ speaker: 'customer', text, at: instantIn(raw['created_at']), byName: '' }]
}

function messageOf(
  comment: Thing,
  requesterId: string,
  people: ReadonlyMap<string, Thing>,
  plain: Plain,
): Message {
  const authorId = oneOf(comment, 'author_id') || oneOf(thingIn(comment['author']), 'id')
  const author = { ...people.get(authorId), ...thingIn(comment['author']) }
  const isCustomer = authorId === requesterId || oneOf(author, 'role') === 'end-user'
  // `public: false` is what Zendesk calls an internal note; the field is left out by some exports of public ones.
  const isInternal = comment['public'] === false
  return {
    speaker: isInternal ? 'internal' : isCustomer ? 'customer' : 'operator',
    text: oneOf(comment, 'body', 'plain_body') || plain(oneOf(comment, 'html_body')),
    at: instantIn(comment['created_at']),
    byName: personIn(author).name,
  }
}

function customFields(raw: Thing): Record<string, string> {
  const fields = thingsIn(raw['custom_fields'] ?? raw['fields'])
  const filled = fields.filter(({ value }) => tagsIn(value) !== '')
  return Object.fromEntries(
    filled.map((each) => [`field ${textIn(each['id'])}`, tagsIn(each['value'])]),
  )
}

/** https://support.zendesk.com/hc/en-us/articles/4408886877850: how `via.channel` names the ways in. */
function channelIn(via: Thing): Channel {
  const name = oneOf(via, 'channel')
  if (/^(?:web|web_widget|help_center|mobile_sdk|web_form)$/u.test(name)) return 'web-form'
  if (/^(?:native_messaging|sms|whatsapp)$/u.test(name)) return 'chat'
  return channelOf(name) ?? 'import'
}

/** Two accounts count their tickets from one: the account's own host tells them apart. */
function hostOf(url: string): string {
  return /^https?:\/\/([^/]+)\//u.exec(url)?.[1] ?? ''
}
