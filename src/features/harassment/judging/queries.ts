import type { Tx } from '#platform/db/database.ts'
import { memberNames, membersOf, type Scope } from '#features/access/door.ts'
import { entriesOf, recordOf } from '#features/complaints/door.ts'
import { standardsNow } from '../standards/queries.ts'
import { hintsOf, quotablesOf, suggestionsOf } from '../suggesting/rules.ts'
import { judgementsOf } from './rules.ts'

/** Null: there is no such complaint here. */
export async function judgingOf(tx: Tx, scope: Scope, complaintId: string, now: string) {
  const record = await recordOf(tx, scope, complaintId)
  if (!record) return null
  const entries = await entriesOf(tx, await memberNames(tx, scope), complaintId)
  const members = (await membersOf(tx, scope.organisationId)).map(({ id, name }) => ({ id, name }))
  const quotables = quotablesOf(entries, new Map(members.map(({ id, name }) => [id, name])))
  const { thresholds } = await standardsNow(tx)
  const material = { record, entries, quotables, thresholds, now }
  return {
    head: record.head,
    quotables,
    files: record.evidence.map(({ id, kind, name }) => ({ id, kind, name })),
    suggestions: suggestionsOf(material),
    hints: hintsOf(material),
    judgements: judgementsOf(entries),
    members,
  }
}
