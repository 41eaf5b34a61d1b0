import { sendAlong, type Tx } from '#platform/db/database.ts'
import { insertion } from '#platform/db/insertion.ts'
import type { CustomerFields } from '../contract.ts'
import { keysOf } from './rules.ts'

export function insertCustomer(
  tx: Tx,
  customer: { id: string; organisationId: string; fields: CustomerFields; at: string },
): void {
  const { id, organisationId: organisation_id, fields, at: created_at } = customer
  const row = { id, organisation_id, created_at, ...columnsOf(fields) }
  sendAlong(tx, insertion('complaints_customers', [row]))
}

/** What was told replaces what was known; what was not told stays. */
export async function updateCustomer(tx: Tx, id: string, told: CustomerFields): Promise<void> {
  const columns = Object.entries(columnsOf(told)).filter(([, value]) => value !== null)
  if (columns.length === 0) return
  await tx
    .updateTable('complaints_customers')
    .set(Object.fromEntries(columns))
    .where('id', '=', id)
    .execute()
}

/** Exactly this is known from now on; what is left out is forgotten. `mergedInto`: where they are found now. */
export async function replaceCustomer(
  tx: Tx,
  id: string,
  fields: CustomerFields,
  mergedInto: string | null = null,
): Promise<void> {
  await tx
    .updateTable('complaints_customers')
    .set({ ...columnsOf(fields), merged_into: mergedInto })
    .where('id', '=', id)
    .execute()
}

/** The customer of an erased complaint is forgotten, too, unless another complaint still speaks of them. */
export async function forgetCustomerOf(tx: Tx, complaintId: string): Promise<void> {
  await tx
    .updateTable('complaints_customers as c')
    .set(columnsOf({}))
    .where('c.id', '=', (of) =>
      of.selectFrom('complaints').where('id', '=', complaintId).select('customer_id'),
    )
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('complaints as other')
            .whereRef('other.customer_id', '=', 'c.id')
            .where('other.id', '!=', complaintId)
            .select('other.id'),
        ),
      ),
    )
    .execute()
}

function columnsOf(fields: CustomerFields) {
  const keys = keysOf(fields)
  return {
    name: fields.name || null,
    kana: fields.kana || null,
    phone: fields.phone || null,
    email: fields.email || null,
    postcode: fields.postcode || null,
    address: fields.address || null,
    name_key: keys.name,
    kana_key: keys.kana,
    phone_key: keys.phone,
    email_key: keys.email,
  }
}
