import type { Tx } from '#platform/db/database.ts'

/** The request to a department that a letter of ours belongs to; null for any other letter. */
export async function inquiryOfMail(tx: Tx, messageId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('letters')
    .where('message_id', '=', messageId)
    .where('kind', '=', 'inquiry')
    .select('about_id')
    .executeTakeFirst()
  return row?.about_id ?? null
}
