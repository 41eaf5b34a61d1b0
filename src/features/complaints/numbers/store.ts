import { sql } from 'kysely'
import { sendAlong, withinWall, type Database } from '#platform/db/database.ts'

/** Whose numbers, and of which year. */
export type Place = {
  readonly db: Database
  readonly organisationId: string
  readonly year: number
}

/** The last of `many` numbers that nobody else will get. */
export async function reserve({ db, organisationId, year }: Place, many: number): Promise<number> {
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

/** Reserved and not needed, in their order: whoever comes next gets them. False when others have taken later ones meanwhile. */
export async function giveBack(
  { db, organisationId, year }: Place,
  numbers: readonly number[],
): Promise<boolean> {
  const last = numbers.at(-1) ?? 0
  const first = last - numbers.length + 1
  if (numbers[0] !== first) return false
  return withinWall(db, organisationId, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('complaints_numbers')
      .set({ last: first - 1 })
      .where('year', '=', year)
      .where('last', '=', last)
      .executeTakeFirst()
    return numUpdatedRows > 0n
  })
}
