import type { Tx } from '#platform/db/database.ts'
import { memberNames, type Scope } from '#features/access/door.ts'
import { linesById } from '#features/complaints/door.ts'
import { comment, type Advice, type Anchor, type Comment, type Look } from './contract.ts'

type Names = ReadonlyMap<string, string>

function comments(tx: Tx) {
  return tx
    .selectFrom('letters_draft_comments as comment')
    .innerJoin('letters_drafts as draft', 'draft.id', 'comment.draft_id')
    .where('draft.state', '=', 'open')
    .selectAll('comment')
    .select('draft.complaint_id')
}
type Row = Awaited<ReturnType<ReturnType<typeof comments>['execute']>>[number]

/** Of a draft that is open. */
export function commentById(tx: Tx, commentId: string): Promise<Row | undefined> {
  return comments(tx).where('comment.id', '=', commentId).executeTakeFirst()
}

export function shownComment(row: Row, names: Names): Comment {
  const name = (actor: string | null) => names.get((actor ?? '').replace('member:', '')) ?? ''
  return comment.parse({
    ...row,
    madeAt: row.made_at,
    madeById: row.made_by.replace('member:', ''),
    madeByName: name(row.made_by),
    settledByName: name(row.settled_by),
  })
}

export async function adviceOn(tx: Tx, scope: Scope, complaintId: string): Promise<Advice> {
  const names = await memberNames(tx, scope)
  const rows = await comments(tx)
    .where('draft.complaint_id', '=', complaintId)
    .orderBy('comment.made_at')
    .orderBy('comment.id')
    .execute()
  const looks = await looksWhere(tx, scope, { complaintId })
  return { comments: rows.map((row) => shownComment(row, names)), looks }
}

export function openAnchors(tx: Tx, draftId: string): Promise<(Anchor & { id: string })[]> {
  return tx
    .selectFrom('letters_draft_comments')
    .where('draft_id', '=', draftId)
    .where('state', '=', 'open')
    .select(['id', 'quote', 'before', 'after', 'place'])
    .execute()
}

/** Whose comments on the reply that is being written nobody has settled, one name for each. */
export async function unsettledBy(tx: Tx, scope: Scope, complaintId: string): Promise<string[]> {
  const rows = await comments(tx)
    .where('draft.complaint_id', '=', complaintId)
    .where('comment.state', '=', 'open')
    .orderBy('comment.made_at')
    .execute()
  if (rows.length === 0) return []
  const names = await memberNames(tx, scope)
  return rows.map((row) => shownComment(row, names).madeByName)
}

function looks(tx: Tx) {
  return tx
    .selectFrom('letters_draft_looks as look')
    .innerJoin('letters_drafts as draft', 'draft.id', 'look.draft_id')
    .where('draft.state', '=', 'open')
    .orderBy('look.asked_at')
    .selectAll('look')
    .select('draft.complaint_id')
}

export function lookById(tx: Tx, lookId: string) {
  return looks(tx).where('look.id', '=', lookId).executeTakeFirst()
}

/** At one complaint, or what one member still has to look at. */
export async function looksWhere(
  tx: Tx,
  scope: Scope,
  where: { readonly complaintId: string } | { readonly askedId: string },
): Promise<Look[]> {
  const asked =
    'complaintId' in where
      ? looks(tx).where('draft.complaint_id', '=', where.complaintId)
      : looks(tx).where('look.asked_id', '=', where.askedId).where('look.looked_at', 'is', null)
  const rows = await asked.execute()
  const names = await memberNames(tx, scope)
  const lines = await linesById(
    tx,
    rows.map((row) => row.complaint_id),
  )
  return rows.map((row) => ({
    id: row.id,
    complaintId: row.complaint_id,
    complaintNumber: lines.get(row.complaint_id)?.number ?? '',
    subject: lines.get(row.complaint_id)?.subject ?? '',
    askedId: row.asked_id,
    askedName: names.get(row.asked_id) ?? '',
    askedByName: names.get(row.asked_by) ?? '',
    words: row.words,
    askedAt: row.asked_at,
    lookedAt: row.looked_at,
  }))
}
