import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { day, id, instant } from '#kernel/fields.ts'

/** Body, mind, and how to go on; each from 0 (well) to 3 (hard). */
export const questions = ['body', 'mind', 'on'] as const
export const level = z.int().min(0).max(3)
/** What each level is called, by its number. */
export const levels = ['well', 'some', 'much', 'hard'] as const
export function nameOfLevel(value: number): (typeof levels)[number] {
  return levels[value] ?? 'hard'
}
export const answers = z.object({ body: level, mind: level, on: level })
export type Answers = z.output<typeof answers>

export const check = answers.extend({ id, at: instant, words: z.string() })
export type Check = z.output<typeof check>
const ownWords = z.string().trim().max(1000).default('')

export const listChecks = endpoint({
  method: 'get',
  path: '/api/wellbeing/checks',
  summary: 'My own condition checks, the newest first; and who receives what I pass to the desk.',
  answer: z.object({
    checks: z.array(check),
    desk: z.object({
      names: z.array(z.string()),
      /** Since when the consultation lasts that it would go on with; null: one would begin. */
      since: day.nullable(),
    }),
  }),
})
export const saveCheck = endpoint({
  method: 'post',
  path: '/api/wellbeing/checks',
  summary: 'Write down how I am. Sealed; nobody else can read it.',
  body: answers.extend({ id, words: ownWords }),
  answer: z.object({}),
})
export const dropCheck = endpoint({
  method: 'delete',
  path: '/api/wellbeing/checks/:checkId',
  summary: 'Remove one of my checks for good.',
  params: z.object({ checkId: id }),
  answer: z.object({}),
})
/** Nothing reaches the desk in any other way. */
export const passToDesk = endpoint({
  method: 'post',
  path: '/api/wellbeing/passed',
  summary: 'Pass words, and one of my checks if I like, to the consultation desk.',
  body: z.object({ id, checkId: id.nullable(), words: ownWords }),
  answer: z.object({}),
})
