import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, type May, type Scope } from '#features/access/door.ts'
import { leaders } from '#features/access/contract.ts'
import { change, entriesOf, type Situation } from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { mailboxForComplaint, ownAddresses } from '#features/intake/mailboxes/door.ts'
import { openedBy } from '#features/remedies/approvals/door.ts'
import { attachable } from './attachments/queries.ts'
import { chosen } from './attachments/rules.ts'
import type { Draft, Letter } from './contract.ts'
import type { KeptReason, ReasonGiven } from './gate/contract.ts'
import { whyHeld, type Asking } from './gate/queries.ts'
import { withReasons } from './gate/rules.ts'
import { heldLetter, letterById } from './queries.ts'
import { readRecipients, unseenBy, whyNotCancelled, whyNotSent } from './rules.ts'
import { settingsOf } from './settings/queries.ts'
import { insertLetter, keepBytes, saveLetter, type HeldLetter } from './store.ts'
import {
  closeAsSent,
  draftForLetter,
  openAfterLetter,
  type WrittenFrom,
} from './writing/actions.ts'

type Writing = May<'letters.write'>
type Settled = { letter: Letter; head: number }
export type Order = Draft & {
  readonly id: string
  readonly basedOn: number
  readonly reasons: readonly ReasonGiven[]
  readonly from?: WrittenFrom | undefined
}

/**
 * A reply is written: it waits for the undo window and then leaves. Refused when something arrived that its writer has
 * not seen, and when the gate still asks for something.
 */
export async function write(
  ports: Ports,
  may: Writing,
  complaintId: string,
  order: Order,
): Promise<Result<Settled>> {
  const done = await change(ports, may, { complaintId, id: order.id }, async (situation) => {
    const seen = await seenAll(situation, may, complaintId, order.basedOn)
    if (!seen.ok) return seen
    const draft = await draftForLetter(situation.tx, may, complaintId, order.from)
    if (!draft.ok) return draft
    const approved = await openedBy(situation, complaintId, order.text)
    const reasons = withReasons(keptBy(may, order.reasons), approved.reasons)
    const kind = 'reply' as const
    const asking = { ...order, complaintId, kind, reasons, isBeingWritten: true }
    const passed = await whyHeld(situation, may, asking)
    if (!passed.ok) return passed
    const written = await compose(ports, may, situation, asking)
    if (!written.ok) return written
    await insertLetter(situation.tx, may, written.value)
    if (draft.value)
      await closeAsSent(situation.tx, may, draft.value, sentFrom(order, written.value))
    const payload = { ...told(written.value), reasons: [...order.reasons] }
    return ok([{ type: 'letters.written', payload }, ...(await approved.spend(order.id))])
  })
  return done.ok ? settled(ports, may, order.id, done.value.head) : done
}

/** What of the letter the draft keeps, as it would be typed. */
function sentFrom(
  { subject, text, to, cc, attachments }: Order,
  { id: letterId, complaintId, writtenAt: at }: HeldLetter,
) {
  const content = { subject, text, to: to.join(', '), cc: cc.join(', '), attachments }
  return { letterId, complaintId, content, at }
}

/** The news that its writer has not seen stop a letter; the text stays with whoever wrote it. */
export async function seenAll(
  { tx, record, names }: Pick<Situation, 'tx' | 'record' | 'names'>,
  { actor }: Pick<Scope, 'actor'>,
  complaintId: string,
  basedOn: number,
): Promise<Result<null>> {
  const since =
    basedOn >= record.head ? [] : await entriesOf(tx, await names(), complaintId, basedOn)
  const unseen = unseenBy(actor, since)
  return unseen.length === 0
    ? ok(null)
    : refuse('conflict', 'letters.unseen', { head: record.head, since: unseen })
}

/** Reasons as they are kept: who gave them decides what they open. */
export function keptBy({ viewer }: Scope, reasons: readonly ReasonGiven[]): KeptReason[] {
  const byLeader = viewer?.roles.some((role) => leaders.some((each) => each === role)) ?? false
  return reasons.map((given) => ({ ...given, byLeader }))
}

async function compose(
  ports: Ports,
  may: Writing,
  { tx, at, record }: Situation,
  order: Asking & Pick<Order, 'id' | 'attachments'> & { readonly reasons: readonly KeptReason[] },
): Promise<Result<HeldLetter>> {
  const { complaintId, reasons } = order
  const mailbox = await mailboxForComplaint(ports, tx, complaintId)
  if (!mailbox?.smtp) return refuse('blocked', 'letters.no-mailbox', {})
  const recipients = readRecipients(order, await ownAddresses(tx))
  if (!recipients.ok) return recipients
  const { undoSeconds, attachmentsMegabytes } = await settingsOf(tx)
  const there = await attachable(tx, complaintId)
  const files = chosen(order.attachments, there, attachmentsMegabytes)
  if (!files.ok) return files
  return ok({
    ...fresh(ports, mailbox, order.id),
    complaintId,
    kind: 'reply',
    writtenBy: may.actor,
    writtenAt: at,
    sendAt: Temporal.Instant.from(at).add({ seconds: undoSeconds }).toString(),
    basedOn: record.head,
    ...recipients.value,
    subject: order.subject.trim(),
    text: order.text.trim(),
    reasons,
    attachments: files.value,
  })
}

type From = Pick<
  NonNullable<Awaited<ReturnType<typeof mailboxForComplaint>>>,
  'id' | 'address' | 'displayName' | 'signature'
>

/** A letter from this mailbox that nothing has happened to yet. */
export function fresh(ports: Ports, mailbox: From, id: string) {
  const { address, displayName: name, signature } = mailbox
  const nothingYet = { attemptAt: null, sentAt: null, trouble: null, said: null, bounce: null }
  return {
    ...nothingYet,
    id,
    mailboxId: mailbox.id,
    state: 'waiting' as const,
    attempts: 0,
    from: { name, address },
    signature,
    messageId: messageId(ports, id, address),
    reasons: [],
    attachments: [],
    linkSealed: null,
    aboutId: null,
  }
}

/** At our domain; the part that nobody can guess keeps strangers from answering letters they never had. */
function messageId(ports: Ports, letterId: string, address: string): string {
  const domain = address.slice(address.lastIndexOf('@') + 1)
  return `<${letterId.replaceAll('-', '')}.${ports.randomHex(8)}@${domain}>`
}

export function told(letter: HeldLetter) {
  return { ...addressed(letter), sendAt: letter.sendAt }
}

function addressed({ id: letterId, kind, from, to, cc, subject, text, attachments }: HeldLetter) {
  const whom = { letterId, kind, from: from.address, to: [...to], cc: [...cc] }
  return { ...whom, subject, text, attachments: [...attachments] }
}

/** It has left. `refused`: for whom the mail server would not take it. */
export function sentAs(
  letter: HeldLetter,
  names: ReadonlyMap<string, string>,
  refused: readonly { readonly address: string; readonly said: string }[],
): ComplaintEvent {
  const writtenByName = names.get(letter.writtenBy.replace('member:', '')) ?? ''
  const payload = { ...addressed(letter), writtenByName, refused: [...refused] }
  return { type: 'letters.sent', payload }
}

export function named({ id: letterId, kind, subject }: HeldLetter) {
  return { letterId, kind, subject }
}

/** Nobody will have it: as long as it has not left. */
export function cancel(ports: Ports, may: Writing, letterId: string, order: { id: string }) {
  return decideOn(ports, may, letterId, order, async ({ tx, at }, letter) => {
    const why = whyNotCancelled(letter.state)
    if (why) return refuse('conflict', why, {})
    await saveLetter(tx, may, { ...letter, state: 'cancelled' })
    const { complaintId } = letter
    await openAfterLetter(tx, may, { letterId, complaintId, at })
    return ok([{ type: 'letters.cancelled', payload: named(letter) }])
  })
}

/**
 * What was stopped, has failed or may not have gone leaves now, through the same gate as at first: what was true when it was
 * written may not be any more. Whoever sends says up to where they have read.
 */
export function sendOnce(
  ports: Ports,
  may: Writing,
  letterId: string,
  order: { id: string; basedOn: number; reasons: readonly ReasonGiven[] },
) {
  return decideOn(ports, may, letterId, order, async (situation, letter) => {
    const why = whyNotSent(letter.state)
    if (why) return refuse('conflict', why, {})
    const seen = await seenAll(situation, may, letter.complaintId, order.basedOn)
    if (!seen.ok) return seen
    const reasons = withReasons(letter.reasons, keptBy(may, order.reasons))
    const ready = await readyAgain(ports, may, situation, { ...letter, reasons })
    if (!ready.ok) return ready
    // What may have gone goes again as the very same message, so that the receiver can tell.
    if (letter.state !== 'unknown') await keepBytes(situation.tx, letterId, null)
    await saveLetter(situation.tx, may, ready.value)
    const payload = { ...named(letter), reasons: [...order.reasons] }
    return ok([{ type: 'letters.released', payload }])
  })
}

async function readyAgain(
  ports: Ports,
  may: Writing,
  { tx, at, record }: Situation,
  letter: HeldLetter,
): Promise<Result<HeldLetter>> {
  const passed = await whyHeld({ tx, at, record }, may, letter)
  if (!passed.ok) return passed
  const { attachmentsMegabytes } = await settingsOf(tx)
  const wanted = letter.attachments.map(({ evidenceId }) => evidenceId)
  const files = chosen(wanted, await attachable(tx, letter.complaintId), attachmentsMegabytes)
  if (!files.ok) return files
  const mailbox = await mailboxForComplaint(ports, tx, letter.complaintId)
  if (!mailbox?.smtp) return refuse('blocked', 'letters.no-mailbox', {})
  const again = { mailboxId: mailbox.id, sendAt: at, attempts: 0, basedOn: record.head }
  return ok({ ...letter, ...again, state: 'waiting', trouble: null })
}

/** The mail server never said so, but a person knows: it has arrived. */
export function confirm(ports: Ports, may: Writing, letterId: string, order: { id: string }) {
  return decideOn(ports, may, letterId, order, async ({ tx, at, names }, letter) => {
    if (letter.state !== 'unknown') return refuse('conflict', 'letters.not-in-doubt', {})
    await saveLetter(tx, may, { ...letter, state: 'sent', sentAt: letter.attemptAt ?? at })
    return ok([sentAs(letter, await names(), [])])
  })
}

async function decideOn(
  ports: Ports,
  may: Writing,
  letterId: string,
  { id }: { id: string },
  decide: (situation: Situation, letter: HeldLetter) => Promise<Result<ComplaintEvent[]>>,
): Promise<Result<Settled>> {
  const before = await inside(ports.db, may, (tx) => heldLetter(tx, letterId))
  if (!before) return refuse('missing', 'letters.missing', {})
  const command = { complaintId: before.complaintId, id }
  const done = await change(ports, may, command, async (situation) => {
    // Read again: between the look and the lock it may have left.
    const letter = await heldLetter(situation.tx, letterId)
    return letter ? decide(situation, letter) : refuse('missing', 'letters.missing', {})
  })
  return done.ok ? settled(ports, may, letterId, done.value.head) : done
}

async function settled(
  ports: Ports,
  may: Scope,
  letterId: string,
  head: number,
): Promise<Result<Settled>> {
  const letter = await inside(ports.db, may, (tx) => letterById(tx, may, letterId))
  // Without it, the id was another command's and nothing was written here.
  return letter ? ok({ letter, head }) : refuse('conflict', 'complaints.command-reused', {})
}
