import { sql } from 'kysely'
import { sendAlong, type Tx } from '#platform/db/database.ts'

type Reading = {
  id: string
  at: string
  memberId: string
  subject: string
  subjectId: string
  label: string
}

/**
 * Unless this member has read it `since`: a screen that refreshes itself is one look, not twenty. Goes with the commit; nothing of
 * what was read leaves before.
 */
export function insertLook(tx: Tx, organisationId: string, look: Reading, since: string): void {
  const { id, at, memberId, subject, subjectId, label } = look
  const statement = sql`
    insert into audit_readings (id, organisation_id, at, member_id, subject, subject_id, label)
    select ${id}::uuid, ${organisationId}::uuid, ${at}::timestamptz, ${memberId}::uuid, ${subject}::text, ${subjectId}::uuid, ${label}::text
     where not exists (
       select from audit_readings
        where subject_id = ${subjectId}::uuid and member_id = ${memberId}::uuid and at > ${since}::timestamptz)`
  sendAlong(tx, statement.compile(tx))
}

export async function insertReading(
  tx: Tx,
  organisationId: string,
  reading: Reading & { reason: string | null },
): Promise<void> {
  await tx
    .insertInto('audit_readings')
    .values({
      id: reading.id,
      organisation_id: organisationId,
      at: reading.at,
      member_id: reading.memberId,
      subject: reading.subject,
      subject_id: reading.subjectId,
      label: reading.label,
      reason: reading.reason,
    })
    .execute()
}
