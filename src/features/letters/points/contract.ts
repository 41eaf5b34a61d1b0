import { z } from 'zod'

/** What nobody has to bear: once it was heard often enough, a refusal needs no cushion. */
export const manners = [
  'threat_harm',
  'sexual',
  'demands_prostration',
  'confinement',
  'refuses_to_leave',
  'insult',
] as const
export type Manner = (typeof manners)[number]

/** 原因・影響範囲・対応・今後の対策: what a letter that apologises or answers owes its reader. */
export const points = ['cause', 'impact', 'response', 'prevention'] as const
export const point = z.enum(points)
export type Point = z.output<typeof point>

export const pointStanding = z.object({
  point,
  /** Some sentence of the letter tells it. */
  isSaid: z.boolean(),
  /** What the record has confirmed of it, as a sentence for the letter; null when nothing is confirmed. */
  confirmed: z.string().nullable(),
  /** What the letter tells stands on the record. */
  isBacked: z.boolean(),
  /** Of prevention: how the record has it. Null of the other points. */
  measures: z.enum(['none', 'considered', 'decided', 'unneeded']).nullable(),
})
export type PointStanding = z.output<typeof pointStanding>

/** How a letter reads while it is being written. */
export const reading = z.object({
  /** Too short for four points, or neither an apology nor an answer: then nobody asks for them. */
  asksForPoints: z.boolean(),
  points: z.array(pointStanding),
  /** To read it silently, in steps of five. */
  seconds: z.int(),
  apologies: z.int(),
  questions: z.int(),
  /** Letters of the longest sentence. */
  longestSentence: z.int(),
  /** What was said and has to stop: refusals then need no cushions. Empty when nothing of the kind was heard. */
  firm: z.array(z.object({ cue: z.enum(manners), times: z.int() })),
})
export type Reading = z.output<typeof reading>
