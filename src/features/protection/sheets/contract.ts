import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, line } from '#kernel/fields.ts'

/** 110 when it is urgent; #9110 to ask the police for advice. */
export const sheetNumber = z.enum(['110', '#9110'])
export const sheetAct = z.enum(['opened', 'printed'])

/** What a sheet for the police said at that moment, line by line as it stood there. */
export const usedSheet = z.object({
  number: sheetNumber,
  act: sheetAct,
  lines: z.array(z.object({ label: line, words: z.string().trim().max(5000) })).max(200),
})
export type UsedSheet = z.output<typeof usedSheet>

export const keepSheet = endpoint({
  method: 'post',
  path: '/api/protection/:complaintId/police-sheets',
  summary:
    'A sheet for the police was opened or printed: what it said is kept in the protective record. Whoever is at the desk writes it, and sees nothing of the record by that.',
  params: z.object({ complaintId: id }),
  body: usedSheet.extend({ id }),
  answer: z.object({ isKept: z.boolean() }),
})
