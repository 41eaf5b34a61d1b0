import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant } from '#kernel/fields.ts'

/** Who takes what while somebody is away; null: promises and complaints are proposed for handing over, arrivals go by rule. */
export const absenceFields = z.object({
  memberId: id,
  fromAt: instant,
  untilAt: instant,
  promisesTo: id.nullable(),
  complaintsTo: id.nullable(),
  arrivalsTo: id.nullable(),
})
export type AbsenceFields = z.output<typeof absenceFields>
export const absence = absenceFields.extend({
  id,
  memberName: z.string(),
  hasBegun: z.boolean(),
  /** Open complaints they still have. */
  open: z.int(),
})
export type AbsenceShown = z.output<typeof absence>

const all = z.object({ absences: z.array(absence) })

export const listAbsences = endpoint({
  method: 'get',
  path: '/api/assignment/absences',
  summary: 'Who is away or will be, until when, and who takes what meanwhile.',
  answer: all,
})
export const planAbsence = endpoint({
  method: 'put',
  path: '/api/assignment/absences/:absenceId',
  summary: 'Be away from then until then, naming who takes promises, complaints and arrivals.',
  params: z.object({ absenceId: id }),
  body: absenceFields,
  answer: all,
})
export const endAbsence = endpoint({
  method: 'delete',
  path: '/api/assignment/absences/:absenceId',
  summary: 'Back before the end, or not away at all.',
  params: z.object({ absenceId: id }),
  answer: all,
})
