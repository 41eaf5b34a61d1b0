import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant, line } from '#kernel/fields.ts'

/** `talk`: what was said and done; `judgement`: カスハラ対応; `letters`: what we wrote; the others stand in the protective record. */
export const packPart = z.enum(['talk', 'letters', 'judgement', 'notes', 'posts'])
export type PackPart = z.output<typeof packPart>

export const packChoice = z.object({
  id,
  /** Of one customer; the first is where it was asked for. */
  complaintIds: z.array(id).min(1).max(20),
  forWhom: line,
  purpose: line,
  parts: z.array(packPart).min(1),
  /** Files, notes and posts that stay out. */
  leaveOut: z.array(id).max(500),
  /** Names of third persons, covered wherever they stand. */
  mask: z.array(line).max(50),
})
export type PackChoice = z.output<typeof packChoice>

const item = z.object({ id, title: z.string(), note: z.string() })
export const packPreview = z.object({
  numbers: z.array(z.string()),
  /** Other complaints of the same customer that could be in it. */
  others: z.array(z.object({ id, number: z.string(), subject: z.string() })),
  /** What could stay out. */
  files: z.array(item),
  notes: z.array(item),
  posts: z.array(item),
  /** The lines of the paper, in the order of time. */
  lines: z.array(z.object({ at: instant, who: z.string(), text: z.string() })),
  /** Entries whose words will not be in it. */
  withheld: z.int(),
  bytes: z.int(),
  fingerprint: z.string(),
})
export type PackPreview = z.output<typeof packPreview>

export const previewPack = endpoint({
  method: 'post',
  path: '/api/protection/packs/preview',
  summary: 'What an evidence pack would hold. The look is written to the audit.',
  body: packChoice,
  isShownOnce: true,
  answer: packPreview,
})
export const makePack = endpoint({
  method: 'post',
  path: '/api/protection/packs',
  summary:
    'Make an evidence pack: paper, files byte for byte, record with its chain, hashes and signature in one ZIP. Who made it for whom is written into the record.',
  body: packChoice,
  gives: 'file',
  isShownOnce: true,
  answer: z.unknown(),
})
