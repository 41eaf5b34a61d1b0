import type { Tx } from '#platform/db/database.ts'
import { asksForSilence } from '#platform/mail/silence.ts'
import { memberNames, type Scope } from '#features/access/door.ts'
import { entriesOf, recorded } from '#features/complaints/door.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import { arrivedMail, rawMail } from '#features/intake/mail/door.ts'
import { ownAddresses } from '#features/intake/mailboxes/door.ts'
import { settingsOf } from '../settings/queries.ts'
import type { Counted } from '../store.ts'
import { countedAddress, countedSubject, type Circumstances } from './rules.ts'

/** Days after which an answer by itself would only surprise whoever wrote. */
const staleDays = 3

/** How a complaint reached us, as far as an answer by itself hangs on it. `at`: ISO instant. */
export async function circumstancesOf(
  tx: Tx,
  scope: Scope,
  complaintId: string,
  record: CaseRecord,
  at: string,
): Promise<Circumstances & { readonly subject: string }> {
  const settings = await settingsOf(tx)
  const arrival = await arrivalOf(tx, scope, complaintId)
  const address = arrival.address ?? record.customer.email ?? null
  const subject = record.details.subject ?? ''
  const counted = { address: countedAddress(address ?? ''), subject: countedSubject(subject) }
  return {
    channel: record.channel,
    isOn: settings.acknowledges,
    isMailboxSilent: settings.silentMailboxes.includes(arrival.mailbox),
    isImported: arrival.isImported,
    mail: arrival.mail,
    address,
    own: await ownAddresses(tx),
    told: await toldBefore(tx, counted, at),
    subject,
  }
}

type Arrival = Pick<Circumstances, 'isImported' | 'mail'> & {
  address: string | null
  mailbox: string
}

/** The entries with which the complaint began: who wrote it, and which message brought it. */
async function arrivalOf(tx: Tx, scope: Scope, complaintId: string): Promise<Arrival> {
  const entries = recorded(await entriesOf(tx, await memberNames(tx, scope), complaintId))
  const received = entries.find(({ type }) => type === 'complaints.received')
  const brought = entries.find(({ sequence }) => sequence === 2)
  const isTyped = received?.by.startsWith('member:') ?? true
  const isFromFile =
    received?.type === 'complaints.received' && received.payload.source !== undefined
  const nothing = { isImported: isTyped || isFromFile, mail: null, address: null, mailbox: '' }
  if (brought?.type !== 'intake.mail-received') {
    // A mail without its message was not brought by mail.
    return { ...nothing, isImported: nothing.isImported || received?.by !== 'customer' }
  }
  const arrived = await arrivedMail(tx, brought.payload.mailId)
  const raw = await rawMail(tx, brought.payload.mailId)
  if (!arrived || !raw) return { ...nothing, isImported: true }
  const { mail, mailbox, receivedAt } = arrived
  const isOld = mail.sentAt !== null && isBefore(mail.sentAt, receivedAt, staleDays)
  return {
    isImported: brought.payload.isArchive === true || isOld,
    mail: { kind: mail.kind, asksForSilence: asksForSilence(raw.bytes) },
    address: (mail.replyTo ?? mail.from)?.address ?? null,
    mailbox,
  }
}

function isBefore(earlier: string, later: string, days: number): boolean {
  return Temporal.Instant.from(earlier).until(later).total('hours') > 24 * days
}

/** What this address was told by itself before: the numbers that make a loop end. */
async function toldBefore(tx: Tx, { address, subject }: Counted, at: string) {
  const now = Temporal.Instant.from(at)
  const rows = await tx
    .selectFrom('letters')
    .where('counted_address', '=', address)
    .where('written_at', '>', now.subtract({ hours: 24 * 30 }).toString())
    .select(['written_at', 'counted_subject'])
    .execute()
  const today = rows.filter(({ written_at: then }) => !isBefore(then, at, 1))
  return {
    thisMonth: rows.length,
    today: today.length,
    thread: today.filter(({ counted_subject: of }) => of === subject).length,
  }
}
