import { ok, refuse, type Result } from '#kernel/result.ts'
import { decideWithinWall, type Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, memberNames, type Scope } from '#features/access/door.ts'
import { change } from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { alarmsOfVisit, type HeldAlarm } from '../alarms/queries.ts'
import { insertStep, saveClosed, savePosition } from '../alarms/store.ts'
import type { MyVisit, Position } from '../contract.ts'
import { judgeHeld } from '../planning/queries.ts'
import { hasAgreedToLocation, heldVisit, isPressKnown, lockedVisit, type Held } from '../queries.ts'
import { settingsOf } from '../settings/queries.ts'
import { insertPress, saveContact, saveCourse, tellMoved } from '../store.ts'
import { myVisitOf, roleIn } from './queries.ts'
import { afterPress, isOut, lookAt, type PressKind } from './rules.ts'

export type Pressed = {
  readonly id: string
  /** When it was pressed; nothing is taken as later than it came. */
  readonly at: string
  readonly byId: string
  readonly kind: PressKind
  readonly minutes?: number
  /** An end that somebody forced. The very same statements are run for it. */
  readonly isForced?: boolean
  readonly position?: Position | null
}

/**
 * Whatever is pressed on a phone. Twice is once. Help and a forced end are written down like any press; the watch of every
 * node sees them within a second and raises the alarm, so that nothing about the answer tells them apart.
 */
export async function press(
  ports: Ports,
  scope: Scope,
  visitId: string,
  pressed: Pressed,
): Promise<Result<MyVisit>> {
  const before = await inside(ports.db, scope, (tx) => heldVisit(tx, visitId))
  if (!before) return refuse('missing', 'visits.missing-visit', {})
  const { complaintId } = before
  const done =
    complaintId === null || before.isDrill
      ? await decideWithinWall<true>(ports.db, scope.organisationId, async (tx) => {
          const written = await write(ports, tx, scope, visitId, pressed)
          return written.ok ? ok(true) : written
        })
      : await change(ports, scope, { complaintId, id: pressed.id }, ({ tx }) =>
          write(ports, tx, scope, visitId, pressed),
        )
  if (!done.ok) return done
  return inside(ports.db, scope, async (tx) => {
    const shown = await myVisitOf(tx, scope, pressed.byId, visitId)
    return shown ? ok(shown) : refuse('forbidden', 'visits.not-yours', {})
  })
}

async function write(
  ports: Ports,
  tx: Tx,
  scope: Scope,
  visitId: string,
  pressed: Pressed,
): Promise<Result<ComplaintEvent[]>> {
  const held = await lockedVisit(tx, visitId)
  if (!held) return refuse('missing', 'visits.missing-visit', {})
  if (!roleIn(held, pressed.byId)) return refuse('forbidden', 'visits.not-yours', {})
  if (await isPressKnown(tx, pressed.id)) return ok([])
  const refused = pressed.kind === 'leave' ? await whyNotLeave(tx, scope, held, pressed.at) : null
  return refused ?? carryOut(ports, tx, scope, held, pressed)
}

async function carryOut(
  ports: Ports,
  tx: Tx,
  scope: Scope,
  held: Held,
  pressed: Pressed,
): Promise<Result<ComplaintEvent[]>> {
  const visitId = held.id
  const now = ports.clock.now().toString()
  const { kind, byId, minutes, isForced = false } = pressed
  const at = Temporal.Instant.compare(pressed.at, now) > 0 ? now : pressed.at
  const { visit, isNoted } = afterPress(held, { kind, at, minutes: minutes ?? 0, isForced })
  const position = await positionOf(tx, held, pressed)
  const settings = await settingsOf(tx)
  const alarms = await alarmsOfVisit(tx, visitId)
  const helpAt = kind === 'help' ? firstHelp(held, alarms, at) : visit.helpAt
  const next: Held = { ...held, ...visit, helpAt, contactAt: now, position }
  await savePosition(tx, openHelp(alarms), position)
  // What is due at once is left to the watch: it looks every second.
  const { raise, nextAt } = lookAt(next, settings, alarms, now)
  await saveCourse(tx, { ...next, watchAt: raise.length > 0 ? now : nextAt })
  const told = { id: pressed.id, visitId, memberId: byId, kind, minutes: minutes ?? null }
  await insertPress(tx, scope, { ...told, at, receivedAt: now, isNoted })
  await foundAgain(ports, tx, scope, visitId, now)
  await tellMoved(tx, scope, ports.ids.next(), now)
  const byName = (await memberNames(tx, scope)).get(byId) ?? ''
  return ok(isNoted ? [] : eventOf(visitId, kind, at, byName))
}

/** Pressed again while nobody has said that they are safe, it is the same call for help. */
function firstHelp({ helpAt }: Held, alarms: readonly HeldAlarm[], at: string): string {
  if (helpAt === null) return at
  const isOver = alarms.some(
    ({ kind, dueAt, closedAt }) =>
      kind === 'silent-help' && closedAt !== null && Temporal.Instant.compare(dueAt, helpAt) === 0,
  )
  return isOver ? at : helpAt
}

function openHelp(alarms: readonly HeldAlarm[]): string[] {
  const open = alarms.filter(({ kind, closedAt }) => kind === 'silent-help' && closedAt === null)
  return open.map(({ id }) => id)
}

async function whyNotLeave(tx: Tx, scope: Scope, held: Held, at: string) {
  if (held.state !== 'planned') return null
  const judged = await judgeHeld(tx, scope, held)
  // The plan of another day: nobody would know when to miss them.
  const isStale = Temporal.Instant.compare(held.plan.backBy, at) <= 0
  const missing = isStale ? (['back-by'] as const) : judged.missing
  return missing.length === 0 ? null : refuse('blocked', 'visits.incomplete', { missing })
}

/** Kept for an alarm only, and only if both have agreed. */
async function positionOf(tx: Tx, held: Held, { byId, position, kind, isForced }: Pressed) {
  const settings = await settingsOf(tx)
  const isAgreed = settings.allowsLocation && (await hasAgreedToLocation(tx, byId))
  const isAlarm = kind === 'help' || isForced
  return isAgreed && isAlarm && position ? position : held.position
}

const eventTypes = {
  leave: 'visits.left',
  arrive: 'visits.arrived',
  end: 'visits.ended',
  return: 'visits.returned',
} as const

function eventOf(visitId: string, kind: PressKind, at: string, byName: string): ComplaintEvent[] {
  if (kind !== 'leave' && kind !== 'arrive' && kind !== 'end' && kind !== 'return') return []
  return [{ type: eventTypes[kind], payload: { visitId, at, byName } }]
}

/** The phone is there. No sign of life of a person; a phone that was missed is found again by it. */
export async function tellContact(
  ports: Ports,
  scope: Scope,
  visitId: string,
  { memberId, battery, queued }: { memberId: string; battery: number | null; queued: number },
): Promise<void> {
  await inside(ports.db, scope, async (tx) => {
    const held = await lockedVisit(tx, visitId)
    if (!held || !roleIn(held, memberId) || !isOut(held)) return
    const at = ports.clock.now().toString()
    const settings = await settingsOf(tx)
    const next = { ...held, contactAt: at }
    const { raise, nextAt } = lookAt(next, settings, await alarmsOfVisit(tx, visitId), at)
    const watchAt = raise.length > 0 ? at : nextAt
    await saveContact(tx, visitId, { at, battery, queued, watchAt })
    if (await foundAgain(ports, tx, scope, visitId, at))
      await tellMoved(tx, scope, ports.ids.next(), at)
  })
}

/** What is said of a silent phone is over when it speaks; every other alarm is closed by people. */
async function foundAgain(
  ports: Ports,
  tx: Tx,
  scope: Scope,
  visitId: string,
  at: string,
): Promise<boolean> {
  const open = (await alarmsOfVisit(tx, visitId)).filter(
    ({ kind, closedAt }) => kind === 'lost-contact' && closedAt === null,
  )
  for (const { id: alarmId, round, rung } of open) {
    const step = { id: ports.ids.next(), alarmId, round, rung, at, memberId: null, words: null }
    await insertStep(tx, scope, { ...step, kind: 'sign-of-life' })
    await saveClosed(tx, [alarmId], { at, memberId: null, outcome: { words: '' } })
  }
  return open.length > 0
}
