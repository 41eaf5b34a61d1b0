import type { Tx } from '#platform/db/database.ts'

export async function insertCheckpoint(
  tx: Tx,
  organisationId: string,
  checkpoint: {
    id: string
    at: string
    heads: readonly unknown[]
    root: string
    previousRoot: string | null
    publicKey: string
    signature: string
    apart: string | null
  },
): Promise<void> {
  await tx
    .insertInto('complaints_checkpoints')
    .values({
      id: checkpoint.id,
      organisation_id: organisationId,
      at: checkpoint.at,
      heads: JSON.stringify(checkpoint.heads),
      root: checkpoint.root,
      previous_root: checkpoint.previousRoot,
      public_key: checkpoint.publicKey,
      signature: checkpoint.signature,
      apart: checkpoint.apart,
    })
    .execute()
}
