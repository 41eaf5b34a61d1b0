import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { basedOn, id, instant } from '#kernel/fields.ts'
import { gateFinding, reasonGiven } from '#features/letters/gate/contract.ts'
import { chatPath, chatsPath } from './waiting/contract.ts'

/** The words themselves are `complaints.received` and `complaints.noted`, as by every channel. */
export const chatEvents = {
  'chat.opened': z.object({ language: z.enum(['ja', 'en']) }),
  'chat.taken': z.object({
    memberId: id,
    memberName: z.string(),
    insteadOf: z.string().nullable(),
  }),
  /** What the gate asked about a reply, and what its writer answered. */
  'chat.reasons-given': z.object({ messageId: id, reasons: z.array(reasonGiven) }),
  'chat.ended': z.object({ by: z.enum(['customer', 'desk']) }),
}

/** Longer than anybody reads in one bubble. */
export const longestReply = 4000

const onComplaint = z.object({ complaintId: id })

/** A conversation as the desk sees it. */
export const deskChat = z.object({
  complaintId: id,
  /** Null: the customer has an answer, or has ended it. */
  waitingSince: instant.nullable(),
  takenById: id.nullable(),
  takenByName: z.string().nullable(),
  endedAt: instant.nullable(),
  /** Their window is open at this moment. */
  isCustomerThere: z.boolean(),
  isCustomerTyping: z.boolean(),
  /** Up to which sequence the customer has read. */
  customerRead: z.int(),
  /** How customers are told my name. */
  toldAs: z.string(),
  /** What may be said at the end: what was agreed, what comes next by when, the number. */
  farewell: z.string(),
})
export type DeskChat = z.output<typeof deskChat>

export const readChat = endpoint({
  method: 'get',
  path: chatPath,
  summary: 'The conversation of a complaint as it stands; null when it has none.',
  params: onComplaint,
  answer: z.object({ chat: deskChat.nullable() }),
})

export const waitingChat = deskChat
  .pick({ complaintId: true, waitingSince: true, takenByName: true, isCustomerThere: true })
  .extend({
    number: z.string(),
    customerName: z.string().nullable(),
    lastWords: z.string(),
    isMine: z.boolean(),
  })
export type WaitingChat = z.output<typeof waitingChat>

export const listChats = endpoint({
  method: 'get',
  path: chatsPath,
  summary: 'Conversations in which somebody waits for a reply: the longest first.',
  answer: z.object({ chats: z.array(waitingChat) }),
})

const changed = z.object({ complaintId: id, head: z.int() })

export const takeChat = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/chat/taking',
  summary:
    'Answer this conversation. `fromId` is whoever has it now; 409 when somebody was quicker.',
  params: onComplaint,
  body: z.object({ id, fromId: id.nullable() }),
  answer: changed,
})

const written = { text: z.string().max(longestReply), reasons: z.array(reasonGiven).max(40) }

export const checkReply = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/chat/check',
  summary: 'What the gate finds in a reply that is being written.',
  params: onComplaint,
  body: z.object({ text: written.text }),
  answer: z.object({ findings: z.array(gateFinding) }),
})
export const sendReply = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/chat/replies',
  summary:
    'Say something to the customer, at once. 409 with what arrived when the writer has not seen everything.',
  params: onComplaint,
  body: z.object({
    id,
    /** The last sequence the writer had seen. A reply cannot be written without having looked. */
    basedOn: z.int().nonnegative(),
    text: written.text,
    reasons: written.reasons.default([]),
    /** The last words: the conversation is over with them. */
    isLast: z.boolean().default(false),
  }),
  answer: changed,
})
/** Sent now and then while somebody looks or writes. */
export const keepReading = endpoint({
  method: 'put',
  path: '/api/complaints/:complaintId/chat/reading',
  summary: 'How far the desk has read, and whether somebody is writing a reply.',
  params: onComplaint,
  body: z.object({ readUpTo: z.int().nonnegative(), isTyping: z.boolean() }),
  answer: z.object({ at: instant }),
})
export const endChat = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/chat/ending',
  summary: 'End the conversation without another word; the complaint goes on.',
  params: onComplaint,
  body: z.object({ id, basedOn }),
  answer: changed,
})

const settings = z.object({ isOn: z.boolean() })
export const readChatSettings = endpoint({
  method: 'get',
  path: '/api/chat/settings',
  summary: 'Whether customers may open a chat, and where its page is.',
  answer: settings.extend({ slug: z.string() }),
})
export const changeChatSettings = endpoint({
  method: 'put',
  path: '/api/chat/settings',
  summary: 'Open or close the chat for customers (administrators).',
  body: settings,
  answer: settings,
})
