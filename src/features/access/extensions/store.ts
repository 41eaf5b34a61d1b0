import type { Tx } from '#platform/db/database.ts'

export async function saveExtension(
  tx: Tx,
  organisationId: string,
  owner: { of: 'member' | 'team'; id: string },
  extension: string | null,
): Promise<void> {
  const table = owner.of === 'member' ? 'access_members' : 'access_teams'
  await tx
    .updateTable(table)
    .set({ extension })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', owner.id)
    .execute()
}
