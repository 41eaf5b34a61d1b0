import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant } from '#kernel/fields.ts'
import { remedyRule } from '#features/remedies/contract.ts'
import { trialSummary } from '#features/remedies/trials/contract.ts'

/** The columns of the sheet, in its order: what it is called, when it fits, what it gives, and on which ground. */
export const columns = [
  'code',
  'name',
  'isActive',
  'causes',
  'functions',
  'causeMayBeUnknown',
  'productContains',
  'fromDays',
  'withinDays',
  'priceFrom',
  'priceTo',
  'needsConfirmedFact',
  'kind',
  'label',
  'maxYen',
  'maxPercent',
  'grantedBy',
  'priority',
  'say',
  'clause',
  'clauseText',
  'evidence',
  'effectiveFrom',
  'effectiveUntil',
] as const
export const column = z.enum(columns)
export type Column = z.output<typeof column>

/** A row as it was typed; what cannot be read yet is kept as it is. */
export const sheetLine = z.object({
  id,
  cells: z.partialRecord(column, z.string().max(4000)),
})
export type SheetLine = z.output<typeof sheetLine>

export const most = 1000
const lines = z.array(sheetLine).max(most)

export const draft = z.object({
  revision: z.int(),
  lines: z.array(sheetLine),
  fromNumber: z.int(),
  changedAt: instant,
  changedByName: z.string(),
  /** Of exactly these lines; null when they were changed since. */
  trial: trialSummary.nullable(),
})
export type Draft = z.output<typeof draft>

export const version = z.object({
  number: z.int(),
  note: z.string(),
  fromNumber: z.int().nullable(),
  rows: z.int(),
  publishedAt: instant,
  publishedByName: z.string(),
  trial: trialSummary.nullable(),
})
export type Version = z.output<typeof version>

export const readTable = endpoint({
  method: 'get',
  path: '/api/remedies/table',
  summary: 'The decision table in force, and the draft of the next one.',
  answer: z.object({
    version: version.nullable(),
    rules: z.array(remedyRule),
    draft: draft.nullable(),
  }),
})
export const saveDraft = endpoint({
  method: 'put',
  path: '/api/remedies/table/draft',
  summary:
    'Keep the draft as it was typed (administrators). Revision 0 begins one; else the revision that was read.',
  body: z.object({ revision: z.int().nonnegative(), fromNumber: z.int(), lines }),
  answer: z.object({ revision: z.int(), changedAt: instant }),
})
export const discardDraft = endpoint({
  method: 'delete',
  path: '/api/remedies/table/draft',
  summary: 'Throw the draft away; the table in force stays.',
  body: z.object({ revision: z.int() }),
  answer: z.object({}),
})
export const publishDraft = endpoint({
  method: 'post',
  path: '/api/remedies/table/draft/publication',
  summary: 'Put the tested draft in force as the next version.',
  body: z.object({ revision: z.int(), note: z.string().trim().min(1).max(500) }),
  answer: z.object({ number: z.int() }),
})
export const listVersions = endpoint({
  method: 'get',
  path: '/api/remedies/table/versions',
  summary: 'Every version of the decision table, the latest first.',
  answer: z.object({ versions: z.array(version) }),
})
export const readVersion = endpoint({
  method: 'get',
  path: '/api/remedies/table/versions/:number',
  summary: 'One version with its rows.',
  params: z.object({ number: z.coerce.number().int().positive() }),
  answer: version.extend({ rules: z.array(remedyRule) }),
})

export const tableFiles = ['csv', 'csv-cp932', 'yaml'] as const
export const downloadTable = endpoint({
  method: 'get',
  path: '/api/remedies/table/file',
  summary: 'A version (or, without a number, the draft) as CSV or YAML.',
  query: z.object({
    number: z.coerce.number().int().positive().optional(),
    as: z.enum(tableFiles).default('csv'),
  }),
  gives: 'file',
  answer: z.unknown(),
})

/** `value` is what stands there; without a column it is about the file as a whole, or a line of it. */
export const fileProblem = z.object({
  line: z.int(),
  column: column.nullable(),
  code: z.enum([
    'unknown-column',
    'no-heading',
    'empty',
    'syntax',
    'not-a-rule',
    'too-many',
    'missing',
    'not-a-number',
    'out-of-range',
    'not-a-day',
    'unknown-word',
    'limit-missing',
    'limit-needless',
    'reversed',
  ]),
  value: z.string(),
})
export type FileProblem = z.output<typeof fileProblem>
export const largestTable = 2_000_000
export const readTableFile = endpoint({
  method: 'post',
  path: '/api/remedies/table/readings',
  summary: 'Read a CSV (UTF-8 or CP932) or YAML file as lines of a draft; nothing is saved by it.',
  body: z.custom<Uint8Array>((body) => body instanceof Uint8Array),
  takes: { type: 'application/octet-stream', most: largestTable },
  answer: z.object({
    lines: z.array(sheetLine),
    problems: z.array(fileProblem),
    /** Columns that the file does not have; rows known by their code keep what stood there. */
    kept: z.array(column),
  }),
})
