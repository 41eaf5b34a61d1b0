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

/** Takes or keeps the right to read a mailbox; undefined when another node has it, or when it is not to be read. */
export async function claim(tx: Tx, mailboxId: string, node: string, seconds: number) {
  return tx
    .updateTable('intake_mailboxes')
    .set({ held_by: node, held_until: sql<string>`now() + make_interval(secs => ${seconds})` })
    .where('id', '=', mailboxId)
    .where('is_on', '=', true)
    .where('imap', 'is not', null)
    .where(sql<boolean>`(held_by = ${node} or held_until is null or held_until < now())`)
    .returningAll()
    .executeTakeFirst()
}

/** Another node need not wait. */
export async function release(tx: Tx, mailboxId: string, node: string): Promise<void> {
  await tx
    .updateTable('intake_mailboxes')
    .set({ held_by: null, held_until: null })
    .where('id', '=', mailboxId)
    .where('held_by', '=', node)
    .execute()
}

export type State = {
  readonly state: 'connected' | 'trouble'
  readonly problem: string | null
  readonly detail: string | null
}

/** Of whoever holds it with these settings; what an earlier connection says late is not heard. */
export async function saveState(
  tx: Tx,
  { id, version, held_by: node }: { id: string; version: number; held_by: string | null },
  at: string,
  { state, problem, detail }: State,
): Promise<void> {
  await tx
    .updateTable('intake_mailboxes')
    .set({ state, problem, problem_detail: detail, state_at: at })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('held_by', '=', node)
    .where(sql<boolean>`(state, problem, problem_detail) is distinct from
      (${state}, ${problem}::text, ${detail}::text)`)
    .execute()
}

export type Place = {
  readonly mailboxId: string
  readonly folder: string
  readonly node: string
  readonly uidValidity: number
  readonly lastUid: number
}

/** Throws when somebody else reads this mailbox meanwhile: then this transaction keeps nothing. */
export async function advance(tx: Tx, scope: Scope, place: Place): Promise<void> {
  const { mailboxId, folder, node, uidValidity, lastUid } = place
  const held = await tx
    .selectFrom('intake_mailboxes')
    .where('id', '=', mailboxId)
    .where('held_by', '=', node)
    .select('id')
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw new Error('another node reads this mailbox now')
  const told = { uid_validity: uidValidity, last_uid: lastUid }
  await tx
    .insertInto('intake_mailbox_folders')
    .values({ mailbox_id: mailboxId, organisation_id: scope.organisationId, folder, ...told })
    .onConflict((conflict) => conflict.columns(['mailbox_id', 'folder']).doUpdateSet(told))
    .execute()
}

export async function noteArrival(tx: Tx, mailboxId: string, at: string): Promise<void> {
  await tx
    .updateTable('intake_mailboxes')
    .set({ last_mail_at: at })
    .where('id', '=', mailboxId)
    .execute()
}
