import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { day, id, instant, words } from '#kernel/fields.ts'
import { talkFile } from '../files/contract.ts'

export const abouts = ['harassment', 'suspected', 'other'] as const
export const about = z.enum(abouts)

export const message = z.object({
  id,
  by: z.enum(['person', 'desk']),
  /** Who of the desk wrote it. */
  deskName: z.string().nullable(),
  on: day,
  /** Null where the person gave no name. */
  at: instant.nullable(),
  words: z.string(),
  /** A file that came instead of words. */
  file: talkFile.nullable(),
})
export type Message = z.output<typeof message>

/** A consultation as the person who began it sees it. */
export const talk = z.object({
  caseId: id,
  about,
  openedOn: day,
  isClosed: z.boolean(),
  hasNews: z.boolean(),
  /** The person wishes that the desk erases it. */
  erasureWishedOn: day.nullable(),
  messages: z.array(message),
})
export type Talk = z.output<typeof talk>

export const policyShown = z.object({
  version: z.int(),
  words: z.string(),
  publishedOn: day,
  isAcknowledged: z.boolean(),
})

/** What the page of a member needs, in one answer. */
export const entrance = z.object({
  counsellors: z.array(z.object({ id, name: z.string(), title: z.string().nullable() })),
  slug: z.string(),
  /** The same for everybody of the organisation: it opens consulting without a name and says nothing of who. */
  doorToken: z.string(),
  policy: policyShown.nullable(),
  /** How many months a consultation is kept after its end. */
  keptMonths: z.int(),
  talks: z.array(talk),
})
export type Entrance = z.output<typeof entrance>

const beginning = z.object({
  words,
  about,
  /** A complaint it belongs to, as the person names it; kept with the words. */
  complaintNumber: z.string().trim().max(40).nullable(),
  /** Members of the desk who shall not know of it. */
  excluded: z.array(id).max(50),
})

export const readEntrance = endpoint({
  method: 'get',
  path: '/api/consultation/entrance',
  summary: 'Who listens, what I have consulted about under my name, and what was answered.',
  answer: entrance,
})
export const beginTalk = endpoint({
  method: 'post',
  path: '/api/consultation/talks',
  summary: 'Consult the desk under my name. Only the desk reads it.',
  body: beginning.extend({ id }),
  answer: talk,
  isShownOnce: true,
})
export const addToTalk = endpoint({
  method: 'post',
  path: '/api/consultation/talks/:caseId/messages',
  summary: 'Add words to my consultation.',
  params: z.object({ caseId: id }),
  body: z.object({ id, words }),
  answer: talk,
  isShownOnce: true,
})
export const readTalk = endpoint({
  method: 'post',
  path: '/api/consultation/talks/:caseId/reading',
  summary: 'My consultation; what is new in it counts as read.',
  params: z.object({ caseId: id }),
  answer: talk,
  isShownOnce: true,
})

/** 100 bits in letters that are not mistaken for one another, made by the person's own browser. */
export const code = z.string().regex(/^[2-9A-HJ-NP-Z]{4}(?:-[2-9A-HJ-NP-Z]{4}){4}$/)

/** UUIDv4: the usual ids carry the moment they were made. */
const timelessId = z
  .string()
  .regex(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)

const unnamed = z.object({ slug: z.string().max(60) })

export const beginUnnamed = endpoint({
  method: 'post',
  path: '/api/consultation/unnamed/:slug',
  summary: 'Consult without a name. The server never learns who; the code reads the answers.',
  params: unnamed,
  body: beginning.extend({ code, doorToken: z.string().max(64) }),
  answer: talk,
  isShownOnce: true,
  isUnnamed: true,
})
export const readUnnamed = endpoint({
  method: 'post',
  path: '/api/consultation/unnamed/:slug/reading',
  summary: 'The consultation that a code opens. No sign-in.',
  params: unnamed,
  body: z.object({ code }),
  answer: talk,
  isShownOnce: true,
  isUnnamed: true,
})
export const addUnnamed = endpoint({
  method: 'post',
  path: '/api/consultation/unnamed/:slug/messages',
  summary: 'Add words to the consultation that a code opens. The same id is done once.',
  params: unnamed,
  body: z.object({ code, id: timelessId, words }),
  answer: talk,
  isShownOnce: true,
  isUnnamed: true,
})
export const wishErasureUnnamed = endpoint({
  method: 'post',
  path: '/api/consultation/unnamed/:slug/erasure-wish',
  summary: 'Whoever holds the code wishes that the desk erases the consultation, or takes it back.',
  params: unnamed,
  body: z.object({ code, isWished: z.boolean() }),
  answer: talk,
  isShownOnce: true,
  isUnnamed: true,
})
