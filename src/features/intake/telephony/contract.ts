import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant } from '#kernel/fields.ts'

/** The type of the movement that tells screens to look at their telephone again. */
export const ringMoved = 'intake.ring-moved'

export const tellCall = endpoint({
  method: 'post',
  path: '/api/intake/telephony/calls',
  summary:
    'A telephone system says that a call rings, was answered or has ended. In any order, as often as it likes.',
  body: z.object({
    /** The telephone system's own name of the call. */
    callId: z.string().trim().min(1).max(200),
    /** As it was shown; null or anything without digits is a withheld number. */
    from: z.string().trim().max(80).nullable().default(null),
    to: z.string().trim().max(80).nullable().default(null),
    /** Which extension rings or has answered: a member's, or a team's. */
    extension: z.string().trim().max(40).nullable().default(null),
    state: z.enum(['ringing', 'answered', 'ended']),
    at: instant,
  }),
  answer: z.object({
    ringId: id,
    state: z.enum(['ringing', 'answered', 'ended']),
    /** On how many members' screens it stands now. */
    reaches: z.int(),
  }),
})
export type Told = z.output<NonNullable<(typeof tellCall)['body']>>

export const candidate = z.object({
  customerId: id,
  name: z.string().nullable(),
  kana: z.string().nullable(),
  /** Those that are not closed, the latest first. */
  complaints: z.array(z.object({ id, number: z.string(), subject: z.string() })),
  /** Open and broken ones, the broken ones first. */
  promises: z.array(
    z.object({
      id,
      words: z.string(),
      dueAt: instant,
      state: z.enum(['open', 'broken']),
    }),
  ),
  /** What happened on a day, with its source; never a label. */
  cautions: z.array(
    z.object({ id, happenedOn: z.string(), words: z.string(), source: z.string() }),
  ),
})
export type Candidate = z.output<typeof candidate>

export const ring = z.object({
  id,
  state: z.enum(['ringing', 'answered']),
  /** Null: withheld. */
  from: z.string().nullable(),
  rungAt: instant,
  candidates: z.array(candidate),
})
export type Ring = z.output<typeof ring>

export const listRings = endpoint({
  method: 'get',
  path: '/api/intake/telephony/rings',
  summary: 'What rings at my telephone now, with who it may be.',
  answer: z.object({ rings: z.array(ring) }),
})
export const readLine = endpoint({
  method: 'get',
  path: '/api/intake/telephony/lines/:callId',
  summary: 'Has the line of this call dropped?',
  params: z.object({ callId: id }),
  answer: z.object({ endedAt: instant.nullable() }),
})
