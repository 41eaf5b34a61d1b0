import { ok, refuse, type Result } from '#kernel/result.ts'
import { decideWithinWall, type Tx } from '#platform/db/database.ts'
import { secretFrom } from '#platform/http/standard-webhooks.ts'
import { enqueue } from '#platform/jobs/queue.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, type May, type Scope } from '#features/access/door.ts'
import {
  availabilityType,
  trialType,
  type WebhookEndpoint,
  type WebhookMessage,
} from './contract.ts'
import { sendOnce } from './sending/actions.ts'
import { endpointsOf, messagesBetween, messagesOf, parcelOf } from './queries.ts'
import { deliveryOf, overlapHours, placeOf } from './rules.ts'
import {
  deleteEndpoint,
  insertEndpoint,
  insertMessage,
  markResumed,
  markStopped,
  replaceSecret,
  saveMessage,
  updateEndpoint,
  type NewEndpoint,
} from './store.ts'

type Managing = May<'webhooks.manage'>
type Shown = { readonly endpoint: WebhookEndpoint; readonly secret: string }
const mostReplayed = 5000

/** The secret leaves the house in this answer; what stays is sealed. */
export async function add(
  ports: Ports,
  may: Managing,
  wanted: NewEndpoint,
): Promise<Result<Shown>> {
  const maker = may.viewer
  if (!maker) return refuse('forbidden', 'webhooks.nobody-acts', {})
  if (!ports.outgoing.takes(wanted.url)) return refuse('invalid', 'webhooks.barred', {})
  const secret = secretFrom(ports.randomHex)
  const at = ports.clock.now().toString()
  return decideWithinWall<Shown>(ports.db, may, async (tx) => {
    const made = { secret: ports.vault.seal(secret, placeOf(wanted.id)), at, by: maker.memberId }
    if (!(await insertEndpoint(tx, may, wanted, made)))
      return refuse('conflict', 'webhooks.added-before', {})
    const endpoint = await one(tx, wanted.id)
    return endpoint.ok ? ok({ endpoint: endpoint.value, secret }) : endpoint
  })
}

export async function alter(ports: Ports, may: Managing, wanted: NewEndpoint) {
  if (!ports.outgoing.takes(wanted.url)) return refuse('invalid', 'webhooks.barred', {})
  return onEndpoint(ports, may, wanted.id, (tx) => updateEndpoint(tx, wanted))
}

export function remove(ports: Ports, may: Managing, id: string): Promise<Result<{ name: string }>> {
  return decideWithinWall<{ name: string }>(ports.db, may, async (tx) => {
    const found = await one(tx, id)
    if (found.ok) await deleteEndpoint(tx, id)
    return found.ok ? ok({ name: found.value.name }) : found
  })
}

export async function rotate(ports: Ports, may: Managing, id: string): Promise<Result<Shown>> {
  const secret = secretFrom(ports.randomHex)
  const formerUntil = ports.clock.now().add({ hours: overlapHours }).toString()
  const changed = await onEndpoint(ports, may, id, (tx) =>
    replaceSecret(tx, id, { secret: ports.vault.seal(secret, placeOf(id)), formerUntil }),
  )
  return changed.ok ? ok({ endpoint: changed.value, secret }) : changed
}

export function stop(ports: Ports, may: Managing, id: string) {
  const at = ports.clock.now().toString()
  return onEndpoint(ports, may, id, (tx) => markStopped(tx, may, id, 'by-hand', at))
}

export function resume(ports: Ports, may: Managing, id: string) {
  return onEndpoint(ports, may, id, (tx) => markResumed(tx, id))
}

/** One message without meaning, sent now and once: what was answered is in the answer. */
export async function trial(
  ports: Ports,
  may: Managing,
  endpointId: string,
  messageId: string,
): Promise<Result<WebhookMessage>> {
  const happenedAt = ports.clock.now().toString()
  const data = { endpointId }
  const message = { id: messageId, endpointId, entryId: null, type: trialType, complaintId: null }
  const written = await decideWithinWall<boolean>(ports.db, may, async (tx) => {
    const found = await one(tx, endpointId)
    if (!found.ok) return found
    const rest = { happenedAt, data, words: null, state: 'waiting' } as const
    return ok(await insertMessage(tx, may, { ...message, ...rest }))
  })
  if (!written.ok) return written
  if (written.value) await sendOnce(ports, may, messageId)
  return inside(ports.db, may, (tx) => oneMessage(tx, messageId))
}

export function replay(ports: Ports, may: Managing, messageId: string) {
  return decideWithinWall<WebhookMessage>(ports.db, may, async (tx) => {
    const parcel = await parcelOf(tx, messageId)
    if (!parcel || parcel.type === availabilityType)
      return refuse('missing', 'webhooks.message-missing', {})
    const sent = await sendAgain(ports, tx, may, parcel.endpointId, [messageId])
    return sent.ok ? oneMessage(tx, messageId) : sent
  })
}

export function replayAll(
  ports: Ports,
  may: Managing,
  endpointId: string,
  range: { from: string; to: string; onlyUndelivered: boolean },
): Promise<Result<{ count: number }>> {
  if (Temporal.Instant.compare(range.from, range.to) > 0)
    return Promise.resolve(refuse('invalid', 'webhooks.range-turned', {}))
  return decideWithinWall<{ count: number }>(ports.db, may, async (tx) =>
    sendAgain(
      ports,
      tx,
      may,
      endpointId,
      await messagesBetween(tx, endpointId, range, mostReplayed),
    ),
  )
}

/** From the beginning of the schedule, one after the other. */
async function sendAgain(
  ports: Ports,
  tx: Tx,
  { organisationId }: Scope,
  endpointId: string,
  ids: readonly string[],
): Promise<Result<{ count: number }>> {
  const found = await one(tx, endpointId)
  if (!found.ok) return found
  if (found.value.stoppedAt) return refuse('conflict', 'webhooks.stopped', found.value)
  const now = ports.clock.now().toString()
  for (const id of ids) {
    await saveMessage(tx, id, { state: 'waiting', attempts: 0, nextAt: now })
    await enqueue(tx, deliveryOf(organisationId, endpointId, id))
  }
  return ok({ count: ids.length })
}

function onEndpoint(
  ports: Ports,
  may: Managing,
  id: string,
  write: (tx: Tx) => Promise<void>,
): Promise<Result<WebhookEndpoint>> {
  return decideWithinWall<WebhookEndpoint>(ports.db, may, async (tx) => {
    const found = await one(tx, id)
    if (!found.ok) return found
    await write(tx)
    return one(tx, id)
  })
}

async function one(tx: Tx, id: string): Promise<Result<WebhookEndpoint>> {
  const [found] = await endpointsOf(tx, id)
  return found ? ok(found) : refuse('missing', 'webhooks.missing', {})
}

async function oneMessage(tx: Tx, messageId: string): Promise<Result<WebhookMessage>> {
  const [message] = await messagesOf(tx, { messageId, limit: 1 })
  return message ? ok(message) : refuse('missing', 'webhooks.message-missing', {})
}
