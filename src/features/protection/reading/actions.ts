import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import { decideWithinWall } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import type { May, Scope } from '#features/access/door.ts'
import { noteReasonedReading } from '#features/audit/door.ts'
import { isNamed } from '../settings/queries.ts'
import { openRecord } from '../store.ts'
import { whyLabelled } from '../rules.ts'

export type Keeping = May<'protection.keep'>

/** How the audit names it: without the customer, because administrators read it. */
export const readingLabel = '保護の記録'

/**
 * The one door to what the protective record says: whoever is named for it comes in, after who, when and why were written to the
 * audit in the same transaction. The database shows no row to anybody who came another way.
 */
export function throughTheDoor<T>(
  ports: Ports,
  may: Keeping,
  { complaintIds, reason }: { complaintIds: readonly string[]; reason: string },
  read: (tx: Tx) => Promise<Result<T>>,
): Promise<Result<T>> {
  return decideWithinWall(ports.db, may.organisationId, async (tx) => {
    const why = (await whyNotNamed(tx, may)) ?? whyLabelled([reason])
    if (why) return why
    let key: string | null = null
    for (const subjectId of complaintIds) {
      const look = { subject: 'protection', subjectId, label: readingLabel, reason }
      key = await noteReasonedReading(ports, tx, may, look)
    }
    if (key === null) return refuse('forbidden', 'protection.not-named', {})
    await openRecord(tx, key)
    return read(tx)
  })
}

/** Writing shows nothing: the house looks at the record itself. */
export function writing<T>(
  ports: Ports,
  may: Keeping,
  write: (tx: Tx) => Promise<Result<T>>,
): Promise<Result<T>> {
  return decideWithinWall(ports.db, may.organisationId, async (tx) => {
    const why = await whyNotNamed(tx, may)
    if (why) return why
    await openRecord(tx, 'house')
    return write(tx)
  })
}

/** Whoever is at the desk puts something in, and is shown nothing for it. */
export function puttingIn<T>(
  ports: Ports,
  { organisationId }: Scope,
  write: (tx: Tx) => Promise<Result<T>>,
): Promise<Result<T>> {
  return decideWithinWall(ports.db, organisationId, async (tx) => {
    await openRecord(tx, 'house')
    return write(tx)
  })
}

/** For timers and reactions, and for days without words. */
export function asHouse<T>(ports: Ports, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  return decideWithinWall(ports.db, scope.organisationId, async (tx) => {
    await openRecord(tx, 'house')
    return ok(await work(tx))
  }).then((done) => {
    if (done.ok) return done.value
    throw new Error('the house was refused')
  })
}

/** The consultation desk is by its role; a supervisor has to be named. */
export async function whyNotNamed(tx: Tx, scope: Scope) {
  const { viewer } = scope
  if (viewer === null)
    return scope.actor.startsWith('system:')
      ? null
      : refuse('forbidden', 'protection.not-named', {})
  if (viewer.roles.includes('consultation')) return null
  return (await isNamed(tx, viewer.memberId))
    ? null
    : refuse('forbidden', 'protection.not-named', {})
}
