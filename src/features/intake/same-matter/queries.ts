import type { Tx } from '#platform/db/database.ts'
import { memberNames, type Scope } from '#features/access/door.ts'
import type { CustomerFields, Details } from '#features/complaints/contract.ts'
import { customerKeysOf, entriesOf, orderKeyOf, recorded } from '#features/complaints/door.ts'
import type { Recorded } from '#features/complaints/record/contract.ts'
import type { SamenessSign } from './contract.ts'
import { numbersIn } from './rules.ts'

type Told = {
  readonly words: string
  readonly customer: CustomerFields
  readonly details: Details
}
export type Older = {
  readonly complaintId: string
  readonly number: string
  readonly because: SamenessSign
}

/**
 * An open complaint of whoever is reached at the same address or telephone, whose number or order they name. A number
 * alone is short and can be guessed: it says nothing without the contact. The number goes before the order.
 */
export async function olderMatter(tx: Tx, told: Told): Promise<Older | null> {
  const { phone, email } = customerKeysOf(told.customer)
  const numbers = numbersIn(told.words, told.details.subject ?? '', told.details.orderNumber ?? '')
  const order = orderKeyOf(told.details.orderNumber ?? '')
  if ((!phone && !email) || (numbers.length === 0 && order === '')) return null
  const rows = await tx
    .selectFrom('complaints')
    .innerJoin('complaints_customers', 'complaints_customers.id', 'complaints.customer_id')
    .where('complaints.state', '!=', 'closed')
    .where((where) =>
      where.or([
        ...(phone ? [where('phone_key', '=', phone)] : []),
        ...(email ? [where('email_key', '=', email)] : []),
      ]),
    )
    .where((where) =>
      where.or([
        ...(numbers.length > 0 ? [where('complaints.number', 'in', numbers)] : []),
        ...(order === '' ? [] : [where('complaints.order_number', '=', order)]),
      ]),
    )
    .select(['complaints.id', 'complaints.number'])
    .orderBy('complaints.received_at', 'desc')
    .execute()
  const named = rows.find(({ number }) => numbers.includes(number))
  const found = named ?? rows[0]
  const because = named ? 'number' : 'order'
  return found ? { complaintId: found.id, number: found.number, because } : null
}

export async function told(tx: Tx, scope: Scope, complaintId: string): Promise<Recorded[]> {
  return recorded(await entriesOf(tx, await memberNames(tx, scope), complaintId))
}

/** The older one that was found when this one came in, and whether its words were added there. */
export function olderIn(entries: readonly Recorded[]): { older: Older | null; isJoined: boolean } {
  const found = entries.flatMap(({ type, payload }) =>
    type === 'intake.perhaps-same' && payload.isOlder ? [payload] : [],
  )
  const [last] = found.slice(-1)
  return {
    older: last
      ? { complaintId: last.otherId, number: last.otherNumber, because: last.because }
      : null,
    isJoined: entries.some(({ type, payload }) => type === 'intake.joined' && payload.isOlder),
  }
}
