import type { Tx } from '#platform/db/database.ts'
import { memberNames, membersOf, type Scope } from '#features/access/door.ts'
import { entriesOf, linesById, recordOf } from '#features/complaints/door.ts'
import { standardsNow } from '../standards/queries.ts'
import { hintsOf, quotablesOf, suggestionsOf } from '../suggesting/rules.ts'
import { listedJudgement, type ListedJudgement } from '../listing/contract.ts'
import { judgementsOf } from './rules.ts'

/** Null: there is no such complaint here. */
export async function judgingOf(tx: Tx, scope: Scope, complaintId: string, now: string) {
  const record = await recordOf(tx, scope, complaintId)
  if (!record) return null
  const entries = await entriesOf(tx, await memberNames(tx, scope), complaintId)
  const members = (await membersOf(tx, scope.organisationId)).map(({ id, name }) => ({ id, name }))
  const quotables = quotablesOf(entries, new Map(members.map(({ id, name }) => [id, name])))
  const { thresholds } = await standardsNow(tx, now)
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

const shown = { days: 30, most: 50 }

/** Those that wait, longest first, and what was decided lately, newest first. `now`: an instant. */
export async function judgementsListed(
  tx: Tx,
  scope: Scope,
  now: Temporal.Instant,
): Promise<ListedJudgement[]> {
  const since = now.subtract({ hours: 24 * shown.days }).toString()
  const rows = await tx
    .selectFrom('harassment_judgements')
    .where((where) => where.or([where('state', '=', 'proposed'), where('settled_at', '>=', since)]))
    .select(['id', 'complaint_id as complaintId', 'state', 'verdict', 'reconsiders'])
    .select(['proposed_by as byId', 'proposed_at as proposedAt', 'settled_at as settledAt'])
    .orderBy('settled_at', (order) => order.desc().nullsFirst())
    .orderBy('proposed_at')
    .limit(shown.most)
    .execute()
  const names = await memberNames(tx, scope)
  const lines = await linesById(
    tx,
    rows.map(({ complaintId }) => complaintId),
  )
  return rows.flatMap(({ reconsiders, ...row }) => {
    const line = lines.get(row.complaintId)
    if (!line) return []
    const { number, subject } = line
    const isAgain = reconsiders !== null
    const byName = names.get(row.byId) ?? ''
    return [listedJudgement.parse({ ...row, number, subject, isAgain, byName })]
  })
}

/** What of one complaint waits for a second person. */
export function waitingIn(tx: Tx, complaintId: string) {
  return tx
    .selectFrom('harassment_judgements')
    .where('complaint_id', '=', complaintId)
    .where('state', '=', 'proposed')
    .select(['id', 'proposed_by as byId'])
    .execute()
}

export async function isWaiting(tx: Tx, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('harassment_judgements')
    .where('id', '=', id)
    .where('state', '=', 'proposed')
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}
