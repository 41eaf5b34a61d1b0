import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import {
  mailState,
  understoodMail,
  type MailLine,
  type MailView,
  type ReceivedMail,
  type Understood,
} from './contract.ts'
import { subjectKey, tokensIn } from './rules.ts'

/** The bytes as they came. */
export async function rawMail(
  tx: Tx,
  mailId: string,
): Promise<{ bytes: Buffer; receivedAt: string; mailbox: string } | undefined> {
  const row = await tx
    .selectFrom('intake_mails')
    .where('id', '=', mailId)
    .select(['bytes', 'received_at', 'mailbox'])
    .executeTakeFirst()
  return row && { bytes: row.bytes, receivedAt: row.received_at, mailbox: row.mailbox }
}

/** The messages that are part of this complaint, byte for byte, in the order they came. */
export function mailsOfComplaint(
  tx: Tx,
  complaintId: string,
): Promise<{ id: string; bytes: Buffer; at: string; sha256: string }[]> {
  return tx
    .selectFrom('intake_mails')
    .where('complaint_id', '=', complaintId)
    .where('state', '=', 'entered')
    .select(['id', 'bytes', 'received_at as at', 'sha256'])
    .orderBy('received_at')
    .orderBy('id')
    .execute()
}

function lines(tx: Tx) {
  return tx
    .selectFrom('intake_mails')
    .leftJoin('complaints', 'complaints.id', 'intake_mails.complaint_id')
    .leftJoin('complaints as suggested', 'suggested.id', 'intake_mails.suggested_id')
    .select([
      'intake_mails.id',
      'intake_mails.state',
      'intake_mails.reason',
      'intake_mails.received_at',
      'intake_mails.mailbox',
      'intake_mails.size',
      'intake_mails.understood',
      'intake_mails.complaint_id',
      'intake_mails.suggested_id',
      'complaints.number',
      'suggested.number as suggested_number',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number]

function shown({ id, reason, mailbox, size, complaint_id: complaintId, number, ...row }: Row) {
  const complaint = complaintId && number ? { complaintId, number } : null
  const { suggested_id: suggestedId, suggested_number: likely } = row
  const suggestion = suggestedId && likely ? { complaintId: suggestedId, number: likely } : null
  return {
    id,
    state: mailState.parse(row.state),
    reason,
    receivedAt: row.received_at,
    mailbox,
    size,
    complaint,
    suggestion,
  }
}

export async function mailById(tx: Tx, mailId: string): Promise<MailView | undefined> {
  const row = await lines(tx).where('intake_mails.id', '=', mailId).executeTakeFirst()
  if (!row) return undefined
  return { ...shown(row), mail: understoodMail.nullable().parse(row.understood) }
}

export async function outcomeOf(tx: Tx, mailId: string, isNew: boolean): Promise<ReceivedMail> {
  const row = await lines(tx).where('intake_mails.id', '=', mailId).executeTakeFirstOrThrow()
  const { state, reason, complaint } = shown(row)
  return { mailId, isNew, state, reason, complaint }
}

/** What became no complaint, newest first. */
export async function waitingMails(tx: Tx): Promise<{ mails: MailLine[]; total: number }> {
  const waiting = lines(tx).where('intake_mails.state', '!=', 'entered')
  const rows = await waiting.orderBy('intake_mails.received_at', 'desc').limit(200).execute()
  const { total } = await tx
    .selectFrom('intake_mails')
    .where('state', '!=', 'entered')
    .select((count) => count.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return {
    mails: rows.map((row) => ({ ...shown(row), ...headOf(row.understood) })),
    total,
  }
}

function headOf(understood: unknown) {
  const mail = understoodMail.safeParse(understood)
  if (!mail.success) return { from: '', subject: '' }
  const { from, subject } = mail.data
  return { from: from ? from.name || from.address : '', subject }
}

/** Ids of messages that nobody could read so far. */
export async function unreadMails(tx: Tx): Promise<string[]> {
  const rows = await tx
    .selectFrom('intake_mails')
    .where('state', 'in', ['stored', 'not-understood'])
    .orderBy('received_at')
    .select('id')
    .execute()
  return rows.map(({ id }) => id)
}

export type Answered = {
  readonly complaintId: string
  /** Message-ID of the mail of ours that is answered; null when it answers another mail of the customer. */
  readonly sentId: string | null
  /** Between us and a department of ours. */
  readonly isInside: boolean
}

/** What this message answers: by our token in the address, else by Message-IDs, the nearest first. */
export async function answeredBy(tx: Tx, mail: Understood): Promise<Answered | null> {
  const ids = [...mail.answers, ...(mail.bounce?.originalId ? [mail.bounce.originalId] : [])]
  const tokens = tokensIn(mail)
  if (ids.length + tokens.length === 0) return null
  const sent = await sentBy(tx, ids, tokens)
  const came = await tx
    .selectFrom('intake_mails')
    .where('message_id', 'in', ['', ...ids])
    .where('complaint_id', 'is not', null)
    .select(['message_id', 'complaint_id', 'is_inside'])
    .execute()
  const nearest = ids.flatMap((id): Answered[] => {
    const ours = sent.find(({ message_id: of }) => of === id)
    if (ours) return [answering(ours)]
    const theirs = came.find(({ message_id: of }) => of === id)
    const complaintId = theirs?.complaint_id
    return complaintId ? [{ complaintId, sentId: null, isInside: theirs.is_inside }] : []
  })
  const told = sent.find(({ token }) => token !== null && tokens.includes(token))
  return nearest[0] ?? (told ? answering(told) : null)
}

function answering(sent: Awaited<ReturnType<typeof sentBy>>[number]): Answered {
  const { complaint_id: complaintId, message_id: sentId, is_inside: isInside } = sent
  return { complaintId, sentId, isInside }
}

function sentBy(tx: Tx, ids: readonly string[], tokens: readonly string[]) {
  return tx
    .selectFrom('intake_sent_mails')
    .where((where) =>
      where.or([where('message_id', 'in', ['', ...ids]), where('token', 'in', ['', ...tokens])]),
    )
    .select(['message_id', 'complaint_id', 'token', 'is_inside'])
    .execute()
}

/** Our number is short and can be guessed: it only counts from somebody who is part of that complaint. */
export async function numberedComplaint(
  tx: Tx,
  number: string | null,
  sender: string,
): Promise<{ id: string; isTheirs: boolean } | null> {
  if (!number) return null
  const row = await tx
    .selectFrom('complaints')
    .leftJoin('complaints_customers', 'complaints_customers.id', 'complaints.customer_id')
    .where('number', '=', number)
    .select(['complaints.id', 'complaints_customers.email'])
    .executeTakeFirst()
  if (!row) return null
  const wrote = await tx
    .selectFrom('intake_mails')
    .where('complaint_id', '=', row.id)
    .where('sender', '=', sender)
    .where('is_inside', '=', false)
    .select('id')
    .executeTakeFirst()
  const isTheirs =
    sender !== '' &&
    (wrote !== undefined ||
      row.email?.toLowerCase() === sender ||
      (await wasWrittenTo(tx, row.id, sender)))
  return { id: row.id, isTheirs }
}

/** What we asked a department at this address, newest first. */
export async function askedAt(
  tx: Tx,
  address: string,
): Promise<{ complaintId: string; messageId: string }[]> {
  if (address === '') return []
  const rows = await tx
    .selectFrom('intake_sent_mails')
    .where('is_inside', '=', true)
    .where('recipients', '@>', sql<string[]>`array[${address}]::text[]`)
    .orderBy('sent_at', 'desc')
    .limit(200)
    .select(['complaint_id', 'message_id'])
    .execute()
  return rows.map(({ complaint_id: complaintId, message_id: messageId }) => ({
    complaintId,
    messageId,
  }))
}

async function wasWrittenTo(tx: Tx, complaintId: string, address: string): Promise<boolean> {
  const sent = await tx
    .selectFrom('intake_sent_mails')
    .where('complaint_id', '=', complaintId)
    .where('is_inside', '=', false)
    .where('recipients', '@>', sql<string[]>`array[${address}]::text[]`)
    .select('id')
    .executeTakeFirst()
  return sent !== undefined
}

/** The same message by another way: its Message-ID, its sender and its words are here already. */
export async function sameMail(tx: Tx, mailId: string, mail: Understood): Promise<string | null> {
  if (!mail.messageId) return null
  const rows = await tx
    .selectFrom('intake_mails')
    .where('message_id', '=', mail.messageId)
    .where('id', '!=', mailId)
    .where('complaint_id', 'is not', null)
    .select(['complaint_id', 'understood'])
    .execute()
  const same = rows.find(({ understood }) => {
    const other = understoodMail.safeParse(understood)
    return other.success && contentOf(other.data) === contentOf(mail)
  })
  return same?.complaint_id ?? null
}

function contentOf({ from, subject, passages, attachments }: Understood): string {
  return JSON.stringify([from?.address, subject, passages, attachments])
}

const suggestionDays = 30

export async function suggestedComplaint(
  tx: Tx,
  mail: Understood,
  at: string,
): Promise<string | null> {
  const sender = mail.from?.address.toLowerCase()
  const key = subjectKey(mail.subject)
  if (!sender || key === '') return null
  const since = Temporal.Instant.from(at)
    .subtract({ hours: 24 * suggestionDays })
    .toString()
  const row = await tx
    .selectFrom('intake_mails')
    .where('sender', '=', sender)
    .where('subject_key', '=', key)
    .where('complaint_id', 'is not', null)
    .where('received_at', '>=', since)
    .orderBy('received_at', 'desc')
    .select('complaint_id')
    .executeTakeFirst()
  return row?.complaint_id ?? null
}

/** A message of a complaint as rooms that answer it need it. */
export type ArrivedMail = {
  readonly mailId: string
  /** The address it came to, in lower case; '' when nobody said. */
  readonly mailbox: string
  readonly receivedAt: string
  readonly complaintId: string | null
  readonly mail: Understood
}

function arrivals(tx: Tx) {
  return tx
    .selectFrom('intake_mails')
    .where('understood', 'is not', null)
    .select(['id', 'mailbox', 'received_at', 'complaint_id', 'understood'])
}

type Arrival = Awaited<ReturnType<ReturnType<typeof arrivals>['execute']>>[number]

function arrived(row: Arrival): ArrivedMail {
  const { id: mailId, mailbox, received_at: receivedAt, complaint_id: complaintId } = row
  const mail = understoodMail.parse(row.understood)
  // Nobody can be answered at a name alone.
  const from = mail.from?.address.includes('@') ? mail.from : null
  return { mailId, mailbox, receivedAt, complaintId, mail: { ...mail, from } }
}

/** One message by its id; null when it is gone or was not understood. */
export async function arrivedMail(tx: Tx, mailId: string): Promise<ArrivedMail | null> {
  const row = await arrivals(tx).where('id', '=', mailId).executeTakeFirst()
  return row ? arrived(row) : null
}

/** The customer's messages of a complaint, oldest first; what an answer to it must name in its References. */
export async function mailsOf(tx: Tx, complaintId: string): Promise<ArrivedMail[]> {
  const rows = await arrivals(tx)
    .where('complaint_id', '=', complaintId)
    .where('is_inside', '=', false)
    .orderBy('received_at')
    .orderBy('id')
    .execute()
  return rows.map(arrived)
}
