import { sql } from 'kysely'
import { sendAlong, withinWall, type Database } from '#platform/db/database.ts'

/** The last of `many` numbers of a year that nobody else will get. */
export async function reserve(
  db: Database,
  organisationId: string,
  year: number,
  many: number,
): Promise<number> {
  return withinWall(db, organisationId, async (tx) => {
    // On the disk at the latest with the first complaint that bears one of them.
    sendAlong(tx, sql`set local synchronous_commit = off`.compile(tx))
    const { last } = await tx
      .insertInto('complaints_numbers')
      .values({ organisation_id: organisationId, year, last: many })
      .onConflict((conflict) =>
        conflict
          .columns(['organisation_id', 'year'])
          .doUpdateSet({ last: sql<number>`complaints_numbers.last + ${many}` }),
      )
      .returning('last')
      .executeTakeFirstOrThrow()
    return last
  })
}
