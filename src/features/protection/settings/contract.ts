import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { day, id, instant, line } from '#kernel/fields.ts'

export const offence = z.object({ name: line, basis: line })

const editable = z.object({
  /** After so many years a person looks at a record and decides. */
  keepYears: z.int().min(1).max(30),
  offences: z.array(offence).min(1).max(50),
  platforms: z.array(line).max(200),
  /** The day on which the lists were last held against the law. */
  checkedOn: day,
})
export type ProtectionSettings = z.output<typeof editable>

const settings = editable.extend({
  changedAt: instant.nullable(),
  changedByName: z.string().nullable(),
  people: z.array(z.object({ memberId: id, name: z.string(), namedAt: instant })),
  /** Supervisors who could be named. */
  candidates: z.array(z.object({ memberId: id, name: z.string() })),
})

export const readProtectionSettings = endpoint({
  method: 'get',
  path: '/api/protection/settings',
  summary: 'How long protective records are kept, who is named for them, and the lists of the law.',
  answer: settings,
})
export const changeProtectionSettings = endpoint({
  method: 'put',
  path: '/api/protection/settings',
  summary: 'Change how long they are kept, and the lists (whoever is named for it).',
  body: editable,
  answer: settings,
})
const member = z.object({ memberId: id })
export const nameForProtection = endpoint({
  method: 'put',
  path: '/api/protection/people/:memberId',
  summary: 'Name a supervisor for the protective record (the consultation desk).',
  params: member,
  answer: settings,
})
export const unnameForProtection = endpoint({
  method: 'delete',
  path: '/api/protection/people/:memberId',
  summary: 'This supervisor keeps the protective record no longer (the consultation desk).',
  params: member,
  answer: settings,
})
