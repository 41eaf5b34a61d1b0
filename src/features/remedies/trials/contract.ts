import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { day, id, instant } from '#kernel/fields.ts'
import { remedyRule } from '#features/remedies/contract.ts'

/** One option that a complaint would gain or lose. */
export const trialOption = z.object({
  code: z.string(),
  label: z.string(),
  maxYen: z.int().nullable(),
  grantedBy: remedyRule.shape.grantedBy,
  isAllowed: z.boolean(),
})
export type TrialOption = z.output<typeof trialOption>

/** Yen of all complaints that were looked at, and rows in their order. */
export const trialSums = z.object({
  /** Of each complaint the dearest option that may be offered now, whoever grants it. */
  before: z.int(),
  after: z.int(),
  /** Remedies that customers have accepted and that the draft would no longer give. */
  accepted: z.int(),
  acceptedYen: z.int(),
  /** In how many complaints a row comes or goes. */
  rows: z.array(z.object({ code: z.string(), label: z.string(), gained: z.int(), lost: z.int() })),
})
export type TrialSums = z.output<typeof trialSums>

const span = z.object({ from: day, until: day })
/** What stays of a trial with the version that was published after it. */
export const trialSummary = span.extend({
  looked: z.int(),
  changed: z.int(),
  /** Complaints of these days that were not looked at. */
  left: z.int(),
  /** The day whose rules were compared: today, or when the draft's rows begin. */
  onDay: day,
  at: instant,
  byName: z.string(),
  sums: trialSums.optional(),
})
export type TrialSummary = z.output<typeof trialSummary>

export const trialState = z.enum(['running', 'stopped', 'finished'])
export const trial = span.extend({
  id,
  /** Of the draft. */
  revision: z.int(),
  state: trialState,
  total: z.int(),
  looked: z.int(),
  changed: z.int(),
  onDay: day,
  at: instant,
  byName: z.string(),
  sums: trialSums,
})
export type Trial = z.output<typeof trial>

export const trialLine = z.object({
  id: z.string(),
  complaintId: id,
  number: z.string(),
  subject: z.string(),
  gained: z.array(trialOption),
  lost: z.array(trialOption),
})
export type TrialLine = z.output<typeof trialLine>

const path = '/api/remedies/table/draft/trial'
export const tryDraft = endpoint({
  method: 'post',
  path,
  summary:
    'Try the draft on every complaint received on these days. Many are looked at step by step, in the background.',
  body: span.extend({ revision: z.int() }),
  answer: trial,
})
export const readTrial = endpoint({
  method: 'get',
  path,
  summary: 'How far the trial is, and what it has found.',
  answer: z.object({ trial: trial.nullable() }),
})
export const stopTrial = endpoint({
  method: 'delete',
  path,
  summary: 'Stop the trial; what it has found so far stays, and does not do for publishing.',
  answer: trial,
})
export const listTrialCases = endpoint({
  method: 'get',
  path: `${path}/cases`,
  summary: 'Complaints that would get other options under the draft, the latest first.',
  query: z.object({
    after: z.coerce.number().int().nonnegative().default(0),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({ cases: z.array(trialLine), next: z.int().nullable(), total: z.int() }),
})
