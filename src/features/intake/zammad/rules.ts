import type { Channel } from '#features/complaints/contract.ts'
import { channelOf } from '../columns/rules.ts'
import type { Message } from '../import/contract.ts'
import type { Person, Thing, Ticket } from '../other-desks/contract.ts'
import {
  byId,
  byTime,
  groupedBy,
  instantIn,
  oneOf,
  personIn,
  restOf,
  tagged,
  textIn,
  thingIn,
  thingsIn,
  thingsOf,
  type Plain,
} from '../other-desks/rules.ts'

/**
 * Tickets of Zammad with their articles: bare lists (`tickets`, `articles`, `users`), tickets that hold their
 * `articles`, or answers with `assets`, in which things of each kind are listed by their id.
 * https://docs.zammad.org/en/latest/api/ticket/index.html
 * https://docs.zammad.org/en/latest/api/ticket/articles.html
 */
export function zammadTickets(documents: readonly unknown[]): Thing[] {
  const things = thingsOf(documents)
  const listed = (name: string, kind: string) =>
    things.flatMap((each) => [
      ...thingsIn(each[name]),
      ...Object.values(thingIn(thingIn(each['assets'])[kind])).map(thingIn),
    ])
  const isGroup = (each: Thing) => 'tickets' in each || 'assets' in each || 'users' in each
  const bare = things.filter((each) => !isGroup(each))
  const people = byId([...listed('users', 'User'), ...bare.filter(isUser)])
  const states = byId(listed('states', 'TicketState'))
  const loose = things.filter((each) => isGroup(each)).flatMap((each) => thingsIn(each['articles']))
  const articles = groupedBy('ticket_id', [
    ...loose,
    ...things.flatMap((each) =>
      Object.values(thingIn(thingIn(each['assets'])['TicketArticle'])).map(thingIn),
    ),
    ...bare.filter(isArticle),
  ])
  return [...listed('tickets', 'Ticket'), ...bare.filter(isTicket)].map((ticket) => ({
    ...ticket,
    articles: ownOr(ticket, articles),
    person: people.get(textIn(ticket['customer_id'])) ?? {},
    staff: [...people.values()].filter((each) => isNamed(each, ownOr(ticket, articles))),
    state: ticket['state'] ?? states.get(textIn(ticket['state_id']))?.['name'],
  }))
}

function isArticle(each: Thing): boolean {
  return 'ticket_id' in each && 'body' in each
}

function isTicket(each: Thing): boolean {
  return 'title' in each && !isArticle(each)
}

function isUser(each: Thing): boolean {
  return 'login' in each && !('title' in each && 'number' in each)
}

function ownOr(ticket: Thing, articles: ReadonlyMap<string, Thing[]>): Thing[] {
  const own = thingsIn(ticket['articles'])
  const hasOwn = own.some((each) => 'body' in each)
  return hasOwn ? own : (articles.get(textIn(ticket['id'])) ?? [])
}

function isNamed(user: Thing, articles: readonly Thing[]): boolean {
  return articles.some((each) => textIn(each['created_by_id']) === textIn(user['id']))
}

export function zammadTicket(raw: Thing, plain: Plain): Ticket {
  const articles = thingsIn(raw['articles'])
  const staff = byId(thingsIn(raw['staff']))
  const state = textIn(raw['state'])
  const isClosed = /^(?:closed|merged)/iu.test(state) || oneOf(raw, 'close_at') !== ''
  const requester = requesterOf(raw, articles)
  return {
    system: 'zammad',
    reference: oneOf(raw, 'number', 'id'),
    subject: oneOf(raw, 'title'),
    createdAt: instantIn(raw['created_at']),
    channel: channelIn(raw, articles[0]),
    requester,
    heard: byTime(articles.map((article) => messageOf(article, staff, plain))),
    attachments: articles.flatMap((article) => filesOf(article)),
    closedAs: isClosed ? state || 'closed' : null,
    rest: { ...restOf(raw, read), ...tagged(raw) },
  }
}

const read = ['articles', 'person', 'staff', 'tags', 'article_ids']

/** With `expand=true` the customer is a login or an address; else who wrote the first article is known by name. */
function requesterOf(raw: Thing, articles: readonly Thing[]): Person {
  const person = personIn(thingIn(raw['person']))
  const first = articles.find((article) => senderOf(article) === 'customer')
  const from = /^\s*"?([^"<]*?)"?\s*(?:<([^>]+)>)?\s*$/u.exec(oneOf(first ?? {}, 'from'))
  const login = textIn(raw['customer'])
  return {
    name: person.name || (from?.[1] ?? ''),
    email: person.email || from?.[2] || (login.includes('@') ? login : ''),
    phone: person.phone,
  }
}

// Sender types of a fresh Zammad, when only their number was exported.
const senders: Readonly<Record<string, string>> = { 1: 'agent', 2: 'customer', 3: 'system' }

function senderOf(article: Thing): string {
  return oneOf(article, 'sender').toLowerCase() || (senders[oneOf(article, 'sender_id')] ?? '')
}

function messageOf(article: Thing, staff: ReadonlyMap<string, Thing>, plain: Plain): Message {
  const sender = senderOf(article)
  const body = oneOf(article, 'body')
  const isHtml = /html/iu.test(oneOf(article, 'content_type'))
  const author = personIn(staff.get(oneOf(article, 'created_by_id')) ?? {}).name
  const isInternal = article['internal'] === true || sender === 'system'
  return {
    speaker: isInternal ? 'internal' : sender === 'customer' ? 'customer' : 'operator',
    text: isHtml ? plain(body) : body,
    at: instantIn(article['created_at']),
    byName: author || oneOf(article, 'created_by', 'from'),
  }
}

/** Bytes stay there: GET /api/v1/ticket_attachment/{ticket}/{article}/{attachment} */
function filesOf(article: Thing): { name: string; url: string }[] {
  return thingsIn(article['attachments']).map((file) => {
    const place = [oneOf(article, 'ticket_id'), oneOf(article, 'id'), oneOf(file, 'id')]
    const isPlaced = place.every((each) => each !== '')
    const url = isPlaced ? `/api/v1/ticket_attachment/${place.join('/')}` : ''
    return { name: oneOf(file, 'filename', 'name') || url, url }
  })
}

function channelIn(raw: Thing, first: Thing | undefined): Channel {
  const type = oneOf(raw, 'create_article_type') || oneOf(first ?? {}, 'type')
  return type === 'web' ? 'web-form' : (channelOf(type.split(' ')[0] ?? '') ?? 'import')
}
