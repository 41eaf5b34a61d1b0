import { CompiledQuery } from 'kysely'
import { ask, type Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import type { CustomerFields } from '../contract.ts'
import { recordOf } from '../record/queries.ts'
import type { CustomerMatch } from './contract.ts'
import {
  emailKey,
  keysOf,
  nameKey,
  orderKey,
  phoneKey,
  searchKeysOf,
  type CustomerKeys,
  type SearchKeys,
} from './rules.ts'

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

const reached = ['phone', 'email'] as const

/** Exactly this telephone or this address. */
export async function customersReachedBy(
  tx: Tx,
  keys: Pick<CustomerKeys, 'phone' | 'email'>,
): Promise<KnownCustomer[]> {
  if (!keys.phone && !keys.email) return []
  const by = reached.filter((key) => keys[key])
  const conditions = by.map((key, at) => `${key}_key = $${at + 1}`).join(' or ')
  // As text: it is asked while a complaint is received.
  const asked = CompiledQuery.raw(
    `select ${[...columns, ...keyColumns].join(', ')} from complaints_customers where ${conditions} order by created_at`,
    by.map((key) => keys[key]),
  )
  const rows = await ask<Row>(tx, asked)
  return rows.map(toKnown)
}

export type OthersWords = {
  readonly names: readonly string[]
  readonly phones: readonly string[]
  readonly emails: readonly string[]
  /** Order numbers, and the numbers of complaints. */
  readonly numbers: readonly string[]
}

/**
 * Of the words in a text, those that stand in the record of another customer and not in this one's: full names, telephones,
 * addresses of mail, order numbers, numbers of complaints.
 */
export async function othersIn(
  tx: Tx,
  own: {
    readonly number: string
    readonly customer: CustomerFields & { customerId?: string | undefined }
  },
  words: OthersWords,
): Promise<Set<string>> {
  const mine = keysOf(own.customer)
  const known = await customersNamed(tx, own.customer.customerId, words)
  const others = (key: 'name' | 'phone' | 'email') =>
    new Set(
      known.map(({ keys }) => keys[key]).filter((each) => each !== null && each !== mine[key]),
    )
  const isTheirs = {
    name: others('name'),
    phone: others('phone'),
    email: others('email'),
    number: await numbersOfOthers(tx, own, words.numbers),
  }
  return new Set([
    ...words.names.filter((each) => isTheirs.name.has(nameKey(each))),
    ...words.phones.filter((each) => isTheirs.phone.has(phoneKey(each))),
    ...words.emails.filter((each) => isTheirs.email.has(emailKey(each))),
    ...words.numbers.filter((each) => isTheirs.number.has(orderKey(each))),
  ])
}

async function customersNamed(
  tx: Tx,
  ownId: string | undefined,
  { names, phones, emails }: OthersWords,
): Promise<KnownCustomer[]> {
  const searched = [
    ['name_key', names.map(nameKey)],
    ['phone_key', phones.map(phoneKey)],
    ['email_key', emails.map(emailKey)],
  ] as const
  const asked = searched.filter(([, keys]) => keys.length > 0)
  if (asked.length === 0) return []
  const rows = await tx
    .selectFrom('complaints_customers')
    .where((where) => where.or(asked.map(([column, keys]) => where(column, 'in', keys))))
    .where('merged_into', 'is', null)
    .$if(ownId !== undefined, (found) => found.where('id', '!=', ownId ?? ''))
    .select([...columns, ...keyColumns])
    .limit(50)
    .execute()
  return rows.map(toKnown)
}

async function numbersOfOthers(
  tx: Tx,
  { number, customer }: Parameters<typeof othersIn>[1],
  numbers: readonly string[],
): Promise<Set<string>> {
  if (numbers.length === 0) return new Set()
  const keys = numbers.map(orderKey)
  const rows = await tx
    .selectFrom('complaints')
    .where((where) => where.or([where('number', 'in', numbers), where('order_number', 'in', keys)]))
    .where('number', '!=', number)
    .select(['number', 'order_number', 'customer_id'])
    .limit(50)
    .execute()
  const theirs = rows.filter(
    ({ customer_id: id }) => customer.customerId === undefined || id !== customer.customerId,
  )
  return new Set(theirs.flatMap((row) => [orderKey(row.number), row.order_number ?? '']))
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
