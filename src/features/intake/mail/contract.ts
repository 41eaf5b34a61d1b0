import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant } from '#kernel/fields.ts'

const address = z.object({ name: z.string(), address: z.string() })

/** Who or what wrote: only what a person wrote becomes a complaint by itself. */
export const mailKind = z.enum(['person', 'auto-reply', 'list', 'bounce', 'no-reply', 'own'])
export type MailKind = z.output<typeof mailKind>

/** A message as the reader understood it (platform/mail). */
export const understoodMail = z.object({
  messageId: z.string().nullable(),
  answers: z.array(z.string()).readonly(),
  subject: z.string(),
  from: address.nullable(),
  replyTo: address.nullable(),
  to: z.array(address).readonly(),
  cc: z.array(address).readonly(),
  sentAt: instant.nullable(),
  kind: mailKind,
  bounce: z
    .object({
      recipients: z
        .array(
          z.object({
            address: z.string(),
            action: z.string().default(''),
            status: z.string(),
            reason: z.string(),
          }),
        )
        .readonly(),
      originalId: z.string().nullable(),
    })
    .nullable(),
  passages: z
    .array(
      z.object({ kind: z.enum(['written', 'quoted', 'signature', 'enclosed']), text: z.string() }),
    )
    .readonly(),
  html: z.string().nullable(),
  hasRemoteImages: z.boolean(),
  attachments: z
    .array(
      z.object({
        name: z.string(),
        type: z.string(),
        size: z.int(),
        note: z.enum(['archive', 'message', 'winmail', 'winmail-broken']).nullable(),
        holds: z.array(z.string()).readonly(),
      }),
    )
    .readonly(),
})
export type Understood = z.output<typeof understoodMail>

/** What became of a message. */
export const mailState = z.enum(['stored', 'entered', 'set-aside', 'not-understood'])
export type MailState = z.output<typeof mailState>

const named = z.object({ complaintId: id, number: z.string() })

const line = z.object({
  id,
  state: mailState,
  /** Why it was set aside or not understood, as a code. */
  reason: z.string().nullable(),
  receivedAt: instant,
  mailbox: z.string(),
  size: z.int(),
  complaint: named.nullable(),
  /** Perhaps the same matter, by sender and subject, or by what a department was asked. Only a person may say so. */
  suggestion: named.nullable(),
})
export const mailLine = line.extend({
  from: z.string(),
  subject: z.string(),
})
export type MailLine = z.output<typeof mailLine>

export const mailView = line.extend({
  mail: understoodMail.nullable(),
})
export type MailView = z.output<typeof mailView>

export const receivedMail = z.object({
  mailId: id,
  isNew: z.boolean(),
  state: mailState,
  reason: z.string().nullable(),
  complaint: named.nullable(),
})
export type ReceivedMail = z.output<typeof receivedMail>

/** Bytes of one message; mail providers stop at 25 to 50 MB. */
export const largestMail = 40_000_000

/** `<path>/<id>/page` is the HTML of a mail for a frame; `?images` fetches its images. */
export const mailPagesPath = '/api/intake/mail'

const onMail = z.object({ mailId: id })

export const receiveMail = endpoint({
  method: 'post',
  path: '/api/intake/mail',
  summary:
    'One raw message (RFC 5322). Stored first, then understood and entered; the same bytes again change nothing.',
  query: z.object({ mailbox: z.string().trim().max(200).default('') }),
  body: z.custom<Uint8Array>((body) => body instanceof Uint8Array),
  takes: { type: 'message/rfc822', most: largestMail },
  answer: receivedMail,
})
export const listWaitingMail = endpoint({
  method: 'get',
  path: '/api/intake/mail',
  summary: 'Messages that became no complaint: not understood, not read yet, or set aside.',
  answer: z.object({ mails: z.array(mailLine), total: z.int() }),
})
export const readMail = endpoint({
  method: 'get',
  path: '/api/intake/mail/:mailId',
  summary: 'One message: who wrote what to whom, with quotations and signature apart.',
  params: onMail,
  answer: mailView,
})
export const rereadMail = endpoint({
  method: 'post',
  path: '/api/intake/mail/:mailId/reading',
  summary:
    'Read a message again; `asComplaint` receives one that was set aside, `answersId` puts one of a department to the complaint it was asked about.',
  params: onMail,
  body: z.object({ asComplaint: z.boolean().default(false), answersId: id.optional() }),
  answer: receivedMail,
})
export const downloadOriginal = endpoint({
  method: 'get',
  path: '/api/intake/mail/:mailId/original',
  summary: 'The message byte for byte as it came.',
  params: onMail,
  gives: 'file',
  answer: z.unknown(),
})
export const downloadAttachment = endpoint({
  method: 'get',
  path: '/api/intake/mail/:mailId/attachments/:at',
  summary: 'One attachment, by its place from 0; always as a file to keep, never to be shown.',
  params: onMail.extend({ at: z.coerce.number().int().nonnegative() }),
  gives: 'file',
  answer: z.unknown(),
})
