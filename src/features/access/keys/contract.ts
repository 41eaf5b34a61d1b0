import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { day, id, instant, line } from '#kernel/fields.ts'
import { permission } from '../contract.ts'

/** How many requests a minute a key may make, when nothing else is said. */
export const usualPace = 1200

export const apiKey = z.object({
  id,
  name: z.string(),
  /** How it begins. */
  prefix: z.string(),
  permissions: z.array(permission),
  perMinute: z.int(),
  /** The last day it works; null: until it is revoked. */
  endsOn: day.nullable(),
  createdAt: instant,
  createdByName: z.string(),
  lastUsedAt: instant.nullable(),
  revokedAt: instant.nullable(),
  revokedByName: z.string().nullable(),
})
export type ApiKey = z.output<typeof apiKey>

export const listKeys = endpoint({
  method: 'get',
  path: '/api/access/keys',
  summary: 'The API keys of the organisation, those in use first (administrators).',
  answer: z.object({ keys: z.array(apiKey) }),
})
export const makeKey = endpoint({
  method: 'post',
  path: '/api/access/keys',
  summary: 'Make an API key. `secret` is shown in this answer and never again (administrators).',
  body: z.object({
    id,
    name: line,
    permissions: z.array(permission).min(1),
    perMinute: z.int().min(10).max(60_000).default(usualPace),
    endsOn: day.nullable().default(null),
  }),
  answer: z.object({ key: apiKey, secret: z.string() }),
  isShownOnce: true,
})
export const revokeKey = endpoint({
  method: 'post',
  path: '/api/access/keys/:keyId/revocation',
  summary: 'Revoke an API key; its next request is refused (administrators).',
  params: z.object({ keyId: id }),
  body: z.object({ id }),
  answer: apiKey,
})
