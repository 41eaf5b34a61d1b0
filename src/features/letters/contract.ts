import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { day, id, instant } from '#kernel/fields.ts'
import { attachment, mostAttachments } from './attachments/contract.ts'
import { reasonGiven } from './gate/contract.ts'

export const letterKind = z.enum(['reply', 'acknowledgement', 'inquiry'])
export type LetterKind = z.output<typeof letterKind>

/** お詫び状, 経過のご報告, 回答書, お断り, 警告書・来店お断り, 事故・苦情報告書 (stays inside). */
export const paperKind = z.enum([
  'apology',
  'progress',
  'answer',
  'refusal',
  'warning',
  'accident-report',
])
export type PaperKind = z.output<typeof paperKind>

/** 普通郵便, 特定記録, 書留, 内容証明, レターパック, 手渡し. */
export const postedHow = z.enum([
  'ordinary',
  'recorded',
  'registered',
  'certified',
  'letter-pack',
  'by-hand',
])
export type PostedHow = z.output<typeof postedHow>

/**
 * `waiting`: until the undo window is over, or for another attempt. `sending`: a dialogue with the mail server is open.
 * `unknown`: it broke off so late that the letter may have gone; a person decides. `stopped`: something arrived that the
 * writer had not seen.
 */
export const letterState = z.enum([
  'waiting',
  'sending',
  'sent',
  'failed',
  'unknown',
  'stopped',
  'cancelled',
])
export type LetterState = z.output<typeof letterState>

/** Why a letter did not go, as a code; its sentence says what to do next. */
export const trouble = z.enum([
  'unreachable',
  'sign-in',
  'encryption',
  'certificate',
  'recipient',
  'sender',
  'too-large',
  'refused',
  'no-mailbox',
  'gave-up',
  'gate',
  'attachment',
  'signing',
])
export type LetterTrouble = z.output<typeof trouble>

const addressed = z.object({
  letterId: id,
  kind: letterKind,
  from: z.string(),
  to: z.array(z.string()),
  cc: z.array(z.string()),
  subject: z.string(),
})
const named = z.object({ letterId: id, kind: letterKind, subject: z.string() })
const onPaper = z.object({
  paperId: id,
  kind: paperKind,
  subject: z.string(),
  addressee: z.string(),
})

/** `version`: from 1, one more with each text that stands there. */
const ofPublic = z.object({ replyId: id, version: z.int() })

export const lettersEvents = {
  'letters.written': addressed.extend({
    text: z.string(),
    attachments: z.array(attachment).default([]),
    /** When it goes if nobody takes it back. */
    sendAt: instant,
    /** What the gate asked about, and what the writer answered. */
    reasons: z.array(reasonGiven),
  }),
  /** Read and sent after all: what had been stopped, had failed or was in doubt. */
  'letters.released': named.extend({ reasons: z.array(reasonGiven).default([]) }),
  'letters.cancelled': named,
  /** What arrived that its writer had not seen, or what the record made of it meanwhile: rules of the gate. */
  'letters.stopped': named.extend({ arrived: z.int(), asks: z.array(z.string()).default([]) }),
  'letters.sent': addressed.extend({
    text: z.string(),
    attachments: z.array(attachment).default([]),
    /** Whose words they are; empty when nobody wrote them. */
    writtenByName: z.string(),
    /** Whom the server would not take it for, while it took it for the others. */
    refused: z.array(z.object({ address: z.string(), said: z.string() })),
  }),
  /** The mail server could not take it now; it is tried again. */
  'letters.delayed': named.extend({ trouble, said: z.string(), nextAt: instant }),
  'letters.failed': named.extend({ trouble, said: z.string() }),
  'letters.unconfirmed': named,
  'letters.bounced': named.extend({ isPermanent: z.boolean(), reason: z.string() }),
  /** Issued on paper; its bytes are kept under this hash. */
  'letters.printed': onPaper.extend({
    format: z.enum(['pdf', 'docx']),
    text: z.string(),
    sha256: z.string(),
    size: z.int(),
    reasons: z.array(reasonGiven),
  }),
  /** `tracking`: お問い合わせ番号, empty without one. */
  'letters.posted': onPaper.extend({ on: day, how: postedHow, tracking: z.string() }),
  'letters.posting-withdrawn': onPaper,
  'letters.public-drafted': z.object({ text: z.string() }),
  /** What stands in public now, to the letter; `sha256` is of its UTF-8 bytes, as lower-case hex. */
  'letters.public-published': ofPublic.extend({
    site: z.string(),
    url: z.string(),
    text: z.string(),
    sha256: z.string(),
    postedAt: instant,
    reasons: z.array(reasonGiven),
  }),
  'letters.public-withdrawn': ofPublic.extend({ reason: z.string() }),
  /** An acknowledgement that a person might expect was not written, and why. */
  'letters.acknowledgement-withheld': z.object({ reason: z.string() }),
}

export const letter = addressed
  .extend({
    id,
    complaintId: id,
    state: letterState,
    text: z.string(),
    writtenAt: instant,
    writtenByName: z.string(),
    sendAt: instant,
    attempts: z.int(),
    sentAt: instant.nullable(),
    trouble: trouble.nullable(),
    /** In the words of the mail server. */
    said: z.string().nullable(),
    bounce: z.object({ isPermanent: z.boolean(), reason: z.string(), at: instant }).nullable(),
    /** The bytes that left are kept. */
    hasOriginal: z.boolean(),
    attachments: z.array(attachment),
  })
  .omit({ letterId: true })
export type Letter = z.output<typeof letter>

/** Addresses of one field, as they were typed. */
const addresses = z.array(z.string().trim().max(254)).max(20)
const onComplaint = z.object({ complaintId: id })
const onLetter = z.object({ letterId: id })

/** What the composer opens with. */
export const reply = z.object({
  head: z.int(),
  from: z.object({ name: z.string(), address: z.string() }).nullable(),
  to: z.array(z.string()),
  subject: z.string(),
  /** 宛名 and who writes, with the cursor behind it. */
  opening: z.string(),
  signature: z.string(),
  undoSeconds: z.int(),
  /** Of all files together. */
  attachmentsMegabytes: z.int(),
  /** What the customer wrote last. */
  theirs: z.object({ text: z.string(), at: instant }).nullable(),
})
export type Reply = z.output<typeof reply>

export const readReply = endpoint({
  method: 'get',
  path: '/api/complaints/:complaintId/letters/reply',
  summary: 'What a reply by mail begins with: from, to, subject, salutation.',
  params: onComplaint,
  answer: reply,
})

export const draft = z.object({
  text: z.string().max(50_000),
  subject: z.string().max(400),
  to: addresses,
  cc: addresses.default([]),
  /** Ids of evidence of this complaint; what is uploaded becomes evidence first. */
  attachments: z.array(id).max(mostAttachments).default([]),
})
export type Draft = z.output<typeof draft>

export const writeLetter = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/letters',
  summary:
    'Reply by mail. It leaves after the undo window; 409 with what arrived when the writer has not seen everything.',
  params: onComplaint,
  body: draft.extend({
    id,
    /** The last sequence the writer had seen. A letter cannot be written without having looked. */
    basedOn: z.int().nonnegative(),
    reasons: z.array(reasonGiven).max(40).default([]),
    /** The shared draft that it was written from: it is closed with it, and refused when somebody else has changed or sent it. */
    from: z.object({ draftId: id, version: z.int(), hand: id }).optional(),
  }),
  answer: z.object({ letter, head: z.int() }),
})
export const listLetters = endpoint({
  method: 'get',
  path: '/api/complaints/:complaintId/letters',
  summary: 'The letters of one complaint, oldest first.',
  params: onComplaint,
  answer: z.object({ letters: z.array(letter) }),
})
export const downloadLetter = endpoint({
  method: 'get',
  path: '/api/letters/:letterId/original',
  summary: 'The message byte for byte as it left.',
  params: onLetter,
  gives: 'file',
  answer: z.unknown(),
})

const deed = z.object({ id })
const settled = z.object({ letter, head: z.int() })

export const cancelLetter = endpoint({
  method: 'post',
  path: '/api/letters/:letterId/cancellation',
  summary: 'Take a letter back that has not left yet.',
  params: onLetter,
  body: deed,
  answer: settled,
})
export const sendLetter = endpoint({
  method: 'post',
  path: '/api/letters/:letterId/sending',
  summary:
    'Send a letter that was stopped, has failed or may not have gone, through the whole gate; `basedOn` says what was read.',
  params: onLetter,
  body: deed.extend({
    basedOn: z.int().nonnegative(),
    /** For what the gate asks now; those that were given before still hold. */
    reasons: z.array(reasonGiven).max(40).default([]),
  }),
  answer: settled,
})
export const confirmLetter = endpoint({
  method: 'post',
  path: '/api/letters/:letterId/confirmation',
  summary: 'A person found out that a letter did arrive although the mail server never said so.',
  params: onLetter,
  body: deed,
  answer: settled,
})
