import type { Tx } from '#platform/db/database.ts'
import { memberNames, restingAt, type Scope } from '#features/access/door.ts'
import { doing, type Present } from './contract.ts'
import { leaseSeconds } from './rules.ts'

/** Who has a page open now, by name; who is on the phone is said by the caller. */
export async function presentNow(
  tx: Tx,
  scope: Scope,
  onCall: ReadonlyMap<string, string>,
  now: string,
): Promise<Present[]> {
  const names = await memberNames(tx, scope)
  const rows = await tx
    .selectFrom('assignment_presences')
    .where('seen_at', '>', lapsedBefore(now))
    .select(['member_id as memberId', 'complaint_id as complaintId', 'doing'])
    .orderBy('member_id')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...row,
    name: names.get(row.memberId) ?? '',
    doing: doing.parse(row.doing),
    talksOn: onCall.get(row.memberId) ?? null,
  }))
}

/** Members with a page open whose place is not empty. */
export async function herePeople(tx: Tx, now: string): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('assignment_presences')
    .where('seen_at', '>', lapsedBefore(now))
    .where('doing', '!=', 'out')
    .select('member_id as id')
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Of these, whoever may be given something now. */
export async function takingPeople(tx: Tx, now: string): Promise<Set<string>> {
  return (await herePeople(tx, now)).difference(await restingAt(tx, now))
}

export function lapsedBefore(now: string): string {
  return Temporal.Instant.from(now).subtract({ seconds: leaseSeconds }).toString()
}
