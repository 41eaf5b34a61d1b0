import { z } from 'zod'
import type { Tx } from '#platform/db/database.ts'
import { membersOf, type Scope } from '#features/access/door.ts'
import { nameOf } from '#features/complaints/door.ts'
import { offence, type ProtectionSettings } from './contract.ts'
import { usualProtection } from './rules.ts'

export async function isNamed(tx: Tx, memberId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('protection_people')
    .where('member_id', '=', memberId)
    .select('member_id')
    .executeTakeFirst()
  return row !== undefined
}

async function rowOf(tx: Tx) {
  return tx.selectFrom('protection_settings').selectAll().executeTakeFirst()
}

export async function protectionSettingsOf(tx: Tx): Promise<ProtectionSettings> {
  const row = await rowOf(tx)
  if (!row) return usualProtection
  return {
    keepYears: row.keep_years,
    offences: z.array(offence).parse(row.offences),
    platforms: z.array(z.string()).parse(row.platforms),
    checkedOn: row.checked_on,
  }
}

export async function shownSettings(tx: Tx, scope: Scope) {
  const row = await rowOf(tx)
  const members = await membersOf(tx, scope.organisationId)
  const names = new Map(members.map(({ id, name }) => [id, name]))
  const named = await tx
    .selectFrom('protection_people')
    .select(['member_id as memberId', 'named_at as namedAt'])
    .orderBy('named_at')
    .execute()
  const taken = new Set(named.map(({ memberId }) => memberId))
  return {
    ...(await protectionSettingsOf(tx)),
    changedAt: row?.changed_at ?? null,
    changedByName: row ? nameOf(row.changed_by, names) : null,
    people: named.map((each) => ({ ...each, name: names.get(each.memberId) ?? '（退職者）' })),
    candidates: members.flatMap(({ id, name, roles }) =>
      roles.includes('supervisor') && !taken.has(id) ? [{ memberId: id, name }] : [],
    ),
  }
}
