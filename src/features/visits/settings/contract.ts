import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id } from '#kernel/fields.ts'

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
export const tryGateway = endpoint({
  method: 'post',
  path: '/api/visits/settings/trial',
  summary:
    'Send one message to this number by the gateway, marked as a trial, and say what was answered.',
  body: z.object({ id, phone: z.string().trim().min(1).max(30) }),
  answer: z.object({ isDelivered: z.boolean(), detail: z.string() }),
})
