import type { Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import type { Scope } from '#features/access/door.ts'
import { hasLookedSince } from './queries.ts'
import { insertReading } from './store.ts'

/** Writes down that a member, or an API key, looked at something sensitive; again within 15 minutes is the same look. */
export async function noteReading(
  ports: Ports,
  tx: Tx,
  scope: Scope,
  subject: string,
  subjectId: string,
  label: string,
): Promise<void> {
  const memberId = scope.viewer?.memberId ?? scope.key?.id
  if (!memberId) return
  const now = ports.clock.now()
  if (await hasLookedSince(tx, memberId, subjectId, now.subtract({ minutes: 15 }).toString()))
    return
  const reading = { id: ports.ids.next(), at: now.toString(), memberId, subject, subjectId, label }
  await insertReading(tx, scope.organisationId, reading)
}
