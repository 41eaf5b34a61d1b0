import { ok } from '#kernel/result.ts'
import { foldLines } from '#kernel/japanese-text/fold.ts'
import type { Tx } from '#platform/db/database.ts'
import { compose } from '#platform/mail/compose.ts'
import type { Delivery, SmtpEnvelope, SmtpServer } from '#platform/mail/smtp.ts'
import type { Ports } from '#platform/ports.ts'
import type { May } from '#features/access/door.ts'
import { change, commandFor, entriesOf, type Situation } from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { mailsOf, rememberSent } from '#features/intake/mail/door.ts'
import { mailboxById } from '#features/intake/mailboxes/door.ts'
import { acknowledgedBy } from '../acknowledgement/actions.ts'
import { named, sentAs } from '../actions.ts'
import type { LetterTrouble } from '../contract.ts'
import { bytesOf, heldLetter, sentIds } from '../queries.ts'
import { nextAttempt, referencesOf, unseenBy } from '../rules.ts'
import { keepBytes, saveLetter, type HeldLetter } from '../store.ts'

type Delivering = May<'letters.deliver'>
type Job = { readonly complaintId: string; readonly letterId: string; readonly attempts: number }

export type Taken = Job & {
  readonly server: SmtpServer
  readonly envelope: SmtpEnvelope
  readonly bytes: Buffer
}

/**
 * Takes a letter for sending, under the lock of its complaint: from here on no other node touches it, and should this
 * one die, nobody sends it a second time by itself. Null when there is nothing to send.
 */
export async function take(ports: Ports, may: Delivering, job: Job): Promise<Taken | null> {
  const taken: Taken[] = []
  const purpose = `letters.take/${job.attempts}/${ports.ids.next()}`
  const command = { complaintId: job.complaintId, id: commandFor(job.letterId, purpose) }
  const done = await change(ports, may, command, async (situation) => {
    const letter = await heldLetter(situation.tx, job.letterId)
    if (letter?.state !== 'waiting') return ok([])
    const isEarly = Temporal.Instant.compare(letter.sendAt, situation.at) > 0
    if (isEarly) await saveLetter(situation.tx, may, letter)
    if (isEarly) return ok([])
    const arrived = letter.kind === 'reply' ? await unseen(situation, letter) : 0
    if (arrived > 0) {
      await saveLetter(situation.tx, may, { ...letter, state: 'stopped' })
      return ok([{ type: 'letters.stopped', payload: { ...named(letter), arrived } }])
    }
    const ready = await prepare(ports, may, situation, letter)
    if ('events' in ready) return ok(ready.events)
    taken.push(ready)
    return ok([])
  })
  return done.ok ? (taken[0] ?? null) : null
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
): Promise<Taken | { events: ComplaintEvent[] }> {
  const mailbox = letter.mailboxId && (await mailboxById(ports, tx, letter.mailboxId))
  const smtp = mailbox && mailbox.isOn ? mailbox.smtp : null
  const isSealed = smtp !== null && smtp.user !== '' && smtp.secret === null
  if (!smtp || isSealed) {
    const { next, events } = failed(letter, isSealed ? 'sign-in' : 'no-mailbox', '')
    await saveLetter(tx, may, next)
    return { events }
  }
  const bytes = await handOver(tx, may, letter, at)
  const { host, port, security, user, secret: password } = smtp
  return {
    complaintId: letter.complaintId,
    letterId: letter.id,
    attempts: letter.attempts + 1,
    server: { host, port, security, user: user || null, password },
    envelope: { from: letter.from.address, to: [...letter.to, ...letter.cc] },
    bytes,
  }
}

/** The last thing before the mail server: bytes and state are kept, and an answer would find its complaint. */
async function handOver(tx: Tx, may: Delivering, letter: HeldLetter, at: string): Promise<Buffer> {
  const bytes = (await bytesOf(tx, letter.id)) ?? (await composed(tx, may, letter, at))
  await keepBytes(tx, letter.id, bytes)
  const attempts = letter.attempts + 1
  await saveLetter(tx, may, { ...letter, state: 'sending', attempts, attemptAt: at })
  const { id, complaintId, mailboxId, messageId } = letter
  const recipients = [...letter.to, ...letter.cc]
  const sent = { id, complaintId, mailboxId, messageId, token: null, recipients, sentAt: at }
  await rememberSent(tx, may, sent)
  return bytes
}

async function composed(
  tx: Tx,
  { organisationId }: Delivering,
  letter: HeldLetter,
  at: string,
): Promise<Buffer> {
  const thread = await threadOf(tx, letter)
  const { from, to, cc, subject, messageId, kind } = letter
  const signature = letter.signature.replace(/^-- ?\r?\n/u, '').trimEnd()
  const text = foldLines(letter.text)
  return compose({
    from,
    replyTo: null,
    to,
    cc,
    subject,
    text: signature === '' ? text : `${text}\n\n-- \n${signature}`,
    messageId,
    ...thread,
    at,
    isAutomatic: kind === 'acknowledgement',
    organisationId,
  })
}

/** RFC 5322 §3.6.4: what came and what went, in its order; answered is the newest of the customer's. */
async function threadOf(tx: Tx, { complaintId, messageId }: HeldLetter) {
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
