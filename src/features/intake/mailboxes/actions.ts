import { ok, refuse, type Result } from '#kernel/result.ts'
import { decideWithinWall, type Tx } from '#platform/db/database.ts'
import { tryImap } from '#platform/mail-servers/imap.ts'
import { certificateAt, trySmtp } from '#platform/mail-servers/smtp.ts'
import { troubleOf } from '#platform/mail-servers/trouble.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, type May, type Scope } from '#features/access/door.ts'
import { takeTurns } from '#features/complaints/door.ts'
import { keepRaw, readStored } from '../mail/actions.ts'
import { whyNotStanding } from '../standing-words/queries.ts'
import type { Mailbox, MailboxDraft, MailboxTrial } from './contract.ts'
import { mailboxById, mailboxesOf, mailboxRow, placeOf, type MailboxRow } from './queries.ts'
import { readDraft, takesSince } from './rules.ts'
import { keepMailbox, noOtherDefault, noteArrival, type Sealed } from './store.ts'

type Changing = May<'intake.change-mailboxes'>

/** Adds or changes a mailbox. The first one is the default whether it wants or not. */
export function save(
  ports: Ports,
  may: Changing,
  id: string,
  draft: MailboxDraft,
): Promise<Result<Mailbox>> {
  return decideWithinWall(ports.db, may, async (tx: Tx) => {
    await takeTurns(tx, ['intake-mailboxes'])
    const before = await mailboxRow(tx, id)
    const kept = { imap: Boolean(before?.imap_secret), smtp: Boolean(before?.smtp_secret) }
    const read = readDraft(draft, kept)
    if (!read.ok) return read
    const others = (await mailboxesOf(tx, may)).filter((each) => each.id !== id)
    const why = await whyNotKept(tx, may, read.value, others)
    if (!why.ok) return why
    const now = ports.clock.now()
    const isDefault = read.value.isDefault || !others.some((each) => each.isDefault)
    if (isDefault) await noOtherDefault(tx, id)
    await keepMailbox(tx, may, {
      id,
      draft: { ...read.value, isDefault },
      secrets: sealed(ports, id, draft, before),
      takesSince: since(draft, before, now),
      at: now.toString(),
    })
    const saved = (await mailboxesOf(tx, may)).find((each) => each.id === id)
    return saved ? ok(saved) : refuse('missing', 'intake.mailbox-missing', {})
  })
}

/** The name and the signature stand with every mail. */
async function whyNotKept(
  tx: Tx,
  may: Changing,
  { address, displayName, signature }: MailboxDraft,
  others: readonly Mailbox[],
): Promise<Result<null>> {
  return others.some((each) => each.address === address)
    ? refuse('conflict', 'intake.mailbox-twice', { address })
    : whyNotStanding(tx, may, `${displayName}\n${signature}`)
}

function sealed(
  { vault }: Ports,
  id: string,
  draft: MailboxDraft,
  before: MailboxRow | undefined,
): Sealed {
  const kept = (told: string | undefined, was: string | null | undefined) =>
    told === undefined ? (was ?? null) : told === '' ? null : vault.seal(told, placeOf(id))
  return {
    imap: draft.imap ? kept(draft.imapSecret, before?.imap_secret) : null,
    smtp: draft.smtp ? kept(draft.smtpSecret, before?.smtp_secret) : null,
  }
}

/** The day is set when mail is taken from a server for the first time, and again only for everything. */
function since(draft: MailboxDraft, before: MailboxRow | undefined, now: Temporal.Instant) {
  if (!before?.imap) return takesSince(draft, now)
  return draft.takesPast ? null : before.takes_since
}

/** Signs in to both servers with a draft, side by side. */
export async function tryOut(
  ports: Ports,
  may: Changing,
  id: string,
  draft: MailboxDraft,
): Promise<Result<MailboxTrial>> {
  const before = await inside(ports.db, may, (tx) => mailboxById(ports, tx, id))
  const kept = { imap: Boolean(before?.imap?.secret), smtp: Boolean(before?.smtp?.secret) }
  const read = readDraft(draft, kept)
  if (!read.ok) return read
  const { imap, smtp, imapSecret, smtpSecret } = read.value
  const secret = imapSecret ?? before?.imap?.secret ?? ''
  const [took, sent] = await Promise.allSettled([
    imap && tryImap({ ...imap, secret }, imap.folder),
    smtp && trySmtp({ ...smtp, secret: smtpSecret ?? before?.smtp?.secret ?? '' }),
  ])
  const sending = smtp && outcomeOf(sent)
  return ok({
    certificate: smtp && sending?.problem === 'certificate' ? await certificateAt(smtp) : null,
    imap: imap && outcomeOf(took),
    messages: took.status === 'fulfilled' ? (took.value?.messages ?? null) : null,
    smtp: sending,
  })
}

function outcomeOf(settled: PromiseSettledResult<unknown>) {
  return settled.status === 'fulfilled' ? { problem: null, detail: '' } : troubleOf(settled.reason)
}

type Message = { readonly bytes: Buffer; readonly isWhole: boolean }
type Kept = { readonly id: string; readonly isReadNow: boolean }

/** Stores what came to a mailbox, together with what `along` writes, or not at all. */
export function keepIn(
  ports: Ports,
  house: Scope,
  { id, address }: Pick<MailboxRow, 'id' | 'address'>,
  message: Message,
  along: (tx: Tx) => Promise<void> = async () => undefined,
): Promise<Kept> {
  return inside(ports.db, house, async (tx) => {
    await along(tx)
    await noteArrival(tx, id, ports.clock.now().toString())
    const mail = await keepRaw(ports, tx, house, { ...message, mailbox: address })
    return { id: mail.id, isReadNow: mail.isNew && message.isWhole }
  })
}

/** Reads what was stored. That it cannot be read now loses nothing: the job reads it later. */
export async function readIn(ports: Ports, house: Scope, { id, isReadNow }: Kept): Promise<void> {
  if (!isReadNow) return
  const how = { isArchive: false, asComplaint: false }
  await readStored(ports, house, id, how).catch((error: unknown) =>
    ports.log.warn({ error: String(error), mailId: id }, 'a message is read later'),
  )
}

export async function takeIn(...given: Parameters<typeof keepIn>): Promise<void> {
  const [ports, house] = given
  await readIn(ports, house, await keepIn(...given))
}
