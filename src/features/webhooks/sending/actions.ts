import type { Tx } from '#platform/db/database.ts'
import type { Delivered } from '#platform/http/outgoing.ts'
import { signedHeaders } from '#platform/http/standard-webhooks.ts'
import { enqueue } from '#platform/jobs/queue.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, type Scope } from '#features/access/door.ts'
import { keepTold, dropWaiting } from '../availability/store.ts'
import { availabilityType } from '../contract.ts'
import { parcelOf, type Parcel } from '../queries.ts'
import {
  bodyOf,
  deliveryOf,
  hasFailedTooLong,
  isTrial,
  placeOf,
  waitAfter,
  webhookIdOf,
} from '../rules.ts'
import { insertAttempt, markFailing, markStopped, saveMessage } from '../store.ts'

type Outcome = Delivered | { readonly failure: 'no-secret'; readonly tookMs: number }

/**
 * One attempt at one message: at least once, because whoever dies between the answer and its writing down sends again.
 * No transaction is open while the other side thinks.
 */
export async function sendOnce(ports: Ports, scope: Scope, messageId: string): Promise<void> {
  const parcel = await inside(ports.db, scope, (tx) => parcelOf(tx, messageId))
  if (!parcel || parcel.state !== 'waiting') return
  if (parcel.stoppedAt && !isTrial(parcel.type)) return
  const outcome = await post(ports, parcel)
  await inside(ports.db, scope, (tx) => write(ports, tx, scope, parcel, outcome))
}

async function post(ports: Ports, parcel: Parcel): Promise<Outcome> {
  const now = ports.clock.now()
  const isOverlapping = (parcel.formerUntil ?? '') > now.toString()
  const sealed = [parcel.secret, ...(isOverlapping ? [parcel.formerSecret ?? ''] : [])]
  const secrets = sealed.map((each) => ports.vault.open(each, placeOf(parcel.endpointId)))
  const opened = secrets.filter((each) => each !== null)
  if (opened.length < secrets.length) return { failure: 'no-secret', tookMs: 0 }
  const body = bodyOf(parcel)
  const seconds = Math.floor(now.epochMilliseconds / 1000)
  const signed = signedHeaders(opened, { id: webhookIdOf(parcel.id), seconds, body })
  const headers = { 'content-type': 'application/json', 'user-agent': 'Uketome/1', ...signed }
  return ports.outgoing.post(parcel.url, headers, body)
}

async function write(ports: Ports, tx: Tx, scope: Scope, parcel: Parcel, outcome: Outcome) {
  const now = ports.clock.now()
  const at = now.toString()
  const answered = 'status' in outcome ? outcome : null
  const attempt = {
    id: ports.ids.next(),
    at,
    status: answered?.status ?? null,
    failure: 'failure' in outcome ? outcome.failure : null,
    answer: answered?.answer ?? '',
    tookMs: outcome.tookMs,
  }
  await insertAttempt(tx, scope, parcel.id, attempt)
  const attempts = parcel.attempts + 1
  const over = (state: 'delivered' | 'given-up') => settle(tx, scope, parcel, state, attempts)
  const isDelivered = answered !== null && answered.status >= 200 && answered.status < 300
  // A trial says nothing about how things go, and is not tried twice.
  if (isTrial(parcel.type)) return over(isDelivered ? 'delivered' : 'given-up')
  if (isDelivered) {
    await markFailing(tx, parcel.endpointId, null)
    return over('delivered')
  }
  if (answered?.status === 410) {
    await over('given-up')
    return markStopped(tx, scope, parcel.endpointId, 'gone', at)
  }
  return writeFailure(ports, tx, scope, parcel, { attempts, now, answered })
}

/** Of who could answer when, nothing is kept but what was told last. */
async function settle(
  tx: Tx,
  scope: Scope,
  parcel: Parcel,
  state: 'delivered' | 'given-up',
  attempts: number,
) {
  if (parcel.type !== availabilityType)
    return saveMessage(tx, parcel.id, { state, attempts, nextAt: null })
  return state === 'delivered' ? keepTold(tx, scope, parcel) : dropWaiting(tx, [parcel.id])
}

type Failed = {
  readonly attempts: number
  readonly now: Temporal.Instant
  readonly answered: { readonly retryAfter: number | null } | null
}

async function writeFailure(
  ports: Ports,
  tx: Tx,
  scope: Scope,
  parcel: Parcel,
  { attempts, now, answered }: Failed,
) {
  const { endpointId } = parcel
  const at = now.toString()
  const since = parcel.failingSince ?? at
  await markFailing(tx, endpointId, since)
  const random = Number.parseInt(ports.randomHex(2), 16) / 0xffff
  const wait = waitAfter(attempts, answered?.retryAfter ?? null, random)
  const nextAt = wait === null ? null : now.add({ seconds: wait }).toString()
  if (nextAt === null) await settle(tx, scope, parcel, 'given-up', attempts)
  else await saveMessage(tx, parcel.id, { state: 'waiting', attempts, nextAt })
  if (hasFailedTooLong(since, now)) return markStopped(tx, scope, endpointId, 'failing', at)
  if (nextAt === null) return undefined
  const again = deliveryOf(scope.organisationId, endpointId, parcel.id)
  return enqueue(tx, { ...again, runAt: nextAt })
}
