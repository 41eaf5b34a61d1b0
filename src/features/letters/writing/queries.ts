import type { Tx } from '#platform/db/database.ts'
import { memberNames, type Scope } from '#features/access/door.ts'
import {
  closedDraft,
  handDoing,
  replyContent,
  type Hand,
  type ReplyContent,
  type RestorePoint,
  type SharedDraft,
  type Writing,
} from './contract.ts'
import { handSeconds, sizeOfChange } from './rules.ts'

type Names = ReadonlyMap<string, string>
const nameIn = (names: Names, actor: string | null) =>
  names.get((actor ?? '').replace('member:', '')) ?? ''

function drafts(tx: Tx) {
  return tx.selectFrom('letters_drafts').selectAll()
}
export type DraftRow = Awaited<ReturnType<ReturnType<typeof drafts>['execute']>>[number]

export function draftById(tx: Tx, draftId: string): Promise<DraftRow | undefined> {
  return drafts(tx).where('id', '=', draftId).executeTakeFirst()
}

export function openDraft(tx: Tx, complaintId: string): Promise<DraftRow | undefined> {
  return drafts(tx)
    .where('complaint_id', '=', complaintId)
    .where('state', '=', 'open')
    .executeTakeFirst()
}

export function draftOfLetter(tx: Tx, letterId: string): Promise<DraftRow | undefined> {
  return drafts(tx).where('letter_id', '=', letterId).where('state', '=', 'sent').executeTakeFirst()
}

export function shownDraft(row: DraftRow, names: Names): SharedDraft {
  return {
    id: row.id,
    version: row.version,
    content: replyContent.parse(row.content),
    begunByName: nameIn(names, row.begun_by),
    savedAt: row.saved_at,
    savedById: row.saved_by.replace('member:', ''),
    savedByName: nameIn(names, row.saved_by),
    hand: row.hand,
  }
}

export async function writingOf(
  tx: Tx,
  scope: Scope,
  complaintId: string,
  now: string,
): Promise<Writing> {
  const names = await memberNames(tx, scope)
  const open = await openDraft(tx, complaintId)
  const last = await drafts(tx)
    .where('complaint_id', '=', complaintId)
    .where('state', '!=', 'open')
    .orderBy('closed_at', 'desc')
    .executeTakeFirst()
  return {
    draft: open ? shownDraft(open, names) : null,
    closed: last ? shownClosed(last, names) : null,
    hands: await handsAt(tx, complaintId, names, now),
  }
}

export function shownClosed(row: DraftRow, names: Names) {
  const { id, state, closed_at: at, closed_by: by } = row
  return closedDraft.parse({ id, state, at, byName: nameIn(names, by) })
}

export async function handsAt(
  tx: Tx,
  complaintId: string,
  names: Names,
  now: string,
): Promise<Hand[]> {
  const rows = await tx
    .selectFrom('letters_draft_hands')
    .where('complaint_id', '=', complaintId)
    .where('seen_at', '>', lapsedBefore(now))
    .select(['id', 'member_id as memberId', 'doing'])
    .orderBy('id')
    .execute()
  return rows.map(({ id, memberId, doing }) => {
    return { id, memberId, name: names.get(memberId) ?? '', doing: handDoing.parse(doing) }
  })
}

export function lapsedBefore(now: string): string {
  return Temporal.Instant.from(now).subtract({ seconds: handSeconds }).toString()
}

/** How many saves after this version this very composer made itself. */
export async function ownSavesSince(
  tx: Tx,
  draftId: string,
  hand: string,
  version: number,
): Promise<number> {
  const row = await tx
    .selectFrom('letters_draft_points')
    .where('draft_id', '=', draftId)
    .where('hand', '=', hand)
    .where('is_aside', '=', false)
    .where('version', '>', version)
    .select((e) => e.fn.countAll<string>().as('count'))
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** Oldest first, with their ids: what thinning looks at. */
export async function pointsToThin(tx: Tx, draftId: string) {
  const rows = await tx
    .selectFrom('letters_draft_points')
    .where('draft_id', '=', draftId)
    .orderBy('saved_at')
    .orderBy('version')
    .orderBy('id')
    .select(['id', 'saved_at as savedAt', 'saved_by as savedBy', 'is_aside as isAside'])
    .execute()
  return rows
}

export async function hasAside(tx: Tx, draftId: string, content: ReplyContent): Promise<boolean> {
  const row = await tx
    .selectFrom('letters_draft_points')
    .where('draft_id', '=', draftId)
    .where('is_aside', '=', true)
    .where('content', '=', JSON.stringify(content))
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Of the draft that is open, and of those that were thrown away; newest first. */
export async function pointsOf(tx: Tx, scope: Scope, complaintId: string): Promise<RestorePoint[]> {
  const names = await memberNames(tx, scope)
  const rows = await tx
    .selectFrom('letters_draft_points as point')
    .innerJoin('letters_drafts as draft', 'draft.id', 'point.draft_id')
    .where('draft.complaint_id', '=', complaintId)
    .where('draft.state', 'in', ['open', 'discarded'])
    .orderBy('point.saved_at')
    .orderBy('point.version')
    .orderBy('point.id')
    .select(['point.id', 'point.draft_id', 'point.content', 'point.saved_at', 'point.saved_by'])
    .select(['point.is_aside', 'draft.state'])
    .execute()
  const before = new Map<string, string>()
  const points = rows.map((row) => {
    const { text } = replyContent.parse(row.content)
    const size = sizeOfChange(before.get(row.draft_id) ?? '', text)
    if (!row.is_aside) before.set(row.draft_id, text)
    return {
      id: row.id,
      draftId: row.draft_id,
      isOfDiscarded: row.state === 'discarded',
      savedAt: row.saved_at,
      savedByName: nameIn(names, row.saved_by),
      isAside: row.is_aside,
      ...size,
    }
  })
  return points.toReversed()
}

export async function pointContent(
  tx: Tx,
  complaintId: string,
  pointId: string,
): Promise<ReplyContent | undefined> {
  const row = await tx
    .selectFrom('letters_draft_points as point')
    .innerJoin('letters_drafts as draft', 'draft.id', 'point.draft_id')
    .where('draft.complaint_id', '=', complaintId)
    .where('draft.state', 'in', ['open', 'discarded'])
    .where('point.id', '=', pointId)
    .select('point.content')
    .executeTakeFirst()
  return row && replyContent.parse(row.content)
}
