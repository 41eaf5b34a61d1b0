import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import { enqueue } from '#platform/jobs/queue.ts'
import type { Scope } from '#features/access/door.ts'
import type { MailState, Understood } from './contract.ts'
import { subjectKey } from './rules.ts'

export type NewMail = {
  readonly id: string
  readonly organisationId: string
  readonly bytes: Buffer
  readonly sha256: string
  readonly mailbox: string
  readonly receivedAt: string
  /** Why it is not read by itself; null reads it. */
  readonly reason?: 'too-large' | null
}

/** Long after whoever brought it should have read it: then it was lost on the way, and the job reads it. */
const rereadSeconds = 120

/** The id of the message: of the one that is here already, when the same bytes came before. */
export async function storeMail(tx: Tx, mail: NewMail): Promise<{ id: string; isNew: boolean }> {
  const { id, organisationId, bytes, sha256, mailbox, receivedAt, reason = null } = mail
  const size = bytes.length
  const stored = await tx
    .insertInto('intake_mails')
    .values({
      id,
      organisation_id: organisationId,
      bytes,
      sha256,
      size,
      mailbox,
      received_at: receivedAt,
      state: reason ? 'not-understood' : 'stored',
      reason,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'sha256']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (stored) {
    if (!reason) await readLater(tx, mail)
    return { id, isNew: true }
  }
  const known = await tx
    .selectFrom('intake_mails')
    .where('sha256', '=', sha256)
    .select('id')
    .executeTakeFirstOrThrow()
  return { id: known.id, isNew: false }
}

async function readLater(tx: Tx, { id, organisationId, receivedAt }: NewMail) {
  const runAt = Temporal.Instant.from(receivedAt).add({ seconds: rereadSeconds }).toString()
  const payload = { organisationId, mailId: id }
  await enqueue(tx, { task: 'intake.read-mail', payload, runAt, key: `mail:${id}` })
}

/** What the reader made of it; null when it could make nothing of it. */
export async function saveReading(
  tx: Tx,
  mailId: string,
  at: string,
  read: { mail: Understood } | { problem: string },
): Promise<void> {
  const mail = 'mail' in read ? read.mail : null
  await tx
    .updateTable('intake_mails')
    .set({
      state: mail ? 'stored' : 'not-understood',
      reason: 'problem' in read ? read.problem.slice(0, 500) : null,
      read_at: at,
      readings: sql<number>`readings + 1`,
      understood: mail && JSON.stringify(mail),
      message_id: mail?.messageId ?? null,
      sender: mail?.from?.address.toLowerCase() ?? null,
      subject_key: mail && subjectKey(mail.subject),
    })
    .where('id', '=', mailId)
    .execute()
}

export async function saveOutcome(
  tx: Tx,
  mailId: string,
  outcome: {
    state: MailState
    reason: string | null
    complaintId: string | null
    suggestedId: string | null
  },
): Promise<void> {
  const { state, reason, complaintId, suggestedId } = outcome
  await tx
    .updateTable('intake_mails')
    .set({ state, reason, complaint_id: complaintId, suggested_id: suggestedId })
    .where('id', '=', mailId)
    .execute()
}

/** It answers what we asked a department: not part of what the customer wrote. */
export async function markInside(tx: Tx, mailId: string): Promise<void> {
  await tx.updateTable('intake_mails').set({ is_inside: true }).where('id', '=', mailId).execute()
}

export type SentMail = {
  readonly id: string
  readonly complaintId: string
  readonly mailboxId: string | null
  /** With its angle brackets, as it stands in the header. */
  readonly messageId: string
  /** At least 16 letters of a-z, 0-9 and -, not to be guessed: `desk+<token>@…` is answered to, or bounced to. */
  readonly token: string | null
  readonly recipients: readonly string[]
  readonly sentAt: string
  /** To a department of ours: what answers it is not the customer's. */
  readonly isInside?: boolean
}

/** From now on answers and bounces to it find their complaint. The same Message-ID again changes nothing. */
export async function rememberSent(tx: Tx, scope: Scope, sent: SentMail): Promise<void> {
  await tx
    .insertInto('intake_sent_mails')
    .values({
      id: sent.id,
      organisation_id: scope.organisationId,
      complaint_id: sent.complaintId,
      mailbox_id: sent.mailboxId,
      message_id: sent.messageId,
      token: sent.token?.toLowerCase() ?? null,
      recipients: sent.recipients.map((address) => address.toLowerCase()),
      sent_at: sent.sentAt,
      is_inside: sent.isInside ?? false,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'message_id']).doNothing())
    .execute()
}

/** Personal data of a complaint are erased: its messages go, byte for byte. */
export async function forgetMails(tx: Tx, complaintId: string): Promise<void> {
  await tx
    .updateTable('intake_mails')
    .set({ suggested_id: null })
    .where('suggested_id', '=', complaintId)
    .execute()
  await tx
    .updateTable('intake_mails')
    .set({ joined_from: null })
    .where('joined_from', '=', complaintId)
    .execute()
  await tx.deleteFrom('intake_mails').where('complaint_id', '=', complaintId).execute()
  await tx
    .updateTable('intake_sent_mails')
    .set({ recipients: [] })
    .where('complaint_id', '=', complaintId)
    .execute()
}
