import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Ports } from '#platform/ports.ts'
import type { Scope } from '#features/access/door.ts'
import type { Situation } from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { mailboxForComplaint, ownAddresses } from '#features/intake/mailboxes/door.ts'
import { subjectMark } from '#features/intake/mail/door.ts'
import { fresh, told } from '../actions.ts'
import { readRecipients } from '../rules.ts'
import { insertLetter, type HeldLetter } from '../store.ts'
import { linkPlace } from './rules.ts'

export type InsideLetter = {
  readonly id: string
  readonly complaintId: string
  readonly to: string
  readonly subject: string
  /** With `linkMark` where the link stands. */
  readonly text: string
  readonly link: string
  /** What it is about, so that an answer by mail finds its way. */
  readonly aboutId: string
}

/**
 * A letter to somebody of our own company: it leaves at once, by the same outbox, and never is part of what the customer
 * is answered. Refused when no mailbox can send, or the address is none.
 */
export async function writeInside(
  ports: Ports,
  scope: Scope,
  { tx, at, record }: Situation,
  letter: InsideLetter,
): Promise<Result<ComplaintEvent[]>> {
  const { id, complaintId, text, link, aboutId } = letter
  const mailbox = await mailboxForComplaint(ports, tx, complaintId)
  if (!mailbox?.smtp) return refuse('blocked', 'letters.no-mailbox', {})
  const recipients = readRecipients({ to: [letter.to], cc: [] }, await ownAddresses(tx))
  if (!recipients.ok) return recipients
  const written: HeldLetter = {
    ...fresh(ports, mailbox, id),
    complaintId,
    kind: 'inquiry',
    writtenBy: scope.actor.startsWith('system:') ? scope.actor : 'system:inquiries',
    writtenAt: at,
    sendAt: at,
    basedOn: record.head,
    ...recipients.value,
    subject: `${letter.subject}${subjectMark(ports.randomHex(8))}`,
    text,
    aboutId,
    linkSealed: ports.vault.seal(link, linkPlace(id)),
  }
  await insertLetter(tx, scope, written)
  return ok([{ type: 'letters.written', payload: { ...told(written), reasons: [] } }])
}
