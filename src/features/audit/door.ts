import type { Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import type { Scope } from '#features/access/door.ts'
import { readersOf } from './queries.ts'
import { insertLook, insertReading } from './store.ts'

export { readersOf }

/** Writes down that a member, or an API key, looked at something sensitive; again within 15 minutes is the same look. */
export function noteReading(
  ports: Ports,
  tx: Tx,
  scope: Scope,
  subject: string,
  subjectId: string,
  label: string,
): void {
  const memberId = scope.viewer?.memberId ?? scope.key?.id
  if (!memberId) return
  const now = ports.clock.now()
  const look = { id: ports.ids.next(), at: now.toString(), memberId, subject, subjectId, label }
  insertLook(tx, scope.organisationId, look, now.subtract({ minutes: 15 }).toString())
}

/** Every single look, with the reason that was given. Answers the reading's id; null: nobody who could have looked. */
export async function noteReasonedReading(
  ports: Ports,
  tx: Tx,
  scope: Scope,
  look: { subject: string; subjectId: string; label: string; reason: string },
): Promise<string | null> {
  const memberId = scope.viewer?.memberId
  if (!memberId) return null
  const reading = { id: ports.ids.next(), at: ports.clock.now().toString(), memberId, ...look }
  await insertReading(tx, scope.organisationId, reading)
  return reading.id
}
