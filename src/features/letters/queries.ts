import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { z } from 'zod'
import type { Tx } from '#platform/db/database.ts'
import { memberNames, type Scope } from '#features/access/door.ts'
import {
  letter as letterSchema,
  letterKind,
  letterState,
  trouble,
  type Letter,
} from './contract.ts'
import { attachment } from './attachments/contract.ts'
import { keptReason } from './gate/contract.ts'
import type { HeldLetter } from './store.ts'

const columns = [
  'id',
  'complaint_id',
  'mailbox_id',
  'kind',
  'state',
  'written_by',
  'written_at',
  'send_at',
  'based_on',
  'sender_name',
  'sender_address',
  'recipients',
  'cc',
  'subject',
  'text',
  'signature',
  'message_id',
  'attempts',
  'attempt_at',
  'sent_at',
  'trouble',
  'said',
  'bounce',
  'reasons',
  'link_sealed',
  'about_id',
] as const

function letters(tx: Tx) {
  return tx
    .selectFrom('letters')
    .select(columns)
    .select((each) => each('bytes', 'is not', null).as('has_bytes'))
    .select((each) =>
      jsonArrayFrom(
        each
          .selectFrom('letters_attachments')
          .whereRef('letter_id', '=', 'letters.id')
          .orderBy('position')
          .select(['evidence_id as evidenceId', 'name', 'type', 'size', 'sha256']),
      ).as('attachments'),
    )
}

type Row = Awaited<ReturnType<ReturnType<typeof letters>['execute']>>[number]

export async function heldLetter(tx: Tx, letterId: string): Promise<HeldLetter | undefined> {
  const row = await letters(tx).where('id', '=', letterId).executeTakeFirst()
  return row && held(row)
}

export async function letterByMessageId(
  tx: Tx,
  messageId: string,
): Promise<HeldLetter | undefined> {
  const row = await letters(tx).where('message_id', '=', messageId).executeTakeFirst()
  return row && held(row)
}

function held(row: Row): HeldLetter {
  return {
    id: row.id,
    complaintId: row.complaint_id,
    mailboxId: row.mailbox_id,
    kind: letterKind.parse(row.kind),
    state: letterState.parse(row.state),
    writtenBy: row.written_by,
    writtenAt: row.written_at,
    sendAt: row.send_at,
    basedOn: row.based_on,
    from: { name: row.sender_name, address: row.sender_address },
    to: row.recipients,
    cc: row.cc,
    subject: row.subject,
    text: row.text,
    signature: row.signature,
    messageId: row.message_id,
    attempts: row.attempts,
    attemptAt: row.attempt_at,
    sentAt: row.sent_at,
    trouble: trouble.nullable().parse(row.trouble),
    said: row.said,
    bounce: letterSchema.shape.bounce.parse(row.bounce),
    reasons: z.array(keptReason).parse(row.reasons),
    attachments: z.array(attachment).parse(row.attachments),
    linkSealed: row.link_sealed,
    aboutId: row.about_id,
  }
}

export async function lettersOf(tx: Tx, scope: Scope, complaintId: string): Promise<Letter[]> {
  const names = await memberNames(tx, scope)
  const rows = await letters(tx)
    .where('complaint_id', '=', complaintId)
    .orderBy('written_at')
    .orderBy('kind')
    .execute()
  return rows.map((row) => shown(row, names))
}

export async function letterById(
  tx: Tx,
  scope: Scope,
  letterId: string,
): Promise<Letter | undefined> {
  const row = await letters(tx).where('id', '=', letterId).executeTakeFirst()
  return row && shown(row, await memberNames(tx, scope))
}

function shown(row: Row, names: ReadonlyMap<string, string>): Letter {
  const { from, to, cc, ...letter } = held(row)
  return letterSchema.parse({
    ...letter,
    from: from.address,
    to,
    cc,
    writtenByName: names.get(row.written_by.replace('member:', '')) ?? '',
    hasOriginal: row.has_bytes,
  })
}

/** The messages that left for this complaint, as they were handed to the mail server, in the order they left. */
export async function sentMailsOf(
  tx: Tx,
  complaintId: string,
): Promise<{ id: string; bytes: Buffer; at: string }[]> {
  const rows = await tx
    .selectFrom('letters')
    .where('complaint_id', '=', complaintId)
    .where('state', '=', 'sent')
    .select(['id', 'bytes', 'sent_at as at', 'written_at'])
    .orderBy('written_at')
    .orderBy('id')
    .execute()
  return rows.flatMap(({ id, bytes, at, written_at }) =>
    bytes ? [{ id, bytes, at: at ?? written_at }] : [],
  )
}

export async function bytesOf(tx: Tx, letterId: string): Promise<Buffer | null> {
  const row = await tx
    .selectFrom('letters')
    .where('id', '=', letterId)
    .select('bytes')
    .executeTakeFirst()
  return row?.bytes ?? null
}

/** Whom letters of this complaint did not reach for good, in lower case, and when that was told. */
export async function bouncedIn(tx: Tx, complaintId: string) {
  const rows = await letters(tx)
    .where('complaint_id', '=', complaintId)
    .where('bounce', 'is not', null)
    .where('kind', '!=', 'inquiry')
    .execute()
  return rows.map(held).flatMap(({ bounce, to, cc }) => {
    if (!bounce?.isPermanent) return []
    const all = [...to, ...cc].map((address) => address.toLowerCase())
    const named = all.filter((address) => bounce.reason.toLowerCase().includes(address))
    return [{ at: bounce.at, addresses: named.length > 0 ? named : all }]
  })
}

/** The addresses to which something has left in this case. */
export async function writtenTo(tx: Tx, complaintId: string): Promise<string[]> {
  const rows = await letters(tx)
    .where('complaint_id', '=', complaintId)
    .where('state', '=', 'sent')
    .where('kind', '!=', 'inquiry')
    .execute()
  return rows.map(held).flatMap(({ to, cc }) => [...to, ...cc])
}

/** Message-IDs of what we sent to the customer of one complaint, oldest first, with when. */
export async function sentIds(
  tx: Tx,
  complaintId: string,
): Promise<{ messageId: string; at: string }[]> {
  const rows = await tx
    .selectFrom('letters')
    .where('complaint_id', '=', complaintId)
    .where('attempt_at', 'is not', null)
    .where('kind', '!=', 'inquiry')
    .orderBy('attempt_at')
    .select(['message_id', 'attempt_at'])
    .execute()
  return rows.map(({ message_id: messageId, attempt_at: at }) => ({ messageId, at: at ?? '' }))
}
