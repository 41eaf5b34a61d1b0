import type { Tx } from '#platform/db/database.ts'
import { memberNames, organisationOf, type Scope } from '#features/access/door.ts'
import {
  letterhead,
  type Letterhead,
  type LetterheadEdition,
  type ShownLetterhead,
} from './contract.ts'
import { changesBetween } from './rules.ts'

function latest(tx: Tx) {
  return tx
    .selectFrom('letters_letterheads')
    .selectAll()
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Until somebody has set one, the name of the organisation stands alone. */
export async function letterheadOf(tx: Tx, scope: Scope): Promise<Letterhead> {
  const kept = await latest(tx)
  if (kept) return letterhead.parse(kept.content)
  return letterhead.parse({ name: (await organisationOf(tx, scope)).name })
}

export async function shownLetterhead(tx: Tx, scope: Scope): Promise<ShownLetterhead> {
  const kept = await latest(tx)
  const names = await memberNames(tx, scope)
  return {
    ...(await letterheadOf(tx, scope)),
    changedAt: kept?.changed_at ?? null,
    changedByName: kept ? (names.get(kept.changed_by.replace('member:', '')) ?? null) : null,
  }
}

/** The latest first. */
export async function editionsOf(tx: Tx, scope: Scope): Promise<LetterheadEdition[]> {
  const rows = await tx
    .selectFrom('letters_letterheads')
    .selectAll()
    .orderBy('changed_at')
    .orderBy('id')
    .execute()
  const names = await memberNames(tx, scope)
  const contents = rows.map(({ content }) => letterhead.parse(content))
  const editions = contents.map((content, at) => ({
    id: rows[at]?.id ?? '',
    changedAt: rows[at]?.changed_at ?? '',
    changedByName: names.get((rows[at]?.changed_by ?? '').replace('member:', '')) ?? '',
    changes: changesBetween(contents[at - 1] ?? null, content),
  }))
  return editions.toReversed()
}

export async function editionById(tx: Tx, editionId: string): Promise<Letterhead | undefined> {
  const row = await tx
    .selectFrom('letters_letterheads')
    .select('content')
    .where('id', '=', editionId)
    .executeTakeFirst()
  return row && letterhead.parse(row.content)
}
