import type { Tx } from '#platform/db/database.ts'
import { memberNames, type Scope } from '#features/access/door.ts'
import { sendingMailboxes } from '#features/intake/mailboxes/door.ts'
import { fillable, shippedText } from '../acknowledgement/rules.ts'
import type { LetterSettings, ShownSettings } from './contract.ts'

const firstDay: LetterSettings = {
  undoSeconds: 30,
  acknowledges: true,
  acknowledgement: null,
  silentMailboxes: [],
  attachmentsMegabytes: 10,
}

function row(tx: Tx) {
  return tx.selectFrom('letters_settings').selectAll().executeTakeFirst()
}

export async function settingsOf(tx: Tx): Promise<LetterSettings> {
  const kept = await row(tx)
  if (!kept) return firstDay
  return {
    undoSeconds: kept.undo_seconds,
    acknowledges: kept.acknowledges,
    acknowledgement: kept.acknowledgement,
    silentMailboxes: kept.silent_mailboxes,
    attachmentsMegabytes: kept.attachments_megabytes,
  }
}

export async function shownSettings(tx: Tx, scope: Scope): Promise<ShownSettings> {
  const kept = await row(tx)
  const names = await memberNames(tx, scope)
  return {
    ...(await settingsOf(tx)),
    shippedText,
    placeholders: [...fillable],
    mailboxes: (await sendingMailboxes(tx)).map(({ address, displayName }) => ({
      address,
      displayName,
    })),
    changedAt: kept?.changed_at ?? null,
    changedByName: kept ? (names.get(kept.changed_by.replace('member:', '')) ?? null) : null,
  }
}
