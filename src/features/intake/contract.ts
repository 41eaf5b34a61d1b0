import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { command, day, id, instant, line } from '#kernel/fields.ts'
import { customerFields, details } from '#features/complaints/contract.ts'
import { sameMatterEvents } from './same-matter/contract.ts'

export const intakeEvents = {
  ...sameMatterEvents,
  'intake.call-started': z.object({
    callId: id,
    direction: z.enum(['in', 'out']),
    phone: z.string().nullable(),
  }),
  'intake.call-held': z.object({ callId: id, reason: z.string() }),
  'intake.call-resumed': z.object({ callId: id, heldSeconds: z.int() }),
  'intake.call-ended': z.object({
    callId: id,
    seconds: z.int(),
    how: z.enum(['agreed', 'caller-hung-up', 'cut-off', 'ended-by-rule']),
  }),
  'intake.acknowledged': z.object({
    by: z.enum(['screen', 'phone', 'mail', 'letter']),
    words: z.string(),
    /** Null when the customer left no way to be reached: then nothing was promised. */
    nextContactAt: instant.nullable(),
  }),
  /** A letter came, or somebody came to the counter; the scans are evidence. */
  'intake.paper-received': z.object({
    channel: z.enum(['letter', 'counter']),
    receivedOn: day,
    broughtBy: z.string(),
  }),
  'intake.mail-received': z.object({
    mailId: id,
    /** Who or what wrote it; see mail/contract. */
    kind: z.string(),
    from: z.string(),
    subject: z.string(),
    attachments: z.int(),
    /** Message-ID of the mail of ours that it answers. */
    answers: z.string().nullish(),
    /** Taken from an archive: old mail that nobody waits for an answer to. */
    isArchive: z.boolean().optional(),
    /** It answers what a department was asked. */
    isInside: z.literal(true).optional(),
  }),
  /** What we sent did not arrive, or not yet. */
  'intake.mail-bounced': z.object({
    mailId: id,
    /** Message-ID of the mail of ours; null when the bounce does not say and only its complaint is known. */
    messageId: z.string().nullable(),
    /** False: the server goes on trying. */
    isPermanent: z.boolean(),
    recipients: z.array(z.object({ address: z.string(), status: z.string(), reason: z.string() })),
    why: z.enum(['no-such-address', 'mailbox-full', 'refused', 'too-large', 'delayed', 'other']),
  }),
  'intake.imported': z.object({
    /** The run it came with (import/contract). */
    importId: id,
    /** The file, or the line of a review that was typed in. */
    from: z.string(),
    line: z.int(),
    system: z.string(),
    byName: z.string(),
    /** What hung on it there: names and addresses, no bytes. */
    attachments: z.array(z.object({ name: z.string(), url: z.string() })).readonly(),
  }),
}

export const call = z.object({
  id,
  complaintId: id,
  direction: z.enum(['in', 'out']),
  phone: z.string().nullable(),
  handlerId: id,
  handlerName: z.string(),
  startedAt: instant,
  heldAt: instant.nullable(),
  endedAt: instant.nullable(),
})
export type Call = z.output<typeof call>

const onCall = z.object({ callId: id })

export const startCall = endpoint({
  method: 'post',
  path: '/api/intake/calls',
  summary: 'The telephone rings: begins a complaint by phone, or goes on with one that is open.',
  body: command.extend({
    complaintId: id,
    direction: z.enum(['in', 'out']).default('in'),
    phone: z.string().trim().max(40).optional(),
    continues: z.boolean().default(false),
    /** The telephone that is taken up with it; its number is the caller's. */
    ringId: id.optional(),
  }),
  answer: z.object({ call, number: z.string(), head: z.int() }),
})
export const readCall = endpoint({
  method: 'get',
  path: '/api/intake/calls/:callId',
  summary: 'One call.',
  params: onCall,
  answer: call,
})
export const listLiveCalls = endpoint({
  method: 'get',
  path: '/api/intake/calls',
  summary: 'Calls that are going on; `mine` finds the one to come back to after a crash.',
  query: z.object({ mine: z.union([z.boolean(), z.stringbool()]).optional() }),
  answer: z.object({ calls: z.array(call) }),
})
export const holdCall = endpoint({
  method: 'post',
  path: '/api/intake/calls/:callId/hold',
  summary: 'Put the caller on hold, saying why.',
  params: onCall,
  body: command.extend({ reason: line }),
  answer: call,
})
export const resumeCall = endpoint({
  method: 'delete',
  path: '/api/intake/calls/:callId/hold',
  summary: 'Back from hold.',
  params: onCall,
  body: command,
  answer: call,
})
export const endCall = endpoint({
  method: 'post',
  path: '/api/intake/calls/:callId/ending',
  summary: 'The call is over; how it ended is part of the record.',
  params: onCall,
  body: command.extend({ how: z.enum(['agreed', 'caller-hung-up', 'cut-off', 'ended-by-rule']) }),
  answer: call,
})

/** What the public web form needs to know about the company; no sign-in. */
export const readWebForm = endpoint({
  method: 'get',
  path: '/api/intake/web-forms/:slug',
  summary: 'The public form of an organisation: its name, and when one is answered.',
  params: z.object({ slug: z.string().max(60) }),
  answer: z.object({
    organisationName: z.string(),
    /** When the telephone is answered in the coming two weeks; see web-form/rules. */
    hours: z.array(
      z.object({
        weekdays: z.array(z.int()),
        days: z.array(day),
        opens: z.string(),
        closes: z.string(),
      }),
    ),
    closedOn: z.array(day),
    answeredBy: instant,
    largestMegabytes: z.int(),
    mostFiles: z.int(),
    isOpen: z.boolean(),
    /** What this company asks to have at hand. */
    prepare: z.array(z.string()),
  }),
})
export const webFormBody = z.object({
  id,
  words: z.string(),
  customer: customerFields,
  details,
  website: z.string().max(200).optional(),
  /** What it is about, as far as the form asked. */
  about: z.string().max(80).optional(),
  /** For how many seconds the form was open; a machine takes none. */
  openSeconds: z.number().nonnegative().optional(),
})
/** Form fields of the public: one sentence of words is enough, and too few or too many are refused in words. `website` is a trap for robots and stays empty. */
export const submitWebForm = endpoint({
  method: 'post',
  path: '/api/intake/web-forms/:slug/complaints',
  summary: 'A customer tells us; acknowledged at once with a number and the next date.',
  params: z.object({ slug: z.string().max(60) }),
  body: webFormBody,
  answer: z.object({
    number: z.string(),
    receivedAt: instant,
    nextContactAt: instant,
    words: z.string(),
  }),
})
/** Mail, letter, counter or chat typed in by a member. */
export const receiveComplaint = endpoint({
  method: 'post',
  path: '/api/intake/complaints',
  summary: 'Receive a complaint by any channel; words and channel are enough.',
  body: z.object({
    id,
    channel: z.enum([
      'phone',
      'mail',
      'web-form',
      'chat',
      'counter',
      'letter',
      'visit',
      'review',
      'api',
    ]),
    words: z.string(),
    receivedAt: instant.optional(),
    customer: customerFields.default({}),
    details: details.default({}),
    isAboutHandling: z.boolean().optional(),
  }),
  answer: z.object({ complaintId: id, number: z.string(), head: z.int(), nextContactAt: instant }),
})

/** Uploads with the form follow tus 1.0.0, like those of the desk; no sign-in. */
export const formFilesPath = (slug: string) =>
  `/api/intake/web-forms/${encodeURIComponent(slug)}/files`
