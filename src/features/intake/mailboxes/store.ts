import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import type { MailboxDraft } from './contract.ts'

export type Sealed = { readonly imap: string | null; readonly smtp: string | null }
export type Saving = {
  readonly id: string
  readonly draft: MailboxDraft
  readonly secrets: Sealed
  readonly takesSince: string | null
  readonly at: string
}

/** Whoever reads this mailbox notices the new version and begins anew. */
export async function keepMailbox(tx: Tx, scope: Scope, saving: Saving): Promise<void> {
  const { id, at } = saving
  const told = columns(scope, saving)
  const fresh = { state: told.is_on ? 'waiting' : 'off', problem: null, problem_detail: null }
  await tx
    .insertInto('intake_mailboxes')
    .values({ id, organisation_id: scope.organisationId, ...told, ...fresh, state_at: at })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({
        ...told,
        ...fresh,
        state_at: at,
        version: sql<number>`intake_mailboxes.version + 1`,
      }),
    )
    .execute()
}

function columns(scope: Scope, { draft, secrets, takesSince, at }: Saving) {
  return {
    address: draft.address,
    display_name: draft.displayName,
    signature: draft.signature,
    is_default: draft.isDefault,
    is_on: draft.isOn,
    takes_lmtp: draft.takesLmtp,
    imap: draft.imap && JSON.stringify(draft.imap),
    smtp: draft.smtp && JSON.stringify(draft.smtp),
    imap_secret: secrets.imap,
    smtp_secret: secrets.smtp,
    takes_since: takesSince,
    changed_at: at,
    changed_by: scope.actor,
  }
}

/** There is one default at most: the last one that was chosen. */
export async function noOtherDefault(tx: Tx, mailboxId: string): Promise<void> {
  await tx
    .updateTable('intake_mailboxes')
    .set({ is_default: false })
    .where('id', '!=', mailboxId)
    .where('is_default', '=', true)
    .execute()
}
