import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant } from '#kernel/fields.ts'
import type { Channel, CustomerFields, Details } from '#features/complaints/contract.ts'
import { plan } from '../columns/contract.ts'

/** What was said after the first words: by the customer, by the desk it was taken from, or among its staff. */
export type Message = {
  readonly speaker: 'customer' | 'operator' | 'internal'
  readonly text: string
  /** Null when nobody wrote down when. */
  readonly at: string | null
  readonly byName: string
}

/** A line as a complaint. The line itself stays beside it, so that nothing of the file is lost. */
export type Entry = {
  readonly words: string
  readonly receivedAt: string | null
  readonly channel: Channel
  readonly customer: CustomerFields
  readonly details: Details
  readonly source: { system: string; reference: string; row: Record<string, string> }
  /** The same again for the same line: who comes twice is known. */
  readonly sourceKey: string
  readonly messages: readonly Message[]
  readonly attachments: readonly { name: string; url: string }[]
  /** The word by which it was over there; null while it was open. */
  readonly closedAs: string | null
  readonly review: ReviewSource | null
  readonly remarks: readonly Remark[]
}

export type ReviewSource = {
  readonly site: string
  readonly url: string
  readonly author: string
  readonly stars: number | null
}

/** Something a person should know about a line that is taken all the same. */
export const remark = z.object({
  code: z.enum([
    'received-unreadable',
    'received-missing',
    'received-month',
    'contact-left-out',
    'stars-left-out',
    'url-left-out',
  ]),
  text: z.string(),
})
export type Remark = z.output<typeof remark>

export const kinds = ['table', 'zendesk', 'freshdesk', 'zammad'] as const
export const kind = z.enum(kinds)
export type Kind = z.output<typeof kind>

/** What was found in the file, or told about it. */
export const shape = z.object({
  format: z.enum(['csv', 'xlsx', 'json']),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  quote: z.string().nullable(),
  /** The line with the headings. */
  heading: z.int().nullable(),
  columns: z.array(z.string()),
})
export type Shape = z.output<typeof shape>

/** What a person says about how the file is to be read; what is left out is found by itself. */
export const reading = z.object({
  encoding: z.enum(['utf-8', 'cp932', 'euc-jp', 'utf-16le', 'utf-16be']).optional(),
  delimiter: z.enum([',', '\t', ';', '|']).optional(),
  /** Counted among the rows that are not empty, from 1. */
  heading: z.int().min(1).max(100).optional(),
})
export type Reading = z.output<typeof reading>

export const lineStates = ['waiting', 'taken', 'known', 'refused', 'skipped'] as const
export const lineState = z.enum(lineStates)
export type LineState = z.output<typeof lineState>

export const importState = z.enum(['read', 'checked', 'running', 'stopped', 'finished'])
export type ImportState = z.output<typeof importState>

export const counts = z.record(lineState, z.int())
export type Counts = z.output<typeof counts>

export const importView = z.object({
  id,
  name: z.string(),
  size: z.int(),
  kind,
  state: importState,
  broughtByName: z.string(),
  broughtAt: instant,
  startedAt: instant.nullable(),
  endedAt: instant.nullable(),
  counts,
})
export type ImportView = z.output<typeof importView>

export const importDetail = importView.extend({
  shape,
  plan,
  reading,
  /** Whether the file is still here, to be read another way. */
  isOpen: z.boolean(),
  /** The first lines, cell by cell in the order of the columns. */
  preview: z.array(z.object({ line: z.int(), cells: z.array(z.string()) })),
  /** Different words in the columns of channel and state, the most frequent first. */
  values: z.object({ channels: z.array(z.string()), states: z.array(z.string()) }),
})
export type ImportDetail = z.output<typeof importDetail>

export const importLine = z.object({
  line: z.int(),
  state: lineState,
  /** Why it was refused, or skipped. */
  reason: z.string().nullable(),
  remarks: z.array(z.string()),
  start: z.string(),
  complaint: z.object({ complaintId: id, number: z.string() }).nullable(),
})
export type ImportLine = z.output<typeof importLine>

export const namedPlan = z.object({
  id,
  name: z.string(),
  plan,
  savedAt: instant,
  savedByName: z.string(),
})
export type NamedPlan = z.output<typeof namedPlan>

/** Bytes of one file; 100,000 complaints in a table are about this much. */
export const largestFile = 60_000_000
export const previewLines = 20

const onImport = z.object({ importId: id })

export const bringFile = endpoint({
  method: 'post',
  path: '/api/intake/imports',
  summary:
    'A file of complaints from elsewhere: kept, read, and its columns guessed. Nothing is taken yet; the same id again changes nothing.',
  query: z.object({ id, name: z.string().trim().min(1).max(200), kind: kind.optional() }),
  body: z.custom<Uint8Array>((body) => body instanceof Uint8Array),
  takes: { type: 'application/octet-stream', most: largestFile },
  answer: importDetail,
})
export const listImports = endpoint({
  method: 'get',
  path: '/api/intake/imports',
  summary: 'The latest runs, newest first.',
  answer: z.object({ imports: z.array(importView) }),
})
export const readImport = endpoint({
  method: 'get',
  path: '/api/intake/imports/:importId',
  summary: 'One run: what was found in the file, how it is mapped, and how far it is.',
  params: onImport,
  answer: importDetail,
})
export const changePlan = endpoint({
  method: 'put',
  path: '/api/intake/imports/:importId/plan',
  summary: 'Say how the file is to be read: encoding, heading, columns, values. Not while it runs.',
  params: onImport,
  body: z.object({ plan: plan.optional(), reading: reading.optional() }),
  answer: importDetail,
})
export const checkImport = endpoint({
  method: 'post',
  path: '/api/intake/imports/:importId/check',
  summary: 'What would become of each line. Nothing is taken.',
  params: onImport,
  answer: importDetail,
})
export const startImport = endpoint({
  method: 'post',
  path: '/api/intake/imports/:importId/run',
  summary: 'Take the lines that wait, in the background; also goes on with what was stopped.',
  params: onImport,
  answer: importDetail,
})
export const stopImport = endpoint({
  method: 'delete',
  path: '/api/intake/imports/:importId/run',
  summary: 'Stop after the line that is being taken. What was taken stays.',
  params: onImport,
  answer: importDetail,
})
export const listLines = endpoint({
  method: 'get',
  path: '/api/intake/imports/:importId/lines',
  summary: 'What became of the lines, in their order.',
  params: onImport,
  query: z.object({
    state: lineState.optional(),
    after: z.coerce.number().int().nonnegative().default(0),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  answer: z.object({ lines: z.array(importLine), next: z.int().nullable() }),
})
export const refusedFiles = ['csv', 'csv-cp932', 'xlsx'] as const
export const downloadRefused = endpoint({
  method: 'get',
  path: '/api/intake/imports/:importId/refused',
  summary:
    'The lines that could not be taken, as they came, with the reason in a column of its own.',
  params: onImport,
  query: z.object({ as: z.enum(refusedFiles).default('csv') }),
  gives: 'file',
  answer: z.unknown(),
})
export const listPlans = endpoint({
  method: 'get',
  path: '/api/intake/mappings',
  summary: 'Mappings that were given a name.',
  answer: z.object({ mappings: z.array(namedPlan) }),
})
export const savePlan = endpoint({
  method: 'post',
  path: '/api/intake/mappings',
  summary: 'Give a mapping a name; the same name again replaces it.',
  body: z.object({ id, name: z.string().trim().min(1).max(60), plan }),
  answer: namedPlan,
})
export const forgetPlan = endpoint({
  method: 'delete',
  path: '/api/intake/mappings/:mappingId',
  summary: 'Take a named mapping away.',
  params: z.object({ mappingId: id }),
  answer: z.object({ mappings: z.array(namedPlan) }),
})
