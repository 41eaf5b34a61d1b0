import { ok, refuse, type Result } from '#kernel/result.ts'
import { decideWithinWall, type Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, memberNames, type May, type Scope } from '#features/access/door.ts'
import { linesById, takeTurns } from '#features/complaints/door.ts'
import { carryComments } from '../comments/store.ts'
import type { Hand, HandDoing, ReplyContent, SharedDraft, Writing } from './contract.ts'
import {
  draftById,
  draftOfLetter,
  handsAt,
  hasAside,
  openDraft,
  ownSavesSince,
  pointsToThin,
  shownClosed,
  shownDraft,
  writingOf,
  type DraftRow,
} from './queries.ts'
import { isSameContent, thinned } from './rules.ts'
import {
  closeDraft,
  deletePoints,
  endLease,
  insertDraft,
  insertPoint,
  keepLease,
  openAgain,
  sweep,
  tellWriting,
  updateDraft,
} from './store.ts'

type Composing = May<'letters.write'>
type Order = {
  readonly draftId: string
  readonly hand: string
  readonly basedOn: number
  readonly content: ReplyContent
}
type Saved = { draft: SharedDraft }
type Place = { readonly complaintId: string; readonly at: string }

/** Whoever touches the draft of a complaint takes this turn; behind the chain's lock where both are taken. */
export const turnOf = (complaintId: string) => [`letters.draft:${complaintId}`]

/**
 * Keeps the reply as it stands. Refused when another composer has saved since; what was sent is then kept aside, and both
 * stay for the person to choose.
 */
export function save(
  ports: Ports,
  may: Composing,
  complaintId: string,
  order: Order,
): Promise<Result<Saved>> {
  const at = ports.clock.now().toString()
  // Not rolled back by a refusal: what was overtaken is kept aside.
  return inside(ports.db, may, async (tx) => {
    await takeTurns(tx, turnOf(complaintId))
    const own = await draftById(tx, order.draftId)
    if (own && own.complaint_id !== complaintId)
      return refuse('missing', 'letters.draft-missing', {})
    if (own && own.state !== 'open') return whyClosed(tx, may, own)
    const open = own ?? (await openDraft(tx, complaintId))
    const place = { complaintId, at }
    if (!open) return beginDraft(ports, tx, may, place, order)
    if (isSameContent(contentOf(open), order.content)) return ok(await shown(tx, may, open))
    return (await goesOnFrom(tx, open, order))
      ? saveOn(ports, tx, may, place, { ...order, open })
      : overtaken(ports, tx, may, place, { ...order, open })
  })
}

const contentOf = (row: DraftRow) => shownDraft(row, new Map()).content

async function shown(tx: Tx, scope: Scope, row: DraftRow): Promise<Saved> {
  return { draft: shownDraft(row, await memberNames(tx, scope)) }
}

async function whyClosed(tx: Tx, scope: Scope, row: DraftRow) {
  const { state, byName, at } = shownClosed(row, await memberNames(tx, scope))
  return refuse('conflict', 'letters.draft-closed', { state, byName, at })
}

async function beginDraft(
  ports: Ports,
  tx: Tx,
  may: Composing,
  { complaintId, at }: Place,
  order: Order,
): Promise<Result<Saved>> {
  const lines = await linesById(tx, [complaintId])
  if (!lines.has(complaintId)) return refuse('missing', 'complaints.missing', {})
  const first = { ...order, complaintId, at }
  if (!(await insertDraft(tx, may, first))) return refuse('missing', 'letters.draft-missing', {})
  await insertPoint(tx, may, { ...first, id: ports.ids.next(), version: 1, isAside: false })
  return told(tx, may, first)
}

/** The turn of the draft is taken, and it goes on from the version that is open. */
export async function saveOn(
  ports: Ports,
  tx: Tx,
  may: Composing,
  { complaintId, at }: Place,
  { open, ...order }: Order & { readonly open: DraftRow },
): Promise<Result<Saved>> {
  const next = { ...order, complaintId, at, version: open.version + 1 }
  await carryComments(tx, order.draftId, contentOf(open).text, order.content.text)
  await updateDraft(tx, may, next)
  await insertPoint(tx, may, { ...next, id: ports.ids.next(), isAside: false })
  const points = await pointsToThin(tx, order.draftId)
  const kept = new Set(thinned(points, at))
  await deletePoints(
    tx,
    points.filter((point) => !kept.has(point)).map(({ id }) => id),
  )
  return told(tx, may, next)
}

async function told(
  tx: Tx,
  may: Composing,
  { draftId, complaintId, at }: { draftId: string } & Place,
): Promise<Result<Saved>> {
  await tellWriting(tx, may, complaintId, at)
  const row = await draftById(tx, draftId)
  return row ? ok(await shown(tx, may, row)) : refuse('missing', 'letters.draft-missing', {})
}

/** Nobody is overtaken by themselves: saves of this very composer whose answers were lost. */
export async function goesOnFrom(
  tx: Tx,
  open: DraftRow,
  { draftId, hand, basedOn }: Pick<Order, 'draftId' | 'hand' | 'basedOn'>,
): Promise<boolean> {
  if (open.id !== draftId) return false
  const since = open.version - basedOn
  return since === 0 || (since > 0 && (await ownSavesSince(tx, draftId, hand, basedOn)) === since)
}

async function overtaken(
  ports: Ports,
  tx: Tx,
  may: Composing,
  { complaintId, at }: Place,
  { open, hand, content }: Order & { readonly open: DraftRow },
): Promise<Result<Saved>> {
  if (!(await hasAside(tx, open.id, content))) {
    const aside = { id: ports.ids.next(), draftId: open.id, complaintId, content, hand, at }
    await insertPoint(tx, may, { ...aside, version: open.version, isAside: true })
  }
  return movedBy(tx, may, open)
}

/** What a letter says it was written from. */
export type WrittenFrom = Pick<Order, 'draftId' | 'hand'> & { readonly version: number }

/** The draft that becomes a letter; refused when it has been sent already, or when somebody else has changed it since. */
export async function draftForLetter(
  tx: Tx,
  scope: Scope,
  complaintId: string,
  from: WrittenFrom | undefined,
): Promise<Result<DraftRow | null>> {
  if (!from) return ok(null)
  await takeTurns(tx, turnOf(complaintId))
  const own = await draftById(tx, from.draftId)
  const row = own?.complaint_id === complaintId ? own : await openDraft(tx, complaintId)
  if (!row) return ok(null)
  if (row.state !== 'open') return whyClosed(tx, scope, row)
  if (await goesOnFrom(tx, row, { ...from, basedOn: from.version })) return ok(row)
  return movedBy(tx, scope, row)
}

/** Somebody else has changed it since: both see what stands there now. */
export async function movedBy(tx: Tx, scope: Scope, row: DraftRow) {
  return refuse('conflict', 'letters.draft-moved', await shown(tx, scope, row))
}

type Sent = {
  readonly letterId: string
  readonly complaintId: string
  readonly content: Omit<ReplyContent, 'reasons'>
  readonly at: string
}

/** It has become a letter: closed, as it was sent, so that it comes back the same when the letter is taken back. */
export async function closeAsSent(tx: Tx, scope: Scope, row: DraftRow, sent: Sent): Promise<void> {
  const { letterId, complaintId, at } = sent
  const content = { ...contentOf(row), ...sent.content }
  const { id: draftId, hand, version } = row
  await updateDraft(tx, scope, { draftId, complaintId, content, hand, at, version })
  await closeDraft(tx, scope, { draftId, state: 'sent', letterId, at })
  await tellWriting(tx, scope, complaintId, at)
}

/** The letter was taken back: what it was written from is open again, unless another has been begun. */
export async function openAfterLetter(
  tx: Tx,
  scope: Scope,
  { letterId, complaintId, at }: Pick<Sent, 'letterId' | 'complaintId' | 'at'>,
): Promise<void> {
  await takeTurns(tx, turnOf(complaintId))
  const row = await draftOfLetter(tx, letterId)
  if (!row || (await openDraft(tx, complaintId))) return
  await openAgain(tx, row.id)
  await tellWriting(tx, scope, complaintId, at)
}

type OnDraft = { readonly complaintId: string; readonly draftId: string }

export function discard(ports: Ports, may: Composing, place: OnDraft) {
  return onDraft(ports, may, place, async (tx, row, at) => {
    if (row.state === 'discarded') return ok(null)
    if (row.state !== 'open') return whyClosed(tx, may, row)
    await closeDraft(tx, may, { draftId: row.id, state: 'discarded', letterId: null, at })
    return ok(null)
  })
}

export function reopen(ports: Ports, may: Composing, place: OnDraft) {
  return onDraft(ports, may, place, async (tx, row) => {
    if (row.state === 'open') return ok(null)
    if (row.state !== 'discarded') return whyClosed(tx, may, row)
    if (await openDraft(tx, place.complaintId))
      return refuse('conflict', 'letters.draft-another', {})
    await openAgain(tx, row.id)
    return ok(null)
  })
}

function onDraft(
  ports: Ports,
  may: Composing,
  { complaintId, draftId }: OnDraft,
  decide: (tx: Tx, row: DraftRow, at: string) => Promise<Result<null>>,
): Promise<Result<Writing>> {
  const at = ports.clock.now().toString()
  return decideWithinWall<Writing>(ports.db, may, async (tx) => {
    await takeTurns(tx, turnOf(complaintId))
    const row = await draftById(tx, draftId)
    if (row?.complaint_id !== complaintId) return refuse('missing', 'letters.draft-missing', {})
    const decided = await decide(tx, row, at)
    if (!decided.ok) return decided
    await tellWriting(tx, may, complaintId, at)
    return ok(await writingOf(tx, may, complaintId, at))
  })
}

type Reading = May<'letters.read-draft'>
type Page = { readonly complaintId: string; readonly hand: string }

/** A page has the reply open. Whoever fell silent meanwhile is gone, and the others are told. */
export function beHere(ports: Ports, may: Reading, page: Page, doing: HandDoing) {
  return atReply(ports, may, page, (tx, memberId, at) =>
    keepLease(tx, may, { id: page.hand, complaintId: page.complaintId, memberId, doing }, at),
  )
}

export function leave(ports: Ports, may: Reading, page: Page) {
  return atReply(ports, may, page, (tx, memberId) => endLease(tx, page.hand, memberId))
}

async function atReply(
  ports: Ports,
  may: Reading,
  { complaintId }: Page,
  write: (tx: Tx, memberId: string, at: string) => Promise<boolean>,
): Promise<Result<{ hands: Hand[] }>> {
  const { viewer } = may
  if (!viewer) return refuse('invalid', 'letters.nobody-writes', {})
  const at = ports.clock.now().toString()
  return inside(ports.db, may, async (tx) => {
    const lines = await linesById(tx, [complaintId])
    if (!lines.has(complaintId)) return refuse('missing', 'complaints.missing', {})
    const isSwept = await sweep(tx, complaintId, at)
    const isNew = await write(tx, viewer.memberId, at)
    if (isNew || isSwept) await tellWriting(tx, may, complaintId, at)
    return ok({ hands: await handsAt(tx, complaintId, await memberNames(tx, may), at) })
  })
}
