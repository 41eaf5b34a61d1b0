import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'

export async function saveWords(
  tx: Tx,
  { organisationId }: Scope,
  words: { id: string; fromId: string; toId: string; sealed: string; at: string },
) {
  await tx
    .insertInto('wellbeing_messages')
    .values({
      id: words.id,
      organisation_id: organisationId,
      from_id: words.fromId,
      to_id: words.toId,
      sealed: words.sealed,
      sent_at: words.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function markAllRead(tx: Tx, toId: string, at: string) {
  await tx
    .updateTable('wellbeing_messages')
    .set({ read_at: at })
    .where('to_id', '=', toId)
    .where('read_at', 'is', null)
    .execute()
}

export async function dropWords(tx: Tx, id: string, toId: string) {
  await tx.deleteFrom('wellbeing_messages').where('id', '=', id).where('to_id', '=', toId).execute()
}

export async function saveMute(tx: Tx, { organisationId }: Scope, memberId: string, isOn: boolean) {
  if (isOn)
    await tx
      .insertInto('wellbeing_mutes')
      .values({ member_id: memberId, organisation_id: organisationId })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  else await tx.deleteFrom('wellbeing_mutes').where('member_id', '=', memberId).execute()
}
