import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant } from '#kernel/fields.ts'

/** How somebody is reached by alarms besides the screen and the browser; '' leaves a way out. */
export const contact = z.object({
  memberId: id,
  phone: z.string().trim().max(30),
  mail: z.string().trim().max(200),
})
export type Contact = z.output<typeof contact>

export const visitsSettings = z.object({
  /** How long one rung has to acknowledge. */
  rungSeconds: z.int().min(10).max(900).default(60),
  /** How long whoever acknowledged has to tell how it is, before it rings again. */
  outcomeMinutes: z.int().min(1).max(60).default(5),
  checkInMinutes: z.int().min(5).max(120).default(20),
  /** A phone that is not heard of for so long is told to the watcher. */
  lostContactMinutes: z.int().min(1).max(60).default(5),
  /** How much later than planned an arrival is awaited. */
  arrivalMinutes: z.int().min(5).max(120).default(30),
  allowsLocation: z.boolean().default(false),
  /** What the phone calls when the agreed sign is to be said. */
  deskPhone: z.string().trim().max(30).default(''),
  gatewayUrl: z.string().trim().max(2000).default(''),
  /** JSON with {{phone}}, {{text}}, {{level}}. */
  gatewayBody: z
    .string()
    .max(5000)
    .default('{"to":"{{phone}}","message":"{{text}}","level":"{{level}}"}'),
  usesMail: z.boolean().default(true),
  usesPush: z.boolean().default(true),
  contacts: z.array(contact).max(500).default([]),
})
export type VisitsSettings = z.output<typeof visitsSettings>

const stood = z.object({
  settings: visitsSettings,
  changedByName: z.string().nullable(),
  changedAt: z.string().nullable(),
  /** Is there a secret that signs what the gateway is sent? */
  hasSecret: z.boolean(),
})
export type Stood = z.output<typeof stood>

export const readVisitsSettings = endpoint({
  method: 'get',
  path: '/api/visits/settings',
  summary: 'How visits are watched, and how alarms reach people.',
  answer: stood,
})
export const saveVisitsSettings = endpoint({
  method: 'put',
  path: '/api/visits/settings',
  summary: 'Change how visits are watched. Holds for alarms from now on.',
  body: z.object({ id, settings: visitsSettings }),
  answer: stood,
})
export const renewGatewaySecret = endpoint({
  method: 'post',
  path: '/api/visits/settings/secret',
  summary: 'A new secret for the signature on what the gateway is sent; shown once.',
  body: z.object({ id }),
  answer: z.object({ secret: z.string() }),
  isShownOnce: true,
})
/** Ways out of the house; the screen rings by itself. */
export const outside = z.enum(['push', 'mail', 'gateway'])
export type Outside = z.output<typeof outside>

/** What an administrator can put right before an alarm needs it. */
export const wayTrouble = z.enum([
  'push-nobody',
  'mail-no-mailbox',
  'mail-nobody',
  'gateway-nobody',
  'gateway-unsigned',
  'gateway-secret',
  'screen-only',
])
export type WayTrouble = z.output<typeof wayTrouble>

export const readWays = endpoint({
  method: 'get',
  path: '/api/visits/settings/ways',
  summary: 'What keeps alarms from reaching people, and what did not arrive in the last 7 days.',
  answer: z.object({
    /** `names`: whom it concerns; empty: everybody. */
    troubles: z.array(z.object({ code: wayTrouble, names: z.array(z.string()) })),
    /** The latest first; drills count, too: they are how one finds out. */
    failures: z.array(
      z.object({ channel: outside, detail: z.string(), count: z.int(), lastAt: instant }),
    ),
  }),
})
export type Ways = z.output<(typeof readWays)['answer']>

export const tried = z.object({
  channel: outside,
  /** `off`: this way is not used for this person; `detail` says why. */
  result: z.enum(['delivered', 'failed', 'off']),
  detail: z.string(),
  tookMs: z.int(),
})
export type Tried = z.output<typeof tried>

export const tryWays = endpoint({
  method: 'post',
  path: '/api/visits/settings/trial',
  summary:
    'Send this person one message by each of their ways at once, marked as a drill, and say what came back.',
  body: z.object({ id, memberId: id }),
  answer: z.object({ tried: z.array(tried) }),
})
