import type { Tx } from '#platform/db/database.ts'
import { memberNames, type Scope } from '#features/access/door.ts'
import { entriesOf, recorded, recordOf, unassessed } from '#features/complaints/door.ts'
import type { Recorded } from '#features/complaints/record/contract.ts'
import type { Assessed } from './contract.ts'
import { assessWithinOf } from './definitions/queries.ts'
import { suggestionOf } from './rules.ts'

export async function assessmentOf(tx: Tx, scope: Scope, complaintId: string) {
  const record = await recordOf(tx, scope, complaintId)
  if (!record) return null
  const entries = await entriesOf(tx, await memberNames(tx, scope), complaintId, 0)
  const decisions = recorded(entries).flatMap(decision).toReversed()
  return {
    head: record.head,
    current: decisions[0] ?? null,
    history: decisions.slice(1),
    suggestion: suggestionOf(record),
  }
}

function decision({ type, payload, at, byName }: Recorded): Assessed[] {
  return type === 'complaints.assessed' ? [{ ...payload, at, byName }] : []
}

export async function unassessedNow(
  tx: Tx,
  scope: Scope,
  now: Temporal.Instant,
  { mine, limit }: { mine: boolean; limit: number },
) {
  const minutes = await assessWithinOf(tx, scope)
  const { lines: complaints, total } = await unassessed(tx, {
    before: now.subtract({ minutes }).toString(),
    ownerId: mine ? (scope.viewer?.memberId ?? null) : null,
    limit,
  })
  return { complaints, total }
}
