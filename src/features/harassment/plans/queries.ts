import { sql } from 'kysely'
import { tokyoDay } from '#kernel/tokyo.ts'
import type { Tx } from '#platform/db/database.ts'
import { leaders } from '#features/access/contract.ts'
import { calendarOf, memberNames, type Scope } from '#features/access/door.ts'
import { customerKeysOf, entriesOf, entriesOfSeveral, recorded } from '#features/complaints/door.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import {
  heldState,
  namedTerms,
  plansEvents,
  type Ground,
  type NamedTerms,
  type Perhaps,
  type Plan,
  type PlanSettings,
  type Standing,
  type Way,
} from './contract.ts'
import {
  isPlanEntry,
  isSafetyMatter,
  isWithin,
  nextTime,
  plansIn,
  reachOf,
  reasonsIn,
  stateOn,
  usualSettings,
} from './rules.ts'
import type { HeldPlan } from './store.ts'

const columns = [
  'plan.id',
  'plan.complaint_id',
  'plan.state',
  'plan.version',
  'plan.terms',
] as const

export async function planById(tx: Tx, planId: string): Promise<HeldPlan | undefined> {
  const row = await tx
    .selectFrom('harassment_plans as plan')
    .where('plan.id', '=', planId)
    .select(columns)
    .executeTakeFirst()
  return row && held(row)
}

/** Has this company ever made one? */
export async function hasPlans(tx: Tx): Promise<boolean> {
  const row = await tx.selectFrom('harassment_plans').select('id').limit(1).executeTakeFirst()
  return row !== undefined
}

/** Who decides on plans: those the company named, else whoever leads. */
export async function deciders<
  M extends { readonly id: string; readonly roles: readonly string[] },
>(tx: Tx, members: readonly M[]): Promise<M[]> {
  const { deciderIds } = await settingsOf(tx)
  return members.filter(({ id, roles }) =>
    deciderIds.length > 0
      ? deciderIds.includes(id)
      : roles.some((role) => leaders.some((leading) => leading === role)),
  )
}

/** The plans made from a complaint whose review somebody was promised. */
export async function reviewedOf(tx: Tx, complaintId: string) {
  return tx
    .selectFrom('harassment_plans')
    .where('complaint_id', '=', complaintId)
    .where('version', '>', 0)
    .select(['id as planId', 'version'])
    .execute()
}

type Row = { id: string; complaint_id: string; state: string; version: number; terms: unknown }

function held({ id, complaint_id: complaintId, state, version, terms }: Row): HeldPlan {
  const agreed = terms === null ? null : namedTerms.parse(terms)
  return { id, complaintId, version, terms: agreed, state: heldState.parse(state) }
}

type Holding = Pick<
  Standing,
  'planId' | 'complaintId' | 'number' | 'customerId' | 'customerName'
> & {
  readonly terms: NamedTerms
}

/** The plans that hold on a day for some customers, and those made from one complaint. */
export async function holding(
  tx: Tx,
  today: string,
  of: { readonly customerIds: readonly string[]; readonly complaintId?: string },
): Promise<Holding[]> {
  const rows = await fromPlans(tx)
    .where('plan.state', '=', 'in-force')
    .where('plan.review_on', '>=', today)
    .where((where) =>
      where.or([
        where('complaint.customer_id', '=', sql<string>`any(${[...of.customerIds]}::uuid[])`),
        ...(of.complaintId ? [where('plan.complaint_id', '=', of.complaintId)] : []),
      ]),
    )
    .orderBy('plan.changed_at', 'desc')
    .execute()
  return rows.flatMap(({ number, customerId, customerName, ...row }) => {
    const { id: planId, complaintId, terms } = held(row)
    return terms ? [{ planId, complaintId, number, customerId, customerName, terms }] : []
  })
}

function fromPlans(tx: Tx) {
  return tx
    .selectFrom('harassment_plans as plan')
    .innerJoin('complaints as complaint', 'complaint.id', 'plan.complaint_id')
    .leftJoin('complaints_customers as customer', 'customer.id', 'complaint.customer_id')
    .select([
      ...columns,
      'plan.review_on as reviewOn',
      'complaint.number',
      'complaint.customer_id as customerId',
      'customer.name as customerName',
    ])
}

/** Where somebody is in touch: a complaint and its record, or the telephone before there is one. */
type Here = { readonly complaintId: string | null; readonly record: CaseRecord | null }

/** The plans that hold for whoever complains, as they stand at this moment. */
export async function standingFor(
  tx: Tx,
  scope: Scope,
  here: Here & { readonly customerIds: readonly string[] },
  now: string,
): Promise<Standing[]> {
  const { complaintId, customerIds } = here
  const of = complaintId === null ? { customerIds } : { customerIds, complaintId }
  const found = await holding(tx, dayOf(now), of)
  return stand(tx, scope, found, here, now)
}

async function stand<H extends Holding>(
  tx: Tx,
  scope: Scope,
  found: readonly H[],
  { complaintId, record }: Here,
  now: string,
): Promise<(H & Standing)[]> {
  if (found.length === 0) return []
  const calendar = await calendarOf(tx, scope)
  const isSafety = record !== null && isSafetyMatter(record)
  return found.map((each) => {
    const { hours } = each.terms
    const next = nextTime(hours, now, calendar)
    const why = reachOf(each, { complaintId, isSafety })
    const isOpenNow = hours === null ? next.toString() === now : isWithin(hours, now)
    return { ...each, restricts: why === 'covered', why, isOpenNow, nextAt: next.toString() }
  })
}

/** Of whoever complains, by their own record; customers who share a number, an address or a name only perhaps. */
export async function standingOfComplaint(
  tx: Tx,
  scope: Scope,
  complaintId: string,
  record: CaseRecord,
  now: string,
): Promise<{ holds: Standing[]; perhaps: Perhaps[] }> {
  const customerIds = await customersOf(tx, complaintId)
  const here = { complaintId, record }
  const holds = await standingFor(tx, scope, { ...here, customerIds }, now)
  const alike = await alikeTo(tx, record.customer, customerIds)
  const theirs = await holding(tx, dayOf(now), { customerIds: [...alike.keys()] })
  const others = theirs.flatMap((each) => {
    const by = alike.get(each.customerId ?? '')
    const isKnown = holds.some(({ planId }) => planId === each.planId)
    return by && !isKnown ? [{ ...each, by }] : []
  })
  const perhaps = await stand(tx, scope, others, here, now)
  return { holds, perhaps: perhaps.map((each) => ({ ...each, restricts: false })) }
}

export async function customersOf(tx: Tx, complaintId: string): Promise<string[]> {
  const row = await tx
    .selectFrom('complaints')
    .where('id', '=', complaintId)
    .select('customer_id')
    .executeTakeFirst()
  return row?.customer_id ? [row.customer_id] : []
}

/** What is open between us and whoever made this complaint; the complaint itself when nobody knows who. */
export async function openOfCustomer(tx: Tx, complaintId: string): Promise<string[]> {
  const customerIds = await customersOf(tx, complaintId)
  const rows = await tx
    .selectFrom('complaints')
    .where('closed_at', 'is', null)
    .where((where) =>
      where.or([
        where('id', '=', complaintId),
        where('customer_id', '=', sql<string>`any(${customerIds}::uuid[])`),
      ]),
    )
    .select('id')
    .limit(500)
    .execute()
  return rows.map(({ id }) => id)
}

/** Other customers with the same telephone, address of mail, name or kana, by the strongest sign. */
async function alikeTo(
  tx: Tx,
  customer: CaseRecord['customer'],
  own: readonly string[],
): Promise<Map<string, Perhaps['by']>> {
  const keys = customerKeysOf(customer)
  const searched = (['phone', 'email', 'name', 'kana'] as const).filter((by) => keys[by] !== null)
  if (searched.length === 0) return new Map()
  const rows = await tx
    .selectFrom('complaints_customers')
    .where((where) => where.or(searched.map((by) => where(`${by}_key`, '=', keys[by]))))
    .where('merged_into', 'is', null)
    .select(['id', 'phone_key', 'email_key', 'name_key', 'kana_key'])
    .limit(50)
    .execute()
  return new Map(
    rows.flatMap((row) => {
      const by = searched.find((each) => row[`${each}_key`] === keys[each])
      return by && !own.includes(row.id) ? [[row.id, by] as const] : []
    }),
  )
}

const patienceMinutes = 60

/** Has this member said, within the hour, why they answer otherwise here? */
export async function hasDeparted(
  tx: Tx,
  {
    complaintId,
    memberId,
    way,
    at,
  }: { complaintId: string; memberId: string; way: Way; at: string },
): Promise<boolean> {
  const since = Temporal.Instant.from(at).subtract({ minutes: patienceMinutes }).toString()
  const row = await tx
    .selectFrom('harassment_plan_departures')
    .where('complaint_id', '=', complaintId)
    .where('member_id', '=', memberId)
    .where('way', '=', way)
    .where('at', '>=', since)
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

/** By the day of their review; `customerId`: of one customer, whatever became of them. */
export async function plansOf(
  tx: Tx,
  scope: Scope,
  now: string,
  which: { readonly customerId?: string; readonly planId?: string } = {},
): Promise<Plan[]> {
  const { customerId, planId } = which
  const rows = await fromPlans(tx)
    .$if(customerId !== undefined, (of) => of.where('complaint.customer_id', '=', customerId ?? ''))
    .$if(planId !== undefined, (of) => of.where('plan.id', '=', planId ?? ''))
    .orderBy('plan.review_on', (order) => order.asc().nullsLast())
    .orderBy('plan.changed_at', 'desc')
    .limit(500)
    .execute()
  const told = await toldOf(
    tx,
    scope,
    rows.map(({ complaint_id: id }) => id),
  )
  return rows.flatMap(({ number, customerId: whose, customerName, reviewOn, ...row }) => {
    const { id, complaintId, state, terms: agreed } = held(row)
    const said = told.get(id)
    const latest = agreed ?? said?.versions[0]?.terms
    if (!said || !latest) return []
    const place = { id, complaintId, number, customerId: whose, customerName }
    return [{ ...place, state: stateOn(state, reviewOn, dayOf(now)), terms: latest, ...said }]
  })
}

async function toldOf(tx: Tx, scope: Scope, complaintIds: readonly string[]) {
  const types = Object.keys(plansEvents)
  const entries = await entriesOfSeveral(tx, await memberNames(tx, scope), complaintIds, types)
  return plansIn(recorded([...entries.values()].flat()).filter(isPlanEntry))
}

/** What of the record can be a reason, the latest first. */
export async function groundsOf(
  tx: Tx,
  scope: Scope,
  complaintId: string,
  record: CaseRecord,
): Promise<Ground[]> {
  const entries = recorded(await entriesOf(tx, await memberNames(tx, scope), complaintId))
  return reasonsIn(entries, record)
}

export async function settingsOf(tx: Tx): Promise<PlanSettings> {
  const row = await tx
    .selectFrom('harassment_plan_settings')
    .select(['usual_days as usualDays', 'longest_days as longestDays', 'objection'])
    .select('decider_ids as deciderIds')
    .executeTakeFirst()
  return row ?? usualSettings
}

export function dayOf(now: string): string {
  return tokyoDay(Temporal.Instant.from(now)).toString()
}
