import type { z } from 'zod'
import { refuse, ok, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import { memberNames, type Scope } from '#features/access/door.ts'
import { evidenceOf, recordOf } from '#features/complaints/door.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import { sendingMailboxes } from '#features/intake/mailboxes/door.ts'
import type { previewInquiry, readOpening, Shown } from '../contract.ts'
import { calendarFor, departmentById, departmentsOf, settingsOf } from '../departments/queries.ts'
import { aboutOf } from '../mails/actions.ts'
import { askingMail } from '../mails/rules.ts'
import { leftIn, personalIn, proposedDue } from '../rules.ts'
import { seenOf, showableOf } from '../showing/rules.ts'

type Opening = z.output<typeof readOpening.answer>
type Preview = z.output<typeof previewInquiry.answer>

/** What a request begins with. `now`: when it is asked. */
export async function openingOf(
  tx: Tx,
  scope: Scope,
  complaintId: string,
  now: Temporal.Instant,
): Promise<Result<Opening>> {
  const record = await recordOf(tx, scope, complaintId)
  if (!record) return refuse('missing', 'complaints.missing', {})
  const nextPromiseAt = nextPromiseOf(record)
  const departments: Opening['departments'] = []
  for (const each of (await departmentsOf(tx, scope)).filter(({ isOn }) => isOn)) {
    const calendar = await calendarFor(tx, scope, each)
    const due = proposedDue(now, each.usualDays, calendar, nextPromiseAt)
    departments.push({ id: each.id, name: each.name, ...due })
  }
  const files = await evidenceOf(tx, await memberNames(tx, scope), complaintId)
  const { deskUrl } = await settingsOf(tx)
  return ok({
    departments,
    nextPromiseAt,
    showable: showableOf(record, files),
    deskUrl: deskUrl || null,
    canSend: (await sendingMailboxes(tx)).length > 0,
  })
}

/** The nearest thing that this customer was promised and does not have yet. */
export function nextPromiseOf({ commitments }: Pick<CaseRecord, 'commitments'>): string | null {
  const open = commitments.filter(({ state, madeTo }) => state === 'open' && madeTo === 'customer')
  return open.map(({ dueAt }) => dueAt).toSorted(Temporal.Instant.compare)[0] ?? null
}

export async function previewOf(
  tx: Tx,
  scope: Scope,
  complaintId: string,
  asking: { departmentId: string; question: string; dueAt: string; shown: Shown },
): Promise<Result<Preview>> {
  const record = await recordOf(tx, scope, complaintId)
  if (!record) return refuse('missing', 'complaints.missing', {})
  const department = await departmentById(tx, scope, asking.departmentId)
  if (!department) return refuse('missing', 'inquiries.no-department', {})
  const names = () => memberNames(tx, scope)
  const files = await evidenceOf(tx, await names(), complaintId)
  const { question, dueAt, shown } = asking
  const held = { askedById: scope.viewer?.memberId ?? '', dueAt }
  const about = await aboutOf({ tx, record, names }, scope, { held, department, question })
  return ok({
    seen: seenOf(record, files, question, shown),
    mail: askingMail(about),
    personalInQuestion: personalIn(question, record.customer, leftIn(shown)),
  })
}
