import { AsyncLocalStorage } from 'node:async_hooks'
import {
  CompiledQuery,
  Kysely,
  PostgresDialect,
  PostgresDriver,
  type DatabaseConnection,
  type Transaction,
  type TransactionSettings,
} from 'kysely'
import type pg from 'pg'
import type { No, Result } from '#kernel/result.ts'
import type { DB } from './schema.ts'

export type Database = Kysely<DB>
export type Tx = Transaction<DB>

export function openDatabase(pool: pg.Pool): Database {
  return new Kysely<DB>({ dialect: new WallDialect(pool) })
}

/** The organisation whose transaction begins here. */
const wall = new AsyncLocalStorage<string>()

class WallDialect extends PostgresDialect {
  readonly #pool: pg.Pool
  constructor(pool: pg.Pool) {
    super({ pool })
    this.#pool = pool
  }
  override createDriver(): PostgresDriver {
    return new WallDriver({ pool: this.#pool })
  }
}

/** Begins a transaction and stands its wall in one go: half of what is asked of the database begins one. */
class WallDriver extends PostgresDriver {
  override async beginTransaction(
    connection: DatabaseConnection,
    settings: TransactionSettings,
  ): Promise<void> {
    const organisationId = wall.getStore()
    if (organisationId === undefined) return super.beginTransaction(connection, settings)
    if (!isId.test(organisationId)) throw new Error(`no organisation: ${organisationId}`)
    await connection.executeQuery(
      CompiledQuery.raw(`begin; select set_config('uketome.organisation', '${organisationId}', true),
        set_config('role', case when pg_has_role('uketome_desk', 'set') then 'uketome_desk' else current_user end, true)`),
    )
  }
}

const isId = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/**
 * A transaction inside one organisation's wall: row-level security sees this organisation and nothing else,
 * even when the connection belongs to a superuser.
 */
export async function withinWall<T>(
  db: Database,
  organisationId: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const transaction = db.transaction()
  return wall.run(organisationId, () => transaction.execute((tx) => wall.exit(() => work(tx))))
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
