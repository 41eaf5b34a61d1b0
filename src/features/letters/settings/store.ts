import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import type { LetterSettings } from './contract.ts'

export async function keepSettings(
  tx: Tx,
  scope: Scope,
  settings: LetterSettings,
  at: string,
): Promise<void> {
  const told = {
    undo_seconds: settings.undoSeconds,
    acknowledges: settings.acknowledges,
    acknowledgement: settings.acknowledgement,
    silent_mailboxes: settings.silentMailboxes.map((address) => address.toLowerCase()),
    attachments_megabytes: settings.attachmentsMegabytes,
    changed_at: at,
    changed_by: scope.actor,
  }
  await tx
    .insertInto('letters_settings')
    .values({ organisation_id: scope.organisationId, ...told })
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(told))
    .execute()
}
