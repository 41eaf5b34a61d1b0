import type { Tx } from '#platform/db/database.ts'
import { memberNames, type Scope } from '#features/access/door.ts'
import type { TimelineEntry } from '#features/complaints/timeline/contract.ts'
import { chainsOf, headsOf, type Sealed } from '#features/complaints/timeline/queries.ts'
import type { Head } from '#features/complaints/timeline/store.ts'
import { complaintsEvents } from '#features/complaints/contract.ts'
import { evidenceEvents } from '#features/complaints/evidence/contract.ts'
import { measuresEvents } from '#features/complaints/measures/contract.ts'
import { profilesEvents } from '#features/complaints/profiles/contract.ts'
import { clocksEvents } from '#features/assessment/clocks/contract.ts'
import { assignmentEvents } from '#features/assignment/contract.ts'
import { chatEvents } from '#features/chat/contract.ts'
import { commitmentsEvents } from '#features/commitments/contract.ts'
import { escalationEvents } from '#features/escalation/contract.ts'
import { harassmentEvents } from '#features/harassment/contract.ts'
import { inquiriesEvents } from '#features/inquiries/contract.ts'
import { plansEvents } from '#features/harassment/plans/contract.ts'
import { guideEvents } from '#features/guide/contract.ts'
import { intakeEvents } from '#features/intake/contract.ts'
import { reviewsEvents } from '#features/intake/reviews/contract.ts'
import { lettersEvents } from '#features/letters/contract.ts'
import { approvalsEvents } from '#features/remedies/approvals/contract.ts'
import { remediesEvents } from '#features/remedies/contract.ts'
import { supervisionEvents } from '#features/supervision/contract.ts'
import { visitsEvents } from '#features/visits/contract.ts'
import type { Events } from '#kernel/event.ts'
import type { CaseRecord, Recorded } from './contract.ts'
import { advance, fold } from './rules.ts'

const schemas: Events = {
  ...complaintsEvents,
  ...profilesEvents,
  ...evidenceEvents,
  ...measuresEvents,
  ...intakeEvents,
  ...clocksEvents,
  ...reviewsEvents,
  ...guideEvents,
  ...remediesEvents,
  ...approvalsEvents,
  ...commitmentsEvents,
  ...escalationEvents,
  ...assignmentEvents,
  ...supervisionEvents,
  ...visitsEvents,
  ...lettersEvents,
  ...chatEvents,
  ...inquiriesEvents,
  ...harassmentEvents,
  ...plansEvents,
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
  return (await recordsOf(tx, scope, [complaintId])).get(complaintId)
}

/** `pass`: whoever reads all there are does not push out those that people work on. */
type Reading = 'keep' | 'pass'

/** Those of several, in as many queries as for one. */
export async function recordsOf(
  tx: Tx,
  scope: Scope,
  complaintIds: readonly string[],
  how: Reading = 'keep',
): Promise<Map<string, CaseRecord>> {
  const heads = await headsOf(tx, complaintIds)
  return recordsAt(tx, scope, new Map([...heads].filter(([, { sequence }]) => sequence > 0)), how)
}

/** The same for whoever knows the head. What was read before is not read again. */
export async function recordAt(
  tx: Tx,
  scope: Scope,
  complaintId: string,
  head: Head,
): Promise<CaseRecord> {
  return (await recordsAt(tx, scope, new Map([[complaintId, head]]))).get(complaintId) ?? fold([])
}

type Heads = ReadonlyMap<string, Head>

async function recordsAt(
  tx: Tx,
  scope: Scope,
  heads: Heads,
  how: Reading = 'keep',
): Promise<Map<string, CaseRecord>> {
  const records = new Map<string, CaseRecord>()
  const older = new Map<string, Kept>()
  for (const [id, { hash }] of heads) {
    const before = keptRecord(scope, id)
    if (before?.head.hash === hash) records.set(id, before.record)
    else if (before) older.set(id, before)
  }
  const missing = () => new Map([...heads].filter(([id]) => !records.has(id)))
  const add = (read: ReadonlyMap<string, CaseRecord>) =>
    read.forEach((record, id) => records.set(id, record))
  if (records.size === heads.size) return records
  // On its way together with the first entries.
  const names = memberNames(tx, scope)
  const reader = { tx, scope, names, how }
  add(await readOn(reader, missing(), older))
  // Of these the kept beginning was undone or erased.
  if (records.size < heads.size) add(await readOn(reader, missing(), new Map()))
  return records
}

type Reader = {
  readonly tx: Tx
  readonly scope: Scope
  readonly names: Promise<ReadonlyMap<string, string>>
  readonly how: Reading
}

/** Reads on from what is kept; leaves out those for which that is no longer how the chain begins. */
async function readOn(
  { tx, scope, names, how }: Reader,
  heads: Heads,
  older: ReadonlyMap<string, Kept>,
): Promise<Map<string, CaseRecord>> {
  const stretches = [...heads].map(([complaintId, { sequence: to }]) => {
    return { complaintId, from: older.get(complaintId)?.head.sequence ?? 1, to }
  })
  const chains = await chainsOf(tx, names, stretches)
  const read = new Map<string, CaseRecord>()
  for (const [id, head] of heads) {
    const before = older.get(id)
    const chain = chains.get(id) ?? []
    const record = before ? goneOn(before, chain) : fold(recorded(chain))
    if (!record) continue
    const readAt = before?.readAt ?? performance.now()
    if (how === 'keep') keepRecord(scope, id, { head, record, readAt })
    read.set(id, record)
  }
  return read
}

function goneOn({ head, record }: Kept, [first, ...later]: readonly Sealed[]) {
  return first?.hash === head.hash ? recordAfter(record, later) : undefined
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
/** Names are not part of the chain: who is renamed is so everywhere after this time, and what was erased elsewhere is gone. */
const freshMs = 60_000

const kept = new Map<string, Kept>()
let entriesKept = 0

function keptRecord({ organisationId }: Scope, complaintId: string): Kept | undefined {
  const found = kept.get(`${organisationId} ${complaintId}`)
  return found && isFresh(found.readAt) ? found : undefined
}

/** What was never committed does no harm: the hashes of the chain show that it has no such head. */
function keepRecord({ organisationId }: Scope, complaintId: string, now: Kept): void {
  const key = `${organisationId} ${complaintId}`
  forget(key)
  kept.set(key, now)
  entriesKept += now.head.sequence
  for (const [oldest, { readAt }] of kept) {
    if (oldest === key || (entriesKept <= mostEntries && isFresh(readAt))) break
    forget(oldest)
  }
}

function isFresh(readAt: number): boolean {
  return performance.now() - readAt < freshMs
}

function forget(key: string): void {
  entriesKept -= kept.get(key)?.head.sequence ?? 0
  kept.delete(key)
}
