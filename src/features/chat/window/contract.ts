import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant } from '#kernel/fields.ts'
import { customerFields } from '#features/complaints/contract.ts'

/** Is somebody there to answer? `away`: opening hours, and every place is empty. */
export const attendance = z.enum(['here', 'away', 'closed'])
export type Attendance = z.output<typeof attendance>

/** 256 random bits, made by the browser before it asks for anything: a request that is sent twice opens the same. */
export const token = z.string().regex(/^[0-9a-f]{64}$/)

const onWindow = z.object({ slug: z.string().max(60) })
const window = z.object({
  attendance,
  /** From when on somebody answers; in the past while the desk is open. */
  opensAt: instant,
})

/** What stands before the first word. */
export const readWindow = endpoint({
  method: 'get',
  path: '/api/chat/windows/:slug',
  summary:
    'The chat window of an organisation: its name, and whether somebody is there. No sign-in.',
  params: onWindow,
  answer: window.extend({
    organisationName: z.string(),
    isOn: z.boolean(),
    /** When a person answers at the latest. */
    answeredBy: instant,
  }),
})

export const chatLine = z.object({
  /** What its sender called it, so that a browser knows its words again; else its sequence. */
  id: z.string(),
  sequence: z.int(),
  /** `notice`: what we say to everybody who comes; `taken` and `ended` have no words. */
  kind: z.enum(['you', 'desk', 'notice', 'taken', 'ended']),
  text: z.string(),
  at: instant,
  /** Who says it, as customers are told. */
  name: z.string().nullable(),
})
export type ChatLine = z.output<typeof chatLine>

export const conversation = window.extend({
  complaintId: id,
  number: z.string(),
  organisationName: z.string(),
  isEnded: z.boolean(),
  /** Nobody has answered for longer than one can ask of somebody. */
  isLate: z.boolean(),
  /** The business name of whoever answers; null: nobody has taken it yet. */
  answeredByName: z.string().nullable(),
  isTyping: z.boolean(),
  /** Up to which sequence the desk has read. */
  deskRead: z.int(),
  /** A telephone number or an address was left: an answer also comes there. */
  isReachable: z.boolean(),
  /** By when something was promised to this customer, the nearest. */
  nextAt: instant.nullable(),
  lines: z.array(chatLine),
})
export type ChatConversation = z.output<typeof conversation>

export const openingBody = z.object({
  id,
  token,
  words: z.string(),
  customer: customerFields.default({}),
  /** A trap for robots; stays empty. */
  website: z.string().max(200).optional(),
  /** For how many seconds the window was open before it was sent. */
  openSeconds: z.number().nonnegative().optional(),
})
export const openChat = endpoint({
  method: 'post',
  path: '/api/chat/windows/:slug/conversations',
  summary: 'The first words of a customer: a complaint begins, and is acknowledged at once.',
  params: onWindow,
  body: openingBody,
  answer: conversation,
})
/** A question by POST, so that the token stands in no log. */
export const readConversation = endpoint({
  method: 'post',
  path: '/api/chat/windows/:slug/conversation',
  summary: 'The conversation that a token opens.',
  params: onWindow,
  body: z.object({ token }),
  answer: conversation,
})
export const sayInChat = endpoint({
  method: 'post',
  path: '/api/chat/windows/:slug/messages',
  summary: 'More words of the customer; the same id is written down once.',
  params: onWindow,
  body: z.object({ token, id, text: z.string() }),
  answer: conversation,
})
export const leaveContact = endpoint({
  method: 'post',
  path: '/api/chat/windows/:slug/contact',
  summary: 'Where the customer can be reached besides the window.',
  params: onWindow,
  body: z.object({ token, id, customer: customerFields }),
  answer: conversation,
})
export const keepWatching = endpoint({
  method: 'post',
  path: '/api/chat/windows/:slug/presence',
  summary: 'The window is open: how far it was read, and whether the customer is writing.',
  params: onWindow,
  body: z.object({ token, readUpTo: z.int().nonnegative(), isTyping: z.boolean() }),
  answer: z.object({ at: instant }),
})
export const leaveChat = endpoint({
  method: 'post',
  path: '/api/chat/windows/:slug/ending',
  summary: 'The customer ends the conversation; the complaint goes on.',
  params: onWindow,
  body: z.object({ token, id }),
  answer: conversation,
})

/** Server-sent events for one window; the token stands in this header. */
export const windowEventsPath = (slug: string) =>
  `/api/chat/windows/${encodeURIComponent(slug)}/events`
export const tokenHeader = 'x-chat-token'
