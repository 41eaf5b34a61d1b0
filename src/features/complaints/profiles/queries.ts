import { createHash } from 'node:crypto'
import { tokyoDay } from '#kernel/tokyo.ts'
import type { Tx } from '#platform/db/database.ts'
import { memberNames, type Scope } from '#features/access/door.ts'
import { channel, complaintState, type CustomerFields } from '../contract.ts'
import { customerById, customersReachedBy } from '../customers/queries.ts'
import type { ComplaintEvent } from '../record/contract.ts'
import { recorded, recordsOf } from '../record/queries.ts'
import { asKept, nameOf } from '../timeline/queries.ts'
import { customerFieldNames, profilesEvents, type CustomerPage } from './contract.ts'
import { saidOf, undoUntil, type Written } from './rules.ts'

const mostComplaints = 500

/** What the page is read from. */
const telling = [
  'complaints.received',
  'complaints.customer-identified',
  'complaints.customers-merged',
  'complaints.customers-merge-undone',
  'complaints.customer-split',
  'complaints.customers-linked',
  'complaints.customers-unlinked',
  'complaints.proxy-named',
  'complaints.proxy-ended',
  'complaints.caution-noted',
  'complaints.caution-prolonged',
  'complaints.caution-ended',
  'intake.call-started',
  'intake.mail-received',
  'letters.sent',
  'remedies.offered',
  'remedies.answered',
  'remedies.agreed',
  'remedies.agreement-withdrawn',
] as const satisfies readonly ComplaintEvent['type'][]

/** Undefined for nobody, and for a record without anything; see `standingFor` for one that was merged away. */
export async function customerPageOf(
  tx: Tx,
  scope: Scope,
  customerId: string,
  now: string,
): Promise<CustomerPage | undefined> {
  const known = await customerById(tx, customerId)
  const complaints = await complaintsOf(tx, scope, customerId)
  if (!known || (complaints.length === 0 && Object.keys(known.fields).length === 0))
    return undefined
  const entries = await entriesAbout(tx, scope, complaints)
  const today = tokyoDay(Temporal.Instant.from(now)).toString()
  const { links, merges, splits, ...said } = saidOf(entries, today)
  return {
    customerId,
    customer: known.fields,
    version: versionOf(known.fields, complaints),
    complaints,
    ...said,
    links: await linksTo(tx, customerId, links),
    merges: merges.map(({ intoId, isUndone, ...merge }) => ({
      ...merge,
      undoUntil: undoUntil(merge.at),
      canBeUndone: !isUndone && intoId === customerId && undoUntil(merge.at) > now,
    })),
    splits: await splitsOff(tx, customerId, splits, now),
  }
}

const longestChain = 20

/** Whose record it is now: that of a record that was merged away, however often, else the same. */
export async function standingFor(tx: Tx, customerId: string): Promise<string> {
  let standing = customerId
  for (let step = 0; step < longestChain; step += 1) {
    const row = await tx
      .selectFrom('complaints_customers')
      .where('id', '=', standing)
      .select('merged_into')
      .executeTakeFirst()
    if (!row?.merged_into) return standing
    standing = row.merged_into
  }
  return standing
}

/** What is known before somebody speaks with whoever complains: facts and proxies that hold today. */
export async function inForceFor(tx: Tx, scope: Scope, complaintId: string, now: string) {
  const row = await tx
    .selectFrom('complaints')
    .where('id', '=', complaintId)
    .select('customer_id')
    .executeTakeFirst()
  const customerId = row?.customer_id ?? null
  const complaints = customerId ? await complaintsOf(tx, scope, customerId) : []
  const today = tokyoDay(Temporal.Instant.from(now)).toString()
  const { cautions, proxies } = saidOf(await entriesAbout(tx, scope, complaints), today)
  const holds = ({ isOver }: { isOver: boolean }) => !isOver
  return { customerId, cautions: cautions.filter(holds), proxies: proxies.filter(holds) }
}

/** Those whose other half is still there. */
async function splitsOff(
  tx: Tx,
  customerId: string,
  splits: ReturnType<typeof saidOf>['splits'],
  now: string,
): Promise<CustomerPage['splits']> {
  if (splits.length === 0) return []
  const others = await tx
    .selectFrom('complaints_customers')
    .where(
      'id',
      'in',
      splits.map(({ splitId }) => splitId),
    )
    .where('merged_into', 'is', null)
    .select(['id', 'name'])
    .execute()
  return splits.flatMap(({ fromId, ...split }) => {
    const other = others.find(({ id }) => id === split.splitId)
    if (!other) return []
    const until = undoUntil(split.at)
    const canBeUndone = fromId === customerId && until > now
    return [{ ...split, name: other.name, undoUntil: until, canBeUndone }]
  })
}

/** The same as long as nobody adds a complaint or a detail. */
export function versionOf(fields: CustomerFields, complaints: readonly { id: string }[]): string {
  const ids = complaints.map(({ id }) => id).toSorted()
  const details = customerFieldNames.map((name) => fields[name] ?? '')
  const print = JSON.stringify([details, ids])
  return createHash('sha256').update(print).digest('hex').slice(0, 16)
}

export async function complaintsOf(
  tx: Tx,
  scope: Scope,
  customerId: string,
): Promise<CustomerPage['complaints']> {
  const names = await memberNames(tx, scope)
  const rows = await tx
    .selectFrom('complaints')
    .where('customer_id', '=', customerId)
    .select(['id', 'number', 'subject', 'state', 'channel', 'received_at as receivedAt'])
    .select(['next_due_at as nextDueAt', 'has_broken_promise as hasBrokenPromise', 'owner_id'])
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostComplaints)
    .execute()
  return rows.map(({ owner_id: ownerId, ...row }) => ({
    ...row,
    state: complaintState.parse(row.state),
    channel: channel.parse(row.channel),
    ownerName: ownerId ? (names.get(ownerId) ?? null) : null,
  }))
}

/** What was written about a customer in the records of these complaints, oldest first. */
export async function entriesAbout(
  tx: Tx,
  scope: Scope,
  complaints: readonly { id: string; number: string }[],
): Promise<Written[]> {
  if (complaints.length === 0) return []
  const names = await memberNames(tx, scope)
  const numbers = new Map(complaints.map(({ id, number }) => [id, number]))
  const rows = await tx
    .selectFrom('complaints_timeline')
    .where('complaint_id', 'in', [...numbers.keys()])
    .where('type', 'in', [...telling])
    .where('payload', 'is not', null)
    .select(['id', 'complaint_id as complaintId', 'sequence', 'type', 'at', 'by', 'payload'])
    .orderBy('at')
    .orderBy('sequence')
    .execute()
  const entries = rows.map((row) => ({
    ...row,
    byName: nameOf(row.by, names),
    payload: asKept(row.payload),
  }))
  return entries.flatMap((entry) =>
    recorded([entry]).map((read) => ({
      ...read,
      complaintId: entry.complaintId,
      number: numbers.get(entry.complaintId) ?? '',
    })),
  )
}

type Link = CustomerPage['links'][number]

/** Whoever the other complaint belongs to now. */
async function linksTo(
  tx: Tx,
  customerId: string,
  links: readonly (Omit<Link, 'customerId' | 'name'> & { otherComplaintId: string })[],
): Promise<Link[]> {
  if (links.length === 0) return []
  const rows = await tx
    .selectFrom('complaints as c')
    .innerJoin('complaints_customers as other', 'other.id', 'c.customer_id')
    .where('c.id', 'in', [...new Set(links.map(({ otherComplaintId }) => otherComplaintId))])
    .select(['c.id as complaintId', 'other.id', 'other.name'])
    .execute()
  const others = new Map(rows.map((row) => [row.complaintId, row]))
  return links.flatMap(({ otherComplaintId, ...link }) => {
    const other = others.get(otherComplaintId)
    if (!other || other.id === customerId) return []
    return [{ ...link, customerId: other.id, name: other.name }]
  })
}

/** Those that a complaint holds: where else something is written about its customer. */
export async function linksOf(
  tx: Tx,
  complaintId: string,
): Promise<{ linkId: string; otherComplaintId: string }[]> {
  const rows = await tx
    .selectFrom('complaints_timeline')
    .where('complaint_id', '=', complaintId)
    .where('type', '=', 'complaints.customers-linked')
    .select('payload')
    .execute()
  const { 'complaints.customers-linked': linked } = profilesEvents
  return rows.flatMap(({ payload }) => {
    const read = linked.safeParse(payload)
    return read.success ? [read.data] : []
  })
}

const mostCallers = 5
const mostOpen = 5

/** Who may be calling from this number, with what is open between us: for a telephone that rings. */
export async function callersOf(tx: Tx, scope: Scope, phone: string, now: string) {
  const reached = await customersReachedBy(tx, { phone, email: null })
  const today = tokyoDay(Temporal.Instant.from(now)).toString()
  const callers = []
  for (const { id: customerId, fields } of reached.slice(0, mostCallers)) {
    const all = await complaintsOf(tx, scope, customerId)
    const { cautions } = saidOf(await entriesAbout(tx, scope, all), today)
    const open = all.filter(({ state }) => state !== 'closed').slice(0, mostOpen)
    const { name = null, kana = null } = fields
    callers.push({
      customerId,
      name,
      kana,
      complaints: open.map(({ id, number, subject }) => ({ id, number, subject })),
      promises: await promisesOf(tx, scope, open),
      cautions: cautions
        .filter(({ isOver }) => !isOver)
        .map(({ cautionId: id, happenedOn, words, source }) => ({ id, happenedOn, words, source })),
    })
  }
  return callers
}

async function promisesOf(tx: Tx, scope: Scope, complaints: readonly { id: string }[]) {
  const ids = complaints.map(({ id }) => id)
  const records = ids.length === 0 ? [] : [...(await recordsOf(tx, scope, ids)).values()]
  const promises = records.flatMap(({ commitments }) =>
    commitments.flatMap(({ commitmentId: id, words, dueAt, state }) =>
      state === 'kept' ? [] : [{ id, words, dueAt, state }],
    ),
  )
  return promises.toSorted(
    (a, b) => a.state.localeCompare(b.state) || a.dueAt.localeCompare(b.dueAt),
  )
}
