import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant } from '#kernel/fields.ts'

export const feed = z.object({
  /** Null: my promises are in no calendar. */
  mine: z.object({ madeAt: instant, readAt: instant.nullable() }).nullable(),
  /** Whether the calendars of this organisation hold what was promised and to whom. */
  namesShown: z.boolean(),
})
export type Feed = z.output<typeof feed>

export const readFeed = endpoint({
  method: 'get',
  path: '/api/commitments/feed',
  summary: 'Whether my promises can be read as a calendar, and when they last were.',
  answer: feed,
})
export const makeFeed = endpoint({
  method: 'post',
  path: '/api/commitments/feed',
  summary: 'A new secret address for my promises; the one before it stops working.',
  body: z.object({ id }),
  answer: z.object({ feed, path: z.string() }),
})
export const revokeFeed = endpoint({
  method: 'delete',
  path: '/api/commitments/feed',
  summary: 'Nobody can read my promises as a calendar any more.',
  answer: feed,
})
export const showNames = endpoint({
  method: 'put',
  path: '/api/commitments/feed/names',
  summary: 'Whether calendars hold what was promised and to whom (administrators).',
  body: z.object({ isOn: z.boolean() }),
  answer: feed,
})
/** 43 characters of secret, 22 of the organisation. Calendars know an address and no sign-in. */
export const readCalendar = endpoint({
  method: 'get',
  path: '/api/commitments/calendars/:token',
  summary: 'The promises of one member as a calendar (RFC 5545), by its secret address.',
  params: z.object({ token: z.string().regex(/^[\w-]{65}\.ics$/u) }),
  gives: 'file',
  answer: z.unknown(),
})
