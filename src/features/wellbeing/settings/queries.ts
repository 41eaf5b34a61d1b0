import type { Tx } from '#platform/db/database.ts'
import { memberNames, type Scope } from '#features/access/door.ts'
import { careSettings, type CareSettings, type ShownCareSettings } from './contract.ts'
import { shipped } from './rules.ts'

export async function settingsOf(tx: Tx): Promise<CareSettings> {
  const row = await tx.selectFrom('wellbeing_settings').select('content').executeTakeFirst()
  return row ? careSettings.parse(row.content) : shipped
}

export async function shownSettings(tx: Tx, scope: Scope): Promise<ShownCareSettings> {
  const row = await tx
    .selectFrom('wellbeing_settings')
    .select(['content', 'changed_at as at', 'changed_by as by'])
    .executeTakeFirst()
  if (!row) return { ...shipped, changedAt: null, changedByName: null }
  const names = await memberNames(tx, scope)
  const changedByName = names.get(row.by) ?? null
  return { ...careSettings.parse(row.content), changedAt: row.at, changedByName }
}
