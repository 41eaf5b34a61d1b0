import { ok, refuse, type Result } from '#kernel/result.ts'
import { decideWithinWall, type Tx } from '#platform/db/database.ts'
import type { Receiving } from '#platform/files/resumable.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, systemScope, type May, type Scope } from '#features/access/door.ts'
import type { CaseRecord, ComplaintEvent } from '../record/contract.ts'
import { recordOf } from '../record/queries.ts'
import { takeTurns } from '../store.ts'
import { change } from '../timeline/actions.ts'
import type { EvidenceLimits } from './contract.ts'
import {
  alreadyThere,
  evidenceById,
  examined,
  limitsOf,
  waitingFor,
  type EvidenceRow,
} from './queries.ts'
import { formHours, kindOf, mostWaitingBytes, waitingHours, whyNotTaken } from './rules.ts'
import {
  appendPiece,
  dropWaiting,
  insertEvidence,
  saveAttached,
  saveFinished,
  saveLimits,
  tendAt,
} from './store.ts'

export type Adding = May<'complaints.add-evidence'>
export type Announced = {
  readonly id: string
  readonly forId: string
  readonly name: string
  readonly note: string
  readonly size: number
}

/** Makes room for a file that is going to be sent. Nothing of it is part of a record yet. */
export function announce(ports: Ports, may: Adding, file: Announced): Promise<Result<string>> {
  return decideWithinWall(ports.db, may, async (tx) => {
    await takeTurns(tx, [`evidence:${file.forId}`])
    const there = await alreadyThere(tx, file.forId)
    const taken = whyNotTaken(file.size, there.files, await limitsOf(tx))
    if (!taken.ok) return taken
    const record = await recordOf(tx, may, file.forId)
    if (may.actor === 'customer' && !isStillSending(record, ports.clock.now()))
      return refuse('conflict', 'complaints.evidence-too-late', {})
    if (may.actor === 'customer' && there.waitingBytes + file.size > mostWaitingBytes)
      return refuse('too-many', 'complaints.evidence-crowded', {})
    const { organisationId, actor: by } = may
    const createdAt = ports.clock.now().toString()
    await insertEvidence(tx, { ...file, organisationId, by, createdAt })
    await tendAt(tx, organisationId, file.id, later(createdAt, waitingHours * 60))
    return ok(file.id)
  })
}

/** A customer's files belong to the form that is being sent, not to any complaint whose id somebody has seen. */
function isStillSending(record: CaseRecord | undefined, now: Temporal.Instant): boolean {
  if (!record) return true
  const since = Temporal.Instant.from(record.receivedAt).until(now).total('hours')
  return record.channel === 'web-form' && since <= formHours
}

function later(at: string, minutes: number): string {
  return Temporal.Instant.from(at).add({ minutes }).toString()
}

/** Where the bytes of one sender's uploads go. `begin` was done by `announce`. */
export function receiving(ports: Ports, may: Adding): Receiving {
  const own = async (tx: Tx, id: string) => {
    const row = await evidenceById(tx, id)
    return row && isOwn(may, row) ? row : undefined
  }
  return {
    begin: () => Promise.resolve(),
    find: (id) => inside(ports.db, may, (tx) => own(tx, id)),
    append: (id, at, bytes) =>
      inside(ports.db, may, async (tx) => {
        const done = await appendPiece(tx, may.organisationId, id, at, bytes)
        // Should this node die before it has looked at the file, another does.
        if (done?.isWhole)
          await tendAt(tx, may.organisationId, id, later(ports.clock.now().toString(), 2))
        return done !== null
      }),
    finish: (id) => finish(ports, may, id),
    drop: (id) =>
      inside(ports.db, may, async (tx) => (await own(tx, id)) !== undefined && dropWaiting(tx, id)),
  }
}

/** Customers and departments go on with what they began, and with nothing of the desk's; who knows the id is who began it. */
function isOwn(may: Scope, row: EvidenceRow): boolean {
  return may.actor.startsWith('member:') || may.actor.startsWith('key:') || row.by === may.actor
}

/** All bytes are here: finds out what they are, and makes them part of the record if there is one already. */
export async function finish(ports: Ports, scope: Scope, evidenceId: string): Promise<void> {
  const row = await inside(ports.db, scope, (tx) => evidenceById(tx, evidenceId))
  if (!row || row.received < row.size) return
  if (row.sha256 === null) {
    const at = ports.clock.now().toString()
    const goesOutside = ports.files !== null
    const found = { ...(await examined(ports, scope, row)), at, goesOutside }
    await inside(ports.db, scope, (tx) => saveFinished(tx, scope.organisationId, evidenceId, found))
  }
  await attachWaiting(ports, scope, row.forId)
}

/** Files that came before their complaint, or while it was being received: they become part of its record. */
export async function attachWaiting(
  ports: Ports,
  scope: Scope,
  complaintId: string,
): Promise<void> {
  const { waiting, record } = await inside(ports.db, scope, async (tx) => ({
    waiting: await waitingFor(tx, complaintId),
    record: await recordOf(tx, scope, complaintId),
  }))
  if (!record) return
  for (const row of waiting) await attach(ports, scope, complaintId, row)
}

function attach(ports: Ports, scope: Scope, complaintId: string, row: EvidenceRow) {
  // A file comes in once: its id is the command's.
  return change(ports, scope, { complaintId, id: row.id }, async ({ tx, record }) => {
    const now = ports.clock.now()
    if (row.by === 'customer' && !isStillSending(record, now))
      return refuse('conflict', 'complaints.evidence-too-late', {})
    if (!(await saveAttached(tx, row.id, complaintId))) return ok([])
    return ok([added(row)])
  })
}

function added({ id: evidenceId, name, note, size, type, sha256 }: EvidenceRow): ComplaintEvent {
  const found = { type: type ?? '', kind: kindOf(type ?? ''), sha256: sha256 ?? '' }
  return { type: 'complaints.evidence-added', payload: { evidenceId, name, note, size, ...found } }
}

/** What a node left undone when it died is done; what nobody has claimed for a day is cleared away. */
export async function tend(
  ports: Ports,
  organisationId: string,
  evidenceId: string,
): Promise<void> {
  const house = systemScope(organisationId, 'complaints')
  await finish(ports, house, evidenceId)
  await inside(ports.db, house, async (tx) => {
    const row = await evidenceById(tx, evidenceId)
    if (!row || row.complaintId) return
    const until = later(row.createdAt, waitingHours * 60)
    if (Temporal.Instant.compare(until, ports.clock.now()) <= 0) await dropWaiting(tx, evidenceId)
    else await tendAt(tx, organisationId, evidenceId, until)
  })
}

export function limit(
  ports: Ports,
  may: May<'complaints.limit-evidence'>,
  limits: EvidenceLimits,
): Promise<Result<EvidenceLimits>> {
  const changed = { at: ports.clock.now().toString(), by: may.actor }
  return inside(ports.db, may, async (tx) => {
    await saveLimits(tx, may.organisationId, limits, changed)
    return ok(limits)
  })
}
