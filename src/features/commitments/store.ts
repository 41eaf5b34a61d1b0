import { cancelJob, enqueue } from '#platform/jobs/queue.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Held } from './queries.ts'

export type Timer = 'commitments.warn' | 'commitments.raise' | 'commitments.break'

export async function insertCommitment(tx: Tx, organisationId: string, held: Held): Promise<void> {
  await tx
    .insertInto('commitments')
    .values({
      id: held.id,
      organisation_id: organisationId,
      complaint_id: held.complaintId,
      made_to: held.madeTo,
      made_at: held.madeAt,
      ...columnsOf(held),
    })
    .execute()
}

export async function saveCommitment(tx: Tx, held: Held): Promise<void> {
  await tx.updateTable('commitments').set(columnsOf(held)).where('id', '=', held.id).execute()
}

/** Where its words stand; nothing else of the promise moves. */
export async function saveWords(
  tx: Tx,
  id: string,
  words: Pick<Held, 'saidIn' | 'said'>,
): Promise<void> {
  await tx.updateTable('commitments').set(wordsOf(words)).where('id', '=', id).execute()
}

function wordsOf({ saidIn, said }: Pick<Held, 'saidIn' | 'said'>) {
  return {
    said_in: saidIn,
    said_entry: said?.entryId ?? null,
    said_at: said?.at ?? null,
    said_by: said?.by ?? null,
    said_as: said?.as ?? null,
  }
}

function columnsOf(held: Held) {
  return {
    words: held.words,
    due_at: held.dueAt,
    due_on: held.dueOn,
    precision: held.precision,
    state: held.state,
    owner_id: held.ownerId,
    warn_at: held.warnAt,
    warned_at: held.warnedAt,
    kept_at: held.keptAt,
    broken_at: held.brokenAt,
    raise_at: held.raiseAt,
    raised_at: held.raisedAt,
    withdrawn_at: held.withdrawnAt,
    withdrawn_reason: held.withdrawnReason,
    ...wordsOf(held),
    renegotiations: JSON.stringify(held.renegotiations),
  }
}

/** Sets the timers of an open promise; those of an earlier date are replaced, those of one that is over go away. */
export async function setTimers(tx: Tx, organisationId: string, held: Held): Promise<void> {
  const isOpen = held.state === 'open'
  const warnAt = isOpen && held.warnedAt === null ? held.warnAt : null
  const raiseAt = isOpen && held.raisedAt === null ? held.raiseAt : null
  await setTimer(tx, organisationId, held, 'commitments.warn', warnAt)
  await setTimer(tx, organisationId, held, 'commitments.raise', raiseAt)
  await setTimer(tx, organisationId, held, 'commitments.break', isOpen ? held.dueAt : null)
}

export async function setTimer(
  tx: Tx,
  organisationId: string,
  { id: commitmentId, complaintId, renegotiations }: Held,
  task: Timer,
  runAt: string | null,
): Promise<void> {
  const key = `${task}:${commitmentId}`
  if (runAt === null) return cancelJob(tx, key)
  const payload = { organisationId, complaintId, commitmentId, round: renegotiations.length }
  await enqueue(tx, { task, payload, runAt, key })
}

const erased = '（消去済み）'

/** After an erasure nothing of what was promised is left but when, by whom, and whether it was kept. */
export async function forgetWords(tx: Tx, complaintId: string): Promise<void> {
  await tx
    .updateTable('commitments')
    .set({ words: erased, renegotiations: '[]' })
    .where('complaint_id', '=', complaintId)
    .execute()
  await tx
    .updateTable('commitments')
    .set({ withdrawn_reason: erased })
    .where('complaint_id', '=', complaintId)
    .where('state', '=', 'withdrawn')
    .execute()
}
