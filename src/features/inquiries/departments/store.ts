import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import type { DepartmentFields } from './contract.ts'

type Changed = { readonly at: string; readonly by: string }

export async function saveDepartment(
  tx: Tx,
  { organisationId }: Scope,
  id: string,
  fields: DepartmentFields,
  { at, by }: Changed,
): Promise<void> {
  const values = {
    name: fields.name,
    address: fields.address,
    head_name: fields.headName,
    head_address: fields.headAddress,
    people: fields.people,
    usual_days: fields.usualDays,
    opens: fields.opens,
    closes: fields.closes,
    is_on: fields.isOn,
    changed_at: at,
    changed_by: by,
  }
  await tx
    .insertInto('inquiries_departments')
    .values({ id, organisation_id: organisationId, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute()
}

export async function saveSettings(
  tx: Tx,
  { organisationId }: Scope,
  { deskUrl, linkDays }: { readonly deskUrl: string; readonly linkDays: number },
  { at, by }: Changed,
): Promise<void> {
  const values = { desk_url: deskUrl, link_days: linkDays, changed_at: at, changed_by: by }
  await tx
    .insertInto('inquiries_settings')
    .values({ organisation_id: organisationId, ...values })
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(values))
    .execute()
}
