import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant } from '#kernel/fields.ts'
import { alarm } from '../alarms/contract.ts'
import { visit } from '../planning/contract.ts'

/** 110: somebody is in danger now. #9110: advice of the police, when nobody is. */
export const policeNumber = z.enum(['110', '#9110'])
export type PoliceNumber = z.output<typeof policeNumber>

/** What is read aloud to the police: the plan, what is known of now, and what was said before. */
export const policeSheet = z.object({
  number: policeNumber,
  visit,
  /** For 110 those that are open; for #9110 also those that are over. */
  alarms: z.array(alarm),
  /** Who calls: the company and the number under which it can be called back. */
  company: z.string(),
  callBack: z.string(),
  /** What the customer said that makes us fear, verbatim, with when; the latest first. */
  said: z.array(z.object({ words: z.string(), at: instant })),
  serverAt: instant,
})
export type PoliceSheet = z.output<typeof policeSheet>

export const sheetUse = z.enum(['opened', 'printed'])
export const keptSheet = z.object({
  id,
  number: policeNumber,
  how: sheetUse,
  byName: z.string(),
  at: instant,
  /** What it said then; null once the personal data of its complaint were erased. */
  sheet: policeSheet.nullable(),
})
export type KeptSheet = z.output<typeof keptSheet>

const onVisit = z.object({ visitId: id })

export const readPoliceSheet = endpoint({
  method: 'get',
  path: '/api/visits/:visitId/police-sheet',
  summary: 'The sheet for 110 or #9110. Not for people who are on the visit.',
  params: onVisit,
  query: z.object({ number: policeNumber.default('110') }),
  answer: policeSheet,
})
export const keepPoliceSheet = endpoint({
  method: 'put',
  path: '/api/visits/:visitId/police-sheets/:sheetId',
  summary: 'I have opened or printed the sheet: what it says now is kept, with who and when.',
  params: onVisit.extend({ sheetId: id }),
  body: z.object({ number: policeNumber, how: sheetUse }),
  answer: z.object({ kept: keptSheet }),
})
export const listPoliceSheets = endpoint({
  method: 'get',
  path: '/api/visits/:visitId/police-sheets',
  summary: 'Who opened or printed the sheet when, and what it said; the latest first.',
  params: onVisit,
  answer: z.object({ kept: z.array(keptSheet) }),
})
