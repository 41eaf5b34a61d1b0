import type { z } from 'zod'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import { calendarOf, memberNames, type Scope } from '#features/access/door.ts'
import { entriesOf, recorded, recordOf } from '#features/complaints/door.ts'
import type { CaseRecord, Recorded } from '#features/complaints/record/contract.ts'
import { heldById } from '../queries.ts'
import { isOver, stateAt } from '../rules.ts'
import type { draftNote, readProgress } from '../progress/contract.ts'
import { intervalOf, intervalOfNote, noteOf } from '../progress/queries.ts'
import { foundIn, nextNote } from '../progress/rules.ts'
import type { Interval } from '../progress/store.ts'
import { draftOf, type Standing } from './rules.ts'

/** The interval of one complaint, or one that was said and not written down. `now`: ISO instant. */
export async function progressOf(
  tx: Tx,
  scope: Scope,
  complaintId: string,
  now: string,
): Promise<Result<z.output<typeof readProgress.answer>>> {
  const record = await recordOf(tx, scope, complaintId)
  if (!record) return refuse('missing', 'complaints.missing', {})
  const interval = await intervalOf(tx, complaintId)
  const held = interval && (await heldById(tx, interval.commitmentId))
  const isClosed = record.closing !== null
  const names = await memberNames(tx, scope)
  return ok({
    progress:
      interval && held
        ? {
            ...noteOf(interval),
            words: interval.words,
            commitmentId: held.id,
            dueAt: held.dueAt,
            isBroken: stateAt(held, now) === 'broken',
            notes: interval.notes,
            lastAt: interval.lastAt,
          }
        : null,
    found: interval || isClosed ? null : foundIn(await entriesOf(tx, names, complaintId)),
    departments: [...new Set(openOnes(record).map(({ departmentName }) => departmentName))],
    isClosed,
  })
}

/** What may be said in the note that is due. `now`: ISO instant. */
export async function noteDraft(
  tx: Tx,
  scope: Scope,
  commitmentId: string,
  now: string,
): Promise<Result<z.output<typeof draftNote.answer>>> {
  const interval = await intervalOfNote(tx, commitmentId)
  const record = interval && (await recordOf(tx, scope, interval.complaintId))
  if (!interval || !record) return refuse('conflict', 'commitments.not-a-note', {})
  const entries = recorded(await entriesOf(tx, await memberNames(tx, scope), interval.complaintId))
  const since = interval.lastAt ?? interval.toldAt
  const { dueAt: nextDueAt } = nextNote(now, interval, await calendarOf(tx, scope))
  const heard = entries.filter(({ at }) => Temporal.Instant.compare(at, since) > 0)
  const draft = draftOf(standingOf(interval, record, heard, now, nextDueAt))
  return ok({ ...draft, channel: interval.channel, nextDueAt })
}

function standingOf(
  interval: Interval,
  record: CaseRecord,
  since: readonly Recorded[],
  now: string,
  nextDueAt: string,
): Standing {
  const { channel, notes, lastSaid, pause } = interval
  return {
    number: record.number,
    customerName: record.customer.name ?? null,
    channel,
    notes,
    lastSaid,
    confirmed: confirmedIn(since, record),
    answered: since.flatMap((each) =>
      each.type === 'inquiries.answered' ? [each.payload.departmentName] : [],
    ),
    waiting: openOnes(record)
      .filter(({ state }) => state === 'asked')
      .map(({ departmentName: name, dueAt }) => ({ name, dueAt, isOverdue: isOver(dueAt, now) })),
    pause,
    nextDueAt,
  }
}

/** What departments answered stands in their words: that an answer came is said, not what it says. */
function confirmedIn(since: readonly Recorded[], { facts }: CaseRecord): string[] {
  const answers = new Set(
    since.flatMap((each) => (each.type === 'inquiries.answered' ? [each.payload.factId] : [])),
  )
  const confirmed = new Set(
    since.flatMap((each) =>
      each.type === 'complaints.fact-confirmed' && !answers.has(each.payload.factId)
        ? [each.payload.factId]
        : [],
    ),
  )
  return facts
    .filter(({ id, status }) => status === 'confirmed' && confirmed.has(id))
    .map(({ statement }) => statement)
}

function openOnes({ inquiries }: CaseRecord) {
  return inquiries.filter(({ state }) => state === 'asked' || state === 'asked-back')
}
