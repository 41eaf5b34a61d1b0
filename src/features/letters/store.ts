import type { Tx } from '#platform/db/database.ts'
import { cancelJob, enqueue } from '#platform/jobs/queue.ts'
import type { Scope } from '#features/access/door.ts'
import type { Attachment } from './attachments/contract.ts'
import { forgetAttachments, insertAttachments } from './attachments/store.ts'
import type { Letter, LetterState, LetterTrouble } from './contract.ts'
import type { KeptReason } from './gate/contract.ts'

/** A letter as this room keeps it. */
export type HeldLetter = {
  readonly id: string
  readonly complaintId: string
  readonly mailboxId: string | null
  readonly kind: Letter['kind']
  readonly state: LetterState
  readonly writtenBy: string
  readonly writtenAt: string
  readonly sendAt: string
  readonly basedOn: number
  readonly from: { readonly name: string; readonly address: string }
  readonly to: readonly string[]
  readonly cc: readonly string[]
  readonly subject: string
  readonly text: string
  readonly signature: string
  readonly messageId: string
  readonly attempts: number
  readonly attemptAt: string | null
  readonly sentAt: string | null
  readonly trouble: LetterTrouble | null
  readonly said: string | null
  readonly bounce: Letter['bounce']
  readonly reasons: readonly KeptReason[]
  readonly attachments: readonly Attachment[]
  /** What `linkMark` in the text stands for, sealed: only the message that leaves has it. */
  readonly linkSealed: string | null
  /** The request to a department that it belongs to. */
  readonly aboutId: string | null
}

/** By which addresses and threads acknowledgements are counted. */
export type Counted = { readonly address: string; readonly subject: string }

export async function insertLetter(
  tx: Tx,
  { organisationId }: Scope,
  letter: HeldLetter,
  counted?: Counted,
): Promise<void> {
  const of = { organisation_id: organisationId, complaint_id: letter.complaintId }
  await tx
    .insertInto('letters')
    .values({ id: letter.id, ...of, ...written(letter, counted), ...changing(letter) })
    .execute()
  await insertAttachments(tx, { organisationId }, letter.id, letter.attachments)
  await setTimer(tx, organisationId, letter)
}

function written(letter: HeldLetter, counted?: Counted) {
  return {
    kind: letter.kind,
    written_by: letter.writtenBy,
    written_at: letter.writtenAt,
    sender_name: letter.from.name,
    sender_address: letter.from.address,
    recipients: [...letter.to],
    cc: [...letter.cc],
    subject: letter.subject,
    text: letter.text,
    signature: letter.signature,
    message_id: letter.messageId,
    counted_address: counted?.address ?? null,
    counted_subject: counted?.subject ?? null,
    link_sealed: letter.linkSealed,
    about_id: letter.aboutId,
  }
}

/** What becomes of it; its timer follows. */
export async function saveLetter(
  tx: Tx,
  { organisationId }: Scope,
  letter: HeldLetter,
): Promise<void> {
  await tx.updateTable('letters').set(changing(letter)).where('id', '=', letter.id).execute()
  await setTimer(tx, organisationId, letter)
}

function changing(letter: HeldLetter) {
  return {
    mailbox_id: letter.mailboxId,
    state: letter.state,
    send_at: letter.sendAt,
    based_on: letter.basedOn,
    attempts: letter.attempts,
    attempt_at: letter.attemptAt,
    sent_at: letter.sentAt,
    trouble: letter.trouble,
    said: letter.said,
    bounce: letter.bounce && JSON.stringify(letter.bounce),
    reasons: JSON.stringify(letter.reasons),
  }
}

/** Seconds after which a dialogue that nobody has finished was broken off: longer than any dialogue is given. */
export const doubtAfter = 360

async function setTimer(
  tx: Tx,
  organisationId: string,
  { id: letterId, complaintId, state, sendAt, attempts, attemptAt }: HeldLetter,
): Promise<void> {
  const payload = { organisationId, complaintId, letterId, attempts }
  const [send, doubt] = [`letters.send:${letterId}`, `letters.doubt:${letterId}`]
  if (state === 'waiting')
    await enqueue(tx, { task: 'letters.send', payload, runAt: sendAt, key: send })
  else await cancelJob(tx, send)
  if (state === 'sending' && attemptAt) {
    const runAt = Temporal.Instant.from(attemptAt).add({ seconds: doubtAfter }).toString()
    await enqueue(tx, { task: 'letters.doubt', payload, runAt, key: doubt })
  } else await cancelJob(tx, doubt)
}

/** The bytes that are about to be handed over, or null to make them anew. */
export async function keepBytes(tx: Tx, letterId: string, bytes: Buffer | null): Promise<void> {
  await tx.updateTable('letters').set({ bytes }).where('id', '=', letterId).execute()
}

/** Personal data of a complaint are erased: words, addresses and bytes go, and nothing that waits leaves any more. */
export async function forgetLetters(tx: Tx, complaintId: string): Promise<void> {
  await forgetAttachments(tx, complaintId)
  const rows = await tx
    .updateTable('letters')
    .set({
      text: '（消去済み）',
      subject: '（消去済み）',
      recipients: [],
      cc: [],
      said: null,
      bounce: null,
      reasons: '[]',
      bytes: null,
      link_sealed: null,
      counted_address: null,
      counted_subject: null,
    })
    .where('complaint_id', '=', complaintId)
    .returning('id')
    .execute()
  await tx
    .updateTable('letters')
    .set({ state: 'cancelled' })
    .where('complaint_id', '=', complaintId)
    .where('state', 'in', ['waiting', 'stopped', 'failed'])
    .execute()
  for (const { id } of rows) await cancelJob(tx, `letters.send:${id}`)
}
