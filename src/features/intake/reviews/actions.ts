import type { z } from 'zod'
import { canonicalJson } from '#kernel/canonical-json.ts'
import { sha256Hex } from '#kernel/hash.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, type May } from '#features/access/door.ts'
import { begin, change } from '#features/complaints/door.ts'
import { listenInside } from '#features/language/company-words/door.ts'
import { isAfter } from '../import/rules.ts'
import { readWords } from '../rules.ts'
import {
  needsReason,
  type receiveReview,
  type ReviewLine,
  type ReviewSeen,
  type Settlement,
} from './contract.ts'
import { complaintFrom, reviewOf } from './queries.ts'
import { siteOf } from './rules.ts'
import { saveReview, saveSettlement } from './store.ts'

type Told = z.output<NonNullable<(typeof receiveReview)['body']>>

/** What stands in public becomes a complaint. Whose it is, only a person may say: a handle is nobody's name. */
export async function receiveSeen(
  ports: Ports,
  may: May<'intake.receive'>,
  told: Told,
): Promise<Result<{ complaintId: string; number: string; isNew: boolean }>> {
  const now = ports.clock.now().toString()
  const read = readWords(told.words)
  if (!read.ok) return read
  if ([told.postedAt, told.seenAt].some((at) => at && isAfter(at, now)))
    return refuse('invalid', 'intake.received-in-future', {})
  const words = read.value
  const seen = seenOf(told, now)
  const sourceKey = keyOf(seen, words)
  const receivedAt = Temporal.Instant.from(seen.postedAt ?? seen.seenAt).toString()
  const complaint = { id: told.id, channel: 'review', receivedAt, sourceKey } as const
  const done = await begin(ports, may, complaint, async ({ tx, number }) => {
    const { cues } = await listenInside(tx, may, { speaker: 'customer', text: words })
    const { channel } = complaint
    const payload = { number, channel, words, receivedAt, customer: {}, details: {}, cues }
    await saveReview(tx, may, { ...seen, complaintId: told.id, status: 'open' })
    return ok([
      { type: 'complaints.received', payload },
      { type: 'intake.review-seen', payload: seen },
    ])
  })
  if (!done.ok) return done
  const { id, number } = await inside(ports.db, may, (tx) => complaintFrom(tx, told.id, sourceKey))
  return ok({ complaintId: id, number, isNew: !done.value.isReplay })
}

function seenOf(
  { site, url, author, stars, postedAt, postedPrecision, seenAt }: Told,
  now: string,
) {
  const place = { site: site || siteOf(url), url, author, stars }
  const precision = postedAt ? (postedPrecision ?? 'minute') : null
  return { ...place, postedAt, postedPrecision: precision, seenAt: seenAt ?? now }
}

/** One page may hold many reviews, and one person may write twice: the words tell them apart. */
function keyOf({ url, author }: ReviewSeen, words: string): string {
  return `review:sha256:${sha256Hex(canonicalJson([url, author, words].map((each) => each.toWellFormed())))}`
}

type Settling = { readonly id: string; readonly basedOn?: number | undefined }

export async function settle(
  ports: Ports,
  may: May<'intake.receive'>,
  complaintId: string,
  { how, reason, ...command }: Settling & { how: Settlement; reason: string },
): Promise<Result<ReviewLine>> {
  if (needsReason.includes(how) && reason === '') return refuse('invalid', 'intake.review-why', {})
  const byName = may.viewer?.name ?? null
  const done = await change(ports, may, { complaintId, ...command }, async ({ tx, at }) => {
    const before = await reviewOf(tx, complaintId)
    if (!before) return refuse('missing', 'intake.review-missing', {})
    if (before.status === how && before.reason === reason) return ok([])
    if (before.replyId !== null && how !== 'moved-to-private')
      return refuse('conflict', 'intake.review-stands-in-public', {})
    await saveSettlement(tx, complaintId, { status: how, reason, at, byName })
    return ok([{ type: 'intake.review-settled', payload: { how, reason } }])
  })
  return done.ok ? lineNow(ports, may, complaintId) : done
}

export async function reopen(
  ports: Ports,
  may: May<'intake.receive'>,
  complaintId: string,
  command: Settling,
): Promise<Result<ReviewLine>> {
  const done = await change(ports, may, { complaintId, ...command }, async ({ tx }) => {
    const before = await reviewOf(tx, complaintId)
    if (!before) return refuse('missing', 'intake.review-missing', {})
    if (before.status === 'open') return ok([])
    if (before.status === 'answered' && before.replyId !== null)
      return refuse('conflict', 'intake.review-stands-in-public', {})
    const status = before.replyId === null ? 'open' : 'answered'
    await saveSettlement(tx, complaintId, { status, reason: null, at: null, byName: null })
    return ok([{ type: 'intake.review-reopened', payload: { before: before.status } }])
  })
  return done.ok ? lineNow(ports, may, complaintId) : done
}

async function lineNow(ports: Ports, may: May<'intake.receive'>, complaintId: string) {
  const line = await inside(ports.db, may, (tx) => reviewOf(tx, complaintId))
  return line ? ok(line) : refuse('missing', 'intake.review-missing', {})
}
