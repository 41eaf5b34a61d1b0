import { z } from 'zod'
import type { Tx } from '#platform/db/database.ts'
import { memberNames, type Scope } from '#features/access/door.ts'
import { remedyRule, type RemedyRule } from '../contract.ts'
import { trialSummary } from '../trials/contract.ts'
import { sheetLine, type Draft, type Version } from './contract.ts'

/** As it is kept: by whom, not yet by which name. */
const storedTrial = trialSummary.omit({ byName: true }).extend({ by: z.string() })
export type StoredTrial = z.output<typeof storedTrial>

type Names = ReadonlyMap<string, string>
export type WholeVersion = Version & { rules: RemedyRule[] }

export async function draftOf(tx: Tx, scope: Scope): Promise<Draft | null> {
  const row = await tx.selectFrom('remedies_drafts').selectAll().executeTakeFirst()
  if (!row) return null
  const names = await memberNames(tx, scope)
  return {
    revision: row.revision,
    lines: sheetLine.array().parse(row.lines),
    fromNumber: row.from_number,
    changedAt: row.changed_at,
    changedByName: nameOf(row.changed_by, names),
    trial: toTrial(row.trial, names),
  }
}

/** The latest first. */
export async function versionsOf(tx: Tx, scope: Scope): Promise<WholeVersion[]> {
  const names = await memberNames(tx, scope)
  const rows = await tx
    .selectFrom('remedies_versions')
    .selectAll()
    .orderBy('number', 'desc')
    .execute()
  return rows.map((row) => {
    const rules = remedyRule.array().parse(row.rules)
    return {
      number: row.number,
      note: row.note,
      fromNumber: row.from_number,
      rows: rules.length,
      publishedAt: row.published_at,
      publishedByName: nameOf(row.published_by, names),
      trial: toTrial(row.trial, names),
      rules,
    }
  })
}

export async function versionOf(
  tx: Tx,
  scope: Scope,
  number: number,
): Promise<WholeVersion | undefined> {
  return (await versionsOf(tx, scope)).find((version) => version.number === number)
}

/** Every version of the table, and the draft, for whoever takes all that is theirs along. */
export async function exportLines(tx: Tx, scope: Scope) {
  const draft = await draftOf(tx, scope)
  const versions = (await versionsOf(tx, scope)).toReversed()
  return [
    ...versions.map((version) => ({ kind: 'remedy-table', ...version })),
    ...(draft ? [{ kind: 'remedy-draft', ...draft }] : []),
  ]
}

function toTrial(stored: unknown, names: Names): Draft['trial'] {
  if (stored === null) return null
  const { by, ...trial } = storedTrial.parse(stored)
  return { ...trial, byName: nameOf(by, names) }
}

/** A company's first table is nobody's own. */
function nameOf(by: string, names: Names): string {
  return names.get(by.replace('member:', '')) ?? ''
}
