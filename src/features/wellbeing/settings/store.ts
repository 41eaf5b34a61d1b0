import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import type { CareSettings } from './contract.ts'

export async function saveSettings(
  tx: Tx,
  { organisationId }: Scope,
  settings: CareSettings,
  { at, by }: { at: string; by: string },
): Promise<void> {
  const breaks = [...new Set(settings.breaks)].toSorted((a, b) => a - b)
  const content = JSON.stringify({ ...settings, breaks })
  const fields = { content, changed_at: at, changed_by: by }
  await tx
    .insertInto('wellbeing_settings')
    .values({ organisation_id: organisationId, ...fields })
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(fields))
    .execute()
}
