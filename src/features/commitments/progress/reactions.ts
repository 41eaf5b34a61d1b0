import { ok } from '#kernel/result.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, permitted, systemScope, type May } from '#features/access/door.ts'
import {
  change,
  commandFor,
  type Heard,
  type Reactions,
  type Situation,
} from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { save, withdrawal } from '../actions.ts'
import * as course from '../course/rules.ts'
import { passPromise } from '../door.ts'
import { canWatch } from '../policy.ts'
import { heldById } from '../queries.ts'
import { follow } from './actions.ts'
import { intervalOf } from './queries.ts'
import { forgetIntervals, saveInterval, type Interval } from './store.ts'

/** Whatever rings twice or late looks at the interval again, under the lock of its complaint. */
export const progressReactions: Reactions = {
  'complaints.personal-data-erased': (ports, { organisationId, complaintId }) =>
    inside(ports.db, systemScope(organisationId, 'commitments'), (tx) =>
      forgetIntervals(tx, complaintId, ports.clock.now().toString()),
    ),
  'commitments.kept': (ports, heard) => react(ports, heard, 'commitments.follow-note', goOn),
  'commitments.keeping-withdrawn': (ports, heard) =>
    react(ports, heard, 'commitments.unfollow-note', goBack),
  'commitments.withdrawn': (ports, heard) =>
    react(ports, heard, 'commitments.end-notes', endWithdrawn),
  'complaints.assigned': (ports, heard) =>
    react(ports, heard, 'commitments.give-note', giveToOwner),
  'complaints.closed': (ports, heard) => react(ports, heard, 'commitments.end-notes', endClosed),
}

type Watching = May<'commitments.watch'>
type Deciding = (
  situation: Situation,
  may: Watching,
  interval: Interval,
  entryId: string,
) => Promise<readonly ComplaintEvent[]>

/** Kept by the ledger instead of by its own door. */
const goOn: Deciding = async (situation, may, interval, entryId) => {
  const held = await heldById(situation.tx, interval.commitmentId)
  if (held?.state !== 'kept' || situation.record.closing) return []
  const next = await follow(situation, may, interval, entryId)
  return next.ok ? next.value : []
}

/** "Kept" was a slip: the note is due as before, and what followed was never promised. */
const goBack: Deciding = async ({ tx, at }, may, interval) => {
  const { previousId, commitmentId } = interval
  const [before, after] = [
    previousId && (await heldById(tx, previousId)),
    await heldById(tx, commitmentId),
  ]
  if (!before || !after || course.whyOver(before) || course.whyOver(after)) return []
  const reason = 'ひとつ前の経過のご連絡の記録が取り消されたため'
  await save(tx, may, course.unsaid(after, at, reason))
  const notes = Math.max(0, interval.notes - 1)
  await saveInterval(tx, { ...interval, commitmentId: before.id, previousId: null, notes })
  return [withdrawal(after, reason)]
}

/** Whoever has the complaint now gives the note that is due. */
const giveToOwner: Deciding = async ({ tx, record }, _may, interval) => {
  const { ownerId: id, ownerName: name } = record
  return id === null || name === null
    ? []
    : passPromise(tx, interval.commitmentId, { id, name }, '苦情の担当が変わったため')
}

/** The note was withdrawn with a reason: the customer wants no more of them. */
const endWithdrawn: Deciding = async ({ tx, at }, _may, interval) => {
  const held = await heldById(tx, interval.commitmentId)
  if (held?.state !== 'withdrawn') return []
  await saveInterval(tx, { ...interval, endedAt: at })
  const reason = held.withdrawnReason ?? ''
  return [{ type: 'commitments.progress-ended', payload: { reason } }]
}

/** With the closing nobody waits for a note. One whose date has passed stays broken. */
const endClosed: Deciding = async ({ tx, at, record }, may, interval) => {
  if (!record.closing) return []
  const reason = '苦情が終了したため'
  await saveInterval(tx, { ...interval, endedAt: at })
  const held = await heldById(tx, interval.commitmentId)
  const withdrawn = held && course.withdrawn(held, at, reason)
  const ended: ComplaintEvent = { type: 'commitments.progress-ended', payload: { reason } }
  if (!held || !withdrawn?.ok) return [ended]
  await save(tx, may, withdrawn.value)
  return [withdrawal(held, reason), ended]
}

async function react(ports: Ports, heard: Heard, purpose: string, decide: Deciding): Promise<void> {
  const { organisationId, complaintId, entryId } = heard
  const may = permitted(systemScope(organisationId, 'commitments'), canWatch)
  if (!may.ok) return
  const running = await inside(ports.db, may.value, (tx) => intervalOf(tx, complaintId))
  if (!running) return
  const id = commandFor(entryId, purpose)
  await change(ports, may.value, { complaintId, id }, async (situation) => {
    const interval = await intervalOf(situation.tx, complaintId)
    return ok(interval ? await decide(situation, may.value, interval, entryId) : [])
  })
}
