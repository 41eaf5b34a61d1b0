import type { Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { memberNames, type Scope } from '#features/access/door.ts'
import {
  imapSettings,
  mailboxProblem,
  mailboxState,
  smtpSettings,
  type ImapSettings,
  type Mailbox,
  type SmtpSettings,
} from './contract.ts'

type Secret = { readonly secret: string | null }

/** A mailbox with its passwords opened: for talking to servers, never for screens. */
export type OpenMailbox = {
  readonly id: string
  /** In lower case. */
  readonly address: string
  readonly displayName: string
  readonly signature: string
  readonly isOn: boolean
  readonly imap: (ImapSettings & Secret) | null
  /** Null: nothing can be sent from here. A secret of null although there is a user: sealed with another UKETOME_SECRET. */
  readonly smtp: (SmtpSettings & Secret) | null
}

export async function mailboxesOf(tx: Tx, scope: Scope): Promise<Mailbox[]> {
  const names = await memberNames(tx, scope)
  const rows = await tx
    .selectFrom('intake_mailboxes')
    .selectAll()
    .orderBy('is_default', 'desc')
    .orderBy('address')
    .execute()
  return rows.map((row) => shown(row, names))
}

export async function mailboxRow(tx: Tx, mailboxId: string) {
  return tx
    .selectFrom('intake_mailboxes')
    .where('id', '=', mailboxId)
    .selectAll()
    .executeTakeFirst()
}
export type MailboxRow = NonNullable<Awaited<ReturnType<typeof mailboxRow>>>

export function shown(row: MailboxRow, names: ReadonlyMap<string, string>): Mailbox {
  return {
    id: row.id,
    address: row.address,
    displayName: row.display_name,
    signature: row.signature,
    isDefault: row.is_default,
    isOn: row.is_on,
    takesLmtp: row.takes_lmtp,
    imap: imapSettings.nullable().parse(row.imap),
    smtp: smtpSettings.nullable().parse(row.smtp),
    hasImapSecret: row.imap_secret !== null,
    hasSmtpSecret: row.smtp_secret !== null,
    takesSince: row.takes_since,
    state: mailboxState.parse(row.state),
    problem: mailboxProblem.nullable().catch('other').parse(row.problem),
    problemDetail: row.problem_detail,
    stateAt: row.state_at,
    lastMailAt: row.last_mail_at,
    changedAt: row.changed_at,
    changedByName: names.get(row.changed_by.replace('member:', '')) ?? '',
  }
}

export function opened({ vault }: Pick<Ports, 'vault'>, row: MailboxRow): OpenMailbox {
  const [imap, smtp] = [
    imapSettings.nullable().parse(row.imap),
    smtpSettings.nullable().parse(row.smtp),
  ]
  const open = (sealed: string | null) => sealed && vault.open(sealed, placeOf(row.id))
  return {
    id: row.id,
    address: row.address,
    displayName: row.display_name,
    signature: row.signature,
    isOn: row.is_on,
    imap: imap && { ...imap, secret: open(row.imap_secret) },
    smtp: smtp && { ...smtp, secret: open(row.smtp_secret) },
  }
}

/** Where its passwords are sealed to. */
export function placeOf(mailboxId: string): string {
  return `mailbox:${mailboxId}`
}

/** Every address of the desk: what comes from one of them is no complaint. */
export async function ownAddresses(tx: Tx): Promise<string[]> {
  const rows = await tx.selectFrom('intake_mailboxes').select('address').execute()
  return rows.map(({ address }) => address)
}

/** One mailbox with its passwords opened; null when there is none of that id. */
export async function mailboxById(
  ports: Ports,
  tx: Tx,
  mailboxId: string,
): Promise<OpenMailbox | null> {
  const row = await mailboxRow(tx, mailboxId)
  return row ? opened(ports, row) : null
}

/**
 * The mailbox from which a complaint is answered: the one its newest mail came to, as long as it is on and can send,
 * else the default. Null when the desk has none that can send.
 */
export async function mailboxForComplaint(
  ports: Ports,
  tx: Tx,
  complaintId: string,
): Promise<OpenMailbox | null> {
  const came = await tx
    .selectFrom('intake_mails')
    .innerJoin('intake_mailboxes', 'intake_mailboxes.address', 'intake_mails.mailbox')
    .where('intake_mails.complaint_id', '=', complaintId)
    .where('is_on', '=', true)
    .where('smtp', 'is not', null)
    .orderBy('intake_mails.received_at', 'desc')
    .selectAll('intake_mailboxes')
    .executeTakeFirst()
  const row = came ?? (await defaultRow(tx))
  return row ? opened(ports, row) : null
}

async function defaultRow(tx: Tx): Promise<MailboxRow | undefined> {
  return tx
    .selectFrom('intake_mailboxes')
    .where('is_on', '=', true)
    .where('smtp', 'is not', null)
    .orderBy('is_default', 'desc')
    .orderBy('address')
    .selectAll()
    .executeTakeFirst()
}

/** Ids of the mailboxes that are to be read by IMAP. */
export async function followedMailboxes(tx: Tx): Promise<string[]> {
  const rows = await tx
    .selectFrom('intake_mailboxes')
    .where('is_on', '=', true)
    .where('imap', 'is not', null)
    .select('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** How far a folder has been read; null when it never was. */
export async function positionOf(
  tx: Tx,
  mailboxId: string,
  folder: string,
): Promise<{ uidValidity: number; lastUid: number } | null> {
  const row = await tx
    .selectFrom('intake_mailbox_folders')
    .where('mailbox_id', '=', mailboxId)
    .where('folder', '=', folder)
    .select(['uid_validity as uidValidity', 'last_uid as lastUid'])
    .executeTakeFirst()
  return row ?? null
}

/** The mailbox that takes mail for an address by LMTP; what stands behind a plus is ours to read. */
export async function lmtpMailbox(tx: Tx, address: string): Promise<MailboxRow | undefined> {
  const whole = address.toLowerCase()
  return tx
    .selectFrom('intake_mailboxes')
    .where('address', 'in', [whole, whole.replace(/\+[^@]*@/u, '@')])
    .where('is_on', '=', true)
    .where('takes_lmtp', '=', true)
    .selectAll()
    .executeTakeFirst()
}

/** Mailboxes that can send, the default first: addresses and names, no passwords. */
export function sendingMailboxes(
  tx: Tx,
): Promise<{ id: string; address: string; displayName: string }[]> {
  return tx
    .selectFrom('intake_mailboxes')
    .where('is_on', '=', true)
    .where('smtp', 'is not', null)
    .orderBy('is_default', 'desc')
    .orderBy('address')
    .select(['id', 'address', 'display_name as displayName'])
    .execute()
}
