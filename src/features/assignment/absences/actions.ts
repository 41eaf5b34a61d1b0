import { ok, refuse, type Result } from '#kernel/result.ts'
import { decideWithinWall, type Tx } from '#platform/db/database.ts'
import { cancelJob, enqueue } from '#platform/jobs/queue.ts'
import type { Ports } from '#platform/ports.ts'
import { leaders } from '#features/access/contract.ts'
import { inside, membersOf, setAbsence, type May, type Scope } from '#features/access/door.ts'
import { change, commandFor, openOf } from '#features/complaints/door.ts'
import { giveTo } from '../actions.ts'
import type { Surroundings } from '../candidates/queries.ts'
import { tellPresence } from '../presence/store.ts'
import type { AbsenceFields, AbsenceShown } from './contract.ts'
import { absenceById, comingAbsences, type Absence } from './queries.ts'
import { whyNotAway } from './rules.ts'
import { markBegun, markEnded, saveAbsence } from './store.ts'

type Planning = May<'assignment.decide'>
type Answer = Result<{ absences: AbsenceShown[] }>

/** Everybody for themselves, leaders for anybody. It begins and ends by itself. */
export function plan(
  ports: Ports,
  may: Planning,
  id: string,
  asked: AbsenceFields,
): Promise<Answer> {
  const now = ports.clock.now().toString()
  return decideWithinWall(ports.db, may, async (tx) => {
    if (!mayPlan(may, asked.memberId)) return refuse('forbidden', 'assignment.absence-of-other', {})
    const names = new Map((await membersOf(tx, may.organisationId)).map((m) => [m.id, m.name]))
    if (!names.has(asked.memberId)) return refuse('missing', 'access.member-missing', {})
    const before = await absenceById(tx, id)
    if (before && (before.endedAt || before.memberId !== asked.memberId))
      return refuse('conflict', 'assignment.absence-over', {})
    const others = (await comingAbsences(tx, now)).filter((each) => each.id !== id)
    const why = whyNotAway(asked, others, (memberId) => names.get(memberId), now)
    if (why) return why
    await saveAbsence(tx, may, id, asked)
    await setTimers(tx, may, id, asked)
    await tellPresence(tx, may, id, now)
    return ok({ absences: await shown(tx, may, now) })
  })
}

function mayPlan({ viewer }: Scope, memberId: string): boolean {
  return (
    viewer?.memberId === memberId ||
    (viewer?.roles.some((role) => leaders.some((each) => each === role)) ?? false)
  )
}

/** The database's clock may be a little ahead of ours. */
function justAfter(at: string): string {
  return Temporal.Instant.from(at).add({ seconds: 1 }).toString()
}

async function setTimers(tx: Tx, scope: Scope, id: string, { fromAt, untilAt }: AbsenceFields) {
  const payload = { organisationId: scope.organisationId, absenceId: id }

  await enqueue(tx, {
    task: 'assignment.absence-begin',
    payload,
    key: `absence-begin:${id}`,
    runAt: justAfter(fromAt),
  })
  await enqueue(tx, {
    task: 'assignment.absence-end',
    payload,
    key: `absence-end:${id}`,
    runAt: justAfter(untilAt),
  })
}

/** Back early, or it never came to it. */
export function endEarly(ports: Ports, may: Planning, id: string): Promise<Answer> {
  const now = ports.clock.now().toString()
  return decideWithinWall(ports.db, may, async (tx) => {
    const absence = await absenceById(tx, id)
    if (!absence) return refuse('missing', 'assignment.absence-missing', {})
    if (!mayPlan(may, absence.memberId))
      return refuse('forbidden', 'assignment.absence-of-other', {})
    if (!absence.endedAt) await over(tx, may, absence, now)
    return ok({ absences: await shown(tx, may, now) })
  })
}

async function over(tx: Tx, scope: Scope, absence: Absence, now: string): Promise<void> {
  await markEnded(tx, absence.id, now)
  await cancelJob(tx, `absence-begin:${absence.id}`)
  await cancelJob(tx, `absence-end:${absence.id}`)
  const back = { isAway: false, substituteId: absence.promisesTo }
  if (absence.beganAt) await setAbsence(tx, scope.organisationId, absence.memberId, back)
  await tellPresence(tx, scope, absence.id, now)
}

/** The timer of the beginning: away from now on; the named substitutes take over, what has none is proposed. */
export async function begin(
  ports: Ports,
  scope: Scope,
  around: Surroundings,
  id: string,
): Promise<void> {
  const now = ports.clock.now().toString()
  const absence = await inside(ports.db, scope, async (tx) => {
    const found = await absenceById(tx, id)
    if (!found || found.endedAt || Date.parse(found.fromAt) > Date.parse(now)) return undefined
    const substituteId = found.promisesTo ?? found.complaintsTo
    await setAbsence(tx, scope.organisationId, found.memberId, { isAway: true, substituteId })
    await markBegun(tx, id, found.beganAt ?? now)
    await tellPresence(tx, scope, id, now)
    return found
  })
  if (!absence) return
  const { memberId: fromId, promisesTo, complaintsTo } = absence
  if (complaintsTo) await handOverComplaints(ports, scope, around, absence, complaintsTo)
  const promised = { fromId, reason: '担当が不在になるため', cause: id }
  if (promisesTo) await around.handOverPromises(ports, scope, { ...promised, toId: promisesTo })
}

async function handOverComplaints(
  ports: Ports,
  scope: Scope,
  around: Surroundings,
  { id, memberId: except }: Absence,
  toId: string,
): Promise<void> {
  const open = await inside(ports.db, scope, (tx) => openOf(tx, [except]))
  for (const { id: complaintId } of open) {
    const command = { complaintId, id: commandFor(`${id}/${complaintId}`, 'assignment.hand-over') }
    const giving = { complaintId, memberId: toId, reason: '', how: 'handed-over' as const, except }
    await change(ports, scope, command, async (situation) =>
      // Given to somebody else meanwhile: then it stays there.
      situation.record.ownerId === except ? giveTo(situation, scope, around, giving) : ok([]),
    )
  }
}

/** The timer of the end. */
export function end(ports: Ports, scope: Scope, id: string): Promise<void> {
  const now = ports.clock.now().toString()
  return inside(ports.db, scope, async (tx) => {
    const absence = await absenceById(tx, id)
    if (!absence || absence.endedAt || Date.parse(absence.untilAt) > Date.parse(now)) return
    await over(tx, scope, absence, now)
  })
}

export async function shown(tx: Tx, scope: Scope, now: string): Promise<AbsenceShown[]> {
  const absences = await comingAbsences(tx, now)
  const names = new Map((await membersOf(tx, scope.organisationId)).map((m) => [m.id, m.name]))
  const ids = absences.map(({ memberId }) => memberId)
  const open = await openOf(tx, ids)
  return absences.map(({ beganAt, ...absence }) => ({
    ...absence,
    memberName: names.get(absence.memberId) ?? '',
    hasBegun: beganAt !== null || Date.parse(absence.fromAt) <= Date.parse(now),
    open: open.filter(({ ownerId }) => ownerId === absence.memberId).length,
  }))
}
