import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant } from '#kernel/fields.ts'

const line = z.string().trim().max(120).default('')

const millimetres = z.number().min(0).max(235)

/**
 * The window of an envelope of 長形3号 (235 × 120 mm), measured from its left and upper edge. The default is a common one; makers
 * differ, so that whoever has the envelope measures it.
 */
export const envelopeWindow = z.object({
  left: millimetres.default(22),
  top: millimetres.default(12),
  width: millimetres.default(90),
  height: millimetres.default(45),
})
export type EnvelopeWindow = z.output<typeof envelopeWindow>

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
  window: envelopeWindow.default({ left: 22, top: 12, width: 90, height: 45 }),
  /** Room for the seal of the company (角印) beside the sender. */
  hasSeal: z.boolean().default(false),
  /** Of the company's name and the line below the title. */
  accent: z.enum(['none', 'navy', 'green', 'wine']).default('none'),
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

/** A field that an edition changed, in the words that stood there before and after; of a logo, only whether there is one. */
const letterheadChange = z.object({
  field: letterhead.keyof(),
  before: z.string(),
  after: z.string(),
})
export type LetterheadChange = z.output<typeof letterheadChange>

export const letterheadEdition = z.object({
  id,
  changedAt: instant,
  changedByName: z.string(),
  /** Against the one before it; of the first, everything that was filled in. */
  changes: z.array(letterheadChange),
})
export type LetterheadEdition = z.output<typeof letterheadEdition>

export const listLetterheads = endpoint({
  method: 'get',
  path: '/api/letters/letterhead/editions',
  summary: 'The editions of the letterhead, the latest first, each with what it changed.',
  answer: z.object({ editions: z.array(letterheadEdition) }),
})
export const readLetterheadEdition = endpoint({
  method: 'get',
  path: '/api/letters/letterhead/editions/:editionId',
  summary: 'One edition of the letterhead as it was.',
  params: z.object({ editionId: id }),
  answer: letterhead,
})
export const previewLetterhead = endpoint({
  method: 'post',
  path: '/api/letters/letterhead/preview',
  summary: 'A sample letter under a letterhead that has not been saved, as SVG.',
  body: z.object({ letterhead, direction: z.enum(['horizontal', 'vertical']) }),
  gives: 'file',
  answer: z.unknown(),
})
export const changeLetterhead = endpoint({
  method: 'put',
  path: '/api/letters/letterhead',
  summary: 'Change the letterhead (administrators). Earlier ones are kept with who and when.',
  body: letterhead,
  answer: shown,
})
