import { z } from 'zod'
import { ok } from '#kernel/result.ts'
import { foldLines } from '#kernel/japanese-text/fold.ts'
import type { Tx } from '#platform/db/database.ts'
import { compose, type DkimKey, type Enclosed } from '#platform/mail/compose.ts'
import type { Delivery, SmtpEnvelope, SmtpServer } from '#platform/mail/smtp.ts'
import type { Ports } from '#platform/ports.ts'
import type { May } from '#features/access/door.ts'
import { change, commandFor, entriesOf, type Situation } from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { mailsOf, markIn, rememberSent } from '#features/intake/mail/door.ts'
import { mailboxById } from '#features/intake/mailboxes/door.ts'
import { acknowledgedBy } from '../acknowledgement/actions.ts'
import { named, sentAs } from '../actions.ts'
import type { LetterTrouble } from '../contract.ts'
import { gateFinding } from '../gate/contract.ts'
import { whyHeld } from '../gate/queries.ts'
import { bytesOf, heldLetter, sentIds } from '../queries.ts'
import { linkMark } from '../inside/contract.ts'
import { linkPlace } from '../inside/rules.ts'
import { nextAttempt, referencesOf, unseenBy } from '../rules.ts'
import { signerFor } from '../signing/queries.ts'
import { keepBytes, saveLetter, type HeldLetter } from '../store.ts'

type Delivering = May<'letters.deliver'>
type Job = { readonly complaintId: string; readonly letterId: string; readonly attempts: number }

/** A job with the files of its letter, read before the lock; null when one of them is gone. */
type Loaded = Job & { readonly enclosed: readonly Enclosed[] | null }

export type Taken = Job & {
  readonly server: SmtpServer
  readonly envelope: SmtpEnvelope
  readonly bytes: Buffer
}

/**
 * Takes a letter for sending, under the lock of its complaint: from here on no other node touches it, and should this
 * one die, nobody sends it a second time by itself. Null when there is nothing to send.
 */
export async function take(ports: Ports, may: Delivering, job: Loaded): Promise<Taken | null> {
  const taken: Taken[] = []
  const purpose = `letters.take/${job.attempts}/${ports.ids.next()}`
  const command = { complaintId: job.complaintId, id: commandFor(job.letterId, purpose) }
  const done = await change(ports, may, command, async (situation) => {
    const letter = await heldLetter(situation.tx, job.letterId)
    if (letter?.state !== 'waiting') return ok([])
    const isEarly = Temporal.Instant.compare(letter.sendAt, situation.at) > 0
    if (isEarly) await saveLetter(situation.tx, may, letter)
    if (isEarly) return ok([])
    const stop = await stopped(situation, may, letter)
    if (stop) {
      await saveLetter(situation.tx, may, stop.next)
      return ok(stop.events)
    }
    const ready = await prepare(ports, may, situation, letter, job.enclosed)
    if ('events' in ready) return ok(ready.events)
    taken.push(ready)
    return ok([])
  })
  return done.ok ? (taken[0] ?? null) : null
}

// Its writer may have ended the complaint while it waited: that was the last letter, as meant.
const noNews = ['complaint-closed']

/** What was not seen, or what the record asks now: its words may not be true any more. */
async function stopped(
  situation: Situation,
  may: Delivering,
  letter: HeldLetter,
): Promise<After | null> {
  const arrived = letter.kind === 'reply' ? await unseen(situation, letter) : 0
  const held = await whyHeld(situation, may, letter, noNews)
  if (arrived === 0 && held.ok) return null
  const trouble = arrived > 0 ? null : ('gate' as const)
  const payload = { ...named(letter), arrived, asks: held.ok ? [] : rulesIn(held.refusal.data) }
  const next = { ...letter, state: 'stopped' as const, trouble, said: null }
  return { next, events: [{ type: 'letters.stopped', payload }] }
}

function rulesIn(data: unknown): string[] {
  const read = z.object({ findings: z.array(gateFinding) }).safeParse(data)
  return read.success ? [...new Set(read.data.findings.map(({ rule }) => rule))] : []
}

async function unseen({ tx, names }: Situation, letter: HeldLetter): Promise<number> {
  const since = await entriesOf(tx, await names(), letter.complaintId, letter.basedOn)
  return unseenBy(letter.writtenBy, since).length
}

async function prepare(
  ports: Ports,
  may: Delivering,
  { tx, at }: Situation,
  letter: HeldLetter,
  enclosed: Loaded['enclosed'],
): Promise<Taken | { events: ComplaintEvent[] }> {
  const mailbox = letter.mailboxId && (await mailboxById(ports, tx, letter.mailboxId))
  const smtp = mailbox && mailbox.isOn ? mailbox.smtp : null
  const link = linkOf(ports, letter)
  const isSealed = smtp !== null && ((smtp.user !== '' && smtp.secret === null) || link === null)
  const signer = mailbox ? await signerFor(ports, tx, mailbox.id, letter.from.address) : null
  if (!smtp || isSealed || !enclosed || signer === 'unreadable') {
    const ours = enclosed ? 'signing' : 'attachment'
    const trouble = isSealed ? 'sign-in' : smtp ? ours : 'no-mailbox'
    const { next, events } = failed(letter, trouble, '')
    await saveLetter(tx, may, next)
    return { events }
  }
  const bytes = await handOver(tx, may, letter, { at, enclosed, signer, link: link ?? '' })
  const { host, port, security, user, secret: password, certificate } = smtp
  return {
    complaintId: letter.complaintId,
    letterId: letter.id,
    attempts: letter.attempts + 1,
    server: { host, port, security, user: user || null, password, certificate },
    envelope: { from: letter.from.address, to: [...letter.to, ...letter.cc] },
    bytes,
  }
}

/** Empty for a letter without one; null: sealed with another secret. */
function linkOf({ vault }: Ports, { id, linkSealed }: HeldLetter): string | null {
  return linkSealed === null ? '' : vault.open(linkSealed, linkPlace(id))
}

type Making = {
  readonly at: string
  readonly enclosed: readonly Enclosed[]
  readonly signer: DkimKey | null
  readonly link: string
}

/** The last thing before the mail server: bytes and state are kept, and an answer would find its complaint. */
async function handOver(
  tx: Tx,
  may: Delivering,
  letter: HeldLetter,
  making: Making,
): Promise<Buffer> {
  const { at } = making
  const bytes = (await bytesOf(tx, letter.id)) ?? (await composed(tx, may, letter, making))
  const isInside = letter.kind === 'inquiry'
  // A message with a link that opens something is not kept for others to read.
  if (!isInside) await keepBytes(tx, letter.id, bytes)
  const attempts = letter.attempts + 1
  await saveLetter(tx, may, { ...letter, state: 'sending', attempts, attemptAt: at })
  const { id, complaintId, mailboxId, messageId } = letter
  const recipients = [...letter.to, ...letter.cc]
  const sent = {
    id,
    complaintId,
    mailboxId,
    messageId,
    token: isInside ? markIn(letter.subject) : null,
    recipients,
    sentAt: at,
    isInside,
  }
  await rememberSent(tx, may, sent)
  return bytes
}

async function composed(
  tx: Tx,
  { organisationId }: Delivering,
  letter: HeldLetter,
  { at, enclosed, signer, link }: Making,
): Promise<Buffer> {
  const thread = await threadOf(tx, letter)
  const { from, to, cc, subject, messageId, kind } = letter
  const signature = letter.signature.replace(/^-- ?\r?\n/u, '').trimEnd()
  const text = foldLines(letter.text).replaceAll(linkMark, link)
  return compose({
    from,
    replyTo: null,
    to,
    cc,
    subject,
    text: signature === '' ? text : `${text}\n\n-- \n${signature}`,
    enclosed,
    messageId,
    ...thread,
    at,
    isAutomatic: kind === 'acknowledgement',
    organisationId,
    ...(signer ? { dkim: signer } : {}),
  })
}

/** RFC 5322 §3.6.4: what came and what went, in its order; answered is the newest of the customer's. */
async function threadOf(tx: Tx, { complaintId, messageId, kind }: HeldLetter) {
  if (kind === 'inquiry') return { inReplyTo: null, references: [] }
  const came = (await mailsOf(tx, complaintId)).flatMap(({ mail, receivedAt }) =>
    mail.messageId && mail.kind !== 'bounce' ? [{ messageId: mail.messageId, at: receivedAt }] : [],
  )
  const went = (await sentIds(tx, complaintId)).filter((each) => each.messageId !== messageId)
  const all = [...came, ...went]
    .toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))
    .map((each) => each.messageId)
  return {
    inReplyTo: came.at(-1)?.messageId ?? all.at(-1) ?? null,
    references: referencesOf(all),
  }
}

/** What the mail server said becomes the letter's state; late, after a doubt, only that it did go. */
export async function settle(ports: Ports, may: Delivering, taken: Taken, delivery: Delivery) {
  const { complaintId, letterId, attempts } = taken
  const purpose = `letters.settle/${attempts}/${ports.ids.next()}`
  const command = { complaintId, id: commandFor(letterId, purpose) }
  await change(ports, may, command, async (situation) => {
    const letter = await heldLetter(situation.tx, letterId)
    if (!letter || letter.attempts !== attempts) return ok([])
    const isDoubted = letter.state === 'unknown' && delivery.kind === 'sent'
    if (letter.state !== 'sending' && !isDoubted) return ok([])
    const { next, events } = await after(may, situation, letter, delivery)
    await saveLetter(situation.tx, may, next)
    return ok(events)
  })
}

type After = { next: HeldLetter; events: ComplaintEvent[] }

async function after(
  may: Delivering,
  situation: Situation,
  letter: HeldLetter,
  delivery: Delivery,
): Promise<After> {
  const { said } = delivery
  if (delivery.kind === 'sent') {
    const sent = sentAs(letter, await situation.names(), delivery.refused)
    const next = { ...letter, state: 'sent' as const, sentAt: situation.at, trouble: null, said }
    return { next, events: [sent, ...(await acknowledgedBy(may, situation, letter))] }
  }
  if (delivery.kind === 'unsure') return inDoubt(letter, said)
  const { trouble, kind } = delivery
  if (kind === 'never') return failed(letter, trouble, said)
  const nextAt = nextAttempt(letter.attempts, situation.at)
  return nextAt === null ? failed(letter, 'gave-up', said) : delayed(letter, trouble, said, nextAt)
}

function failed(letter: HeldLetter, trouble: LetterTrouble, said: string): After {
  const payload = { ...named(letter), trouble, said }
  const next = { ...letter, state: 'failed' as const, trouble, said }
  return { next, events: [{ type: 'letters.failed', payload }] }
}

/** Said once: that it still does not go is seen on the letter. */
function delayed(letter: HeldLetter, trouble: LetterTrouble, said: string, nextAt: string): After {
  const payload = { ...named(letter), trouble, said, nextAt }
  const next = { ...letter, state: 'waiting' as const, sendAt: nextAt, trouble, said }
  return { next, events: letter.attempts === 1 ? [{ type: 'letters.delayed', payload }] : [] }
}

function inDoubt(letter: HeldLetter, said: string): After {
  return {
    next: { ...letter, state: 'unknown', said },
    events: [{ type: 'letters.unconfirmed', payload: named(letter) }],
  }
}

/** Longer than any dialogue may take, and still nobody has said how it ended: the node that spoke is gone. */
export async function doubt(ports: Ports, may: Delivering, job: Job) {
  const command = {
    complaintId: job.complaintId,
    id: commandFor(job.letterId, `letters.doubt/${ports.ids.next()}`),
  }
  await change(ports, may, command, async ({ tx }) => {
    const letter = await heldLetter(tx, job.letterId)
    if (letter?.state !== 'sending' || letter.attempts !== job.attempts) return ok([])
    const { next, events } = inDoubt(letter, '')
    await saveLetter(tx, may, next)
    return ok(events)
  })
}
