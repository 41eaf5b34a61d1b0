import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant } from '#kernel/fields.ts'

/** `none` is for a server on the same machine: words and password travel open. */
export const mailSecurity = z.enum(['tls', 'starttls', 'none'])

const server = z.object({
  host: z.string().trim().max(253),
  port: z.int().min(1).max(65_535),
  security: mailSecurity,
  user: z.string().trim().max(320),
})
export const imapSettings = server.extend({
  folder: z.string().trim().min(1).max(500).default('INBOX'),
  /** Marks what was stored as read on the server; nothing else is ever changed there. */
  marksSeen: z.boolean().default(false),
})
export type ImapSettings = z.output<typeof imapSettings>
/** A user of '' sends without signing in. */
export const smtpSettings = server.extend({
  /** A certificate that does not fit and was accepted by an administrator (PEM): this one and no other. */
  certificate: z.string().max(20_000).default(''),
})
export type SmtpSettings = z.output<typeof smtpSettings>

export const mailboxState = z.enum(['off', 'waiting', 'connected', 'trouble'])
export type MailboxState = z.output<typeof mailboxState>

export const mailboxProblem = z.enum([
  'secret-unreadable',
  'sign-in',
  'no-such-host',
  'nobody-listens',
  'no-answer',
  'certificate',
  'not-encrypted',
  'no-such-folder',
  'interrupted',
  'other',
])
export type MailboxProblem = z.output<typeof mailboxProblem>

const settings = z.object({
  address: z.string().trim().max(254),
  displayName: z.string().trim().max(100),
  /** 署名: lines below what is sent from here. */
  signature: z.string().max(2000),
  isDefault: z.boolean(),
  isOn: z.boolean(),
  takesLmtp: z.boolean(),
  imap: imapSettings.nullable(),
  smtp: smtpSettings.nullable(),
})

export const mailbox = settings.extend({
  id,
  hasImapSecret: z.boolean(),
  hasSmtpSecret: z.boolean(),
  /** Mail that had reached the server before is not taken; null takes everything. */
  takesSince: instant.nullable(),
  state: mailboxState,
  problem: mailboxProblem.nullable(),
  /** What the server said, in its own words. */
  problemDetail: z.string().nullable(),
  stateAt: instant,
  lastMailAt: instant.nullable(),
  changedAt: instant,
  changedByName: z.string(),
})
export type Mailbox = z.output<typeof mailbox>

/** Passwords: left out they stay, '' takes them away. They are never given out again. */
const secrets = z.object({
  imapSecret: z.string().max(2000).optional(),
  smtpSecret: z.string().max(2000).optional(),
})
export const mailboxDraft = settings.extend(secrets.shape).extend({
  /** Also what lay on the server before the mailbox was added. */
  takesPast: z.boolean().default(false),
})
export type MailboxDraft = z.output<typeof mailboxDraft>

const path = '/api/intake/mailboxes' as const
const onMailbox = z.object({ mailboxId: id })

export const listMailboxes = endpoint({
  method: 'get',
  path,
  summary: 'Mailboxes of the desk and how they are; passwords are never shown.',
  answer: z.object({ mailboxes: z.array(mailbox) }),
})
export const saveMailbox = endpoint({
  method: 'put',
  path: `${path}/:mailboxId`,
  summary: 'Add a mailbox under an id you make, or change it (administrators).',
  params: onMailbox,
  body: mailboxDraft,
  answer: mailbox,
})

/** Null when there is nothing to try. */
const trial = z.object({ problem: mailboxProblem.nullable(), detail: z.string() }).nullable()
export const mailboxTrial = z.object({
  imap: trial,
  /** How many messages lie in the folder. */
  messages: z.int().nullable(),
  smtp: trial,
  /** What the outgoing server shows when its certificate does not fit. */
  certificate: z
    .object({
      pem: z.string(),
      subject: z.string(),
      issuer: z.string(),
      until: z.string(),
      fingerprint: z.string(),
    })
    .nullable(),
})
export type MailboxTrial = z.output<typeof mailboxTrial>

export const tryMailbox = endpoint({
  method: 'post',
  path: `${path}/:mailboxId/trial`,
  summary:
    'Try to sign in with these settings; nothing is saved, fetched or sent. Passwords that are left out are the saved ones.',
  params: onMailbox,
  body: mailboxDraft,
  answer: mailboxTrial,
})
