import { sql } from 'kysely'
import { toInstant, tokyoDay } from '#kernel/tokyo.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import type { Outlook } from '../contract.ts'
import { ledger } from '../queries.ts'

/** What breaks next, and how many when; each promise that is neither kept nor withdrawn is in one place. */
export async function outlookOf(
  tx: Tx,
  scope: Scope,
  now: string,
  ownerId: string | undefined,
): Promise<Outlook> {
  const mine = { limit: 1, ...(ownerId ? { ownerId } : {}) }
  const { commitments, total } = await ledger(tx, scope, now, { show: 'open', ...mine })
  const atRisk = await ledger(tx, scope, now, { show: 'at-risk', ...mine })
  const counts = await countsAhead(tx, now, ownerId)
  return { next: commitments[0] ?? null, open: total, atRisk: atRisk.total, ...counts }
}

async function countsAhead(tx: Tx, now: string, ownerId: string | undefined) {
  const at = Temporal.Instant.from(now)
  const midnight = (days: number) => toInstant(tokyoDay(at).add({ days }), '00:00').toString()
  const [hour, tonight, tomorrow] = [at.add({ hours: 1 }).toString(), midnight(1), midnight(2)]
  const due = (from: string, until: string) =>
    sql<number>`count(*) filter (where due_at > ${from} and due_at > ${now} and due_at <= ${until})::int`
  return tx
    .selectFrom('commitments')
    .where('state', 'in', ['open', 'broken'])
    .$if(ownerId !== undefined, (query) => query.where('owner_id', '=', ownerId ?? ''))
    .select([
      sql<number>`count(*) filter (where due_at <= ${now})::int`.as('broken'),
      due(now, hour).as('hour'),
      due(hour, tonight).as('today'),
      sql<number>`count(*) filter (where due_on = ${tokyoDay(at).toString()})::int`.as('dueToday'),
      due(tonight < hour ? hour : tonight, tomorrow).as('tomorrow'),
      sql<number>`count(*) filter (where due_at > ${tomorrow})::int`.as('later'),
    ])
    .executeTakeFirstOrThrow()
}
