import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#platform/db/database.ts'
import {
  availabilityType,
  failure,
  messageState,
  stopReason,
  webhookType,
  type WebhookEndpoint,
  type WebhookMessage,
} from './contract.ts'
import { bodyOf } from './rules.ts'

const fields = z.record(z.string(), z.unknown())

/** By name; or the one with this id. */
export async function endpointsOf(tx: Tx, endpointId?: string): Promise<WebhookEndpoint[]> {
  const rows = await tx
    .selectFrom('webhooks_endpoints as e')
    .innerJoin('access_members as maker', 'maker.id', 'e.created_by')
    .$if(endpointId !== undefined, (all) => all.where('e.id', '=', endpointId ?? ''))
    .select(['e.id', 'e.name', 'e.url', 'e.types', 'e.with_words as withWords'])
    .select(['e.created_at as createdAt', 'maker.name as createdByName'])
    .select(['e.former_until as formerUntil', 'e.failing_since as failingSince'])
    .select(['e.stopped_at as stoppedAt', 'e.stopped_because as stoppedBecause'])
    .select(waiting.as('waiting'))
    .select(lastDelivered.as('lastDeliveredAt'))
    .orderBy('e.name')
    .execute()
  return rows.map((row) => ({
    ...row,
    types: webhookType.array().parse(row.types),
    stoppedBecause: stopReason.nullable().parse(row.stoppedBecause),
  }))
}

const waiting = sql<number>`(select count(*) from webhooks_messages m
  where m.endpoint_id = e.id and m.state = 'waiting' and m.type <> ${availabilityType})`
const lastDelivered = sql<string | null>`(select max(a.at) from webhooks_attempts a
  join webhooks_messages m on m.id = a.message_id
  where m.endpoint_id = e.id and a.status between 200 and 299)`

/** What telling needs of each endpoint. */
export async function listenersOf(tx: Tx) {
  const rows = await tx
    .selectFrom('webhooks_endpoints')
    .select(['id', 'types', 'with_words as withWords', 'stopped_at as stoppedAt'])
    .execute()
  return rows.map((row) => ({ ...row, types: webhookType.array().parse(row.types) }))
}

/** A message on its way, with where it goes. */
export async function parcelOf(tx: Tx, messageId: string) {
  const row = await tx
    .selectFrom('webhooks_messages as m')
    .innerJoin('webhooks_endpoints as e', 'e.id', 'm.endpoint_id')
    .where('m.id', '=', messageId)
    .select(['m.id', 'm.type', 'm.happened_at as happenedAt', 'm.data', 'm.words', 'm.state'])
    .select(['m.attempts', 'e.id as endpointId', 'e.url', 'e.secret'])
    .select(['e.former_secret as formerSecret', 'e.former_until as formerUntil'])
    .select(['e.failing_since as failingSince', 'e.stopped_at as stoppedAt'])
    .executeTakeFirst()
  return row && { ...row, data: fields.parse(row.data), words: fields.nullable().parse(row.words) }
}
export type Parcel = NonNullable<Awaited<ReturnType<typeof parcelOf>>>

type Which = {
  readonly endpointId?: string
  readonly messageId?: string
  readonly before?: string | undefined
  readonly limit: number
}

/** The newest first; without who could answer when. `before`: the last message of the page before. */
export async function messagesOf(tx: Tx, which: Which): Promise<WebhookMessage[]> {
  const { endpointId, messageId, before, limit } = which
  const rows = await tx
    .selectFrom('webhooks_messages as m')
    .leftJoin('complaints as c', 'c.id', 'm.complaint_id')
    .$if(endpointId !== undefined, (all) => all.where('m.endpoint_id', '=', endpointId ?? ''))
    .$if(messageId !== undefined, (all) => all.where('m.id', '=', messageId ?? ''))
    .$if(before !== undefined, (all) =>
      all.where(
        sql<boolean>`(m.happened_at, m.id) < (select happened_at, id from webhooks_messages where id = ${before ?? null})`,
      ),
    )
    .where('m.type', '!=', availabilityType)
    .select(['m.id', 'm.type', 'm.complaint_id as complaintId', 'c.number'])
    .select(['m.happened_at as happenedAt', 'm.state', 'm.next_at as nextAt', 'm.data', 'm.words'])
    .orderBy('m.happened_at', 'desc')
    .orderBy('m.id', 'desc')
    .limit(limit)
    .execute()
  const ids = rows.map(({ id }) => id)
  const attempts = await attemptsOf(tx, ids)
  return rows.map(({ data, words, complaintId, number, ...row }) => ({
    ...row,
    state: messageState.parse(row.state),
    complaint: complaintId ? { id: complaintId, number: number ?? '' } : null,
    body: bodyOf({ ...row, data: fields.parse(data), words: fields.nullable().parse(words) }),
    attempts: attempts.get(row.id) ?? [],
  }))
}

async function attemptsOf(tx: Tx, messageIds: readonly string[]) {
  const rows = await tx
    .selectFrom('webhooks_attempts')
    .where('message_id', '=', sql<string>`any(${[...messageIds]}::uuid[])`)
    .select(['id', 'message_id as messageId', 'at', 'status', 'failure', 'answer'])
    .select('took_ms as tookMs')
    .orderBy('at')
    .orderBy('id')
    .execute()
  const read = rows.map((row) => ({ ...row, failure: failure.nullable().parse(row.failure) }))
  return Map.groupBy(read, ({ messageId }) => messageId)
}

export async function countMessages(tx: Tx, endpointId: string): Promise<number> {
  const row = await tx
    .selectFrom('webhooks_messages')
    .where('endpoint_id', '=', endpointId)
    .where('type', '!=', availabilityType)
    .select((count) => count.fn.countAll<number>().as('count'))
    .executeTakeFirst()
  return row?.count ?? 0
}

/** Ids of what happened then, the oldest first; without trials. */
export async function messagesBetween(
  tx: Tx,
  endpointId: string,
  range: { from: string; to: string; onlyUndelivered: boolean },
  most: number,
): Promise<string[]> {
  const rows = await tx
    .selectFrom('webhooks_messages')
    .where('endpoint_id', '=', endpointId)
    .where('entry_id', 'is not', null)
    .where('happened_at', '>=', range.from)
    .where('happened_at', '<=', range.to)
    .$if(range.onlyUndelivered, (all) => all.where('state', '!=', 'delivered'))
    .select('id')
    .orderBy('happened_at')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(({ id }) => id)
}
