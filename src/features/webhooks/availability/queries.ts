import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import { availabilityType } from '../contract.ts'
import type { Waiting } from './rules.ts'

/** What an address took last, by member. */
export async function toldOf(tx: Tx, endpointId: string): Promise<Map<string, boolean>> {
  const rows = await tx
    .selectFrom('webhooks_availability')
    .where('endpoint_id', '=', endpointId)
    .select(['member_id as id', 'can_answer as canAnswer'])
    .execute()
  return new Map(rows.map(({ id, canAnswer }) => [id, canAnswer]))
}

/** What has not been taken yet. */
export async function waitingFor(tx: Tx, endpointId: string): Promise<Waiting[]> {
  return tx
    .selectFrom('webhooks_messages')
    .where('endpoint_id', '=', endpointId)
    .where('type', '=', availabilityType)
    .select('id')
    .select(sql<string>`data ->> 'memberId'`.as('memberId'))
    .select(sql<boolean>`(data ->> 'canAnswer')::boolean`.as('canAnswer'))
    .execute()
}
