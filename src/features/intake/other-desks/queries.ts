import { ok, refuse, type Result } from '#kernel/result.ts'
import { textOfHtml } from '#platform/mail/html.ts'
import { readText } from '#platform/files/text-file.ts'
import { parseJson } from '../columns/queries.ts'
import { freshdeskTicket, freshdeskTickets } from '../freshdesk/rules.ts'
import type { Entry, Kind } from '../import/contract.ts'
import { zammadTicket, zammadTickets } from '../zammad/rules.ts'
import { zendeskTicket, zendeskTickets } from '../zendesk/rules.ts'
import { thing, type Thing, type Ticket } from './contract.ts'
import { entryOfTicket, type Plain } from './rules.ts'

export type Desk = Exclude<Kind, 'table'>

const desks: Readonly<
  Record<
    Desk,
    { tickets: (all: readonly unknown[]) => Thing[]; ticket: (raw: Thing, plain: Plain) => Ticket }
  >
> = {
  zendesk: { tickets: zendeskTickets, ticket: zendeskTicket },
  freshdesk: { tickets: freshdeskTickets, ticket: freshdeskTicket },
  zammad: { tickets: zammadTickets, ticket: zammadTicket },
}

/** Whose export this is, by what only theirs has; null for a list of anything else. */
export function deskOf(bytes: Uint8Array): Desk | null {
  const start = Buffer.from(bytes.subarray(0, 200_000)).toString('utf8')
  if (/"helpdesk_ticket"|"conversations"\s*:|"description_text"\s*:/u.test(start))
    return 'freshdesk'
  if (/"TicketArticle"|"articles"\s*:|"article_count"|"create_article_type"/u.test(start))
    return 'zammad'
  const isZendesk = /"requester_id"\s*:|"comments"\s*:\s*\[\s*\{[^{]*"author_id"/u.test(start)
  return isZendesk ? 'zendesk' : null
}

/** The tickets of an export, whole. One line of another form among others is kept as it is, and refused later. */
export function openDesk(bytes: Uint8Array, kind: Desk): Result<Thing[]> {
  const no = refuse('invalid', 'intake.import-not-a-desk', { kind })
  const file = readText(bytes)
  if (!file) return no
  try {
    const { documents, broken } = documentsIn(file.text)
    const tickets = desks[kind].tickets(documents.map((each) => storable(each)))
    if (tickets.length === 0) return no
    return ok([...tickets, ...broken.map((text) => ({ unreadable: storable(text) }))])
  } catch {
    // So deep that no desk wrote it.
    return no
  }
}

/** One document, or one on each line (NDJSON). */
function documentsIn(text: string): { documents: unknown[]; broken: string[] } {
  const whole = parseJson(text)
  if (whole !== null) return { documents: [whole], broken: [] }
  const [documents, broken]: [unknown[], string[]] = [[], []]
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    const document = parseJson(line)
    if (document === null) broken.push(line)
    else documents.push(document)
  }
  return { documents, broken }
}

/** What PostgreSQL and the chain can keep: whole letters, and none that is U+0000. */
function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', '\uFFFD')
  if (Array.isArray(value)) return value.map(storable)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value)
  return Object.fromEntries(members.map(([name, each]) => [String(storable(name)), storable(each)]))
}

export function entryOfDesk(kind: Desk, raw: unknown, system: string, now: string): Result<Entry> {
  const read = thing.safeParse(raw)
  if (!read.success || 'unreadable' in read.data)
    return refuse('invalid', 'intake.import-not-a-desk', { kind })
  const ticket = desks[kind].ticket(read.data, textOfHtml)
  return entryOfTicket(ticket, system, now)
}

/** What the preview of an export shows of one ticket. */
export function summaryOf(kind: Desk, raw: Thing): string[] {
  if ('unreadable' in raw) return ['', '', '', '', '']
  const { reference, subject, requester, createdAt, heard } = desks[kind].ticket(raw, textOfHtml)
  return [reference, subject, requester.name || requester.email, createdAt ?? '', `${heard.length}`]
}
