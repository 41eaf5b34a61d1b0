import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import { cause } from '../contract.ts'
import type { Tally } from './contract.ts'

type Standing = { open: number; closed: number; all: number }

/** How many complaints there are. Counted while they are written, so it costs the same after ten years. */
export async function countStanding(tx: Tx): Promise<Standing> {
  const { open, closed } = await tx
    .selectFrom('complaints_tallies')
    .select(sum(sql`not is_closed`).as('open'))
    .select(sum(sql`is_closed`).as('closed'))
    .executeTakeFirstOrThrow()
  return { open, closed, all: open + closed }
}

/** `from` and `until`: months, both included. */
export async function talliesOf(
  tx: Tx,
  { from, until }: { from?: string | undefined; until?: string | undefined },
): Promise<Tally[]> {
  const rows = await tx
    .selectFrom('complaints_tallies')
    .$if(from !== undefined, (all) => all.where('month', '>=', `${from}-01`))
    .$if(until !== undefined, (all) => all.where('month', '<=', `${until}-01`))
    .groupBy(['month', 'cause'])
    .having(sum(sql`true`), '>', 0)
    .select(['month', 'cause', sum(sql`true`).as('received'), sum(sql`not is_closed`).as('open')])
    .orderBy('month')
    .orderBy('cause')
    .execute()
  return rows.map((row) => ({
    ...row,
    month: row.month.slice(0, 7),
    cause: cause.nullable().parse(row.cause),
  }))
}

function sum(which: ReturnType<typeof sql>) {
  return sql<number>`coalesce(sum(many) filter (where ${which}), 0)::int`
}
