import { nextOpening } from '#kernel/business-calendar.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import { enqueue } from '#platform/jobs/queue.ts'
import type { Ports } from '#platform/ports.ts'
import { membersOf, restingAt, type May, type Scope } from '#features/access/door.ts'
import { change, type Command, type Situation } from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { lookFor, type Load, type Look, type Surroundings } from './candidates/queries.ts'
import type { Because, Desk, How, WhyQueued } from './contract.ts'
import { setupOf, timetableOf } from './queries.ts'
import { savePlace } from './store.ts'

export type Deciding = May<'assignment.decide'>
export type Events = Result<readonly ComplaintEvent[]>
type Order = Omit<Command, 'complaintId'>
type Changed = { complaintId: string; head: number }

/** One key: to a member, or to whom the rule chooses. Refused when somebody else was quicker. */
export async function decide(
  ports: Ports,
  may: Deciding,
  around: Surroundings,
  complaintId: string,
  order: Order & { memberId: string | null; fromId: string | null; reason: string },
): Promise<Result<Changed>> {
  const { id, basedOn, fromId } = order
  const done = await change(ports, may, { complaintId, id, basedOn }, async (situation) => {
    const { ownerId, ownerName } = situation.record
    if (ownerId !== fromId)
      return refuse('conflict', 'assignment.taken-meanwhile', { name: ownerName ?? '' })
    return giveTo(situation, may, around, { ...order, complaintId })
  })
  return done.ok ? ok({ complaintId, head: done.value.head }) : done
}

export type Giving = {
  readonly complaintId: string
  readonly memberId: string | null
  readonly reason: string
  readonly how?: How
  /** Who is not to be chosen: it comes from them. */
  readonly except?: string | null
  /** What was promised to whom before it, in a preview of several. */
  readonly promised?: ReadonlyMap<string, Load>
}

/** The one gate for every way to an owner: by hand, by rule, in bulk, when somebody goes away. */
export async function giveTo(
  situation: Situation,
  scope: Scope,
  around: Surroundings,
  giving: Giving,
): Promise<Events> {
  const { tx, record, at } = situation
  if (record.closing) return refuse('conflict', 'assignment.closed', {})
  const { complaintId, except = null, promised = new Map() } = giving
  const look = await lookFor(tx, scope, around, { complaintId, record, now: at, except, promised })
  const found = await whoGets(tx, scope, look, giving, at)
  if (!found.ok) return found
  const { id, name, because } = found.value
  if (id === record.ownerId) return refuse('conflict', 'assignment.already-owner', { name })
  await savePlace(tx, scope, complaintId, { deskId: look.desk?.id ?? null, queuedAt: null })
  const decided = {
    memberId: id,
    memberName: name,
    deskName: look.desk?.name ?? null,
    how: giving.how ?? howOf(scope, giving.memberId),
    because: [...because],
    insteadOf: overruled(look, giving, id),
    reason: giving.reason || null,
  }
  return ok([
    { type: 'assignment.decided', payload: decided },
    { type: 'complaints.assigned', payload: { memberId: id, memberName: name } },
  ])
}

function overruled({ chosen }: Look, { memberId }: Giving, id: string): string | null {
  return memberId !== null && chosen && chosen.memberId !== id ? chosen.name : null
}

function howOf({ viewer }: Scope, memberId: string | null): How {
  if (memberId === null) return 'rule'
  return viewer?.memberId === memberId ? 'taken' : 'chosen'
}

type Found = { id: string; name: string; because: readonly Because[] }

async function whoGets(
  tx: Tx,
  scope: Scope,
  look: Look,
  { memberId }: Giving,
  now: string,
): Promise<Result<Found>> {
  if (memberId === null) {
    const { chosen } = look
    if (!chosen) return refuse('conflict', 'assignment.nobody-free', {})
    return ok({ id: chosen.memberId, name: chosen.name, because: chosen.because })
  }
  const members = await membersOf(tx, scope.organisationId)
  const member = members.find(({ id }) => id === memberId)
  if (!member) return refuse('missing', 'access.member-missing', {})
  const known = look.candidates.find((each) => each.memberId === memberId)
  if (member.isAway || known?.obstacles.includes('absent')) {
    const substitute = members.find(({ id }) => id === member.substituteId)?.name ?? ''
    return refuse('conflict', 'assignment.member-away', { name: member.name, substitute })
  }
  const isOwnWish = scope.viewer?.memberId === memberId
  if (!isOwnWish && (await restingAt(tx, now)).has(memberId))
    return refuse('conflict', 'assignment.not-now', { name: member.name })
  return ok({ id: member.id, name: member.name, because: known?.because ?? [] })
}

/** Back to the queue of its desk, with a reason; it is never nobody's in silence. */
export async function giveBack(
  ports: Ports,
  may: Deciding,
  complaintId: string,
  { id, basedOn, reason }: Order & { reason: string },
): Promise<Result<Changed>> {
  const done = await change(ports, may, { complaintId, id, basedOn }, (situation) =>
    returned(situation, may, complaintId, reason),
  )
  return done.ok ? ok({ complaintId, head: done.value.head }) : done
}

export async function returned(
  { tx, record, at }: Situation,
  scope: Scope,
  complaintId: string,
  reason: string,
): Promise<Events> {
  const { ownerId: fromId, ownerName: fromName } = record
  if (record.closing) return refuse('conflict', 'assignment.closed', {})
  if (!fromId || !fromName) return refuse('conflict', 'assignment.nobodys', {})
  if (reason === '') return refuse('invalid', 'assignment.reason-missing', {})
  const desk = await deskOf(tx, scope, complaintId)
  await savePlace(tx, scope, complaintId, { queuedAt: at })
  const back = { type: 'assignment.returned', payload: { fromId, fromName, reason } } as const
  return ok(desk ? [back, queuedAt(desk, 'returned')] : [back])
}

async function deskOf(tx: Tx, scope: Scope, complaintId: string): Promise<Desk | undefined> {
  const { desks } = await setupOf(tx, scope)
  const place = await tx
    .selectFrom('assignment_places')
    .where('complaint_id', '=', complaintId)
    .select('desk_id')
    .executeTakeFirst()
  return desks.find(({ id }) => id === place?.desk_id) ?? desks[0]
}

function queuedAt({ id: deskId, name: deskName }: Desk, why: WhyQueued): ComplaintEvent {
  return { type: 'assignment.queued', payload: { deskId, deskName, why } }
}

const againMinutes = 10

/**
 * By rule, without anybody asking: somebody who is free, else the queue of the desk with a notice, and again later.
 * Does nothing where no desk wants that, or somebody has it already.
 */
export async function byRule(
  ports: Ports,
  scope: Scope,
  around: Surroundings,
  command: Command,
): Promise<void> {
  const { complaintId } = command
  await change(ports, scope, command, async (situation) => {
    const { tx, record, at } = situation
    if (record.ownerId || record.closing) return ok([])
    const look = await lookFor(tx, scope, around, { complaintId, record, now: at })
    if (!look.desk) return ok([])
    await savePlace(tx, scope, complaintId, { deskId: look.desk.id })
    if (!look.desk.assignsAtArrival || record.channel === 'import') return ok([])
    const opensAt = await opensLater(tx, scope, look.desk, at)
    if (!opensAt) {
      const given = await giveTo(situation, scope, around, {
        complaintId,
        memberId: null,
        reason: '',
      })
      if (given.ok) return given
    }
    return waits(situation, scope, command, look.desk, opensAt)
  })
}

/** When the desk is closed now: its next opening (ISO). */
async function opensLater(tx: Tx, scope: Scope, desk: Desk, at: string): Promise<string | null> {
  const timetable = timetableOf(await setupOf(tx, scope), desk.id)
  const calendar = timetable.at(-1)?.calendar
  if (!calendar) return null
  const now = Temporal.Instant.from(at)
  const opening = nextOpening(calendar, now)
  return Temporal.Instant.compare(opening, now) > 0 ? opening.toString() : null
}

async function waits(
  { tx, at }: Situation,
  scope: Scope,
  { complaintId }: Command,
  desk: Desk,
  opensAt: string | null,
): Promise<Events> {
  const before = await tx
    .selectFrom('assignment_places')
    .where('complaint_id', '=', complaintId)
    .select('queued_at')
    .executeTakeFirst()
  await savePlace(tx, scope, complaintId, { queuedAt: before?.queued_at ?? at })
  await enqueue(tx, {
    task: 'assignment.assign',
    payload: { organisationId: scope.organisationId, complaintId },
    key: `assign:${complaintId}`,
    runAt: opensAt ?? Temporal.Instant.from(at).add({ minutes: againMinutes }).toString(),
  })
  // Said once: looking again changes nothing for whoever reads the record.
  return ok(before?.queued_at ? [] : [queuedAt(desk, opensAt ? 'closed' : 'nobody')])
}
