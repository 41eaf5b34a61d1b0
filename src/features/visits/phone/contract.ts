import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant } from '#kernel/fields.ts'
import { myVisit, position } from '../contract.ts'
import { location, pin } from '../pins/contract.ts'

/** 256 random bits that one phone made for one visit: they open this visit and nothing else, without a sign-in. */
export const token = z.string().regex(/^[0-9a-f]{64}$/)

export const pressKind = z.enum([
  'leave',
  'arrive',
  'check-in',
  'extend',
  'contact',
  'end',
  'return',
])
export type PressKind = z.output<typeof pressKind>

/**
 * What was pressed, so that it can be kept while there is no line and be sent later, in order, any number of times.
 * `id`: made at the press; twice is once. `at`: by the phone's clock, corrected by the last `serverAt`.
 * `sequence`: counts on, also after the phone was started again. `sealed`: the PIN of an `end`, which only the server
 * can open; the phone itself cannot read it again.
 */
export const press = z.object({
  id,
  kind: pressKind,
  at: instant,
  sequence: z.int().nonnegative(),
  minutes: z.int().min(5).max(120).optional(),
  position: position.optional(),
  sealed: z.string().max(400).optional(),
})
export type Press = z.output<typeof press>

export const pressResult = z.object({
  id,
  /** `incomplete`: the plan lacks something, nobody may leave yet. */
  result: z.enum(['taken', 'pin-wrong', 'incomplete']),
})

/** One visit as its phone shows it. After either PIN, and after 「連絡して」, it is what it would be otherwise. */
export const phoneState = z.object({
  serverAt: instant,
  organisationName: z.string(),
  /** Both have said yes: 「連絡して」 carries the position. */
  carriesPosition: z.boolean(),
  visit: myVisit,
  results: z.array(pressResult),
})
export type PhoneState = z.output<typeof phoneState>

export const readMine = endpoint({
  method: 'get',
  path: '/api/visits/phone/mine',
  summary: 'The visits of today that I go to or wait outside of, my PINs and my consent.',
  answer: z.object({
    serverAt: instant,
    slug: z.string(),
    visits: z.array(myVisit),
    pin,
    location,
  }),
})
export type Mine = z.output<(typeof readMine)['answer']>

const onVisit = z.object({ visitId: id })

export const carryVisit = endpoint({
  method: 'put',
  path: '/api/visits/phone/visits/:visitId',
  summary:
    'This phone carries the visit from now on, without a sign-in. Another phone of mine that carried it no longer does.',
  params: onVisit,
  body: z.object({ token }),
  answer: z.object({
    /** P-256, uncompressed, base64url: PINs are sealed for it. */
    publicKey: z.string(),
    state: phoneState,
  }),
})

export const layDownVisit = endpoint({
  method: 'delete',
  path: '/api/visits/phone/visits/:visitId',
  summary: 'None of my phones carries the visit any more, such as after one was lost.',
  params: onVisit,
  answer: z.object({ laidDown: z.int() }),
})

/** The token stands in the body, so that it is in no log. */
export const sendPresses = endpoint({
  method: 'post',
  path: '/api/visits/phone/:slug/presses',
  summary:
    'What was pressed, oldest first, and none at all to say that the phone is there. No sign-in: the token of the visit.',
  params: z.object({ slug: z.string().max(60) }),
  body: z.object({
    token,
    presses: z.array(press).max(200),
    /** 0 … 1, where the phone says it. */
    battery: z.number().min(0).max(1).nullable(),
  }),
  answer: phoneState,
})
