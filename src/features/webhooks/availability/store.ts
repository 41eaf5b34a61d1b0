import { z } from 'zod'
import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'

const said = z.object({ memberId: z.string(), canAnswer: z.boolean() })

/** Taken: what was told is remembered, and the message is gone. */
export async function keepTold(
  tx: Tx,
  { organisationId }: Scope,
  message: { id: string; endpointId: string; data: Readonly<Record<string, unknown>> },
): Promise<void> {
  const { memberId, canAnswer } = said.parse(message.data)
  await tx
    .insertInto('webhooks_availability')
    .values({
      endpoint_id: message.endpointId,
      member_id: memberId,
      organisation_id: organisationId,
      can_answer: canAnswer,
    })
    .onConflict((conflict) =>
      conflict.columns(['endpoint_id', 'member_id']).doUpdateSet({ can_answer: canAnswer }),
    )
    .execute()
  await dropWaiting(tx, [message.id])
}

export async function dropWaiting(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .deleteFrom('webhooks_messages')
    .where('id', 'in', [...ids])
    .execute()
}
