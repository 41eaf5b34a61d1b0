import type { Tx } from '#platform/db/database.ts'
import { memberNames, type Scope } from '#features/access/door.ts'
import { linesById } from '#features/complaints/door.ts'
import { id } from '#kernel/fields.ts'
import { setupOf } from '#features/assignment/door.ts'
import { callBack, escalationRequest, type CallBack, type EscalationRequest } from './contract.ts'

const columns = [
  'id',
  'complaint_id as complaintId',
  'kind',
  'mode',
  'state',
  'reason',
  'person',
  'asked_at as askedAt',
  'asked_by as askedById',
  'to_id as toId',
  'desk_id as deskId',
  'because',
  'call_back as callBack',
  'seen_at as seenAt',
  'seen_by as seenById',
  'up_at as upAt',
  'passed_by as passedById',
  'answer',
] as const

const { kind, mode, state, because } = escalationRequest.shape
const keptCallBack = callBack.extend({ commitmentId: id.nullable() }).nullable()

export type Held = Pick<
  EscalationRequest,
  | 'id'
  | 'complaintId'
  | 'kind'
  | 'mode'
  | 'state'
  | 'reason'
  | 'person'
  | 'askedAt'
  | 'seenAt'
  | 'upAt'
  | 'answer'
> & {
  passedById: string | null
  askedById: string | null
  toId: string | null
  deskId: string | null
  seenById: string | null
  because: EscalationRequest['because']
  callBack: (CallBack & { readonly commitmentId: string | null }) | null
}

export async function heldById(tx: Tx, requestId: string): Promise<Held | undefined> {
  const row = await tx
    .selectFrom('escalation_requests')
    .where('id', '=', requestId)
    .select(columns)
    .executeTakeFirst()
  return row && toHeld(row)
}

export async function waitingOn(tx: Tx, complaintId: string): Promise<Held[]> {
  const rows = await tx
    .selectFrom('escalation_requests')
    .where('complaint_id', '=', complaintId)
    .where('ended_at', 'is', null)
    .select(columns)
    .orderBy('asked_at')
    .execute()
  return rows.map(toHeld)
}

/** What waits for one member, the oldest first. */
export async function requestsTo(tx: Tx, memberId: string): Promise<Held[]> {
  const rows = await tx
    .selectFrom('escalation_requests')
    .where('to_id', '=', memberId)
    .where('ended_at', 'is', null)
    .select(columns)
    .orderBy('asked_at')
    .execute()
  return rows.map(toHeld)
}

/** member id → how many requests wait for them. */
export async function waitingByMember(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('escalation_requests')
    .where('ended_at', 'is', null)
    .where('to_id', 'is not', null)
    .groupBy('to_id')
    .select((e) => ['to_id as id', e.fn.countAll<number>().as('count')])
    .execute()
  return new Map(rows.flatMap(({ id, count }) => (id ? [[id, count] as const] : [])))
}

/** Waiting: those nobody has looked at first, the longest waiting first. All: the latest first. */
export async function requestsOf(
  tx: Tx,
  scope: Scope,
  asked: { complaintId?: string | undefined; show: 'waiting' | 'all' },
): Promise<EscalationRequest[]> {
  const { complaintId, show } = asked
  const rows = await tx
    .selectFrom('escalation_requests')
    .$if(complaintId !== undefined, (all) => all.where('complaint_id', '=', complaintId ?? ''))
    .$if(show === 'waiting', (all) => all.where('ended_at', 'is', null).orderBy('state'))
    .select(columns)
    .orderBy('asked_at', show === 'waiting' ? 'asc' : 'desc')
    .limit(200)
    .execute()
  return shown(tx, scope, rows.map(toHeld))
}

export async function shown(
  tx: Tx,
  scope: Scope,
  held: readonly Held[],
): Promise<EscalationRequest[]> {
  const names = await memberNames(tx, scope)
  const lines = await linesById(
    tx,
    held.map(({ complaintId }) => complaintId),
  )
  const { desks } = await setupOf(tx, scope)
  return held.map((each) => {
    const { askedById, toId, deskId, seenById, passedById, callBack: calls, ...request } = each
    const line = lines.get(request.complaintId)
    return {
      ...request,
      complaintNumber: line?.number ?? '',
      subject: line?.subject ?? '',
      customerName: line?.customerName ?? null,
      askedByName: askedById ? (names.get(askedById) ?? '') : 'うけとめ',
      isAskedByHouse: askedById === null,
      toName: toId ? (names.get(toId) ?? null) : null,
      deskName: desks.find((each) => each.id === deskId)?.name ?? null,
      callBack: calls && { fromAt: calls.fromAt, untilAt: calls.untilAt, phone: calls.phone },
      seenByName: seenById ? (names.get(seenById) ?? null) : null,
      passedByName: passedById ? (names.get(passedById) ?? null) : null,
    }
  })
}

type Parsed = 'kind' | 'mode' | 'state' | 'because' | 'callBack'
type Row = Omit<Held, Parsed> & {
  kind: string
  mode: string
  state: string
  because: unknown
  callBack: unknown
}

function toHeld(row: Row): Held {
  return {
    ...row,
    kind: kind.parse(row.kind),
    mode: mode.parse(row.mode),
    state: state.parse(row.state),
    because: because.parse(row.because),
    callBack: keptCallBack.parse(row.callBack),
  }
}

/** The latest edition of what a company has written itself; undefined while it has written nothing. */
export async function settingOf(tx: Tx, part: 'routes' | 'bodies') {
  return tx
    .selectFrom('escalation_settings')
    .where('part', '=', part)
    .select(['content', 'changed_at as changedAt', 'changed_by as changedById'])
    .orderBy('changed_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}
