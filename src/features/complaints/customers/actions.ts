import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import { inside, type May, type Scope } from '#features/access/door.ts'
import type { Ports } from '#platform/ports.ts'
import type { CustomerFields } from '../contract.ts'
import type { Changed } from '../handling/contract.ts'
import type { CaseRecord } from '../record/contract.ts'
import { queueTurns, shareTurns } from '../store.ts'
import { change, type Command } from '../timeline/actions.ts'
import { customerById, customersReachedBy, type KnownCustomer } from './queries.ts'
import { couldBeSame, keysOf, type CustomerKeys } from './rules.ts'
import { insertCustomer, updateCustomer } from './store.ts'

/** Says who is complaining: the customer chosen on the screen, the one reached by this number or address, or a new one. */
export async function identify(
  ports: Ports,
  may: May<'complaints.handle'>,
  complaintId: string,
  told: Omit<Command, 'complaintId'> & {
    customer: CustomerFields
    customerId?: string | undefined
  },
): Promise<Result<Changed & { customerId: string }>> {
  const { id, basedOn } = told
  const done = await change(ports, may, { complaintId, id, basedOn }, async (situation) => {
    const { tx, record, at } = situation
    const customer = told.customerId
      ? await chosen(tx, may, told.customerId, told.customer)
      : await customerFor(ports, tx, may, told.customer, at)
    if (!customer) return refuse('invalid', 'complaints.customer-unnamed', {})
    return ok([{ type: 'complaints.customer-identified', payload: replacing(record, customer) }])
  })
  if (!done.ok) return done
  const customerId = await inside(ports.db, may, (tx) => customerOf(tx, complaintId))
  return ok({ complaintId, head: done.value.head, customerId })
}

export type IdentifiedCustomer = CustomerFields & { customerId: string }

/**
 * The customer behind what was told: the one who is reached by this telephone or address and whose name does not
 * contradict, else a new one. Null when nothing was told, or when a whole family has this telephone and no name was. What a customer types at a public form never changes
 * what the desk knows of somebody.
 */
export async function customerFor(
  ports: Ports,
  tx: Tx,
  scope: Scope,
  told: CustomerFields,
  at: string,
): Promise<IdentifiedCustomer | null> {
  const keys = keysOf(told)
  if (!Object.values(keys).some(Boolean)) return null
  // Two calls from one number at the same moment are one customer; calls from others do not wait for each other.
  shareTurns(tx, customersLock(scope))
  queueTurns(tx, reachedBy(scope, keys))
  const possible = await possibleFor(tx, told)
  if (possible.length > 1 && !keys.name) return null
  const known = possible[0]
  if (!known) {
    const id = ports.ids.next()
    insertCustomer(tx, { id, organisationId: scope.organisationId, fields: told, at })
    return { ...given(told), customerId: id }
  }
  if (scope.viewer) await updateCustomer(tx, known.id, told)
  return { ...(scope.viewer ? known.fields : {}), ...given(told), customerId: known.id }
}

/** In one order for everybody. */
function reachedBy(scope: Scope, { phone, email }: CustomerKeys): string[] {
  return [phone, email].flatMap((key) => (key ? [`${customersLock(scope)}:${key}`] : [])).toSorted()
}

/** Whoever merges or splits customers waits for those who find or make some, who share it; after the locks of complaints. */
export function customersLock({ organisationId }: Scope): string {
  return `customers:${organisationId}`
}

/** Whom we know under this telephone or address; whoever bears the same name comes first. */
async function possibleFor(tx: Tx, told: CustomerFields): Promise<KnownCustomer[]> {
  const keys = keysOf(told)
  const possible = (await customersReachedBy(tx, keys)).filter((customer) =>
    couldBeSame(customer.keys, keys),
  )
  const [named, unnamed] = [true, false].map((isNamed) =>
    possible.filter((customer) => (customer.keys.name !== null) === isNamed),
  )
  return [...(named ?? []), ...(unnamed ?? [])]
}

/** Null for nobody, and for a record that was merged into another or erased since the screen showed it. */
async function chosen(
  tx: Tx,
  scope: Scope,
  customerId: string,
  told: CustomerFields,
): Promise<IdentifiedCustomer | null> {
  shareTurns(tx, customersLock(scope))
  const known = await customerById(tx, customerId)
  if (!known || Object.keys(known.fields).length === 0) return null
  await updateCustomer(tx, customerId, told)
  return { ...known.fields, ...given(told), customerId }
}

/** Another customer than before: what belonged to the first must not stay with the second. */
function replacing(record: CaseRecord, customer: IdentifiedCustomer): IdentifiedCustomer {
  const before = record.customer.customerId
  if (!before || before === customer.customerId) return customer
  return { name: '', kana: '', phone: '', email: '', postcode: '', address: '', ...customer }
}

function given(fields: CustomerFields): CustomerFields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value))
}

async function customerOf(tx: Tx, complaintId: string): Promise<string> {
  const { customer_id: id } = await tx
    .selectFrom('complaints')
    .where('id', '=', complaintId)
    .select('customer_id')
    .executeTakeFirstOrThrow()
  if (!id) throw new Error(`complaint ${complaintId} was identified and has no customer`)
  return id
}
