import type { Tx } from '#platform/db/database.ts'
import { memberNames, type Scope } from '#features/access/door.ts'
import { entriesOfSeveral } from '#features/complaints/door.ts'
import { settingOf } from '../queries.ts'
import { escalationEvents } from '../contract.ts'
import { outsideBody } from './contract.ts'
import { firstBodies } from './rules.ts'

/** The company's own list, or the one every company begins with. */
export async function bodiesOf(tx: Tx, scope: Scope) {
  const setting = await settingOf(tx, 'bodies')
  const names = setting ? await memberNames(tx, scope) : new Map<string, string>()
  return {
    bodies: outsideBody.array().parse(setting?.content ?? firstBodies),
    changedAt: setting?.changedAt ?? null,
    changedByName: setting ? (names.get(setting.changedById) ?? '') : null,
  }
}

/** What this customer was told of already. */
export async function toldOf(tx: Tx, complaintId: string): Promise<string[]> {
  const type = 'escalation.outside-told'
  const entries = await entriesOfSeveral(tx, new Map(), [complaintId], [type])
  const told = (entries.get(complaintId) ?? []).flatMap(({ payload }) => {
    const said = escalationEvents[type].safeParse(payload)
    return said.success ? said.data.names : []
  })
  return [...new Set(told)]
}
