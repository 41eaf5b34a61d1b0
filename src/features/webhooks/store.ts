import type { Tx } from '#platform/db/database.ts'
import type { Notice } from '#platform/realtime/hub.ts'
import { tellNodes } from '#platform/realtime/notices.ts'
import type { Scope } from '#features/access/door.ts'
import type { Attempt, WebhookType } from './contract.ts'

export type NewEndpoint = {
  readonly id: string
  readonly name: string
  readonly url: string
  readonly types: readonly WebhookType[]
  readonly withWords: boolean
}

/** False when there is an endpoint with this id. */
export async function insertEndpoint(
  tx: Tx,
  { organisationId }: Scope,
  wanted: NewEndpoint,
  made: { secret: string; at: string; by: string },
): Promise<boolean> {
  const { withWords, types, ...rest } = wanted
  const row = await tx
    .insertInto('webhooks_endpoints')
    .values({
      id: rest.id,
      name: rest.name,
      url: rest.url,
      types: [...types],
      with_words: withWords,
      organisation_id: organisationId,
      secret: made.secret,
      created_at: made.at,
      created_by: made.by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function updateEndpoint(tx: Tx, { id, types, ...wanted }: NewEndpoint): Promise<void> {
  await tx
    .updateTable('webhooks_endpoints')
    .set({ name: wanted.name, url: wanted.url, types: [...types], with_words: wanted.withWords })
    .where('id', '=', id)
    .execute()
}

export async function deleteEndpoint(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('webhooks_endpoints').where('id', '=', id).execute()
}

/** The secret of until now goes on signing for a while. */
export async function replaceSecret(
  tx: Tx,
  id: string,
  next: { secret: string; formerUntil: string },
): Promise<void> {
  await tx
    .updateTable('webhooks_endpoints')
    .set((the) => ({
      former_secret: the.ref('secret'),
      former_until: next.formerUntil,
      secret: next.secret,
    }))
    .where('id', '=', id)
    .execute()
}

export async function markFailing(tx: Tx, id: string, since: string | null): Promise<void> {
  await tx
    .updateTable('webhooks_endpoints')
    .set({ failing_since: since })
    .where('id', '=', id)
    .execute()
}

/** Nothing more is sent; what waits is held. Whoever stopped it first stays written. */
export async function markStopped(
  tx: Tx,
  { organisationId, actor: by }: Scope,
  id: string,
  because: 'by-hand' | 'failing' | 'gone',
  at: string,
): Promise<void> {
  await tx
    .updateTable('webhooks_endpoints')
    .set({ stopped_at: at, stopped_because: because })
    .where('id', '=', id)
    .where('stopped_at', 'is', null)
    .execute()
  await tx
    .updateTable('webhooks_messages')
    .set({ state: 'held', next_at: null })
    .where('endpoint_id', '=', id)
    .where('state', '=', 'waiting')
    .execute()
  const movement = { organisationId, id, complaintId: id, sequence: 0, at, by }
  const notice: Notice = { ...movement, type: 'webhooks.endpoint-stopped' }
  tellNodes(tx, notice)
}

export async function markResumed(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('webhooks_endpoints')
    .set({ stopped_at: null, stopped_because: null, failing_since: null })
    .where('id', '=', id)
    .execute()
}

export type NewMessage = {
  readonly id: string
  readonly endpointId: string
  readonly entryId: string | null
  readonly type: string
  readonly complaintId: string | null
  readonly happenedAt: string
  readonly data: Readonly<Record<string, unknown>>
  readonly words: Readonly<Record<string, unknown>> | null
  readonly state: 'waiting' | 'held'
}

/** False when this entry was told there already. */
export async function insertMessage(
  tx: Tx,
  { organisationId }: Scope,
  message: NewMessage,
): Promise<boolean> {
  const row = await tx
    .insertInto('webhooks_messages')
    .values({
      id: message.id,
      organisation_id: organisationId,
      endpoint_id: message.endpointId,
      entry_id: message.entryId,
      type: message.type,
      complaint_id: message.complaintId,
      happened_at: message.happenedAt,
      data: JSON.stringify(message.data),
      words: message.words && JSON.stringify(message.words),
      state: message.state,
      next_at: message.state === 'waiting' ? message.happenedAt : null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export type Became = {
  readonly state: 'waiting' | 'delivered' | 'given-up' | 'held'
  readonly attempts: number
  readonly nextAt: string | null
}

export async function saveMessage(tx: Tx, id: string, became: Became): Promise<void> {
  await tx
    .updateTable('webhooks_messages')
    .set({ state: became.state, attempts: became.attempts, next_at: became.nextAt })
    .where('id', '=', id)
    .execute()
}

export async function insertAttempt(
  tx: Tx,
  { organisationId }: Scope,
  messageId: string,
  { tookMs, ...attempt }: Attempt,
): Promise<void> {
  await tx
    .insertInto('webhooks_attempts')
    .values({
      ...attempt,
      organisation_id: organisationId,
      message_id: messageId,
      took_ms: tookMs,
    })
    .execute()
}

/** What was said of a customer is gone, also from what was sent; the receiver has to be asked. */
export async function forgetWords(tx: Tx, complaintId: string): Promise<void> {
  const messages = tx
    .selectFrom('webhooks_messages')
    .where('complaint_id', '=', complaintId)
    .select('id')
  await tx
    .updateTable('webhooks_attempts')
    .set({ answer: '' })
    .where('message_id', 'in', messages)
    .execute()
  await tx
    .updateTable('webhooks_messages')
    .set({ words: null })
    .where('complaint_id', '=', complaintId)
    .execute()
}

export async function forgetMessages(tx: Tx, before: string): Promise<void> {
  await tx.deleteFrom('webhooks_messages').where('happened_at', '<', before).execute()
}
