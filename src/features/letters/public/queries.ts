import type { Tx } from '#platform/db/database.ts'
import { memberNames, organisationOf, type Scope } from '#features/access/door.ts'
import { recordOf } from '#features/complaints/door.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import { formSettingsOf } from '#features/intake/door.ts'
import { ownAddresses, sendingMailboxes } from '#features/intake/mailboxes/door.ts'
import {
  reviewCounts,
  reviewOf,
  reviewsCounted,
  reviewsWhere,
} from '#features/intake/reviews/door.ts'
import {
  isApprovedInPublic,
  publicAskedOf,
  publicWordsAsked,
  textHash,
} from '#features/remedies/approvals/door.ts'
import type { ReviewLine } from '#features/intake/reviews/contract.ts'
import type { GateFinding } from '../gate/contract.ts'
import { findingsInPublic } from '../gate/queries.ts'
import { aboutTheWay } from '../gate/rules.ts'
import { identifying, type Known } from '../identifying/rules.ts'
import { letterheadOf } from '../letterhead/queries.ts'
import { type Channels, type OpenPublicReply, type PublicReply } from './contract.ts'
import type { PublicReview, Show, Standing } from './contract.ts'
import { lengthOf, limitOf, openingsFor, shownUnder } from './rules.ts'

type Now = { readonly tx: Tx; readonly record: CaseRecord; readonly at: string }

/** The gate of letters, and what would tell everybody who it is about. */
export async function foundInPublic(
  now: Now,
  scope: Scope,
  { complaintId, text }: { complaintId: string; text: string },
): Promise<GateFinding[]> {
  const review = await reviewOf(now.tx, complaintId)
  const known = await knownOf(now, scope, review)
  const telling = identifying(text, known)
  const found = (await findingsInPublic(now, scope, { complaintId, text }))
    // The mend of an addressee is the customer's own name.
    .filter(({ rule }) => rule !== 'addressee')
    .filter((each) => each.rule !== 'private-in-public' || isTheirs(text, each, telling, known))
  return [
    ...aboutTheWay(now.record, []),
    ...tooLong(text, review?.site ?? ''),
    ...telling,
    ...found,
  ].toSorted((a, b) => a.start - b.start || a.end - b.end)
}

/** Not found twice, and not what is our own. */
function isTheirs(
  text: string,
  { start, end }: GateFinding,
  telling: readonly GateFinding[],
  { own }: Known,
): boolean {
  const said = text.slice(start, end).normalize('NFKC')
  if ([...own.telephones, ...own.mails].some((ours) => ours !== '' && said.includes(ours)))
    return false
  return !telling.some((each) => each.start < end && start < each.end)
}

function tooLong(text: string, site: string): GateFinding[] {
  const limit = limitOf(site)
  if (!limit || lengthOf(text, limit.unit) <= limit.most) return []
  const message = `${site}に載せられる長さを超えています。短くするか、超えてよい理由を書いてください。`
  const whole = { severity: 'error' as const, start: 0, end: 0, need: 'reason' as const }
  return [{ rule: 'too-long-in-public', ...whole, message }]
}

async function knownOf(
  { tx, record }: Now,
  scope: Scope,
  review: ReviewLine | undefined,
): Promise<Known> {
  const letterhead = await letterheadOf(tx, scope)
  const organisation = await organisationOf(tx, scope)
  const isPublic = review !== undefined || record.channel === 'review'
  const noted = [...record.notes.map(({ text }) => text), record.safety?.words ?? '']
  return {
    customer: record.customer,
    details: record.details,
    author: review?.author ?? '',
    publicWords: isPublic ? record.ownWords : '',
    insideWords: [...noted, isPublic ? '' : record.ownWords].join('\n'),
    own: {
      names: [organisation.name, letterhead.name, letterhead.department, letterhead.person],
      telephones: [letterhead.telephone],
      mails: await ownAddresses(tx),
      address: letterhead.address,
    },
  }
}

/** Undefined when this organisation has no such complaint. */
export async function publicReplyOf(
  tx: Tx,
  scope: Scope,
  complaintId: string,
): Promise<OpenPublicReply | undefined> {
  const record = await recordOf(tx, scope, complaintId)
  if (!record) return undefined
  const review = await reviewOf(tx, complaintId)
  const { name, telephone } = await letterheadOf(tx, scope)
  const organisation = await organisationOf(tx, scope)
  return {
    head: record.head,
    review: review ? { ...review, words: record.ownWords } : null,
    name: name || organisation.name,
    channels: await channelsOf(tx, telephone, organisation.slug),
    openings: openingsFor(review ?? { stars: null, status: 'open' }),
    draft: await draftOf(tx, scope, complaintId),
    needsApproval: await isApprovedInPublic(tx),
    replies: await repliesOf(tx, scope, complaintId),
  }
}

async function channelsOf(tx: Tx, telephone: string, slug: string): Promise<Channels> {
  const { isOpen } = await formSettingsOf(tx)
  const [mailbox] = await sendingMailboxes(tx)
  return { telephone, mail: mailbox?.address ?? '', formPath: isOpen ? `/form/${slug}` : null }
}

async function draftOf(tx: Tx, scope: Scope, complaintId: string) {
  const row = await tx
    .selectFrom('letters_public_drafts')
    .where('complaint_id', '=', complaintId)
    .select(['text', 'saved_at as savedAt', 'saved_by as savedBy'])
    .executeTakeFirst()
  if (!row) return null
  const { savedBy, ...draft } = row
  const names = await memberNames(tx, scope)
  return { ...draft, savedByName: names.get(savedBy.replace('member:', '')) ?? '' }
}

const erased = '（消去済み）'

/** Oldest first. */
export async function repliesOf(tx: Tx, scope: Scope, complaintId: string): Promise<PublicReply[]> {
  const names = await memberNames(tx, scope)
  const nameOf = (actor: string | null) => names.get((actor ?? '').replace('member:', '')) ?? ''
  const rows = await tx
    .selectFrom('letters_public_replies')
    .where('complaint_id', '=', complaintId)
    .select(['id', 'version', 'site', 'url', 'text', 'sha256'])
    .select(['posted_at as postedAt', 'recorded_at as recordedAt', 'recorded_by as recordedBy'])
    .select(['replaced_at as replacedAt', 'withdrawn_at as withdrawnAt'])
    .select(['withdrawn_by as withdrawnBy', 'withdrawn_reason as withdrawnReason'])
    .orderBy('version')
    .execute()
  return rows.map(({ recordedBy, withdrawnBy, ...row }) => ({
    ...row,
    url: row.url ?? '',
    text: row.text ?? erased,
    recordedByName: nameOf(recordedBy),
    withdrawnByName: withdrawnBy === null ? null : nameOf(withdrawnBy),
  }))
}

export function standsNow({ replacedAt, withdrawnAt }: PublicReply): boolean {
  return replacedAt === null && withdrawnAt === null
}

/** How far just this text is, with who can decide or did. */
export async function standingOf(
  tx: Tx,
  scope: Scope,
  asking: { complaintId: string; text: string; now: string },
): Promise<{ standing: Standing; words: string | null; names: string[] }> {
  const asked = await publicAskedOf(tx, scope, asking)
  const standing = asked ? standingFor(asked.state) : 'drafted'
  if (!asked || standing === 'drafted') return { standing, words: null, names: [] }
  const decidedBy = asked.decidedByName === null ? [] : [asked.decidedByName]
  return {
    standing,
    words: standing === 'declined' ? asked.words : null,
    names: standing === 'waiting' ? asked.deciders : decidedBy,
  }
}

function standingFor(state: string): Standing {
  const standings: Readonly<Record<string, Standing>> = {
    asked: 'waiting',
    granted: 'approved',
    refused: 'declined',
  }
  return standings[state] ?? 'drafted'
}

type Filter = {
  readonly show?: Show | undefined
  readonly starsUpTo?: number | undefined
  readonly limit: number
}

/** Where each review waits. Few are being written at a time, so those are looked at one by one. */
export async function publicReviewsOf(tx: Tx, scope: Scope, filter: Filter, now: string) {
  const drafts = await draftsInHand(tx, now)
  const { show, starsUpTo, limit } = filter
  const written = [...drafts.keys()]
  const held = await reviewsWhere(tx, { among: written }, { limit: written.length })
  const shown = new Map(
    held.map(({ complaintId, status }) => [
      complaintId,
      shownUnder(status, drafts.get(complaintId)?.standing ?? null),
    ]),
  )
  const wanted = { ...wantedFor(show, shown), starsUpTo }
  const isOldestFirst = show !== undefined && show !== 'done'
  const lines = await reviewsWhere(tx, wanted, { limit, isOldestFirst })
  const names = await memberNames(tx, scope)
  const reviews = lines.map((line): PublicReview => {
    const draft = drafts.get(line.complaintId)
    const { standing = null } = draft ?? {}
    return {
      ...line,
      standing,
      shownUnder: shownUnder(line.status, standing),
      ownerName: line.ownerId === null ? null : (names.get(line.ownerId) ?? null),
      draftedByName: draft ? (names.get(draft.savedBy) ?? null) : null,
    }
  })
  const total = await reviewsCounted(tx, wanted)
  return { reviews, total, counts: await countsOf(tx, held, shown) }
}

const doneStatuses = ['answered', 'answered-elsewhere', 'moved-to-private', 'left-alone'] as const

function wantedFor(show: Show | undefined, shown: ReadonlyMap<string, Show>) {
  if (show === undefined) return {}
  const here = [...shown].flatMap(([id, under]) => (under === show ? [id] : []))
  if (show === 'drafted' || show === 'waiting' || show === 'approved') return { among: here }
  const elsewhere = [...shown].flatMap(([id, under]) => (under === show ? [] : [id]))
  const statuses = show === 'done' ? doneStatuses : [show]
  return { statuses, besides: elsewhere }
}

async function countsOf(tx: Tx, held: readonly ReviewLine[], shown: ReadonlyMap<string, Show>) {
  const counts: Record<Show, number> = {
    open: 0,
    drafted: 0,
    waiting: 0,
    approved: 0,
    checking: 0,
    done: 0,
  }
  for (const [status, count] of Object.entries(await reviewCounts(tx)))
    counts[status === 'open' || status === 'checking' ? status : 'done'] += count
  for (const { complaintId, status } of held) {
    counts[shownUnder(status, null)] -= 1
    counts[shown.get(complaintId) ?? 'open'] += 1
  }
  return counts
}

/** complaint id → its draft with how far the approval of just that text is. */
async function draftsInHand(tx: Tx, now: string) {
  const rows = await tx
    .selectFrom('letters_public_drafts')
    .select(['complaint_id as complaintId', 'text', 'saved_by as savedBy'])
    .execute()
  const ids = rows.map(({ complaintId }) => complaintId)
  const asked = await publicWordsAsked(tx, ids, now)
  return new Map(
    rows.map(({ complaintId, text, savedBy }) => {
      const hash = textHash(text)
      const of = asked.find((each) => each.complaintId === complaintId && each.textHash === hash)
      const standing: Standing = of ? standingFor(of.state) : 'drafted'
      return [complaintId, { standing, savedBy: savedBy.replace('member:', '') }]
    }),
  )
}
