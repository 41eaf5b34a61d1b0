import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'

/** Nothing is given to a member until `untilAt` (ISO). It ends by itself; what is over is not kept. */
export async function rest(
  tx: Tx,
  { organisationId }: Pick<Scope, 'organisationId'>,
  memberId: string,
  { now, untilAt }: { now: string; untilAt: string },
): Promise<void> {
  await tx.deleteFrom('assignment_rests').where('until_at', '<=', now).execute()
  await tx
    .insertInto('assignment_rests')
    .values({ member_id: memberId, organisation_id: organisationId, until_at: untilAt })
    .onConflict((conflict) => conflict.column('member_id').doUpdateSet({ until_at: untilAt }))
    .execute()
}

export async function rise(tx: Tx, memberId: string): Promise<void> {
  await tx.deleteFrom('assignment_rests').where('member_id', '=', memberId).execute()
}
