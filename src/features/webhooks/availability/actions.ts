import type { Tx } from '#platform/db/database.ts'
import { enqueue } from '#platform/jobs/queue.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, phonesOf, systemScope, type Scope } from '#features/access/door.ts'
import { availabilityType } from '../contract.ts'
import { listenersOf } from '../queries.ts'
import { deliveryOf } from '../rules.ts'
import { insertMessage } from '../store.ts'
import { toldOf, waitingFor } from './queries.ts'
import { newsFor } from './rules.ts'
import { dropWaiting } from './store.ts'

/** Somebody has gone to rest or come back: telephone exchanges hear of it soon, and when the rest is over (ISO). */
export async function availabilityMoved(
  tx: Tx,
  { organisationId }: Pick<Scope, 'organisationId'>,
  memberId: string,
  overAt?: string,
): Promise<void> {
  const task = 'webhooks.availability'
  const payload = { organisationId }
  await enqueue(tx, { task, payload, key: `availability:${organisationId}` })
  const key = `availability:${organisationId}:${memberId}`
  if (overAt) await enqueue(tx, { task, payload, key, runAt: overAt })
}

/**
 * Tells each address what has changed since it was told last. A message that nobody has taken yet gives way to a newer
 * one, and nothing stays of what was delivered: it must not become a list of who rested when.
 */
export async function tellAvailability(ports: Ports, organisationId: string): Promise<void> {
  const scope = systemScope(organisationId, 'webhooks')
  await inside(ports.db, scope, async (tx) => {
    const listeners = (await listenersOf(tx)).filter(
      ({ types, stoppedAt }) => types.includes(availabilityType) && stoppedAt === null,
    )
    if (listeners.length === 0) return
    const happenedAt = ports.clock.now().toString()
    const phones = await phonesOf(tx, organisationId, happenedAt)
    for (const { id: endpointId } of listeners) {
      const [told, waiting] = [await toldOf(tx, endpointId), await waitingFor(tx, endpointId)]
      const { drop, tell } = newsFor(phones, told, waiting)
      await dropWaiting(tx, drop)
      for (const data of tell) {
        const id = ports.ids.next()
        const place = { id, endpointId, entryId: null, complaintId: null, type: availabilityType }
        await insertMessage(tx, scope, {
          ...place,
          happenedAt,
          data,
          words: null,
          state: 'waiting',
        })
        await enqueue(tx, deliveryOf(organisationId, endpointId, id))
      }
    }
  })
}
