import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant } from '#kernel/fields.ts'
import { occasionKind, step } from '../ladder/contract.ts'

/** What the police ask first, as far as the record answers it; everything may be written over. */
export const policeSheet = z.object({
  number: z.string(),
  organisationName: z.string(),
  handlerName: z.string(),
  kind: occasionKind,
  /** When it began: the first word or act of this kind, or the start of the call. Null: nothing was heard yet. */
  since: instant.nullable(),
  place: z.string(),
  injuries: z.string(),
  customer: z.object({ name: z.string(), phone: z.string(), address: z.string() }),
  /** Verbatim, oldest first, each with who heard it. */
  heard: z.array(z.object({ at: instant, words: z.string(), byName: z.string() })),
  steps: z.array(z.object({ step, count: z.int(), at: instant, said: z.string() })),
})
export type PoliceSheet = z.output<typeof policeSheet>

export const readPoliceSheet = endpoint({
  method: 'get',
  path: '/api/harassment/complaints/:complaintId/police-sheet',
  summary: 'What to tell the police (110, or #9110 for advice), filled from the record.',
  params: z.object({ complaintId: id }),
  query: z.object({ kind: occasionKind, callId: id.optional() }),
  answer: policeSheet,
})
