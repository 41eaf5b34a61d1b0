import type { Tx } from '#platform/db/database.ts'
import type { Notice } from '#platform/realtime/hub.ts'
import { tellNodes } from '#platform/realtime/notices.ts'
import type { Scope } from '#features/access/door.ts'
import { lookMoved, type Anchor, type Comment } from './contract.ts'
import { openAnchors } from './queries.ts'
import { carried } from './rules.ts'

type NewComment = {
  readonly id: string
  readonly draftId: string
  readonly anchor: Anchor
  readonly words: string
  readonly replacement: string | null
  readonly at: string
}

/** Sent twice, made once. */
export async function insertComment(
  tx: Tx,
  { organisationId, actor }: Scope,
  { id, draftId, anchor, words, replacement, at }: NewComment,
): Promise<void> {
  await tx
    .insertInto('letters_draft_comments')
    .values({
      id,
      organisation_id: organisationId,
      draft_id: draftId,
      kind: replacement === null ? 'comment' : 'suggestion',
      ...anchor,
      words,
      replacement,
      made_at: at,
      made_by: actor,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

export async function settle(
  tx: Tx,
  { actor }: Scope,
  { id, state, answer, at }: { id: string; state: Comment['state']; answer: string; at: string },
): Promise<void> {
  const isOpen = state === 'open'
  await tx
    .updateTable('letters_draft_comments')
    .set({
      state,
      answer: answer === '' ? null : answer,
      settled_at: isOpen ? null : at,
      settled_by: isOpen ? null : actor,
    })
    .where('id', '=', id)
    .execute()
}

/** The text of a draft has changed: what was said about it goes along. */
export async function carryComments(
  tx: Tx,
  draftId: string,
  before: string,
  after: string,
): Promise<void> {
  if (before === after) return
  for (const { id, ...anchor } of await openAnchors(tx, draftId)) {
    const next = carried(anchor, before, after)
    if (next !== anchor)
      await tx.updateTable('letters_draft_comments').set(next).where('id', '=', id).execute()
  }
}

type NewLook = {
  readonly id: string
  readonly draftId: string
  readonly askedId: string
  readonly askedBy: string
  readonly words: string
  readonly at: string
}

export async function insertLook(
  tx: Tx,
  { organisationId }: Scope,
  { id, draftId, askedId, askedBy, words, at }: NewLook,
): Promise<void> {
  await tx
    .insertInto('letters_draft_looks')
    .values({
      id,
      organisation_id: organisationId,
      draft_id: draftId,
      asked_id: askedId,
      asked_by: askedBy,
      words,
      asked_at: at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

export async function saveLooked(tx: Tx, lookId: string, at: string): Promise<void> {
  await tx
    .updateTable('letters_draft_looks')
    .set({ looked_at: at })
    .where('id', '=', lookId)
    .where('looked_at', 'is', null)
    .execute()
}

/** Tells the screens, also the first pages of whoever is asked. */
export async function tellLook(
  tx: Tx,
  { organisationId, actor: by }: Scope,
  complaintId: string,
  at: string,
): Promise<void> {
  const type = lookMoved
  const notice: Notice = { organisationId, id: complaintId, complaintId, sequence: 0, type, at, by }
  tellNodes(tx, notice)
}
