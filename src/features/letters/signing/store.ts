import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import type { Outcome } from './contract.ts'

export type NewKey = {
  readonly id: string
  readonly mailboxId: string
  readonly domain: string
  readonly selector: string
  /** Sealed. */
  readonly privateKey: string
  readonly publicKey: string
  readonly madeAt: string
}

export async function insertKey(tx: Tx, scope: Scope, key: NewKey): Promise<void> {
  await tx
    .insertInto('letters_signing_keys')
    .values({
      id: key.id,
      organisation_id: scope.organisationId,
      mailbox_id: key.mailboxId,
      domain: key.domain,
      selector: key.selector,
      private_key: key.privateKey,
      public_key: key.publicKey,
      made_at: key.madeAt,
      made_by: scope.actor,
    })
    .execute()
}

export async function saveCheck(
  tx: Tx,
  keyId: string,
  at: string,
  { outcome, found }: { outcome: Outcome; found: string | null },
): Promise<void> {
  const checked = { checked_at: at, outcome, found: found?.slice(0, 2000) ?? null }
  await tx.updateTable('letters_signing_keys').set(checked).where('id', '=', keyId).execute()
}

/** Of one mailbox at most one key signs. */
export async function signWith(
  tx: Tx,
  { id, mailboxId }: { id: string; mailboxId: string },
  isOn: boolean,
): Promise<void> {
  const keys = tx.updateTable('letters_signing_keys')
  await keys.set({ is_on: false }).where('mailbox_id', '=', mailboxId).execute()
  if (isOn) await keys.set({ is_on: true }).where('id', '=', id).execute()
}

export async function deleteKey(tx: Tx, keyId: string): Promise<void> {
  await tx.deleteFrom('letters_signing_keys').where('id', '=', keyId).execute()
}
