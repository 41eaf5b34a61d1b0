import { z } from 'zod'
import { id } from '#kernel/fields.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { JobTable } from '#platform/jobs/queue.ts'
import type { Ports } from '#platform/ports.ts'
import { permitted, systemScope, type May } from '#features/access/door.ts'
import { change, commandFor, type Situation } from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { reminder, type Reminder } from './contract.ts'
import { calendarFor } from './departments/queries.ts'
import { post } from './mails/actions.ts'
import { headMail, remindingMail, type About } from './mails/rules.ts'
import { canAnswer } from './policy.ts'
import { nextReminder, remindersOf } from './rules.ts'
import { aboutOf, placeOf, questionOf, rearm, type Place } from './standing/actions.ts'
import { saveInquiry } from './store.ts'

const timer = z.object({
  organisationId: id,
  complaintId: id,
  inquiryId: id,
  reminder,
  /** How often the date had been moved when it was set: one of an older date does nothing. */
  round: z.int(),
})

export function inquiriesJobs(ports: Ports): JobTable {
  return {
    async 'inquiries.remind'(payload) {
      const { organisationId, complaintId, inquiryId, ...rung } = timer.parse(payload)
      const may = permitted(systemScope(organisationId, 'inquiries'), canAnswer)
      if (!may.ok) return
      const cause = `${inquiryId}/${rung.round}/${rung.reminder}`
      const id = commandFor(cause, 'inquiries.remind')
      await change(ports, may.value, { complaintId, id }, async (situation) => {
        const place = await placeOf(situation.tx, may.value, inquiryId)
        return place ? remind(ports, may.value, situation, place, rung) : ok([])
      })
    },
  }
}

type Rung = { readonly reminder: Reminder; readonly round: number }

/** Whatever made the timer ring, twice or late: the request is looked at again, under the lock of its complaint. */
async function remind(
  ports: Ports,
  may: May<'inquiries.answer'>,
  situation: Situation,
  place: Place,
  { reminder: wanted, round }: Rung,
): Promise<Result<ComplaintEvent[]>> {
  const { tx, record } = situation
  const { held, department } = place
  if (held.state !== 'asked' || held.moves.length !== round || record.closing) return ok([])
  const calendar = await calendarFor(tx, may, department)
  const all = remindersOf(held.moves.at(-1)?.at ?? held.askedAt, held.dueAt, calendar)
  const next = nextReminder(all, held.reminded)
  if (next?.reminder !== wanted) return ok([])
  const sent = { ...held, reminded: wanted }
  await saveInquiry(tx, sent)
  await rearm(tx, may, { held: sent, department })
  const headName = wanted === 'late' && department.headAddress !== '' ? department.headName : null
  const mails = await mailsFor(ports, may, situation, place, { reminder: wanted, round })
  const told = mails.length > 0 ? { headName } : { headName: null, isUnsent: true as const }
  const payload = { ...aboutOf(place), reminder: wanted, dueAt: held.dueAt, ...told }
  return ok([{ type: 'inquiries.reminded', payload }, ...mails])
}

/** To the department, and at last to its head. A mail that cannot be written does not hold the reminder up. */
async function mailsFor(
  ports: Ports,
  may: May<'inquiries.answer'>,
  situation: Situation,
  place: Place,
  { reminder: wanted, round }: Rung,
): Promise<ComplaintEvent[]> {
  const { held, department } = place
  const question = await questionOf(situation.tx, may, held)
  const cause = `remind/${round}/${wanted}`
  const theirs = (about: About) => remindingMail(about, wanted)
  const posts = [{ cause, to: department.address, mail: theirs, question }]
  if (wanted === 'late' && department.headAddress !== '') {
    const mail = (about: About) => headMail(about, department.headName)
    posts.push({ cause: `${cause}/head`, to: department.headAddress, mail, question })
  }
  const written: ComplaintEvent[] = []
  for (const each of posts) {
    const posted = await post(ports, may, situation, place, each)
    if (posted.ok) written.push(...posted.value)
  }
  return written
}
