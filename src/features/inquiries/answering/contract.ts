import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { day, id, instant } from '#kernel/fields.ts'
import { inquiryState, seen, turn } from '../contract.ts'

/** 256 random bits, in the link behind the #: no server is told it by opening the page. */
export const token = z.string().regex(/^[0-9a-f]{64}$/)

const onPage = z.object({ slug: z.string().max(60) })

/** The one request that a link opens, as the department sees it. */
export const answerPage = seen.extend({
  inquiryId: id,
  organisationName: z.string(),
  departmentName: z.string(),
  people: z.array(z.string()),
  askedByName: z.string(),
  askedAt: instant,
  dueAt: instant,
  expiresAt: instant,
  state: inquiryState,
  turns: z.array(turn),
  /** Who else could be asked. */
  others: z.array(z.string()),
  /** Where photos go, by a key of their own. */
  filesPath: z.string(),
  mostFiles: z.int(),
  largestMegabytes: z.int(),
  /** The first day a new date can be. */
  today: day,
})
export type AnswerPage = z.output<typeof answerPage>

/** A question by POST, so that the token stands in no log. */
export const readAnswerPage = endpoint({
  method: 'post',
  path: '/api/inquiries/pages/:slug',
  summary: 'The request that a link opens. No sign-in.',
  params: onPage,
  body: z.object({ token }),
  answer: answerPage,
})

const who = z.string().trim().min(1).max(60)
const text = z.string().trim().min(1).max(20_000)

export const deed = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answer'), byName: who, text, isConfirmed: z.boolean() }),
  z.object({ kind: z.literal('ask-back'), byName: who, text }),
  z.object({
    kind: z.literal('decline'),
    byName: who,
    text,
    insteadName: z.string().trim().max(60),
  }),
  z.object({ kind: z.literal('move'), byName: who, text, on: day }),
])
export type Deed = z.output<typeof deed>

export const sendDeed = endpoint({
  method: 'post',
  path: '/api/inquiries/pages/:slug/deeds',
  summary:
    'Answer, ask back, say that it is not ours, or give a new date. The same id is done once.',
  params: onPage,
  body: z.object({ token, id, deed }),
  answer: answerPage,
})

export const pageFilesPath = (slug: string) =>
  `/api/inquiries/pages/${encodeURIComponent(slug)}/files`
export const pagePicturesPath = (slug: string) =>
  `/api/inquiries/pages/${encodeURIComponent(slug)}/pictures`
