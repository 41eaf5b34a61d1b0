import type { Tx } from '#platform/db/database.ts'

/** Whose key, and what was asked with it. */
export type Asked = {
  readonly organisationId: string
  readonly actor: string
  readonly key: string
  /** SHA-256 of what was asked. */
  readonly request: string
}

export type Limits = {
  readonly now: string
  /** What began before this and is not answered was broken off. */
  readonly brokenOff: string
  /** What began before this is forgotten. */
  readonly forgotten: string
}

/** True: this request is to be carried out. False: the key is in use, by this request or another. */
export async function beginAnswer(tx: Tx, asked: Asked, limits: Limits): Promise<boolean> {
  const { organisationId, actor, key, request } = asked
  const row = await tx
    .insertInto('access_answers')
    .values({ organisation_id: organisationId, actor, key, request, begun_at: limits.now })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'actor', 'key'])
        .doUpdateSet({ request, begun_at: limits.now, answer: null })
        .where((where) =>
          where.or([
            where('access_answers.begun_at', '<', limits.forgotten),
            where.and([
              where('access_answers.begun_at', '<', limits.brokenOff),
              where('access_answers.answer', 'is', null),
              where('access_answers.request', '=', request),
            ]),
          ]),
        ),
    )
    .returning('key')
    .executeTakeFirst()
  return row !== undefined
}

export async function keepAnswer(tx: Tx, { actor, key }: Asked, answer: string): Promise<void> {
  await tx
    .updateTable('access_answers')
    .set({ answer })
    .where('actor', '=', actor)
    .where('key', '=', key)
    .execute()
}

/** Nothing was made: the key is free for a better request. */
export async function freeKey(tx: Tx, { actor, key }: Asked): Promise<void> {
  await tx
    .deleteFrom('access_answers')
    .where('actor', '=', actor)
    .where('key', '=', key)
    .where('answer', 'is', null)
    .execute()
}

export async function forgetAnswers(tx: Tx, before: string): Promise<void> {
  await tx.deleteFrom('access_answers').where('begun_at', '<', before).execute()
}
