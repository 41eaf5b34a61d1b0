import type { Tx } from '#platform/db/database.ts'
import { memberNames, type Scope } from '#features/access/door.ts'
import type { TimelineEntry } from '#features/complaints/timeline/contract.ts'
import { chainFrom, entriesOf, headOf } from '#features/complaints/timeline/queries.ts'
import type { Head } from '#features/complaints/timeline/store.ts'
import { complaintsEvents } from '#features/complaints/contract.ts'
import { commitmentsEvents } from '#features/commitments/contract.ts'
import { escalationEvents } from '#features/escalation/contract.ts'
import { guideEvents } from '#features/guide/contract.ts'
import { intakeEvents } from '#features/intake/contract.ts'
import { remediesEvents } from '#features/remedies/contract.ts'
import { supervisionEvents } from '#features/supervision/contract.ts'
import type { Events } from '#kernel/event.ts'
import type { CaseRecord, Recorded } from './contract.ts'
import { advance, fold } from './rules.ts'

const schemas: Events = {
  ...complaintsEvents,
  ...intakeEvents,
  ...guideEvents,
  ...remediesEvents,
  ...commitmentsEvents,
  ...escalationEvents,
  ...supervisionEvents,
}

/** Entries that can still be read: erased ones and types of a newer version are left out. */
export function recorded(entries: readonly TimelineEntry[]): Recorded[] {
  return entries.flatMap((entry) => {
    const payload = schemas[entry.type]?.safeParse(entry.payload)
    if (!payload?.success) return []
    // The schema of this very type has just accepted the payload.
    return [{ ...entry, payload: payload.data } as Recorded]
  })
}

/** The record of one complaint as it is now; undefined when this organisation has no such complaint. */
export async function recordOf(
  tx: Tx,
  scope: Scope,
  complaintId: string,
): Promise<CaseRecord | undefined> {
  const head = await headOf(tx, complaintId)
  return head && head.sequence > 0 ? recordAt(tx, scope, complaintId, head) : undefined
}

/** The same for whoever knows the head. What was read before is not read again. */
export async function recordAt(
  tx: Tx,
  scope: Scope,
  complaintId: string,
  head: Head,
): Promise<CaseRecord> {
  const kept = keptRecord(scope, complaintId)
  if (kept?.head.hash === head.hash) return kept.record
  const names = await memberNames(tx, scope)
  const later = kept && (await chainFrom(tx, names, complaintId, kept.head))
  const further = kept && later && recordAfter(kept.record, later)
  const record = further ?? fold(recorded(await entriesOf(tx, names, complaintId)))
  const readAt = further && kept ? kept.readAt : performance.now()
  keepRecord(scope, complaintId, { head, record, readAt })
  return record
}

/** For whoever has just written and committed: the next reader need not read it again. */
export function keepWritten(
  scope: Scope,
  complaintId: string,
  written: Pick<Kept, 'head' | 'record'>,
): void {
  const readAt = keptRecord(scope, complaintId)?.readAt ?? performance.now()
  keepRecord(scope, complaintId, { ...written, readAt })
}

/** The record with what was appended just now; undefined when that changes entries that are long written. */
export function recordAfter(
  record: CaseRecord,
  written: readonly TimelineEntry[],
): CaseRecord | undefined {
  return written.some(isErasure) ? undefined : recorded(written).reduce(advance, record)
}

function isErasure({ type }: TimelineEntry): boolean {
  return type === 'complaints.personal-data-erased'
}

/** A record and the head it was read at; a later reader of the same chain goes on from there. */
type Kept = { readonly head: Head; readonly record: CaseRecord; readonly readAt: number }

/** So many entries in all: a few tens of megabytes. */
const mostEntries = 50_000
/** Names are not part of the chain: who is renamed is so everywhere after this time. */
const freshMs = 60_000

const kept = new Map<string, Kept>()
let entriesKept = 0

function keptRecord({ organisationId }: Scope, complaintId: string): Kept | undefined {
  const found = kept.get(`${organisationId} ${complaintId}`)
  return found && performance.now() - found.readAt < freshMs ? found : undefined
}

/** What was never committed does no harm: the hashes of the chain show that it has no such head. */
function keepRecord({ organisationId }: Scope, complaintId: string, now: Kept): void {
  const key = `${organisationId} ${complaintId}`
  forget(key)
  kept.set(key, now)
  entriesKept += now.head.sequence
  for (const oldest of kept.keys()) {
    if (entriesKept <= mostEntries || oldest === key) break
    forget(oldest)
  }
}

function forget(key: string): void {
  entriesKept -= kept.get(key)?.head.sequence ?? 0
  kept.delete(key)
}
