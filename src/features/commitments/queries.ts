import { sql, type Selectable, type SqlBool } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { Commitments } from '#platform/db/tables/commitments.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import { memberNames, membersOf, type Scope } from '#features/access/door.ts'
import { linesById, nameOf } from '#features/complaints/door.ts'
import {
  commitmentState,
  due,
  madeTo,
  renegotiation,
  saidAs,
  type Commitment,
  type KeptRate,
  type SaidBy,
  type Show,
} from './contract.ts'
import { notesAmong } from './progress/queries.ts'
import { keptRateOf, stateAt } from './rules.ts'

/** One promise as its row holds it. */
export type Held = Omit<
  Commitment,
  | 'complaintNumber'
  | 'customerName'
  | 'ownerName'
  | 'ownerTeam'
  | 'isOwnerAway'
  | 'progress'
  | 'said'
> & {
  readonly warnAt: string | null
  readonly raiseAt: string | null
  readonly said: SaidBy | null
}

export async function heldById(tx: Tx, id: string): Promise<Held | undefined> {
  const row = await tx.selectFrom('commitments').where('id', '=', id).selectAll().executeTakeFirst()
  return row && toHeld(row)
}

export async function commitmentById(
  tx: Tx,
  scope: Scope,
  id: string,
  now: string,
): Promise<Commitment | undefined> {
  const held = await heldById(tx, id)
  const [shown] = held ? await shownOf(tx, scope, [held], now) : []
  return shown
}

/** The promises that a member still owes, next due first. */
export async function openOfOwner(tx: Tx, ownerId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('commitments')
    .where('owner_id', '=', ownerId)
    .where('state', '=', 'open')
    .select('id')
    .orderBy('due_at')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Promises of a complaint that somebody may still have to hear of: not kept, not withdrawn. */
export async function pendingOf(tx: Tx, complaintId: string): Promise<Held[]> {
  const rows = await tx
    .selectFrom('commitments')
    .where('complaint_id', '=', complaintId)
    .where('state', 'in', ['open', 'broken'])
    .selectAll()
    .orderBy('due_at')
    .orderBy('id')
    .execute()
  return rows.map(toHeld)
}

/** The promises of some complaints, next due first. */
export async function commitmentsOf(
  tx: Tx,
  scope: Scope,
  complaintIds: readonly string[],
  now: string,
): Promise<Commitment[]> {
  if (complaintIds.length === 0) return []
  const rows = await tx
    .selectFrom('commitments')
    .where('complaint_id', 'in', [...complaintIds])
    .selectAll()
    .orderBy('due_at')
    .orderBy('id')
    .execute()
  return shownOf(tx, scope, rows.map(toHeld), now)
}

export async function ledger(
  tx: Tx,
  scope: Scope,
  now: string,
  { show, ownerId, limit }: { show: Show; ownerId?: string | undefined; limit: number },
): Promise<{ commitments: Commitment[]; total: number }> {
  const matching = tx
    .selectFrom('commitments')
    .where(shown(show, now))
    .$if(ownerId !== undefined, (query) => query.where('owner_id', '=', ownerId ?? ''))
  const { total } = await matching
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await matching.selectAll().orderBy(order[show]).orderBy('id').limit(limit).execute()
  return { commitments: await shownOf(tx, scope, rows.map(toHeld), now), total }
}

function shown(show: Show, now: string) {
  const today = tokyoDay(Temporal.Instant.from(now)).toString()
  const shows: Record<Show, ReturnType<typeof sql<SqlBool>>> = {
    open: sql`state = 'open' and due_at > ${now}`,
    today: sql`state in ('open', 'broken') and due_on = ${today}`,
    'at-risk': sql`state = 'open' and due_at > ${now} and (warned_at is not null or warn_at <= ${now}
      or owner_id in (select m.id from access_members m where m.is_away))`,
    broken: sql`state = 'broken' or (state = 'open' and due_at <= ${now})`,
    kept: sql`state = 'kept'`,
    withdrawn: sql`state = 'withdrawn'`,
    all: sql`true`,
  }
  return sql<SqlBool>`(${shows[show]})`
}

const nextFirst = sql`due_at`
const order: Record<Show, ReturnType<typeof sql>> = {
  open: nextFirst,
  today: nextFirst,
  'at-risk': nextFirst,
  broken: nextFirst,
  kept: sql`kept_at desc`,
  withdrawn: sql`withdrawn_at desc`,
  all: sql`due_at desc`,
}

/** Over promises to customers whose last date, or a moved one, can lie within the days. */
export async function keptRateOver(
  tx: Tx,
  scope: Scope,
  now: string,
  days: number,
): Promise<KeptRate> {
  const since = Temporal.Instant.from(now)
    .subtract({ hours: days * 24 })
    .toString()
  const named = await ownersIn(tx, scope)
  const moved = (await movedPromises(tx)).map((held) => ({ ...held, ...named(held) }))
  const steady = (await steadyPromises(tx, since, now)).map((each) => ({ ...each, ...named(each) }))
  return keptRateOf([...moved, ...steady], since, now)
}

function toCustomers(tx: Tx) {
  return tx.selectFrom('commitments').where('made_to', '=', 'customer')
}

/** Few; each of their dates is judged by itself. */
async function movedPromises(tx: Tx): Promise<Held[]> {
  const rows = await toCustomers(tx)
    .where(sql<SqlBool>`renegotiations <> '[]'`)
    .selectAll()
    .execute()
  return rows.map(toHeld)
}

/** Those with one date, that has come: whatever was promised, for one owner all that ended alike are one line with a number. */
async function steadyPromises(tx: Tx, since: string, now: string) {
  const rows = await toCustomers(tx)
    .where(sql<SqlBool>`renegotiations = '[]'`)
    .where('due_at', '>', since)
    .where('due_at', '<=', now)
    .groupBy(['owner_id', 'state', sql`broken_at is null`])
    .select(({ fn }) => [
      'owner_id as ownerId',
      'state',
      fn.max('due_at').as('dueAt'),
      fn.max('broken_at').as('brokenAt'),
      fn.countAll<number>().as('times'),
    ])
    .execute()
  return rows.map(({ state, times, ...row }) => ({
    ...row,
    state: commitmentState.parse(state),
    times,
    renegotiations: [],
  }))
}

async function shownOf(
  tx: Tx,
  scope: Scope,
  held: readonly Held[],
  now: string,
): Promise<Commitment[]> {
  const names = await memberNames(tx, scope)
  const named = await ownersIn(tx, scope)
  const lines = await linesById(
    tx,
    held.map(({ complaintId }) => complaintId),
  )
  const notes = await notesAmong(
    tx,
    held.map(({ id }) => id),
  )
  return held.map(({ warnAt: _, raiseAt: __, ...each }) => {
    const state = stateAt(each, now)
    return {
      ...each,
      state,
      said: each.said && { ...each.said, byName: nameOf(each.said.by, names) },
      brokenAt: each.brokenAt ?? (state === 'broken' ? each.dueAt : null),
      ...named(each),
      progress: notes.get(each.id) ?? null,
      complaintNumber: lines.get(each.complaintId)?.number ?? '',
      customerName: lines.get(each.complaintId)?.customerName ?? null,
    }
  })
}

/** Who has it, where they work, and whether they are there. */
async function ownersIn(tx: Tx, scope: Scope) {
  const names = await memberNames(tx, scope)
  const members = new Map((await membersOf(tx, scope.organisationId)).map((m) => [m.id, m]))
  return ({ ownerId }: Pick<Held, 'ownerId'>) => ({
    ownerName: names.get(ownerId) ?? '（退職者）',
    ownerTeam: members.get(ownerId)?.teamName ?? null,
    isOwnerAway: members.get(ownerId)?.isAway ?? false,
  })
}

function toHeld(row: Selectable<Commitments>): Held {
  return {
    id: row.id,
    complaintId: row.complaint_id,
    words: row.words,
    dueAt: row.due_at,
    dueOn: row.due_on,
    precision: due.shape.precision.parse(row.precision),
    state: commitmentState.parse(row.state),
    madeTo: madeTo.parse(row.made_to),
    ownerId: row.owner_id,
    madeAt: row.made_at,
    warnAt: row.warn_at,
    warnedAt: row.warned_at,
    keptAt: row.kept_at,
    brokenAt: row.broken_at,
    raiseAt: row.raise_at,
    raisedAt: row.raised_at,
    withdrawnAt: row.withdrawn_at,
    withdrawnReason: row.withdrawn_reason,
    saidIn: row.said_in,
    said: saidBy(row),
    renegotiations: renegotiation.array().parse(row.renegotiations),
  }
}

function saidBy({ said_entry, said_at, said_by, said_as }: Selectable<Commitments>): SaidBy | null {
  if (said_entry === null || said_at === null || said_by === null) return null
  return { entryId: said_entry, at: said_at, by: said_by, as: saidAs.parse(said_as) }
}
