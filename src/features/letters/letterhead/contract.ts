import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { instant } from '#kernel/fields.ts'

const line = z.string().trim().max(120).default('')

/** What stands on every letter of the company, and how it is set unless somebody says otherwise. */
export const letterhead = z.object({
  name: line,
  postcode: line,
  address: line,
  telephone: line,
  department: line,
  person: line,
  /** 西暦 or 和暦. */
  era: z.enum(['western', 'japanese']).default('western'),
  /** Numbers in vertical letters: 二十四日, or 24 side by side. */
  numerals: z.enum(['kanji', 'side-by-side']).default('kanji'),
  /** The address stands in the window of 長形3号. */
  hasWindow: z.boolean().default(false),
  /** PNG or JPEG in base64; null without one. */
  logo: z.string().max(700_000).nullable().default(null),
})
export type Letterhead = z.output<typeof letterhead>

const shown = letterhead.extend({
  changedAt: instant.nullable(),
  changedByName: z.string().nullable(),
})
export type ShownLetterhead = z.output<typeof shown>

export const readLetterhead = endpoint({
  method: 'get',
  path: '/api/letters/letterhead',
  summary: 'Letterhead of the organisation.',
  answer: shown,
})
export const changeLetterhead = endpoint({
  method: 'put',
  path: '/api/letters/letterhead',
  summary: 'Change the letterhead (administrators). Earlier ones are kept with who and when.',
  body: letterhead,
  answer: shown,
})
