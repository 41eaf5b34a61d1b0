import { refuse, ok, type Result } from '#kernel/result.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import { endInside, keepInside, moveInside } from '#features/commitments/door.ts'
import { commandFor, type Situation } from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import type { Department } from '../departments/contract.ts'
import { calendarFor, departmentById } from '../departments/queries.ts'
import { heldById, turnsOf } from '../queries.ts'
import { afterDeed, isOverdue, nextReminder, remindersOf, type Deed } from '../rules.ts'
import { saveInquiry, setReminder, type Held } from '../store.ts'

/** A request with whom it was put to, read under the lock of its complaint. */
export type Place = { readonly held: Held; readonly department: Department }
type Events = Result<ComplaintEvent[]>

export async function placeOf(tx: Tx, scope: Scope, inquiryId: string): Promise<Place | undefined> {
  const held = await heldById(tx, inquiryId)
  const department = held && (await departmentById(tx, scope, held.departmentId))
  return held && department ? { held, department } : undefined
}

export function aboutOf({ held, department }: Place) {
  return { inquiryId: held.id, departmentId: department.id, departmentName: department.name }
}

export async function questionOf(tx: Tx, scope: Scope, { complaintId, id }: Held): Promise<string> {
  const turns = (await turnsOf(tx, scope, [complaintId])).get(id) ?? []
  return turns.find(({ kind }) => kind === 'question')?.text ?? ''
}

/** Sets the reminder that comes next, and takes it away where nobody is waited for. */
export async function rearm(tx: Tx, scope: Scope, { held, department }: Place): Promise<void> {
  const isWaiting = held.state === 'asked'
  const calendar = await calendarFor(tx, scope, department)
  const all = remindersOf(held.moves.at(-1)?.at ?? held.askedAt, held.dueAt, calendar)
  await setReminder(tx, scope, held, isWaiting ? nextReminder(all, held.reminded) : null)
}

async function save(tx: Tx, scope: Scope, place: Place, changes: Partial<Held>): Promise<void> {
  const held = { ...place.held, ...changes }
  await saveInquiry(tx, held)
  await rearm(tx, scope, { ...place, held })
}

export type Said = { readonly byName: string; readonly text: string }

/** An answer is a fact of the complaint by a named person, and what was promised to us has come about. */
export async function answerWith(
  situation: Situation,
  scope: Scope,
  place: Place,
  { byName, text, isConfirmed }: Said & { readonly isConfirmed: boolean },
): Promise<Events> {
  const { tx, at } = situation
  const after = stepped(place, 'answer')
  if (!after.ok) return after
  const { held, department } = place
  const factId = commandFor(held.id, 'inquiries.fact')
  const isLate = isOverdue(held.state, held.dueAt, at)
  await save(tx, scope, place, { state: after.value, answeredAt: at })
  const source = `${department.name} ${byName}さんの回答（部署照会）`
  const fact = { factId, topic: 'what' as const, statement: text, source }
  return ok([
    {
      type: 'inquiries.answered',
      payload: { ...aboutOf(place), byName, text, isConfirmed, factId, isLate },
    },
    isConfirmed
      ? { type: 'complaints.fact-confirmed', payload: { ...fact, attributedTo: 'unknown' } }
      : { type: 'complaints.fact-claimed', payload: fact },
    ...(await keepInside(situation, scope, held.commitmentId, `${source}が届いた`)),
  ])
}

/** They need to know something first: until we say it, nobody reminds them. */
export async function askBack(
  { tx }: Situation,
  scope: Scope,
  place: Place,
  said: Said,
): Promise<Events> {
  const after = stepped(place, 'ask-back')
  if (!after.ok) return after
  await save(tx, scope, place, { state: after.value })
  return ok([{ type: 'inquiries.asked-back', payload: { ...aboutOf(place), ...said } }])
}

export async function decline(
  situation: Situation,
  scope: Scope,
  place: Place,
  { insteadName, ...said }: Said & { readonly insteadName: string | null },
): Promise<Events> {
  const after = stepped(place, 'decline')
  if (!after.ok) return after
  await save(situation.tx, scope, place, { state: after.value })
  const ended = `${place.department.name}の担当ではなかったため、照会を終えた`
  return ok([
    { type: 'inquiries.declined', payload: { ...aboutOf(place), ...said, insteadName } },
    ...(await endInside(situation, scope, place.held.commitmentId, ended)),
  ])
}

/** A new date with its reason; the one before stays in the history, broken or not. */
export async function moveTo(
  situation: Situation,
  scope: Scope,
  place: Place,
  { byName, text: reason, dueAt }: Said & { readonly dueAt: string },
): Promise<Events> {
  const { tx, at } = situation
  const { held, department } = place
  const after = stepped(place, 'move')
  if (!after.ok) return after
  if (Temporal.Instant.compare(dueAt, at) <= 0) return refuse('invalid', 'inquiries.date-past', {})
  if (dueAt === held.dueAt) return refuse('invalid', 'inquiries.same-date', {})
  const wasBroken = isOverdue(held.state, held.dueAt, at)
  const move = { at, previousDueAt: held.dueAt, dueAt, reason, byName, wasBroken }
  const expiresAt = later(held.expiresAt, held.dueAt, dueAt)
  await save(tx, scope, place, { dueAt, expiresAt, reminded: null, moves: [...held.moves, move] })
  const dueOn = tokyoDay(Temporal.Instant.from(dueAt)).toString()
  const told = { reason, alternative: '', toldBy: `${department.name} ${byName}` }
  const due = { dueAt, dueOn, precision: 'minute' as const }
  const payload = { ...aboutOf(place), byName, previousDueAt: held.dueAt, dueAt, reason }
  return ok([
    { type: 'inquiries.date-moved', payload },
    ...(await moveInside(situation, scope, held.commitmentId, { ...due, ...told })),
  ])
}

/** A link lives as long after the new date as it did after the old one, and never shorter than before. */
function later(expiresAt: string, from: string, to: string): string {
  const longer = Temporal.Instant.from(to).since(from)
  return longer.total('hours') > 0
    ? Temporal.Instant.from(expiresAt).add(longer).toString()
    : expiresAt
}

/** Nobody waits any more: what was promised to us is over, and the link with it. */
export async function withdraw(
  situation: Situation,
  scope: Scope,
  place: Place,
  reason: string,
): Promise<Events> {
  const after = stepped(place, 'withdraw')
  if (!after.ok) return after
  const closed = { tokenHash: null, filesHash: null, tokenSealed: null }
  await save(situation.tx, scope, place, { state: after.value, ...closed })
  const ended = `照会を取り下げた：${reason}`
  return ok([
    { type: 'inquiries.withdrawn', payload: { ...aboutOf(place), reason } },
    ...(await endInside(situation, scope, place.held.commitmentId, ended)),
  ])
}

/** We said something: they are waited for again. */
export async function told(
  { tx }: Situation,
  scope: Scope,
  place: Place,
  said: Said,
): Promise<Events> {
  const after = stepped(place, 'tell')
  if (!after.ok) return after
  await save(tx, scope, place, { state: after.value })
  return ok([{ type: 'inquiries.told', payload: { ...aboutOf(place), ...said } }])
}

function stepped({ held }: Place, deed: Deed): Result<Held['state']> {
  const after = afterDeed(held.state, deed)
  return 'why' in after ? refuse('conflict', after.why, {}) : ok(after.next)
}
