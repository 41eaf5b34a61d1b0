import type { Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { organisationOf, toldAs, type Scope } from '#features/access/door.ts'
import { recordOf } from '#features/complaints/door.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import { mailsOf } from '#features/intake/mail/door.ts'
import { mailboxForComplaint, ownAddresses } from '#features/intake/mailboxes/door.ts'
import type { Reply } from '../contract.ts'
import { replySubject } from '../rules.ts'
import { settingsOf } from '../settings/queries.ts'
import { openingWords } from './rules.ts'

/** What the composer opens with; undefined when this organisation has no such complaint. */
export async function openingOf(
  ports: Ports,
  tx: Tx,
  scope: Scope,
  complaintId: string,
): Promise<Reply | undefined> {
  const record = await recordOf(tx, scope, complaintId)
  if (!record) return undefined
  const mailbox = await mailboxForComplaint(ports, tx, complaintId)
  const organisation = await organisationOf(tx, scope)
  const last = (await mailsOf(tx, complaintId)).findLast(({ mail }) => isFromPerson(mail.kind))
  const own = await ownAddresses(tx)
  const answered = (last?.mail.replyTo ?? last?.mail.from)?.address ?? record.customer.email ?? ''
  const customer = record.customer.name ?? ''
  const { undoSeconds, attachmentsMegabytes } = await settingsOf(tx)
  const writer = (await toldAs(tx, scope))(scope.viewer?.name ?? '')
  return {
    head: record.head,
    from: mailbox?.smtp ? { name: mailbox.displayName, address: mailbox.address } : null,
    to: answered === '' || own.includes(answered.toLowerCase()) ? [] : [answered],
    subject: replySubject(last?.mail.subject ?? record.details.subject ?? '', record.number),
    opening: openingWords({ customer, organisation: organisation.name, writer }),
    signature: mailbox?.signature ?? '',
    undoSeconds,
    attachmentsMegabytes,
    theirs: theirsOf(record),
  }
}

function isFromPerson(kind: string): boolean {
  return kind === 'person' || kind === 'no-reply'
}

function theirsOf(record: CaseRecord): Reply['theirs'] {
  const note = record.notes.findLast(({ speaker }) => speaker === 'customer')
  if (note) return { text: note.text, at: note.at }
  return record.ownWords === '' ? null : { text: record.ownWords, at: record.receivedAt }
}
