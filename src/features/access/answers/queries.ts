import type { Tx } from '#platform/db/database.ts'
import type { Asked } from './store.ts'

/** What was asked with this key, and the answer as JSON once there is one. */
export async function answerOf(tx: Tx, { actor, key }: Asked) {
  return tx
    .selectFrom('access_answers')
    .where('actor', '=', actor)
    .where('key', '=', key)
    .select(['request', 'answer'])
    .executeTakeFirst()
}
