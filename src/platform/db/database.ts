import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import type pg from 'pg'
import type { No, Result } from '#kernel/result.ts'
import type { DB } from './schema.ts'

export type Database = Kysely<DB>
export type Tx = Transaction<DB>

export function openDatabase(pool: pg.Pool): Database {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
}

/**
 * A transaction inside one organisation's wall: row-level security sees this organisation and nothing else,
 * even when the connection belongs to a superuser.
 */
export async function withinWall<T>(
  db: Database,
  organisationId: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('uketome.organisation', ${organisationId}, true),
      set_config('role', case when pg_has_role('uketome_desk', 'set') then 'uketome_desk' else current_user end, true)
    `.execute(tx)
    return work(tx)
  })
}

/** The same for decisions: a refusal rolls back whatever was written on the way to it. */
export async function decideWithinWall<T>(
  db: Database,
  organisationId: string,
  decide: (tx: Tx) => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await withinWall(db, organisationId, async (tx) => {
      const decided = await decide(tx)
      if (!decided.ok) throw new Refused(decided)
      return decided
    })
  } catch (error) {
    if (error instanceof Refused) return error.no
    throw error
  }
}

class Refused extends Error {
  readonly no: No
  constructor(no: No) {
    super('refused')
    this.no = no
  }
}
