import type { Tx } from '#platform/db/database.ts'

export async function insertReading(
  tx: Tx,
  organisationId: string,
  reading: {
    id: string
    at: string
    memberId: string
    subject: string
    subjectId: string
    label: string
    reason: string | null
  },
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
