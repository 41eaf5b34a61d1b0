import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Ports } from '#platform/ports.ts'
import { calendarOf, inside, type May, type Scope } from '#features/access/door.ts'
import { change, commandFor, type Command, type Situation } from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { promise } from '../actions.ts'
import type { Due } from '../contract.ts'
import * as course from '../course/rules.ts'
import { keepInside, moveInside } from '../inside/actions.ts'
import { heldById, type Held } from '../queries.ts'
import { isOver } from '../rules.ts'
import type { NoteChannel, Rhythm } from './contract.ts'
import { intervalOf, intervalOfNote } from './queries.ts'
import { everyInWords, isTooLong, nextNote, noteOn } from './rules.ts'
import { insertInterval, saveInterval, type Interval } from './store.ts'

type Order = Omit<Command, 'complaintId'>
type Answered = { commitmentId: string; dueAt: string; head: number }
type Events = Result<ComplaintEvent[]>

type Telling = Order &
  Rhythm & { channel: NoteChannel; words: string; firstOn?: string | undefined }

/** P5: how often the customer was told to hear of us. From here on the next note is a promise. */
export function tell(
  ports: Ports,
  may: May<'commitments.make'>,
  complaintId: string,
  telling: Telling,
): Promise<Result<Answered>> {
  return decideOn(ports, may, { complaintId, ...telling }, async (situation) => {
    const { tx, at } = situation
    const { every, unit, firstOn } = telling
    const calendar = await calendarOf(tx, may)
    const due = firstOn ? noteOn(firstOn, at, calendar) : nextNote(at, { every, unit }, calendar)
    if (isOver(due.dueAt, at))
      return refuse('invalid', 'commitments.date-past', { dueAt: due.dueAt })
    const before = await intervalOf(tx, complaintId)
    return before
      ? retell(situation, may, before, telling, due)
      : begin(situation, may, complaintId, telling, due)
  })
}

async function begin(
  situation: Situation,
  may: May<'commitments.make'>,
  complaintId: string,
  { id, every, unit, channel, words }: Telling,
  due: Due,
): Promise<Events> {
  const { tx, at, record } = situation
  const toldBy = may.viewer?.memberId ?? record.ownerId
  if (!toldBy) return refuse('missing', 'access.member-missing', {})
  const commitmentId = commandFor(id, 'commitments.next-note')
  const fresh = {
    previousId: null,
    notes: 0,
    lastSaid: '',
    lastAt: null,
    pause: null,
    endedAt: null,
  }
  const told = { every, unit, channel, words, toldBy, toldAt: at }
  const interval: Interval = { id, complaintId, ...told, ...fresh, commitmentId }
  const made = await promised(situation, may, interval, due)
  if (!made.ok) return made
  await insertInterval(tx, may, interval)
  return ok([toldEvent(interval, due.dueAt), ...made.value])
}

/** Another interval: the note that is due moves, and what it was stays in its history. */
async function retell(
  situation: Situation,
  scope: Scope,
  before: Interval,
  { every, unit, channel, words }: Telling,
  due: Due,
): Promise<Events> {
  const { tx, at } = situation
  const held = await heldById(tx, before.commitmentId)
  if (!held) return refuse('missing', 'commitments.missing', {})
  const interval: Interval = { ...before, every, unit, channel, words, toldAt: at, pause: null }
  const told = { reason: `ご連絡の間隔を改めたため：${words}`, toldBy: scope.viewer?.name ?? '' }
  const moved =
    held.dueAt === due.dueAt ? ok([]) : await moveNote(situation, scope, held, due, told)
  if (!moved.ok) return moved
  await saveInterval(tx, interval)
  return ok([...moved.value, toldEvent(interval, due.dueAt)])
}

function toldEvent(interval: Interval, dueAt: string): ComplaintEvent {
  const { every, unit, channel, words, commitmentId } = interval
  const payload = { every, unit, channel, words, commitmentId, dueAt }
  return { type: 'commitments.progress-told', payload }
}

const by: Readonly<Record<NoteChannel, string>> = {
  phone: '電話',
  mail: 'メール',
  chat: 'チャット',
  letter: '手紙',
}

/** The note was given. The next promise is made in the same transaction, as often as this is sent. */
export function note(
  ports: Ports,
  may: May<'commitments.keep'>,
  commitmentId: string,
  giving: Order & { text: string; channel: NoteChannel },
): Promise<Result<Answered>> {
  return decideOnNote(ports, may, commitmentId, giving, async (situation, interval) => {
    const { text, channel } = giving
    const how = `${by[channel]}でお伝えした：${text}`
    const kept = await keepInside(situation, may, commitmentId, how)
    const next = await follow(situation, may, { ...interval, channel, lastSaid: text }, giving.id)
    return next.ok ? ok([...kept, ...next.value]) : next
  })
}

/**
 * The note due was kept just now, by whichever door: the next one is promised, and nobody is waited for any more.
 * `cause`: the command or entry by which it was kept; the same one promises once.
 */
export async function follow(
  situation: Situation,
  scope: Scope,
  interval: Interval,
  cause: string,
): Promise<Events> {
  const { tx, at } = situation
  const due = nextNote(at, interval, await calendarOf(tx, scope))
  const commitmentId = commandFor(cause, 'commitments.next-note')
  const next: Interval = {
    ...interval,
    commitmentId,
    previousId: interval.commitmentId,
    notes: interval.notes + 1,
    lastAt: at,
    pause: null,
  }
  const made = await promised(situation, scope, next, due)
  if (made.ok) await saveInterval(tx, next)
  return made
}

/** Whoever has the complaint gives the note, or who stands in while they are away; else whoever told the customer. */
async function promised(
  situation: Situation,
  scope: Scope,
  interval: Interval,
  due: Due,
): Promise<Events> {
  const { complaintId, commitmentId: id, toldBy } = interval
  const words = `経過のご連絡（${everyInWords(interval)}）`
  const said = { id, complaintId, words, madeTo: 'customer' as const, isProgress: true as const }
  const calendar = await calendarOf(situation.tx, scope)
  const wanted = situation.record.ownerId ?? toldBy
  const made = await promise(situation, scope, calendar, { ...said, ...due }, wanted)
  return made.ok ? ok([...made.value]) : made
}

type Pausing = Order & {
  reason: string
  waiter: string
  kind: 'person' | 'department'
  on: string
  toldBy: string
}

/** Nothing is said before somebody by name has moved: until a day that the customer was told, and not longer. */
export function pause(
  ports: Ports,
  may: May<'commitments.renegotiate'>,
  commitmentId: string,
  { reason, waiter, kind, on, toldBy, ...order }: Pausing,
): Promise<Result<Answered>> {
  return decideOnNote(ports, may, commitmentId, order, async (situation, interval, held) => {
    const { tx, at } = situation
    const due = noteOn(on, at, await calendarOf(tx, may))
    const { dueAt } = due
    if (isOver(dueAt, at)) return refuse('invalid', 'commitments.date-past', { dueAt })
    if (isTooLong(dueAt, at)) return refuse('invalid', 'commitments.pause-too-long', {})
    const told = { reason: `${waiter}を待つため：${reason}`, toldBy }
    const moved = await moveNote(situation, may, held, due, told)
    if (!moved.ok) return moved
    await saveInterval(tx, { ...interval, pause: { reason, waiter, kind, at } })
    const payload = { commitmentId, dueAt, reason, waiter, kind }
    return ok([{ type: 'commitments.progress-paused', payload }, ...moved.value])
  })
}

async function moveNote(
  situation: Situation,
  scope: Scope,
  { id }: Held,
  due: Due,
  told: { reason: string; toldBy: string },
): Promise<Events> {
  const moved = await moveInside(situation, scope, id, { ...due, alternative: '', ...told })
  const { dueAt } = due
  return moved.length > 0 ? ok(moved) : refuse('invalid', 'commitments.same-date', { dueAt })
}

async function decideOnNote(
  ports: Ports,
  scope: Scope,
  commitmentId: string,
  order: Order,
  decide: (situation: Situation, interval: Interval, held: Held) => Promise<Events>,
): Promise<Result<Answered>> {
  const before = await inside(ports.db, scope, (tx) => heldById(tx, commitmentId))
  if (!before) return refuse('missing', 'commitments.missing', {})
  const { complaintId } = before
  return decideOn(ports, scope, { ...order, complaintId }, async (situation) => {
    // Read again: between the look and the lock somebody else may have given the note, or ended them.
    const held = await heldById(situation.tx, commitmentId)
    const over = held && course.whyOver(held)
    if (over) return over
    const interval = await intervalOfNote(situation.tx, commitmentId)
    return held && interval
      ? decide(situation, interval, held)
      : refuse('conflict', 'commitments.not-a-note', {})
  })
}

async function decideOn(
  ports: Ports,
  scope: Scope,
  { complaintId, id, basedOn }: Command,
  decide: (situation: Situation) => Promise<Events>,
): Promise<Result<Answered>> {
  const done = await change(ports, scope, { complaintId, id, basedOn }, async (situation) =>
    situation.record.closing
      ? refuse('blocked', 'commitments.complaint-closed', {})
      : decide(situation),
  )
  if (!done.ok) return done
  const due = await inside(ports.db, scope, async (tx) => {
    const interval = await intervalOf(tx, complaintId)
    return interval && (await heldById(tx, interval.commitmentId))
  })
  const { head } = done.value
  // Sent again after the notes have ended: there is nothing due to answer with.
  return due
    ? ok({ commitmentId: due.id, dueAt: due.dueAt, head })
    : refuse('conflict', 'commitments.not-a-note', {})
}
