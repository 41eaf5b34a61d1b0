import { createHash } from 'node:crypto'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import { mailReading } from '#platform/mail/reading.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, permitted, systemScope, type May, type Scope } from '#features/access/door.ts'
import { begin, change, commandFor, customerFor } from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { listenInside } from '#features/language/company-words/door.ts'
import { canReceive } from '../policy.ts'
import type { ReceivedMail, Understood } from './contract.ts'
import {
  answeredBy,
  askedAt,
  mailById,
  numberedComplaint,
  outcomeOf,
  rawMail,
  sameMail,
  suggestedComplaint,
  type Answered,
} from './queries.ts'
import { ownAddresses } from '../mailboxes/queries.ts'
import {
  bounceOf,
  customerOf,
  fromDepartment,
  isSetAside,
  numberIn,
  receivedAtOf,
  wordsOf,
} from './rules.ts'
import { markInside, saveOutcome, saveReading, storeMail } from './store.ts'

export type Bringing = May<'intake.bring-mail'> | May<'intake.import'>
type Arrived = {
  readonly bytes: Uint8Array
  readonly mailbox: string
  readonly isArchive?: boolean
  /** False: only the head of a message that is larger than we take. */
  readonly isWhole?: boolean
}
type How = {
  readonly isArchive: boolean
  readonly asComplaint: boolean
  /** The complaint about which a department was asked what this answers, as a person says. */
  readonly answersId?: string | undefined
}

/** Stored first, in a transaction of its own; whatever happens after that, the message is here. */
export async function bring(
  ports: Ports,
  may: Bringing,
  arrived: Arrived,
): Promise<Result<ReceivedMail>> {
  if (arrived.bytes.length === 0) return refuse('invalid', 'intake.mail-empty', {})
  const { id, isNew } = await inside(ports.db, may, (tx) => keepRaw(ports, tx, may, arrived))
  const before = await inside(ports.db, may, (tx) => outcomeOf(tx, id, isNew))
  if (before.state !== 'stored') return ok(before)
  const read = await readStored(ports, may, id, {
    isArchive: arrived.isArchive ?? false,
    asComplaint: false,
  })
  return read.ok ? ok({ ...read.value, isNew }) : read
}

/** Stores the bytes in the caller's transaction; they are read afterwards, by `readStored` or by the job. */
export function keepRaw(ports: Ports, tx: Tx, { organisationId }: Scope, arrived: Arrived) {
  const bytes = Buffer.from(arrived.bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const receivedAt = ports.clock.now().toString()
  const mailbox = arrived.mailbox.trim().toLowerCase()
  const reason = arrived.isWhole === false ? ('too-large' as const) : null
  const mail = { id: ports.ids.next(), organisationId, bytes, sha256, mailbox, receivedAt, reason }
  return storeMail(tx, mail)
}

/** Reads a message that is here: for the first time, or again. What is in a complaint already stays there. */
export async function readStored(
  ports: Ports,
  may: Scope,
  mailId: string,
  how: How,
): Promise<Result<ReceivedMail>> {
  const raw = await inside(ports.db, may, (tx) => rawMail(tx, mailId))
  if (!raw) return refuse('missing', 'intake.mail-missing', {})
  const before = await inside(ports.db, may, (tx) => outcomeOf(tx, mailId, false))
  if (before.state === 'entered') return ok(before)
  const own = await inside(ports.db, may, (tx) => ourNames(tx, may, raw.mailbox))
  const read = await mailReading.understand(raw.bytes, own)
  const at = ports.clock.now().toString()
  await inside(ports.db, may, (tx) => saveReading(tx, mailId, at, read))
  if ('mail' in read) {
    const receivedAt = receivedAtOf(read.mail, raw.receivedAt, how.isArchive)
    const entered = await enter(
      ports,
      may,
      { mailId, mail: read.mail, receivedAt, isArchive: how.isArchive },
      how,
    )
    if (!entered.ok) return entered
  }
  return ok(await inside(ports.db, may, (tx) => outcomeOf(tx, mailId, false)))
}

/** Addresses of the desk, and the mark that its own mail carries. */
async function ourNames(tx: Tx, { organisationId }: Scope, mailbox: string): Promise<string[]> {
  const addresses = await ownAddresses(tx)
  return [...addresses, ...(mailbox.includes('@') ? [mailbox.toLowerCase()] : []), organisationId]
}

type Letter = {
  readonly mailId: string
  readonly mail: Understood
  readonly receivedAt: string
  readonly isArchive: boolean
}

/** Into the complaint that it answers, or into a new one; what no person wrote stays aside unless it answers. */
async function enter(ports: Ports, may: Scope, letter: Letter, how: How): Promise<Result<unknown>> {
  // What a letter claims never changes what the desk knows of somebody: the house enters it, not the member.
  const house = permitted(systemScope(may.organisationId, 'intake'), canReceive)
  if (!house.ok) return house
  const { mailId, mail } = letter
  const found = await inside(ports.db, may, (tx) => placeFor(tx, letter, how))
  const nothing = { complaintId: null, suggestedId: found.suggestedId }
  if (found.twinOf) {
    const outcome = {
      state: 'entered',
      reason: 'twin',
      complaintId: found.twinOf,
      suggestedId: null,
    } as const
    return ok(await inside(ports.db, may, (tx) => saveOutcome(tx, mailId, outcome)))
  }
  if (found.answered) return enterInto(ports, house.value, letter, found.answered, how)
  const why = isSetAside(mail) ? mail.kind : found.isDepartment ? 'department' : null
  if (why !== null && !how.asComplaint)
    return ok(
      await inside(ports.db, may, (tx) =>
        saveOutcome(tx, mailId, { state: 'set-aside', reason: why, ...nothing }),
      ),
    )
  return enterNew(ports, house.value, letter, found.suggestedId)
}

async function placeFor(tx: Tx, { mailId, mail, receivedAt }: Letter, how: How) {
  const twinOf = await sameMail(tx, mailId, mail)
  const sender = mail.from?.address.toLowerCase() ?? ''
  const numbered = await numberedComplaint(tx, numberIn(mail), sender)
  const theirs = numbered?.isTheirs
    ? { complaintId: numbered.id, sentId: null, isInside: false }
    : null
  const department = how.asComplaint
    ? null
    : fromDepartment(await askedAt(tx, sender), how.answersId ?? numbered?.id ?? null)
  const between = department?.answered && {
    complaintId: department.answered.complaintId,
    sentId: department.answered.messageId,
    isInside: true,
  }
  const answered = (await answeredBy(tx, mail)) ?? between ?? theirs
  const suggestedId =
    department?.lastId ?? numbered?.id ?? (await suggestedComplaint(tx, mail, receivedAt))
  return { twinOf, answered, suggestedId, isDepartment: department !== null }
}

async function enterNew(
  ports: Ports,
  may: May<'intake.receive'>,
  letter: Letter,
  suggestedId: string | null,
) {
  const { mailId, mail, receivedAt } = letter
  const complaintId = commandFor(mailId, 'intake.mail')
  const channel = 'mail' as const
  const words = wordsOf(mail)
  return begin(ports, may, { id: complaintId, channel, receivedAt }, async ({ tx, number, at }) => {
    const told = customerOf(mail)
    const customer = (await customerFor(ports, tx, may, told, at)) ?? told
    const { cues } = await listenInside(tx, may, { speaker: 'customer', text: words })
    const subject = mail.subject.slice(0, 200).toWellFormed()
    const details = subject === '' ? {} : { subject }
    const payload = { number, channel, words, receivedAt, customer, details, cues }
    await saveOutcome(tx, mailId, { state: 'entered', reason: null, complaintId, suggestedId })
    return ok([{ type: 'complaints.received', payload }, arrival(letter, null)])
  })
}

/** A customer who writes to a closed complaint is not satisfied with its end: it opens again. What is taken from an archive is old. */
async function enterInto(
  ports: Ports,
  may: May<'intake.receive'>,
  letter: Letter,
  { complaintId, sentId, isInside }: Answered,
  { isArchive }: How,
) {
  const { mailId, mail } = letter
  const command = { complaintId, id: commandFor(mailId, 'intake.mail') }
  return change(ports, may, command, async ({ tx, record }) => {
    await saveOutcome(tx, mailId, {
      state: 'entered',
      reason: null,
      complaintId,
      suggestedId: null,
    })
    if (isInside) await markInside(tx, mailId)
    if (isSetAside(mail)) return ok([arrival(letter, sentId), ...bounced(letter, sentId)])
    if (isInside) return ok([arrival(letter, sentId, { isInside })])
    const noted = await theirWords(tx, may, wordsOf(mail))
    const reason = 'お客様からメールが届きました'
    const opened: ComplaintEvent[] =
      record.closing && !isArchive ? [{ type: 'complaints.reopened', payload: { reason } }] : []
    return ok([...opened, noted, arrival(letter, sentId)])
  })
}

async function theirWords(tx: Tx, may: Scope, text: string): Promise<ComplaintEvent> {
  const { cues } = await listenInside(tx, may, { speaker: 'customer', text })
  return { type: 'complaints.noted', payload: { speaker: 'customer', text, cues } }
}

function arrival(
  { mailId, mail, isArchive }: Letter,
  answers: string | null,
  inside: { isInside?: true } = {},
): ComplaintEvent {
  const { kind, subject, attachments } = mail
  const from = mail.from ? mail.from.name || mail.from.address : ''
  return {
    type: 'intake.mail-received',
    payload: {
      mailId,
      kind,
      from,
      subject,
      attachments: attachments.length,
      answers,
      ...(isArchive ? { isArchive } : {}),
      ...inside,
    },
  }
}

/** What we sent did not arrive: a notice of its own, for whoever sent it. */
function bounced({ mailId, mail }: Letter, messageId: string | null): ComplaintEvent[] {
  const bounce = mail.kind === 'bounce' ? bounceOf(mail) : null
  return bounce ? [{ type: 'intake.mail-bounced', payload: { mailId, messageId, ...bounce } }] : []
}

/** One attachment of a message; its bytes are taken from the original. */
export async function attachmentOf(
  ports: Ports,
  may: May<'intake.see-mail'>,
  mailId: string,
  at: number,
) {
  const view = await inside(ports.db, may, (tx) => mailById(tx, mailId))
  const raw = await inside(ports.db, may, (tx) => rawMail(tx, mailId))
  const bytes = raw && (await mailReading.attachment(raw.bytes, at))
  if (!bytes) return refuse('missing', 'intake.mail-missing', {})
  return ok({ name: view?.mail?.attachments[at]?.name ?? `attachment-${at + 1}`, bytes })
}
