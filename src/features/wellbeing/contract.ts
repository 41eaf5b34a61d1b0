import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant } from '#kernel/fields.ts'
import { breakMinutes } from './settings/contract.ts'

/** What talks and visits asked of one person. Minutes are those of talks in which something hard was said. */
export const strain = z.object({
  minutes: z.number(),
  insults: z.number(),
  threats: z.number(),
  alarms: z.number(),
})
export type Strain = z.output<typeof strain>

export const exposureKind = z.enum(['call', 'visit'])
export const exposure = strain.extend({
  id,
  kind: exposureKind,
  complaintId: id.nullable(),
  endedAt: instant,
})
export type Exposure = z.output<typeof exposure>

/** `exposure`: the company's measure is full; `ended`: a talk had to be ended by rule; `colleague`: somebody who leads asked. */
export const whyOffered = z.enum(['exposure', 'ended', 'colleague'])
export type WhyOffered = z.output<typeof whyOffered>

export const taken = z.object({ id, minutes: z.int(), fromAt: instant, untilAt: instant })
export type Taken = z.output<typeof taken>

/** What the small card shows; asked for often. */
export const readOffer = endpoint({
  method: 'get',
  path: '/api/wellbeing/offer',
  summary: 'A break that I am offered, the one I am on, and how many words from colleagues wait.',
  answer: z.object({
    offer: z.object({ id, why: whyOffered }).nullable(),
    rest: taken.nullable(),
    /** How long a break may be, in minutes. */
    lengths: z.array(breakMinutes),
    unread: z.int(),
  }),
})
export const answerOffer = endpoint({
  method: 'post',
  path: '/api/wellbeing/offers/:offerId/answer',
  summary: 'Say that I am fine now. Nobody else can find out.',
  params: z.object({ offerId: id }),
  body: z.object({ id }),
  answer: z.object({}),
})
export const takeBreak = endpoint({
  method: 'post',
  path: '/api/wellbeing/break',
  summary: 'Take a break: nothing is assigned to me until it is over. It ends by itself.',
  body: z.object({ id, minutes: breakMinutes }),
  answer: taken,
})
export const endBreak = endpoint({
  method: 'delete',
  path: '/api/wellbeing/break',
  summary: 'Come back before the break is over.',
  answer: z.object({}),
})

/** Mine alone; nobody else is ever answered this about somebody. */
export const readMine = endpoint({
  method: 'get',
  path: '/api/wellbeing/mine',
  summary: 'What the last two weeks asked of me, counted from the record, and the breaks I took.',
  answer: z.object({
    /** What weighs now: older talks weigh less. */
    now: strain,
    /** The sum of the two weeks as it happened. */
    sum: strain,
    talks: z.array(exposure.extend({ complaintNumber: z.string().nullable() })),
    breaks: z.array(taken),
  }),
})

/** All that leaders are told: that somebody needs relief, and which promises somebody else has to keep meanwhile. */
export const readRelief = endpoint({
  method: 'get',
  path: '/api/wellbeing/relief',
  summary: 'Who needs relief, and promises that come due while their owner is not there (leaders).',
  answer: z.object({
    people: z.array(z.object({ memberId: id, name: z.string() })),
    promises: z.array(
      z.object({
        commitmentId: id,
        complaintId: id,
        words: z.string(),
        dueAt: instant,
        ownerId: id,
        ownerName: z.string(),
      }),
    ),
    /** Who could take them over: members of the desk who are here and may be given something now. */
    takers: z.array(z.object({ memberId: id, name: z.string() })),
  }),
})
export const offerRelief = endpoint({
  method: 'post',
  path: '/api/wellbeing/relief/:memberId/offer',
  summary: 'Offer somebody a break (leaders). What they answer stays theirs.',
  params: z.object({ memberId: id }),
  body: z.object({ id }),
  answer: z.object({}),
})
