import type { Tx } from '#platform/db/database.ts'

export type NewFeed = {
  readonly id: string
  readonly organisationId: string
  readonly memberId: string
  readonly hash: string
  readonly madeAt: string
}

export async function insertFeed(tx: Tx, feed: NewFeed): Promise<void> {
  await tx
    .insertInto('commitments_feeds')
    .values({
      id: feed.id,
      organisation_id: feed.organisationId,
      member_id: feed.memberId,
      secret_hash: feed.hash,
      made_at: feed.madeAt,
    })
    // Sent again after a lost answer: the secret of the first attempt is known to nobody.
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet({ secret_hash: feed.hash, revoked_at: null })
        .where('commitments_feeds.member_id', '=', feed.memberId),
    )
    .execute()
}

export async function markRevoked(tx: Tx, memberId: string, at: string): Promise<void> {
  await tx
    .updateTable('commitments_feeds')
    .set({ revoked_at: at })
    .where('member_id', '=', memberId)
    .where('revoked_at', 'is', null)
    .execute()
}

export async function markRead(tx: Tx, id: string, at: string): Promise<void> {
  await tx.updateTable('commitments_feeds').set({ read_at: at }).where('id', '=', id).execute()
}

export async function saveNames(
  tx: Tx,
  organisationId: string,
  isOn: boolean,
  by: { memberId: string; at: string },
): Promise<void> {
  const values = { names_in_feed: isOn, changed_by: by.memberId, changed_at: by.at }
  await tx
    .insertInto('commitments_settings')
    .values({ organisation_id: organisationId, ...values })
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(values))
    .execute()
}
