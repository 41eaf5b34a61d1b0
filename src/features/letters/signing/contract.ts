import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant } from '#kernel/fields.ts'

/** What DNS says of the record: it is there; there is none; there is another one; nobody answers from here. */
export const outcome = z.enum(['published', 'absent', 'different', 'unreachable'])
export type Outcome = z.output<typeof outcome>

/** A key for DKIM (RFC 6376). The private half never leaves the server. */
export const signingKey = z.object({
  id,
  domain: z.string(),
  selector: z.string(),
  /** Signs what leaves from its mailbox. */
  isOn: z.boolean(),
  /** The name of the TXT record, and what it has to say. */
  host: z.string(),
  record: z.string(),
  checkedAt: instant.nullable(),
  outcome: outcome.nullable(),
  /** What stands there instead. */
  found: z.string().nullable(),
  madeAt: instant,
  madeByName: z.string(),
})
export type SigningKey = z.output<typeof signingKey>

const shown = z.object({
  mailboxes: z.array(
    z.object({
      mailboxId: id,
      address: z.string(),
      /** What a new key would be called. */
      suggestion: z.object({ domain: z.string(), selector: z.string() }),
      keys: z.array(signingKey),
    }),
  ),
})
export type ShownKeys = z.output<typeof shown>

const path = '/api/letters/signing-keys' as const
const onKey = z.object({ keyId: id })

export const listSigningKeys = endpoint({
  method: 'get',
  path,
  summary: 'Mailboxes that send, the keys their mail is signed with, and the records to publish.',
  answer: shown,
})
export const makeSigningKey = endpoint({
  method: 'post',
  path,
  summary:
    'Make a key for a mailbox (administrators). It signs once it is published and switched on.',
  body: z.object({
    id,
    mailboxId: id,
    domain: z.string().trim().max(253),
    selector: z.string().trim().max(63),
  }),
  answer: shown,
})
export const checkSigningKey = endpoint({
  method: 'post',
  path: `${path}/:keyId/check`,
  summary: 'Ask DNS for the record of a key.',
  params: onKey,
  body: z.object({}),
  answer: shown,
})
export const useSigningKey = endpoint({
  method: 'put',
  path: `${path}/:keyId`,
  summary: 'Sign with this key and no other of its mailbox, or no longer.',
  params: onKey,
  body: z.object({ isOn: z.boolean() }),
  answer: shown,
})
export const dropSigningKey = endpoint({
  method: 'delete',
  path: `${path}/:keyId`,
  summary: 'Destroy a key that signs nothing any more.',
  params: onKey,
  answer: shown,
})
