import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant } from '#kernel/fields.ts'
import { channel, severity } from '#features/complaints/contract.ts'

/** Where somebody is, as far as the house can see. `unseen`: no page open, and nothing known against it. */
export const standings = ['here', 'unseen', 'out', 'on-call', 'away'] as const
export const standing = z.enum(standings)
export type Standing = z.output<typeof standing>

/** The only reasons that keep it with the operator; a supervisor watches instead. */
export const keepingReasons = ['own-mistake', 'caller-will-not-let-go', 'money-demanded'] as const
export type KeepingReason = (typeof keepingReasons)[number]

/** Why it goes to this person, as data; the sentence is made where it is read. */
export const routeReason = z.object({
  kind: z.enum(['named', 'chosen', 'rule', 'stands-in', 'standing', 'fewest', 'nobody']),
  words: z.string().optional(),
  count: z.int().optional(),
})
export type RouteReason = z.output<typeof routeReason>

const askedKind = z.enum(['supervisor', 'named-person'])
const minutes = z.int().min(1).max(480)

/** One row: when it matches, whether to connect at once, to whom, and after how many minutes it goes up. */
export const routeRule = z.object({
  id,
  name: z.string().trim().min(1).max(60),
  /** Empty: any. */
  kinds: z.array(askedKind),
  channels: z.array(channel),
  severities: z.array(severity),
  hours: z.enum(['any', 'open', 'closed']),
  /** `connect`: at once when somebody is free. `call-back`: always. */
  mode: z.enum(['connect', 'call-back']),
  /** Who gets it first; null: by presence and load. */
  toId: id.nullable(),
  connectMinutes: minutes,
  callBackMinutes: minutes,
  /** Where it lies when everybody was asked; null: with whoever leads. */
  fallbackDeskId: id.nullable(),
})
export type RouteRule = z.output<typeof routeRule>

const edition = z.object({
  rules: z.array(routeRule).max(50),
  changedAt: instant.nullable(),
  changedByName: z.string().nullable(),
})

export const readRoutes = endpoint({
  method: 'get',
  path: '/api/escalation/routes',
  summary: 'Where requests for a supervisor go: rows in order, the first that matches decides.',
  answer: edition,
})
export const changeRoutes = endpoint({
  method: 'put',
  path: '/api/escalation/routes',
  summary: 'Change where requests go (administrators). Requests under way keep their minutes.',
  body: z.object({ id, rules: z.array(routeRule).max(50) }),
  answer: edition,
})

export const route = z.object({
  mode: z.enum(['connect', 'call-back', 'watch']),
  toId: id.nullable(),
  toName: z.string().nullable(),
  /** How the customer is told the name. */
  toldName: z.string().nullable(),
  deskName: z.string().nullable(),
  because: z.array(routeReason),
  upAfterMinutes: z.int().nullable(),
  /** The way that is right as things are, whatever was asked for. */
  recommended: z.enum(['connect', 'call-back', 'watch']),
  /** What the record shows of the reasons that keep it with the operator. */
  keeping: z.enum(keepingReasons).nullable(),
  /** Why nobody can take the line now: a rule of the company, or nobody is free. Null: somebody can. */
  noConnect: z.object({ why: z.enum(['rule', 'nobody']), name: z.string() }).nullable(),
})
export type Route = z.output<typeof route>

export const previewRoute = endpoint({
  method: 'get',
  path: '/api/complaints/:complaintId/escalation-route',
  summary: 'Whom a request would reach now, how, and why; asks nobody.',
  params: z.object({ complaintId: id }),
  query: z.object({
    kind: askedKind.default('supervisor'),
    mode: z.enum(['connect', 'call-back', 'watch']).optional(),
    reason: z.string().max(500).default(''),
    person: z.string().max(500).optional(),
    toId: id.optional(),
  }),
  answer: route,
})
