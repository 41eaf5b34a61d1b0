import { ok, refuse, type Result } from '#kernel/result.ts'
import { decideWithinWall, type Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import type { May } from '#features/access/door.ts'
import { takeTurns } from '#features/complaints/door.ts'
import type { Mailbox, MailboxDraft } from './contract.ts'
import { mailboxesOf, mailboxRow, placeOf, type MailboxRow } from './queries.ts'
import { readDraft, takesSince } from './rules.ts'
import { keepMailbox, noOtherDefault, type Sealed } from './store.ts'

type Changing = May<'intake.change-mailboxes'>

/** Adds or changes a mailbox. The first one is the default whether it wants or not. */
export function save(
  ports: Ports,
  may: Changing,
  id: string,
  draft: MailboxDraft,
): Promise<Result<Mailbox>> {
  return decideWithinWall(ports.db, may.organisationId, async (tx: Tx) => {
    await takeTurns(tx, ['intake-mailboxes'])
    const before = await mailboxRow(tx, id)
    const kept = { imap: Boolean(before?.imap_secret), smtp: Boolean(before?.smtp_secret) }
    const read = readDraft(draft, kept)
    if (!read.ok) return read
    const others = (await mailboxesOf(tx, may)).filter((each) => each.id !== id)
    if (others.some(({ address }) => address === read.value.address))
      return refuse('conflict', 'intake.mailbox-twice', { address: read.value.address })
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
