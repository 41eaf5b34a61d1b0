import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import type { CustomerFields } from '../contract.ts'
import { recordOf } from '../record/queries.ts'
import type { CustomerMatch } from './contract.ts'
import { searchKeysOf, type CustomerKeys, type SearchKeys } from './rules.ts'

const enough = 12

const columns = ['id', 'name', 'kana', 'phone', 'email', 'postcode', 'address'] as const
const keyColumns = ['name_key', 'kana_key', 'phone_key', 'email_key'] as const

export type KnownCustomer = { id: string; fields: CustomerFields; keys: CustomerKeys }

/** Customers whom the words may mean, those with the stronger sign first, each with what they told us before. */
export async function customersMatching(
  tx: Tx,
  scope: Scope,
  words: string,
): Promise<CustomerMatch[]> {
  const keys = searchKeysOf(words)
  const ordered = keys.order ? await customersOfOrder(tx, keys.order) : []
  const found = await customersByPrefix(tx, keys, ordered)
  const matches = await Promise.all(
    found.map(async (customer) => ({
      ...customer.fields,
      customerId: customer.id,
      matchedBy: signsOf(customer, keys, ordered),
      ...(await historyOf(tx, scope, customer.id)),
    })),
  )
  return matches.toSorted((a, b) => strength(b) - strength(a))
}

export async function customerById(tx: Tx, id: string): Promise<KnownCustomer | undefined> {
  const row = await tx
    .selectFrom('complaints_customers')
    .where('id', '=', id)
    .select([...columns, ...keyColumns])
    .executeTakeFirst()
  return row && toKnown(row)
}

/** Exactly this telephone or this address. */
export async function customersReachedBy(
  tx: Tx,
  keys: Pick<CustomerKeys, 'phone' | 'email'>,
): Promise<KnownCustomer[]> {
  if (!keys.phone && !keys.email) return []
  const rows = await tx
    .selectFrom('complaints_customers')
    .where((where) =>
      where.or([
        ...(keys.phone ? [where('phone_key', '=', keys.phone)] : []),
        ...(keys.email ? [where('email_key', '=', keys.email)] : []),
      ]),
    )
    .select([...columns, ...keyColumns])
    .orderBy('created_at')
    .execute()
  return rows.map(toKnown)
}

async function customersOfOrder(tx: Tx, order: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('complaints')
    .where('order_number', '=', order)
    .where('customer_id', 'is not', null)
    .select('customer_id')
    .distinct()
    .limit(enough)
    .execute()
  return rows.flatMap(({ customer_id: id }) => (id ? [id] : []))
}

async function customersByPrefix(
  tx: Tx,
  keys: SearchKeys,
  ids: readonly string[],
): Promise<KnownCustomer[]> {
  const begins = [
    ['phone_key', keys.phone],
    ['email_key', keys.email],
    ['name_key', keys.name],
    ['kana_key', keys.kana],
  ] as const
  const rows = await tx
    .selectFrom('complaints_customers')
    .where((where) =>
      where.or([
        ...begins.flatMap(([column, key]) => (key ? [where(column, 'like', beginning(key))] : [])),
        ...(ids.length > 0 ? [where('id', 'in', [...ids])] : []),
      ]),
    )
    .select([...columns, ...keyColumns])
    .orderBy('created_at', 'desc')
    .limit(enough)
    .execute()
  return rows.map(toKnown)
}

function beginning(key: string): string {
  return `${key.replace(/[\\%_]/gu, '\\$&')}%`
}

function signsOf(
  { id, keys }: KnownCustomer,
  searched: SearchKeys,
  ordered: readonly string[],
): CustomerMatch['matchedBy'] {
  const fits = (known: string | null, typed: string | null) =>
    known !== null && typed !== null && known.startsWith(typed)
  return [
    ...(fits(keys.phone, searched.phone) ? (['phone'] as const) : []),
    ...(fits(keys.email, searched.email) ? (['email'] as const) : []),
    ...(ordered.includes(id) ? (['order'] as const) : []),
    ...(fits(keys.name, searched.name) ? (['name'] as const) : []),
    ...(fits(keys.kana, searched.kana) ? (['kana'] as const) : []),
  ]
}

function strength({ matchedBy, brokenPromises, openPromises }: CustomerMatch): number {
  const isSure = matchedBy.some((sign) => sign === 'phone' || sign === 'email' || sign === 'order')
  return (isSure ? 4 : 0) + (brokenPromises > 0 ? 2 : 0) + (openPromises > 0 ? 1 : 0)
}

/** The latest complaints, and how many of our promises to this customer are open or broken. */
export async function historyOf(
  tx: Tx,
  scope: Scope,
  customerId: string,
): Promise<Pick<CustomerMatch, 'complaints' | 'openPromises' | 'brokenPromises'>> {
  const rows = await tx
    .selectFrom('complaints')
    .where('customer_id', '=', customerId)
    .select(['id', 'number', 'subject', 'state', 'received_at as receivedAt'])
    .select(['next_due_at as nextDueAt', 'has_broken_promise as hasBroken'])
    .orderBy('received_at', 'desc')
    .limit(20)
    .execute()
  const promises = { openPromises: 0, brokenPromises: 0 }
  for (const { id } of rows.filter(({ nextDueAt, hasBroken }) => nextDueAt || hasBroken)) {
    const record = await recordOf(tx, scope, id)
    for (const { state } of record?.commitments ?? []) {
      if (state === 'open') promises.openPromises += 1
      if (state === 'broken') promises.brokenPromises += 1
    }
  }
  const complaints = rows.map(({ id, number, subject, state, receivedAt }) => {
    return { id, number, subject, state, receivedAt }
  })
  return { complaints, ...promises }
}

type Row = Record<(typeof columns)[number] | (typeof keyColumns)[number], string | null> & {
  id: string
}

function toKnown({ id, name_key, kana_key, phone_key, email_key, ...fields }: Row): KnownCustomer {
  const told = Object.entries(fields).filter(([, value]) => value !== null)
  return {
    id,
    fields: Object.fromEntries(told),
    keys: { name: name_key, kana: kana_key, phone: phone_key, email: email_key },
  }
}
