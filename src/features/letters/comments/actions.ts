import { ok, refuse, type Result } from '#kernel/result.ts'
import { decideWithinWall, type Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { membersOf, permitted, type May } from '#features/access/door.ts'
import { takeTurns } from '#features/complaints/door.ts'
import { canWriteLetters } from '../policy.ts'
import { goesOnFrom, movedBy, saveOn, turnOf } from '../writing/actions.ts'
import { openDraft, shownDraft, type DraftRow } from '../writing/queries.ts'
import { tellWriting } from '../writing/store.ts'
import type { Advice, Anchor, Comment } from './contract.ts'
import { adviceOn, commentById, lookById } from './queries.ts'
import { placeOf, replaced } from './rules.ts'
import { insertComment, insertLook, saveLooked, settle, tellLook } from './store.ts'

type Reading = May<'letters.read-draft'>
type Composing = May<'letters.write'>
type OnDraft = { readonly complaintId: string; readonly draftId: string }
type OnComment = { readonly complaintId: string; readonly commentId: string }

/** Said about a stretch; where it stands now is found by its words, and a stretch that has gone is kept as such. */
export function say(
  ports: Ports,
  may: Reading,
  { complaintId, draftId }: OnDraft,
  order: { id: string; anchor: Anchor; words: string; replacement: string | null },
) {
  return atDraft(ports, may, complaintId, async (tx, draft, at) => {
    if (draft.id !== draftId) return refuse('missing', 'letters.draft-missing', {})
    if (order.words === '' && order.replacement === null)
      return refuse('invalid', 'letters.comment-empty', {})
    const { text } = shownDraft(draft, new Map()).content
    const place = placeOf(text, order.anchor)?.start ?? order.anchor.place
    await insertComment(tx, may, { ...order, draftId, at, anchor: { ...order.anchor, place } })
    return ok(null)
  })
}

/** Only whoever made it withdraws it; the rest is for those who write letters. */
export function settleOne(
  ports: Ports,
  may: Reading,
  { complaintId, commentId }: OnComment,
  { state, answer }: { state: Exclude<Comment['state'], 'accepted'>; answer: string },
) {
  return atDraft(ports, may, complaintId, async (tx, draft, at) => {
    const row = await commentById(tx, commentId)
    if (row?.draft_id !== draft.id) return refuse('missing', 'letters.comment-missing', {})
    if (row.state === state) return ok(null)
    if (row.state === 'accepted') return refuse('conflict', 'letters.comment-accepted', {})
    const isOwn = row.made_by === may.actor
    if (state === 'withdrawn' && !isOwn) return refuse('forbidden', 'letters.comment-others', {})
    const writing = permitted(may, canWriteLetters)
    if (!isOwn && !writing.ok) return writing
    if (state === 'declined' && answer === '') return refuse('invalid', 'letters.comment-why', {})
    await settle(tx, may, { id: commentId, state, answer, at })
    return ok(null)
  })
}

/** The suggested words stand in the draft from now on, with who suggested them. */
export function accept(
  ports: Ports,
  may: Composing,
  { complaintId, commentId }: OnComment,
  { draftId, version, hand }: { draftId: string; version: number; hand: string },
) {
  return atDraft(ports, may, complaintId, async (tx, draft, at) => {
    const row = await commentById(tx, commentId)
    if (row?.draft_id !== draft.id) return refuse('missing', 'letters.comment-missing', {})
    if (row.state === 'accepted') return ok(null)
    if (row.state !== 'open' || row.replacement === null)
      return refuse('conflict', 'letters.comment-settled', {})
    if (!(await goesOnFrom(tx, draft, { draftId, hand, basedOn: version })))
      return movedBy(tx, may, draft)
    const { content } = shownDraft(draft, new Map())
    const text = replaced(content.text, row, row.replacement)
    if (text === null) return refuse('conflict', 'letters.stretch-gone', {})
    const order = { draftId, hand, basedOn: version, content: { ...content, text } }
    await settle(tx, may, { id: commentId, state: 'accepted', answer: '', at })
    const saved = await saveOn(ports, tx, may, { complaintId, at }, { ...order, open: draft })
    return saved.ok ? ok(null) : saved
  })
}

export function ask(
  ports: Ports,
  may: Composing,
  { complaintId, draftId }: OnDraft,
  { id, memberId, words }: { id: string; memberId: string; words: string },
) {
  return atDraft(ports, may, complaintId, async (tx, draft, at) => {
    const me = may.viewer?.memberId
    if (!me || draft.id !== draftId) return refuse('missing', 'letters.draft-missing', {})
    const members = await membersOf(tx, may.organisationId)
    const asked = members.find((member) => member.id === memberId)
    if (!asked || memberId === me) return refuse('invalid', 'letters.nobody-asked', {})
    await insertLook(tx, may, { id, draftId, askedId: memberId, askedBy: me, words, at })
    await tellLook(tx, may, complaintId, at)
    return ok(null)
  })
}

export function endAsking(
  ports: Ports,
  may: Reading,
  { complaintId, lookId }: { complaintId: string; lookId: string },
) {
  return atDraft(ports, may, complaintId, async (tx, draft, at) => {
    const row = await lookById(tx, lookId)
    const isTheirs =
      row?.asked_id === may.viewer?.memberId || row?.asked_by === may.viewer?.memberId
    if (row?.draft_id !== draft.id || !isTheirs)
      return refuse('missing', 'letters.draft-missing', {})
    await saveLooked(tx, lookId, at)
    await tellLook(tx, may, complaintId, at)
    return ok(null)
  })
}

function atDraft(
  ports: Ports,
  may: Reading | Composing,
  complaintId: string,
  decide: (tx: Tx, draft: DraftRow, at: string) => Promise<Result<null>>,
): Promise<Result<Advice>> {
  const at = ports.clock.now().toString()
  return decideWithinWall<Advice>(ports.db, may, async (tx) => {
    await takeTurns(tx, turnOf(complaintId))
    const draft = await openDraft(tx, complaintId)
    if (!draft) return refuse('missing', 'letters.draft-missing', {})
    const decided = await decide(tx, draft, at)
    if (!decided.ok) return decided
    await tellWriting(tx, may, complaintId, at)
    return ok(await adviceOn(tx, may, complaintId))
  })
}
