import type { Tx } from '#platform/db/database.ts'
import { cancelJob, enqueue } from '#platform/jobs/queue.ts'
import type { Running } from './queries.ts'
import type { Tried } from './rules.ts'

export const trialTask = 'remedies.trial'

/** Instead of the trial before, if there was one. */
export async function beginTrial(tx: Tx, organisationId: string, trial: Running): Promise<void> {
  await removeTrial(tx, organisationId)
  const { id, from, until, onDay, total, at, by } = trial
  await tx
    .insertInto('remedies_trials')
    .values({
      organisation_id: organisationId,
      id,
      revision: trial.revision,
      from_number: trial.fromNumber,
      from_day: from,
      until_day: until,
      on_day: onDay,
      total,
      started_at: at,
      started_by: by,
      ...standing(trial),
    })
    .execute()
}

export async function saveTrial(tx: Tx, organisationId: string, trial: Running): Promise<void> {
  await tx
    .updateTable('remedies_trials')
    .set(standing(trial))
    .where('organisation_id', '=', organisationId)
    .execute()
}

function standing({ state, looked, changed, sums, lastId }: Running) {
  return { state, looked, changed, sums: JSON.stringify(sums), last_id: lastId }
}

export type Found = Pick<Tried, 'gained' | 'lost'> & { readonly complaintId: string }

export async function addCases(
  tx: Tx,
  organisationId: string,
  { id, changed }: Pick<Running, 'id' | 'changed'>,
  found: readonly Found[],
): Promise<void> {
  if (found.length === 0) return
  const rows = found.map(({ complaintId, gained, lost }, at) => ({
    organisation_id: organisationId,
    trial_id: id,
    place: changed + at + 1,
    complaint_id: complaintId,
    gained: JSON.stringify(gained),
    lost: JSON.stringify(lost),
  }))
  await tx.insertInto('remedies_trial_cases').values(rows).execute()
}

export async function removeTrial(tx: Tx, organisationId: string): Promise<void> {
  await goOnNever(tx, organisationId)
  await tx.deleteFrom('remedies_trials').where('organisation_id', '=', organisationId).execute()
}

const keyOf = (organisationId: string) => `remedies-trial:${organisationId}`

/** The next step, queued with what this one has found: a killed process loses at most the step it was in. */
export async function goOn(tx: Tx, organisationId: string, trialId: string): Promise<void> {
  const payload = { organisationId, trialId }
  await enqueue(tx, { task: trialTask, payload, key: keyOf(organisationId) })
}

export async function goOnNever(tx: Tx, organisationId: string): Promise<void> {
  await cancelJob(tx, keyOf(organisationId))
}
