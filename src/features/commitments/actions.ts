import type { BusinessCalendar } from '#kernel/business-calendar.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import {
  calendarOf,
  inside,
  type May,
  membersOf,
  restingAt,
  type Scope,
} from '#features/access/door.ts'
import type { Member } from '#features/access/contract.ts'
import { change, entriesOf, type Command, type Situation } from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { findPromises } from '#features/language/door.ts'
import type { Commitment, Due, Told } from './contract.ts'
import * as course from './course/rules.ts'
import { commitmentById, heldById, type Held } from './queries.ts'
import { dueOf, isOver, ownerFor, raiseAt, warnAt, whereSaid } from './rules.ts'
import { insertCommitment, saveCommitment, setTimers } from './store.ts'

type Order = Omit<Command, 'complaintId'>
type Answered = { commitment: Commitment; head: number }
type Events = Result<readonly ComplaintEvent[]>
type Promised = Pick<Commitment, 'id' | 'complaintId' | 'words' | 'madeTo'> &
  Partial<Pick<Held, 'saidIn' | 'said'>> & {
    isProgress?: true
    outlives?: true
  } & Due

type Making = Order & {
  words: string
  due: Told
  madeTo: Commitment['madeTo']
  ownerId?: string | undefined
}

/** The command's id becomes the promise's: the same promise told twice is one. */
export async function make(
  ports: Ports,
  may: May<'commitments.make'>,
  complaintId: string,
  making: Making,
): Promise<Result<Answered>> {
  const { id, basedOn, words, madeTo } = making
  const done = await change(ports, may, { complaintId, id, basedOn }, async (situation) => {
    const { tx, record, at } = situation
    if (record.closing) return refuse('blocked', 'commitments.complaint-closed', {})
    const calendar = await calendarOf(tx, may)
    const due = readDue(making.due, at, calendar)
    if (!due.ok) return due
    if (isTwin(record, words, due.value))
      return refuse('conflict', 'commitments.already-made', { words })
    const wantedId = making.ownerId ?? may.viewer?.memberId ?? record.ownerId
    const notNow = await whyNotNow(tx, may, making.ownerId ?? null, at)
    if (notNow) return notNow
    const said = whereSaid(await entriesOf(tx, await situation.names(), complaintId), words)
    const promised = { id, complaintId, words, madeTo, ...said, ...due.value }
    return promise(situation, may, calendar, promised, wantedId)
  })
  return done.ok ? answered(ports, may, id, done.value.head) : done
}

function isTwin({ commitments }: Situation['record'], words: string, { dueAt }: Due): boolean {
  return commitments.some(
    (each) => each.state === 'open' && each.words === words && each.dueAt === dueAt,
  )
}

/** Somebody who rests is given nothing; whoever gives it is told who is there. One may take it oneself. */
async function whyNotNow(tx: Tx, may: Scope, wantedId: string | null, at: string) {
  if (wantedId === null || wantedId === may.viewer?.memberId) return null
  const resting = await restingAt(tx, at)
  if (!resting.has(wantedId)) return null
  const found = ownerFor(await membersOf(tx, may.organisationId), wantedId, resting)
  const isOther = found?.insteadOf && found.owner.id !== may.viewer?.memberId
  const there = isOther ? found.owner.name : ''
  const name = (found?.insteadOf ?? found?.owner)?.name ?? ''
  return refuse('conflict', 'commitments.owner-not-now', { name, there })
}

/**
 * Writes a promise down with its timers. `wantedId` null: whoever leads and is there. Somebody who will still rest when
 * it comes due is stood in for.
 */
export async function promise(
  { tx, at }: Situation,
  scope: Scope,
  calendar: BusinessCalendar,
  promised: Promised,
  wantedId: string | null,
): Promise<Events> {
  const isOwn = wantedId === scope.viewer?.memberId
  const resting = isOwn ? new Set<string>() : await restingAt(tx, promised.dueAt)
  const found = ownerFor(await membersOf(tx, scope.organisationId), wantedId, resting)
  if (!found) return refuse('missing', 'access.member-missing', {})
  const { owner, insteadOf } = found
  const { saidIn = null, said = null, ...told } = promised
  const held: Held = {
    ...told,
    ...course.beginning,
    ...warningsFor(at, promised.dueAt, calendar),
    saidIn,
    said,
    ownerId: owner.id,
    madeAt: at,
    renegotiations: [],
  }
  await insertCommitment(tx, scope.organisationId, held)
  await setTimers(tx, scope.organisationId, held)
  return ok([made(promised, owner, insteadOf)])
}

function made(promised: Promised, owner: Member, insteadOf: Member | null): ComplaintEvent {
  const {
    id: commitmentId,
    words,
    dueAt,
    dueOn,
    precision,
    madeTo,
    saidIn,
    isProgress,
    outlives,
  } = promised
  const payload = { commitmentId, words, dueAt, dueOn, precision, madeTo }
  const by = { ownerId: owner.id, ownerName: owner.name }
  const away = insteadOf ? { insteadOf: insteadOf.name } : {}
  const link = {
    ...(saidIn ? { saidIn } : {}),
    ...(isProgress ? { isProgress } : {}),
    ...(outlives ? { outlives } : {}),
  }
  return { type: 'commitments.made', payload: { ...payload, ...by, ...away, ...link } }
}

type Moving = Order & { due: Told; reason: string; alternative: string; toldBy: string }

/** A new date, told to the customer with a reason and an alternative. The old one stays in the history. */
export function renegotiate(
  ports: Ports,
  may: May<'commitments.renegotiate'>,
  commitmentId: string,
  moving: Moving,
): Promise<Result<Answered>> {
  return changeHeld(ports, may, commitmentId, moving, async ({ tx, at, record, names }, held) => {
    const over = course.whyOver(held)
    if (over) return over
    if (record.closing) return refuse('blocked', 'commitments.complaint-closed', {})
    const calendar = await calendarOf(tx, may)
    const due = readDue(moving.due, at, calendar)
    if (!due.ok) return due
    const { reason, alternative, toldBy } = moving
    const moved = course.renegotiated(held, at, due.value, { reason, alternative, toldBy })
    if (!moved.ok) return moved
    await save(tx, may, { ...moved.value, ...warningsFor(at, due.value.dueAt, calendar) })
    const told = { previousDueAt: held.dueAt, reason, alternative, toldBy }
    const late = isOver(held.dueAt, at) ? { wasBroken: true } : {}
    const payload = { commitmentId, words: held.words, ...due.value, ...told, ...late }
    return ok([...overdue(held, at, await names()), { type: 'commitments.renegotiated', payload }])
  })
}

/** Only a person says that a promise was kept, and how. After the date it is kept late: the date stays broken. */
export function keep(
  ports: Ports,
  may: May<'commitments.keep'>,
  commitmentId: string,
  order: Order & { how: string },
): Promise<Result<Answered>> {
  return changeHeld(ports, may, commitmentId, order, async ({ tx, at, names }, held) => {
    const kept = course.kept(held, at)
    if (!kept.ok) return kept
    await save(tx, may, kept.value)
    const late = kept.value.brokenAt === null ? {} : { isLate: true }
    const payload = { commitmentId, words: held.words, how: order.how, ...late }
    return ok([...overdue(held, at, await names()), { type: 'commitments.kept', payload }])
  })
}

/** Back to what it was: open while the date is to come, else broken. */
export function withdrawKeeping(
  ports: Ports,
  may: May<'commitments.keep'>,
  commitmentId: string,
  order: Order & { reason: string },
): Promise<Result<Answered>> {
  return changeHeld(ports, may, commitmentId, order, async ({ tx, at, record, names }, held) => {
    const back = course.keepingWithdrawn(held, at)
    if (!back.ok) return back
    if (record.closing) return refuse('blocked', 'commitments.complaint-closed', {})
    await save(tx, may, back.value)
    const payload = { commitmentId, words: held.words, reason: order.reason }
    const open: Held = { ...back.value, state: 'open' }
    return ok([
      { type: 'commitments.keeping-withdrawn', payload },
      ...overdue(open, at, await names()),
    ])
  })
}

/** Before its date, and with a reason: it stays in the ledger. */
export function withdraw(
  ports: Ports,
  may: May<'commitments.withdraw'>,
  commitmentId: string,
  order: Order & { reason: string },
): Promise<Result<Answered>> {
  return changeHeld(ports, may, commitmentId, order, async ({ tx, at }, held) => {
    const withdrawn = course.withdrawn(held, at, order.reason)
    if (!withdrawn.ok) return withdrawn
    await save(tx, may, withdrawn.value)
    return ok([withdrawal(held, order.reason)])
  })
}

export function withdrawal(
  { id: commitmentId, words }: Pick<Held, 'id' | 'words'>,
  reason: string,
): ComplaintEvent {
  return { type: 'commitments.withdrawn', payload: { commitmentId, words, reason } }
}

export function handOver(
  ports: Ports,
  may: May<'commitments.hand-over'>,
  commitmentId: string,
  order: Order & { ownerId: string; reason: string },
): Promise<Result<Answered>> {
  return changeHeld(ports, may, commitmentId, order, async ({ tx, at }, held) => {
    const over = course.whyOver(held)
    if (over) return over
    const notNow = await whyNotNow(tx, may, order.ownerId, at)
    if (notNow) return notNow
    const found = ownerFor(await membersOf(tx, may.organisationId), order.ownerId)
    if (!found) return refuse('missing', 'access.member-missing', {})
    const { owner, insteadOf } = found
    if (insteadOf)
      return refuse('conflict', 'commitments.owner-away', {
        away: insteadOf.name,
        there: owner.name,
      })
    if (owner.id === held.ownerId)
      return refuse('conflict', 'commitments.owner-same', { name: owner.name })
    await saveCommitment(tx, { ...held, ownerId: owner.id })
    return ok([handedOver(held, owner, order.reason)])
  })
}

export function handedOver(
  { id: commitmentId, words, ownerId: fromId }: Held,
  to: { id: string; name: string },
  reason: string,
): ComplaintEvent {
  const payload = { commitmentId, words, fromId, toId: to.id, toName: to.name, reason }
  return { type: 'commitments.handed-over', payload }
}

/** The date passed and the timer has not said so yet: then whoever comes first says it. */
export function overdue(
  { id: commitmentId, state, words, dueAt, ownerId }: Held,
  at: string,
  names: ReadonlyMap<string, string>,
): ComplaintEvent[] {
  if (state !== 'open' || !isOver(dueAt, at)) return []
  const ownerName = names.get(ownerId) ?? ''
  return [
    { type: 'commitments.broken', payload: { commitmentId, words, dueAt, ownerId, ownerName } },
  ]
}

async function changeHeld(
  ports: Ports,
  scope: Scope,
  commitmentId: string,
  order: Order,
  decide: (situation: Situation, held: Held) => Promise<Events>,
): Promise<Result<Answered>> {
  const before = await inside(ports.db, scope, (tx) => heldById(tx, commitmentId))
  if (!before) return refuse('missing', 'commitments.missing', {})
  const command = { complaintId: before.complaintId, id: order.id, basedOn: order.basedOn }
  const done = await change(ports, scope, command, async (situation) => {
    // Read again: between the look and the lock somebody else may have kept or moved it.
    const held = await heldById(situation.tx, commitmentId)
    return held ? decide(situation, held) : refuse('missing', 'commitments.missing', {})
  })
  return done.ok ? answered(ports, scope, commitmentId, done.value.head) : done
}

async function answered(
  ports: Ports,
  scope: Scope,
  commitmentId: string,
  head: number,
): Promise<Result<Answered>> {
  const now = ports.clock.now().toString()
  const commitment = await inside(ports.db, scope, (tx) =>
    commitmentById(tx, scope, commitmentId, now),
  )
  // Without it, the id was another command's and nothing was done here.
  return commitment ? ok({ commitment, head }) : refuse('conflict', 'complaints.command-reused', {})
}

export async function save(tx: Tx, scope: Scope, held: Held) {
  await saveCommitment(tx, held)
  await setTimers(tx, scope.organisationId, held)
}

/** The phrase as it was said; a bare date (「明日の17時まで」) is read as the promise it stands for. */
function readDue(told: Told, at: string, calendar: BusinessCalendar): Result<Due> {
  const now = Temporal.Instant.from(at)
  if ('on' in told) return dueOf(told, [], now, calendar)
  const found = [told.phrase, `${told.phrase}にご連絡いたします。`].flatMap(
    (text) => findPromises({ now: at, text }, calendar).promises,
  )
  return dueOf(told, found, now, calendar)
}

/** When its owner is told, and when whoever leads. */
export function warningsFor(at: string, dueAt: string, calendar: BusinessCalendar) {
  const to = Temporal.Instant.from(dueAt)
  const warn = warnAt(Temporal.Instant.from(at), to, calendar)
  const raise = warn && raiseAt(warn, to, calendar)
  return { warnAt: warn?.toString() ?? null, raiseAt: raise?.toString() ?? null }
}
