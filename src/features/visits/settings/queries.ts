import type { Tx } from '#platform/db/database.ts'
import { memberNames, type Scope } from '#features/access/door.ts'
import { visitsSettings, type Stood, type VisitsSettings } from './contract.ts'

const usual = visitsSettings.parse({})

export async function settingsOf(tx: Tx): Promise<VisitsSettings> {
  const row = await tx.selectFrom('visits_settings').select('content').executeTakeFirst()
  return row ? visitsSettings.parse(row.content) : usual
}

export async function stoodOf(tx: Tx, scope: Scope): Promise<Stood> {
  const row = await tx.selectFrom('visits_settings').selectAll().executeTakeFirst()
  const names = await memberNames(tx, scope)
  return {
    settings: row ? visitsSettings.parse(row.content) : usual,
    changedByName: row ? (names.get(row.changed_by.replace(/^member:/, '')) ?? null) : null,
    changedAt: row?.changed_at ?? null,
    hasSecret: row?.gateway_secret != null,
  }
}

/** Sealed; null: what the gateway is sent is not signed. */
export async function gatewaySecretOf(tx: Tx): Promise<string | null> {
  const row = await tx.selectFrom('visits_settings').select('gateway_secret').executeTakeFirst()
  return row?.gateway_secret ?? null
}
