import type { Tx } from '#platform/db/database.ts'
import { calendarOf, memberNames, type Scope } from '#features/access/door.ts'
import { hoursOf } from '../rules.ts'
import type { Department } from './contract.ts'

/** The departments by name. */
export async function departmentsOf(tx: Tx, scope: Scope): Promise<Department[]> {
  const names = await memberNames(tx, scope)
  const rows = await tx.selectFrom('inquiries_departments').selectAll().orderBy('name').execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    address: row.address,
    headName: row.head_name,
    headAddress: row.head_address,
    people: row.people,
    usualDays: row.usual_days,
    opens: row.opens,
    closes: row.closes,
    isOn: row.is_on,
    changedAt: row.changed_at,
    changedByName: names.get(row.changed_by.replace('member:', '')) ?? '',
  }))
}

export async function departmentById(
  tx: Tx,
  scope: Scope,
  departmentId: string,
): Promise<Department | undefined> {
  return (await departmentsOf(tx, scope)).find(({ id }) => id === departmentId)
}

const firstDay = { deskUrl: '', linkDays: 14 }

export async function settingsOf(tx: Tx): Promise<{ deskUrl: string; linkDays: number }> {
  const row = await tx
    .selectFrom('inquiries_settings')
    .select(['desk_url as deskUrl', 'link_days as linkDays'])
    .executeTakeFirst()
  return row ?? firstDay
}

/** The company's days with this department's hours. */
export async function calendarFor(
  tx: Tx,
  scope: Scope,
  hours: Pick<Department, 'opens' | 'closes'>,
) {
  return hoursOf(await calendarOf(tx, scope), hours)
}
