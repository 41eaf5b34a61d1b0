import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant, line } from '#kernel/fields.ts'

/** A telephone exchange hears whose extension is answered now. Nothing is kept of it. */
export const availabilityType = 'member.availability'

/** What others can be told of. The names are part of what is sent: they stay. */
export const webhookTypes = [
  'complaint.received',
  'complaint.state_changed',
  'complaint.closed',
  'complaint.reopened',
  'customer.replied',
  'promise.made',
  'promise.due',
  'promise.kept',
  'promise.broken',
  'promise.withdrawn',
  'escalation.asked',
  availabilityType,
] as const
export const webhookType = z.enum(webhookTypes)
export type WebhookType = z.output<typeof webhookType>
/** What a trial from the settings sends. */
export const trialType = 'webhook.trial'

export const failure = z.enum([
  'barred',
  'no-name',
  'refused',
  'timeout',
  'certificate',
  'broken',
  'no-secret',
])
export const stopReason = z.enum(['by-hand', 'failing', 'gone'])

export const webhookEndpoint = z.object({
  id,
  name: z.string(),
  url: z.string(),
  types: z.array(webhookType),
  /** Names, numbers and words of customers go along. */
  withWords: z.boolean(),
  createdAt: instant,
  createdByName: z.string(),
  /** Until then the former secret signs along. */
  formerUntil: instant.nullable(),
  failingSince: instant.nullable(),
  stoppedAt: instant.nullable(),
  stoppedBecause: stopReason.nullable(),
  /** Messages that wait for their next attempt. */
  waiting: z.int(),
  lastDeliveredAt: instant.nullable(),
})
export type WebhookEndpoint = z.output<typeof webhookEndpoint>

export const attempt = z.object({
  id,
  at: instant,
  status: z.int().nullable(),
  failure: failure.nullable(),
  /** The beginning of what was answered. */
  answer: z.string(),
  tookMs: z.int(),
})
export type Attempt = z.output<typeof attempt>

export const messageState = z.enum(['waiting', 'delivered', 'given-up', 'held'])
export const webhookMessage = z.object({
  id,
  type: z.string(),
  complaint: z.object({ id, number: z.string() }).nullable(),
  happenedAt: instant,
  state: messageState,
  nextAt: instant.nullable(),
  /** As it is sent. */
  body: z.string(),
  attempts: z.array(attempt),
})
export type WebhookMessage = z.output<typeof webhookMessage>

const root = '/api/webhooks/endpoints'
const onEndpoint = z.object({ endpointId: id })
const wanted = {
  name: line,
  url: z.string().trim().min(1).max(2000),
  types: z.array(webhookType).min(1),
  withWords: z.boolean().default(false),
}

export const listEndpoints = endpoint({
  method: 'get',
  path: root,
  summary: 'Where we send webhooks, and how that goes (administrators).',
  answer: z.object({ endpoints: z.array(webhookEndpoint) }),
})
export const addEndpoint = endpoint({
  method: 'post',
  path: root,
  summary: 'Send webhooks to an address; `secret` is shown in this answer and never again.',
  body: z.object({ id, ...wanted }),
  answer: z.object({ endpoint: webhookEndpoint, secret: z.string() }),
  isShownOnce: true,
})
export const changeEndpoint = endpoint({
  method: 'put',
  path: `${root}/:endpointId`,
  summary: 'Change the name, the address, or what is sent.',
  params: onEndpoint,
  body: z.object({ id, ...wanted }),
  answer: webhookEndpoint,
})
export const removeEndpoint = endpoint({
  method: 'delete',
  path: `${root}/:endpointId`,
  summary: 'Send nothing there any more, and forget what was sent.',
  params: onEndpoint,
  body: z.object({ id }),
  answer: z.object({ name: z.string() }),
})
export const rotateSecret = endpoint({
  method: 'post',
  path: `${root}/:endpointId/secret`,
  summary: 'A new secret, shown once; for 24 hours the former one signs along.',
  params: onEndpoint,
  body: z.object({ id }),
  answer: z.object({ endpoint: webhookEndpoint, secret: z.string() }),
  isShownOnce: true,
})
export const stopEndpoint = endpoint({
  method: 'post',
  path: `${root}/:endpointId/stopping`,
  summary: 'Send nothing there for now; what happens meanwhile is held.',
  params: onEndpoint,
  body: z.object({ id }),
  answer: webhookEndpoint,
})
export const resumeEndpoint = endpoint({
  method: 'delete',
  path: `${root}/:endpointId/stopping`,
  summary: 'Send there again from now on; what was held is sent by a replay.',
  params: onEndpoint,
  body: z.object({ id }),
  answer: webhookEndpoint,
})
export const tryEndpoint = endpoint({
  method: 'post',
  path: `${root}/:endpointId/trial`,
  summary: 'Send one message without meaning now, and say what was answered.',
  params: onEndpoint,
  body: z.object({ id }),
  answer: webhookMessage,
})
export const listMessages = endpoint({
  method: 'get',
  path: `${root}/:endpointId/messages`,
  summary: 'What was sent there in the last 30 days, the newest first, with every attempt.',
  params: onEndpoint,
  query: z.object({
    before: id.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  answer: z.object({ messages: z.array(webhookMessage), total: z.int() }),
})
export const replayMessage = endpoint({
  method: 'post',
  path: '/api/webhooks/messages/:messageId/replay',
  summary: 'Send one message again, under the same webhook-id.',
  params: z.object({ messageId: id }),
  body: z.object({ id }),
  answer: webhookMessage,
})
export const replayRange = endpoint({
  method: 'post',
  path: `${root}/:endpointId/replay`,
  summary: 'Send again what happened in a stretch of time, the oldest first.',
  params: onEndpoint,
  body: z.object({ id, from: instant, to: instant, onlyUndelivered: z.boolean().default(true) }),
  answer: z.object({ count: z.int() }),
})
