import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import type { Position } from '../contract.ts'
import type { AlarmKind, AlarmStep, Channel, Telling } from './contract.ts'
import type { Standing } from './rules.ts'

type Organisation = Pick<Scope, 'organisationId'>

export type NewAlarm = {
  readonly id: string
  readonly visitId: string
  readonly kind: AlarmKind
  readonly dueAt: string
  readonly raisedAt: string
  readonly position: Position | null
}

/** False when somebody was quicker: one due moment is one alarm. */
export async function insertAlarm(
  tx: Tx,
  { organisationId }: Organisation,
  alarm: NewAlarm,
  { stepAt }: Standing,
): Promise<boolean> {
  const row = await tx
    .insertInto('visits_alarms')
    .values({
      id: alarm.id,
      organisation_id: organisationId,
      visit_id: alarm.visitId,
      kind: alarm.kind,
      due_at: alarm.dueAt,
      raised_at: alarm.raisedAt,
      step_at: stepAt,
      position: alarm.position === null ? null : JSON.stringify(alarm.position),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function saveStanding(tx: Tx, alarmId: string, standing: Standing): Promise<void> {
  const { round, rung, stepAt, acknowledgedAt } = standing
  await tx
    .updateTable('visits_alarms')
    .set({
      round,
      rung,
      step_at: stepAt,
      ...(acknowledgedAt === null ? { acknowledged_at: null, acknowledged_by: null } : {}),
    })
    .where('id', '=', alarmId)
    .execute()
}

/** False when somebody else has taken it: the row decides, whatever two people saw. */
export async function takeAlarm(
  tx: Tx,
  alarmId: string,
  taken: { at: string; memberId: string; stepAt: string | null },
): Promise<boolean> {
  const row = await tx
    .updateTable('visits_alarms')
    .set({ acknowledged_at: taken.at, acknowledged_by: taken.memberId, step_at: taken.stepAt })
    .where('id', '=', alarmId)
    .where('acknowledged_at', 'is', null)
    .where('closed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** It came after the call: phones take seconds to know where they are. */
export async function savePosition(
  tx: Tx,
  alarmIds: readonly string[],
  position: Position | null,
): Promise<void> {
  if (alarmIds.length === 0 || position === null) return
  await tx
    .updateTable('visits_alarms')
    .set({ position: JSON.stringify(position) })
    .where('id', 'in', [...alarmIds])
    .execute()
}

export async function savePolice(
  tx: Tx,
  alarmId: string,
  told: { at: string; words: string; stepAt: string },
): Promise<void> {
  await tx
    .updateTable('visits_alarms')
    .set({ police_at: told.at, police_words: told.words, step_at: told.stepAt })
    .where('id', '=', alarmId)
    .execute()
}

export async function saveClosed(
  tx: Tx,
  alarmIds: readonly string[],
  closed: { at: string; memberId: string | null; outcome: object },
): Promise<void> {
  if (alarmIds.length === 0) return
  await tx
    .updateTable('visits_alarms')
    .set({
      closed_at: closed.at,
      closed_by: closed.memberId,
      outcome: JSON.stringify(closed.outcome),
      step_at: null,
    })
    .where('id', 'in', [...alarmIds])
    .execute()
}

export type NewStep = Pick<AlarmStep, 'kind' | 'round' | 'rung' | 'at' | 'words'> & {
  readonly id: string
  readonly alarmId: string
  readonly memberId: string | null
}

/** False: this very command was done before. */
export async function insertStep(
  tx: Tx,
  { organisationId }: Organisation,
  { alarmId, memberId, ...step }: NewStep,
): Promise<boolean> {
  const row = await tx
    .insertInto('visits_steps')
    .values({ ...step, alarm_id: alarmId, member_id: memberId, organisation_id: organisationId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export type NewTelling = {
  readonly id: string
  readonly alarmId: string
  readonly round: number
  readonly rung: number
  readonly channel: Channel
  readonly memberId: string
  readonly at: string
}

export async function insertTelling(
  tx: Tx,
  { organisationId }: Organisation,
  { alarmId, memberId, ...telling }: NewTelling,
): Promise<void> {
  await tx
    .insertInto('visits_tellings')
    .values({
      ...telling,
      alarm_id: alarmId,
      member_id: memberId,
      organisation_id: organisationId,
      state: telling.channel === 'screen' ? 'delivered' : 'waiting',
      done_at: telling.channel === 'screen' ? telling.at : null,
    })
    .execute()
}

export async function saveTelling(
  tx: Tx,
  id: string,
  done: { state: Telling['state']; detail: string; attempts: number; at: string },
): Promise<void> {
  const { state, detail, attempts, at } = done
  await tx
    .updateTable('visits_tellings')
    .set({ state, detail, attempts, done_at: state === 'waiting' ? null : at })
    .where('id', '=', id)
    .execute()
}
