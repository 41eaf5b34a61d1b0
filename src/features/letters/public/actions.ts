import { sha256Hex } from '#kernel/hash.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, type May } from '#features/access/door.ts'
import {
  change,
  commandFor,
  recordOf,
  type Command,
  type Situation,
} from '#features/complaints/door.ts'
import { reviewOf, saveReplyId } from '#features/intake/reviews/door.ts'
import { askForWords, openedInPublic } from '#features/remedies/approvals/door.ts'
import { openable } from '#features/remedies/approvals/contract.ts'
import { keptBy } from '../actions.ts'
import type { GateFinding, KeptReason, ReasonGiven } from '../gate/contract.ts'
import { obstacles, withReasons } from '../gate/rules.ts'
import type { OpenPublicReply, PublicReply } from './contract.ts'
import { foundInPublic, publicReplyOf, repliesOf, standsNow } from './queries.ts'
import { removeDraft, saveDraft, saveReply, saveWithdrawal } from './store.ts'

type Writing = May<'letters.write'>
type Words = { readonly text: string; readonly reasons: readonly ReasonGiven[] }

/** A draft for everybody at the desk; the texts before it stay in the timeline. */
export async function keepDraft(
  ports: Ports,
  may: Writing,
  { text, ...command }: Command & { readonly text: string },
): Promise<Result<OpenPublicReply>> {
  const { complaintId } = command
  const done = await change(ports, may, command, async ({ tx, at }) => {
    const before = await draftText(tx, complaintId)
    if (before === text) return ok([])
    if (text === '') await removeDraft(tx, complaintId)
    else await saveDraft(tx, may, { complaintId, text, at })
    return ok([{ type: 'letters.public-drafted', payload: { text } }])
  })
  return done.ok ? openNow(ports, may, complaintId) : done
}

async function draftText(tx: Situation['tx'], complaintId: string): Promise<string> {
  const row = await tx
    .selectFrom('letters_public_drafts')
    .where('complaint_id', '=', complaintId)
    .select('text')
    .executeTakeFirst()
  return row?.text ?? ''
}

type Asking = Words & { readonly id: string; readonly reason: string }

/** Nobody is asked to approve what has to be changed anyway. The text becomes the draft, so that all see what waits. */
export async function askApprovalOf(
  ports: Ports,
  may: Writing,
  complaintId: string,
  { id, text, reason, reasons }: Asking,
): Promise<Result<OpenPublicReply>> {
  const left = await inside(ports.db, may, async (tx) => {
    const record = await recordOf(tx, may, complaintId)
    const at = ports.clock.now().toString()
    return record && leftIn({ tx, record, at }, may, { complaintId, text }, keptBy(may, reasons))
  })
  if (!left) return refuse('missing', 'complaints.missing', {})
  const mended = left.filter((each) => each.need !== 'leader' || openOf(each) === undefined)
  if (mended.length > 0) return refuse('blocked', 'letters.gate', { findings: mended })
  const command = { complaintId, id: commandFor(id, 'letters.public-draft') }
  const drafted = await keepDraft(ports, may, { ...command, text })
  if (!drafted.ok) return drafted
  const opens = [
    ...new Set(['public-reply' as const, ...left.flatMap((each) => openOf(each) ?? [])]),
  ]
  const asked = await askForWords(ports, may, complaintId, { id, text, opens, reason })
  return asked.ok ? openNow(ports, may, complaintId) : asked
}

function openOf({ rule }: GateFinding) {
  return openable.options.find((each) => each === rule)
}

async function leftIn(
  now: Pick<Situation, 'tx' | 'record' | 'at'>,
  may: Writing,
  words: { readonly complaintId: string; readonly text: string },
  reasons: readonly KeptReason[],
): Promise<GateFinding[]> {
  return obstacles(await foundInPublic(now, may, words), reasons)
}

type Publishing = Words & {
  readonly id: string
  readonly basedOn?: number | undefined
  readonly url: string
  readonly postedAt?: string | undefined
}

/**
 * Words stand in public: the one door for the screen and for programs that put them there. Just what was approved, once,
 * and through the whole gate as the record is now.
 */
export async function publish(
  ports: Ports,
  may: Writing,
  complaintId: string,
  { id, basedOn, ...words }: Publishing,
): Promise<Result<{ reply: PublicReply; head: number }>> {
  const done = await change(ports, may, { complaintId, id, basedOn }, async (situation) => {
    const approved = await openedInPublic(situation, complaintId, words.text)
    if (!approved.ok) return approved
    const reasons = withReasons(keptBy(may, words.reasons), approved.value.reasons)
    const { text } = words
    const left = await leftIn(situation, may, { complaintId, text }, reasons)
    if (left.length > 0) return refuse('blocked', 'letters.gate', { findings: left })
    const put = await putInPublic(situation, may, complaintId, { ...words, id, reasons })
    return put.ok ? ok([put.value, ...(await approved.value.spend(id))]) : put
  })
  if (!done.ok) return done
  const replies = await inside(ports.db, may, (tx) => repliesOf(tx, may, complaintId))
  const reply = replies.find((each) => each.id === id)
  return reply
    ? ok({ reply, head: done.value.head })
    : refuse('conflict', 'complaints.command-reused', {})
}

type Putting = Omit<Publishing, 'basedOn' | 'reasons'> & { readonly reasons: readonly KeptReason[] }

async function putInPublic(
  { tx, at }: Situation,
  may: Writing,
  complaintId: string,
  { id, text, reasons, ...told }: Putting,
) {
  const postedAt = Temporal.Instant.from(told.postedAt ?? at).toString()
  if (Temporal.Instant.compare(postedAt, at) > 0)
    return refuse('invalid', 'letters.public-in-future', {})
  const before = await repliesOf(tx, may, complaintId)
  const review = await reviewOf(tx, complaintId)
  const place = { site: review?.site ?? '', url: told.url || (review?.url ?? '') }
  const now = before.find(standsNow)
  if (now?.text === text && now.url === place.url)
    return refuse('conflict', 'letters.public-same', {})
  const version = (before.at(-1)?.version ?? 0) + 1
  const words = { ...place, version, text, sha256: sha256Hex(text) }
  await saveReply(tx, may, { ...words, id, complaintId, postedAt, recordedAt: at, reasons })
  await saveReplyId(tx, complaintId, { replyId: id, at, byName: may.viewer?.name ?? null })
  if ((await draftText(tx, complaintId)) === text) await removeDraft(tx, complaintId)
  const given = reasons.map(({ rule, reason }) => ({ rule, reason }))
  const payload = { replyId: id, ...words, postedAt, reasons: given }
  return ok({ type: 'letters.public-published' as const, payload })
}

/** It was taken away at its place: its words stay here, and the review waits again. */
export async function withdraw(
  ports: Ports,
  may: Writing,
  { reason, ...command }: Command & { readonly reason: string },
): Promise<Result<OpenPublicReply>> {
  const { complaintId } = command
  const done = await change(ports, may, command, async ({ tx, at }) => {
    const now = (await repliesOf(tx, may, complaintId)).find(standsNow)
    if (!now) return refuse('conflict', 'letters.public-nothing', {})
    await saveWithdrawal(tx, may, { complaintId, reason, at })
    await saveReplyId(tx, complaintId, null)
    const payload = { replyId: now.id, version: now.version, reason }
    return ok([{ type: 'letters.public-withdrawn', payload }])
  })
  return done.ok ? openNow(ports, may, complaintId) : done
}

async function openNow(ports: Ports, may: Writing, complaintId: string) {
  const open = await inside(ports.db, may, (tx) => publicReplyOf(tx, may, complaintId))
  return open ? ok(open) : refuse('missing', 'complaints.missing', {})
}
