import type { Tx } from '#platform/db/database.ts'
import { memberNames, type Scope } from '#features/access/door.ts'
import type { Reading } from './contract.ts'

export async function readingsOf(
  tx: Tx,
  scope: Scope,
  page: { before?: string | undefined; limit: number },
): Promise<Reading[]> {
  const names = await memberNames(tx, scope)
  const rows = await tx
    .selectFrom('audit_readings')
    .$if(page.before !== undefined, (all) => all.where('at', '<', page.before ?? ''))
    .select(['id', 'at', 'member_id', 'subject', 'subject_id', 'label', 'reason'])
    .orderBy('at', 'desc')
    .limit(page.limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    memberId: row.member_id,
    memberName: names.get(row.member_id) ?? '（退職者）',
    subject: row.subject,
    subjectId: row.subject_id,
    label: row.label,
    reason: row.reason,
  }))
}

/** Who looked at one thing, newest first, and why. */
export async function readersOf(
  tx: Tx,
  scope: Scope,
  of: { subject: string; subjectId: string },
): Promise<{ at: string; byName: string; reason: string }[]> {
  const names = await memberNames(tx, scope)
  const rows = await tx
    .selectFrom('audit_readings')
    .where('subject', '=', of.subject)
    .where('subject_id', '=', of.subjectId)
    .select(['at', 'member_id', 'reason'])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map(({ at, member_id, reason }) => ({
    at,
    byName: names.get(member_id) ?? '（退職者）',
    reason: reason ?? '',
  }))
}
