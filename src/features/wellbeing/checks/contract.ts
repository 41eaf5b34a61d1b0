import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant } from '#kernel/fields.ts'

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
  answer: z.object({ checks: z.array(check), deskNames: z.array(z.string()) }),
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

export const passedOn = z.object({
  id,
  at: instant,
  fromId: id,
  fromName: z.string(),
  words: z.string(),
  answers: answers.nullable(),
  seenAt: instant.nullable(),
  seenByName: z.string().nullable(),
})
export type PassedOn = z.output<typeof passedOn>
export const listPassed = endpoint({
  method: 'get',
  path: '/api/wellbeing/passed',
  summary: 'What was passed to the consultation desk, to its members alone.',
  answer: z.object({ passed: z.array(passedOn) }),
})
export const seePassed = endpoint({
  method: 'post',
  path: '/api/wellbeing/passed/:passedId/sight',
  summary: 'Somebody at the desk has read it and takes it up.',
  params: z.object({ passedId: id }),
  body: z.object({ id }),
  answer: z.object({}),
})
