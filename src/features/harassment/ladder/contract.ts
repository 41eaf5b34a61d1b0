import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { command, id, instant } from '#kernel/fields.ts'
import { mannerExamples } from '../judging/contract.ts'

/** Asked to stop, warned, warned for the last time, the talk ended or asked to leave, the police. */
export const steps = ['request', 'warning', 'final-warning', 'end', 'police'] as const
export const step = z.enum(steps)
export type Step = z.output<typeof step>

/** Where it is happening. A call has its own id; at the counter and on a visit the day stands for it. */
export const occasionKind = z.enum(['call', 'counter', 'visit'])
export type OccasionKind = z.output<typeof occasionKind>
export const occasion = z.object({ kind: occasionKind, key: z.string().min(1).max(80) })
export type Occasion = z.output<typeof occasion>

/** Then nobody waits for anybody: straight to 110, by whoever is there. */
export const emergency = z.enum(['confinement', 'threat-harm', 'violence'])
export type Emergency = z.output<typeof emergency>
/** 110 when it is urgent; #9110 to ask the police for advice. */
export const policeNumber = z.enum(['110', '#9110'])
export const reachableSteps = z.enum(['final-warning', 'end'])

export const ladderEvents = {
  'harassment.step-taken': z.object({
    stepId: id,
    occasion,
    step,
    /** The how-manieth of its kind on this occasion. */
    count: z.int(),
    manner: z.enum(mannerExamples).nullable(),
    /** What had been said, verbatim, that is to stop. */
    quoted: z.string(),
    /** What we said. */
    said: z.string(),
    emergency: emergency.nullable(),
    police: policeNumber.nullable(),
    byId: id,
    byName: z.string(),
    decidedById: id,
    decidedByName: z.string(),
  }),
  'harassment.decision-asked': z.object({
    askId: id,
    occasion,
    upTo: reachableSteps,
    byId: id,
    byName: z.string(),
  }),
  'harassment.decision-answered': z.object({
    askId: id,
    /** Null: not yet, with what to do instead. */
    upTo: reachableSteps.nullable(),
    words: z.string(),
    byId: id,
    byName: z.string(),
  }),
}

export const taken = z.object({
  id,
  step,
  count: z.int(),
  at: instant,
  said: z.string(),
  quoted: z.string(),
  byName: z.string(),
  decidedByName: z.string(),
})
export const ask = z.object({
  id,
  occasion,
  upTo: reachableSteps,
  askedAt: instant,
  byId: id,
  byName: z.string(),
  answer: z
    .object({
      upTo: reachableSteps.nullable(),
      words: z.string(),
      byId: id,
      byName: z.string(),
      at: instant,
    })
    .nullable(),
})
export type Ask = z.output<typeof ask>
export const ladder = z.object({
  occasion,
  taken: z.array(taken),
  ask: ask.nullable(),
  /** Up to which step somebody has decided. */
  decidedUpTo: reachableSteps.nullable(),
})
export type Ladder = z.output<typeof ladder>

/** Words for now: each in a few variants, the first not yet said. */
export const offer = z.object({
  step,
  isNext: z.boolean(),
  /** A sentence's worth of why not yet; null: it may be taken. */
  waitsFor: z.enum(['earlier-step', 'more-requests', 'decision', 'end-first']).nullable(),
  left: z.int(),
  say: z.array(z.string()),
})
export type Offer = z.output<typeof offer>

const onComplaint = z.object({ complaintId: id })
const changed = z.object({ head: z.int() })

export const readLadder = endpoint({
  method: 'get',
  path: '/api/harassment/complaints/:complaintId/ladder',
  summary:
    'How far the ladder was climbed on this occasion, what to say now, and the manners that were heard.',
  params: onComplaint,
  query: z.object({ kind: occasionKind, callId: id.optional() }),
  answer: z.object({
    ladder,
    heard: z.array(
      z.object({ manner: z.enum(mannerExamples), words: z.string(), times: z.int(), at: instant }),
    ),
    isEmergency: emergency.nullable(),
    mayDecide: z.boolean(),
    offers: z.array(offer),
    requestsBeforeFinal: z.int(),
  }),
})
export const takeStep = endpoint({
  method: 'post',
  path: '/api/harassment/complaints/:complaintId/steps',
  summary:
    'A step was taken: what was said, and when. Steps follow each other, except in an emergency.',
  params: onComplaint,
  body: command.extend({
    kind: occasionKind,
    callId: id.optional(),
    step,
    said: z.string().trim().max(2000),
    emergency: emergency.nullable(),
    police: policeNumber.nullable(),
  }),
  answer: changed,
})
export const askDecision = endpoint({
  method: 'post',
  path: '/api/harassment/complaints/:complaintId/decisions',
  summary: 'Ask a supervisor, while talking, whether a final warning may be given.',
  params: onComplaint,
  body: command.extend({ kind: occasionKind, callId: id.optional(), upTo: reachableSteps }),
  answer: changed,
})
export const answerDecision = endpoint({
  method: 'post',
  path: '/api/harassment/complaints/:complaintId/decisions/:askId/answer',
  summary: 'Up to which step, or (null) not yet. Not by whoever asked.',
  params: onComplaint.extend({ askId: id }),
  body: command.extend({ upTo: reachableSteps.nullable(), words: z.string().trim().max(500) }),
  answer: changed,
})
/** Everything that waits for somebody who may decide; and who is being relieved. */
export const listDecisions = endpoint({
  method: 'get',
  path: '/api/harassment/decisions',
  summary: 'Who waits for a decision now, and who is off the phone after a talk that was ended.',
  answer: z.object({
    mayDecide: z.boolean(),
    waiting: z.array(
      ask.omit({ answer: true }).extend({ complaintId: id, complaintNumber: z.string() }),
    ),
    relieved: z.array(
      z.object({
        memberId: id,
        name: z.string(),
        until: instant,
        complaintId: id,
        number: z.string(),
      }),
    ),
  }),
})
export const readRelief = endpoint({
  method: 'get',
  path: '/api/harassment/relief',
  summary: 'Until when one is off the phone oneself.',
  answer: z.object({ until: instant.nullable() }),
})
export const endRelief = endpoint({
  method: 'delete',
  path: '/api/harassment/relief',
  summary: 'Back on the phone, of one’s own accord.',
  answer: z.object({ until: instant.nullable() }),
})
