import { cancelJob, enqueue } from '#platform/jobs/queue.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Notice } from '#platform/realtime/hub.ts'
import { tellNodes } from '#platform/realtime/notices.ts'
import type { Scope } from '#features/access/door.ts'
import type { Asked, Delegation, Limits } from './contract.ts'
import type { HeldApproval } from './queries.ts'

export type NewApproval = Pick<
  HeldApproval,
  'id' | 'complaintId' | 'what' | 'needs' | 'amountYen' | 'askedAt' | 'askedById' | 'expiresAt'
> & { readonly asked: Asked; readonly textHash: string | null; readonly remindAt: string }

export async function insertApproval(tx: Tx, scope: Scope, made: NewApproval): Promise<void> {
  await tx
    .insertInto('remedies_approvals')
    .values({
      id: made.id,
      organisation_id: scope.organisationId,
      complaint_id: made.complaintId,
      what: made.what,
      state: 'asked',
      needs: made.needs,
      asked: JSON.stringify(made.asked),
      text_hash: made.textHash,
      amount_yen: made.amountYen,
      asked_at: made.askedAt,
      asked_by: made.askedById,
      remind_at: made.remindAt,
      expires_at: made.expiresAt,
    })
    .execute()
  await setTimer(tx, scope, made, 'remedies.remind', made.remindAt)
  await setTimer(tx, scope, made, 'remedies.expire', made.expiresAt)
}

export async function setTimer(
  tx: Tx,
  scope: Scope,
  { id: approvalId, complaintId }: Pick<HeldApproval, 'id' | 'complaintId'>,
  task: 'remedies.remind' | 'remedies.expire',
  runAt: string,
): Promise<void> {
  const payload = { organisationId: scope.organisationId, complaintId, approvalId }
  await enqueue(tx, { task, payload, runAt, key: `${task}:${approvalId}` })
}

export type Decision = {
  readonly state: 'granted' | 'refused' | 'expired' | 'withdrawn'
  readonly at: string
  readonly by: string | null
  readonly onBehalfOf?: string | null
  readonly amountYen?: number | null
  readonly condition?: string | null
  readonly words?: string | null
  readonly holdsUntil?: string | null
}

export async function saveDecision(tx: Tx, approvalId: string, made: Decision): Promise<void> {
  await tx
    .updateTable('remedies_approvals')
    .set({
      state: made.state,
      decided_at: made.at,
      decided_by: made.by,
      on_behalf_of: made.onBehalfOf ?? null,
      ...(made.amountYen === undefined ? {} : { amount_yen: made.amountYen }),
      condition: made.condition ?? null,
      words: made.words ?? null,
      holds_until: made.holdsUntil ?? null,
    })
    .where('id', '=', approvalId)
    .execute()
  await cancelJob(tx, `remedies.remind:${approvalId}`)
  await cancelJob(tx, `remedies.expire:${approvalId}`)
}

export async function saveReminder(tx: Tx, approvalId: string, at: string): Promise<void> {
  await tx
    .updateTable('remedies_approvals')
    .set({ reminded_at: at })
    .where('id', '=', approvalId)
    .execute()
}

/** Once, for one thing. False: it had been used before. */
export async function saveUse(
  tx: Tx,
  approvalId: string,
  { at, usedFor }: { at: string; usedFor: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('remedies_approvals')
    .set({ state: 'used', used_at: at, used_for: usedFor })
    .where('id', '=', approvalId)
    .where('state', '=', 'granted')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

type Lent = Pick<Delegation, 'id' | 'fromId' | 'toId' | 'startsOn' | 'endsOn' | 'note'>

/** Sent twice, lent once. */
export async function insertDelegation(
  tx: Tx,
  scope: Scope,
  { id, fromId, toId, startsOn, endsOn, note }: Lent,
  at: string,
): Promise<void> {
  await tx
    .insertInto('remedies_delegations')
    .values({
      id,
      organisation_id: scope.organisationId,
      from_id: fromId,
      to_id: toId,
      starts_on: startsOn,
      ends_on: endsOn,
      note,
      made_at: at,
      made_by: scope.actor,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await announce(tx, scope, id, at)
}

export async function saveEnd(tx: Tx, scope: Scope, id: string, at: string): Promise<void> {
  await tx
    .updateTable('remedies_delegations')
    .set({ ended_at: at, ended_by: scope.actor })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
  await announce(tx, scope, id, at)
}

/** Every screen reads again who may decide. */
async function announce(
  tx: Tx,
  { organisationId, actor: by }: Scope,
  id: string,
  at: string,
): Promise<void> {
  const what = { id, complaintId: id, sequence: 0, type: 'remedies.delegation-moved' }
  const notice: Notice = { organisationId, ...what, at, by }
  tellNodes(tx, notice)
}

export async function saveLimits(tx: Tx, scope: Scope, limits: Limits, at: string): Promise<void> {
  const changed = { limits: JSON.stringify(limits), changed_at: at, changed_by: scope.actor }
  await tx
    .insertInto('remedies_settings')
    .values({ organisation_id: scope.organisationId, ...changed })
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(changed))
    .execute()
}

/** After an erasure nothing is left of what was asked but when, by whom, how much, and how it was decided. */
export async function forgetAsked(tx: Tx, complaintId: string): Promise<void> {
  const rows = await tx
    .selectFrom('remedies_approvals')
    .where('complaint_id', '=', complaintId)
    .select(['id', 'asked'])
    .execute()
  for (const { id, asked } of rows) {
    const left = { reason: '（消去済み）', text: null, product: null, say: '' }
    await tx
      .updateTable('remedies_approvals')
      .set({
        asked: JSON.stringify(Object.assign({}, asked, left)),
        text_hash: null,
        words: null,
        condition: null,
      })
      .where('id', '=', id)
      .execute()
  }
}
