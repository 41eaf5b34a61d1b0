import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { day, id, instant, words } from '#kernel/fields.ts'

/** The five groups of the guideline to art. 33 of the Act on Comprehensive Promotion of Labour Policies. */
export const groups = ['policy', 'desk', 'after', 'deterrence', 'along'] as const
export const group = z.enum(groups)
export type Group = z.output<typeof group>

/** Why a text of ours is to be looked at again: the law and its guideline as they were on this day. */
export const checkedOn = '2026-11-23'

export const shipped = {
  'policy-stance': 'policy',
  'policy-told': 'policy',
  'policy-how': 'policy',
  'desk-set': 'desk',
  'desk-able': 'desk',
  'after-facts': 'after',
  'after-care': 'after',
  'after-prevention': 'after',
  'deterrence-decided': 'deterrence',
  'deterrence-able': 'deterrence',
  'along-privacy': 'along',
  'along-no-detriment': 'along',
  'along-rights': 'along',
  'along-cooperation': 'along',
} as const satisfies Record<string, Group>
export type ShippedCode = keyof typeof shipped

export const states = ['not-yet', 'partly', 'done'] as const

export const evidence = z.object({
  /** What it is and where it lies: 就業規則 第41条, 社内ポータル. */
  words: z.string().trim().min(1).max(300),
  url: z.url({ protocol: /^https$/ }).nullable(),
  on: day,
})

export const duty = z.object({
  code: z.string(),
  group,
  /** Null: the words that are shipped. */
  title: z.string().nullable(),
  detail: z.string().nullable(),
  state: z.enum(states),
  ownerId: id.nullable(),
  ownerName: z.string().nullable(),
  evidence: z.array(evidence),
  note: z.string(),
  doneOn: day.nullable(),
  reviewOn: day.nullable(),
  changedAt: instant.nullable(),
  changedByName: z.string().nullable(),
})
export type Duty = z.output<typeof duty>

/** What a person writes on an item. */
const keeping = z.object({
  group,
  title: z.string().trim().max(120).nullable(),
  detail: z.string().trim().max(600).nullable(),
  state: z.enum(states),
  ownerId: id.nullable(),
  evidence: z.array(evidence).max(20),
  note: z.string().trim().max(1000),
  doneOn: day.nullable(),
  reviewOn: day.nullable(),
})
export type Keeping = z.output<typeof keeping>

/** What the record itself shows; counts alone, never who. */
export const figures = z.object({
  counsellors: z.int(),
  policy: z.object({ version: z.int(), words: z.string(), publishedOn: day }).nullable(),
  acknowledged: z.int(),
  members: z.int(),
})
export type Figures = z.output<typeof figures>

export const sheet = z.object({ duties: z.array(duty), figures })
export type Sheet = z.output<typeof sheet>

export const readDuties = endpoint({
  method: 'get',
  path: '/api/consultation/duties',
  summary: 'The measures of an employer against harassment by customers, with evidence and days.',
  answer: sheet,
})
export const keepDuty = endpoint({
  method: 'put',
  path: '/api/consultation/duties/:code',
  summary: 'What the company did about one measure. A new code is an item of its own.',
  params: z.object({ code: z.string().regex(/^[a-z][a-z0-9-]{1,59}$/) }),
  body: keeping,
  answer: sheet,
})
export const publishPolicy = endpoint({
  method: 'post',
  path: '/api/consultation/policies',
  summary: 'Publish the policy; everybody is asked to read it again.',
  body: z.object({ version: z.int().min(1), words }),
  answer: sheet,
})
export const acknowledgePolicy = endpoint({
  method: 'put',
  path: '/api/consultation/policies/:version/acknowledgement',
  summary: 'I have read this version of the policy. Shown to others as a count only.',
  params: z.object({ version: z.coerce.number().int().min(1) }),
  answer: z.object({ version: z.int() }),
})
export const readDutiesPaper = endpoint({
  method: 'get',
  path: '/api/consultation/duties/paper',
  summary: 'The measures with their evidence as PDF, to be shown to whoever asks for them.',
  answer: z.unknown(),
  gives: 'file',
})
