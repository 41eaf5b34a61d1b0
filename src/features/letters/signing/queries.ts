import type { Tx } from '#platform/db/database.ts'
import type { DkimKey } from '#platform/mail/compose.ts'
import type { Ports } from '#platform/ports.ts'
import { memberNames, type Scope } from '#features/access/door.ts'
import { sendingMailboxes } from '#features/intake/mailboxes/door.ts'
import { outcome, type ShownKeys, type SigningKey } from './contract.ts'
import { domainOf, hostOf, isAligned, recordOf, suggestedSelector } from './rules.ts'

function keys(tx: Tx) {
  return tx.selectFrom('letters_signing_keys').selectAll()
}
type Row = Awaited<ReturnType<ReturnType<typeof keys>['execute']>>[number]

export function keyById(tx: Tx, keyId: string): Promise<Row | undefined> {
  return keys(tx).where('id', '=', keyId).executeTakeFirst()
}

/** Where a private key is sealed to. */
export function placeOf(keyId: string): string {
  return `signing-key:${keyId}`
}

export async function shownKeys(tx: Tx, scope: Scope, now: Temporal.Instant): Promise<ShownKeys> {
  const names = await memberNames(tx, scope)
  const rows = await keys(tx).orderBy('made_at').execute()
  const mailboxes = await sendingMailboxes(tx)
  return {
    mailboxes: mailboxes.map(({ id, address }) => {
      const domain = domainOf(address)
      const taken = rows.filter((row) => row.domain === domain).map(({ selector }) => selector)
      const own = rows.filter((row) => row.mailbox_id === id)
      return {
        mailboxId: id,
        address,
        suggestion: { domain, selector: suggestedSelector(now, taken) },
        keys: own.map((row) => shown(row, names)),
      }
    }),
  }
}

function shown(row: Row, names: ReadonlyMap<string, string>): SigningKey {
  const { id, domain, selector } = row
  return {
    id,
    domain,
    selector,
    isOn: row.is_on,
    host: hostOf(row),
    record: recordOf(row.public_key),
    checkedAt: row.checked_at,
    outcome: outcome.nullable().parse(row.outcome),
    found: row.found,
    madeAt: row.made_at,
    madeByName: names.get(row.made_by.replace('member:', '')) ?? '',
  }
}

/**
 * The key that signs what this address sends from its mailbox; null when there is none. `unreadable`: it was sealed with
 * another UKETOME_SECRET, and a letter without its signature may count as forged.
 */
export async function signerFor(
  { vault }: Pick<Ports, 'vault'>,
  tx: Tx,
  mailboxId: string,
  address: string,
): Promise<DkimKey | null | 'unreadable'> {
  const row = await keys(tx)
    .where('mailbox_id', '=', mailboxId)
    .where('is_on', '=', true)
    .executeTakeFirst()
  if (!row || !isAligned(row.domain, address)) return null
  const privateKey = vault.open(row.private_key, placeOf(row.id))
  return privateKey ? { domain: row.domain, selector: row.selector, privateKey } : 'unreadable'
}
