import type { Tx } from '#platform/db/database.ts'

export type Absence = {
  readonly id: string
  readonly memberId: string
  readonly fromAt: string
  readonly untilAt: string
  readonly promisesTo: string | null
  readonly complaintsTo: string | null
  readonly arrivalsTo: string | null
  readonly beganAt: string | null
}

const columns = [
  'id',
  'member_id as memberId',
  'from_at as fromAt',
  'until_at as untilAt',
  'promises_to as promisesTo',
  'complaints_to as complaintsTo',
  'arrivals_to as arrivalsTo',
  'began_at as beganAt',
] as const

/** Those that are going on at this instant. */
export async function absencesAt(tx: Tx, now: string): Promise<Absence[]> {
  return tx
    .selectFrom('assignment_absences')
    .where('ended_at', 'is', null)
    .where('from_at', '<=', now)
    .where('until_at', '>', now)
    .select(columns)
    .orderBy('from_at')
    .execute()
}

/** Those that go on or are to come. */
export async function comingAbsences(tx: Tx, now: string): Promise<Absence[]> {
  return tx
    .selectFrom('assignment_absences')
    .where('ended_at', 'is', null)
    .where('until_at', '>', now)
    .select(columns)
    .orderBy('from_at')
    .execute()
}

export async function absenceById(tx: Tx, id: string) {
  return tx
    .selectFrom('assignment_absences')
    .where('id', '=', id)
    .select([...columns, 'ended_at as endedAt'])
    .forUpdate()
    .executeTakeFirst()
}
