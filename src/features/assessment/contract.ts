import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant } from '#kernel/fields.ts'
import { cueCode } from '#features/language/contract.ts'
import { complaintsEvents, complexity, impact, severity } from '#features/complaints/contract.ts'

/** Why the record speaks for an answer; each kind has its sentence. */
export const ground = z.union([
  z.object({ kind: z.enum(['harm']), harm: z.enum(['near-miss', 'injured']), words: z.string() }),
  z.object({ kind: z.enum(['cue']), cue: cueCode, words: z.string() }),
  z.object({ kind: z.enum(['contacts']), count: z.int() }),
  z.object({ kind: z.enum(['demands']), count: z.int() }),
  z.object({ kind: z.enum(['broken-promise']) }),
  z.object({ kind: z.enum(['clock']), name: z.object({ ja: z.string(), en: z.string() }) }),
  z.object({ kind: z.enum(['lot']), lot: z.string() }),
  z.object({ kind: z.enum(['nothing']) }),
])
export type Ground = z.output<typeof ground>

const because = z.array(ground).min(1)
/** What the record speaks for, axis by axis. It decides nothing. */
export const suggestion = z.object({
  isSafety: z.object({ value: z.boolean(), because }),
  severity: z.object({ value: severity, because }),
  complexity: z.object({ value: complexity, because }),
  impact: z.object({ value: impact, because }),
  immediateAction: z.object({ value: z.boolean(), because }),
})
export type Suggestion = z.output<typeof suggestion>

/** One decision, with who and when. */
export const assessed = complaintsEvents['complaints.assessed'].extend({
  at: instant,
  byName: z.string(),
})
export type Assessed = z.output<typeof assessed>

export const readAssessment = endpoint({
  method: 'get',
  path: '/api/assessment/complaints/:complaintId',
  summary:
    'The initial assessment with its history, and what the record speaks for. PUT …/assessment decides.',
  params: z.object({ complaintId: id }),
  answer: z.object({
    head: z.int(),
    current: assessed.nullable(),
    /** Earlier decisions, newest first. */
    history: z.array(assessed),
    suggestion,
  }),
})

export const unassessedLine = z.object({
  id,
  number: z.string(),
  subject: z.string(),
  receivedAt: instant,
  isSafety: z.boolean(),
})
export const listUnassessed = endpoint({
  method: 'get',
  path: '/api/assessment/waiting',
  summary: 'Open complaints that have waited too long for their initial assessment, safety first.',
  query: z.object({
    mine: z.union([z.boolean(), z.stringbool()]).default(false),
    limit: z.coerce.number().int().min(1).max(100).default(5),
  }),
  answer: z.object({ complaints: z.array(unassessedLine), total: z.int() }),
})
