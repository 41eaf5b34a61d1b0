import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'

type Sealed = { readonly id: string; memberId: string; sealed: string; at: string }

export async function saveCheck(tx: Tx, { organisationId }: Scope, one: Sealed) {
  const { id, memberId: member_id, sealed, at } = one
  await tx
    .insertInto('wellbeing_checks')
    .values({ id, organisation_id: organisationId, member_id, sealed, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function dropCheck(tx: Tx, id: string, memberId: string) {
  await tx
    .deleteFrom('wellbeing_checks')
    .where('id', '=', id)
    .where('member_id', '=', memberId)
    .execute()
}
