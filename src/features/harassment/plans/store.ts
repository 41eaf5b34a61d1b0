import type { Tx } from '#platform/db/database.ts'
import { enqueue } from '#platform/jobs/queue.ts'
import type { Scope } from '#features/access/door.ts'
import type { NamedTerms, PlanSettings, Way } from './contract.ts'
import { reviewTimes } from './rules.ts'

/** A plan as its row holds it. */
export type HeldPlan = {
  readonly id: string
  readonly complaintId: string
  readonly state: 'proposed' | 'in-force' | 'declined' | 'lifted'
  /** Of what was agreed last; 0: nothing was. */
  readonly version: number
  readonly terms: NamedTerms | null
}

export async function savePlan(
  tx: Tx,
  { organisationId }: Scope,
  { id, complaintId, state, version, terms }: HeldPlan,
  at: string,
): Promise<void> {
  const values = {
    state,
    version,
    terms: terms === null ? null : JSON.stringify(terms),
    review_on: terms?.reviewOn ?? null,
    changed_at: at,
  }
  await tx
    .insertInto('harassment_plans')
    .values({ id, organisation_id: organisationId, complaint_id: complaintId, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute()
}

/** A timer of an earlier review finds another day in the record, and does nothing. */
export async function setReviewTimers(
  tx: Tx,
  { organisationId }: Scope,
  { id: planId, complaintId }: Pick<HeldPlan, 'id' | 'complaintId'>,
  reviewOn: string,
): Promise<void> {
  for (const { at: runAt, isToday } of reviewTimes(reviewOn))
    await enqueue(tx, {
      task: 'harassment.plan-review',
      payload: { organisationId, complaintId, planId, reviewOn, isToday },
      key: `harassment.plan-review/${planId}/${String(isToday)}`,
      runAt,
    })
}

export async function saveDeparture(
  tx: Tx,
  { organisationId }: Scope,
  departure: { id: string; complaintId: string; memberId: string; way: Way; at: string },
): Promise<void> {
  const { id, complaintId, memberId, way, at } = departure
  await tx
    .insertInto('harassment_plan_departures')
    .values({
      id,
      organisation_id: organisationId,
      complaint_id: complaintId,
      member_id: memberId,
      way,
      at,
    })
    .execute()
}

/** The words of a plan go with those of the complaint it was made from. */
export async function forgetPlans(tx: Tx, complaintId: string): Promise<void> {
  await tx.deleteFrom('harassment_plans').where('complaint_id', '=', complaintId).execute()
  await tx
    .deleteFrom('harassment_plan_departures')
    .where('complaint_id', '=', complaintId)
    .execute()
}

export async function saveSettings(
  tx: Tx,
  { organisationId, actor }: Scope,
  { usualDays, longestDays, deciderIds, objection }: PlanSettings,
  at: string,
): Promise<void> {
  const values = {
    usual_days: usualDays,
    longest_days: longestDays,
    decider_ids: deciderIds,
    objection,
    changed_at: at,
    changed_by: actor,
  }
  await tx
    .insertInto('harassment_plan_settings')
    .values({ organisation_id: organisationId, ...values })
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(values))
    .execute()
}
