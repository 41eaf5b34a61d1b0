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

/**
 * Who a transaction is for. Row-level security reads it: the organisation walls every table, the member and the roles
 * the confined ones (docs/how-to/confined-tables.md). A timer has no viewer; `actor` then names the room that acts.
 */
export type Within = {
  readonly organisationId: string
  readonly actor?: string
  readonly viewer?: { readonly memberId: string; readonly roles: readonly string[] } | null
}

/** For whom the transaction that begins here is. */
const wall = new AsyncLocalStorage<Within>()

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
    const within = wall.getStore()
    if (within === undefined) return super.beginTransaction(connection, settings)
    await connection.executeQuery(CompiledQuery.raw(standing(within)))
  }
}

/**
 * One statement, and every setting for this transaction alone. All of them are always set: what somebody left on the
 * connection says nothing about who comes next.
 */
function standing({ organisationId, viewer, actor = '' }: Within): string {
  const room = /^system:(.+)$/.exec(actor)?.[1] ?? ''
  const roles = viewer?.roles ?? []
  const member = viewer?.memberId ?? ''
  if (!isId.test(organisationId)) throw new Error(`no organisation: ${organisationId}`)
  if (member && !isId.test(member)) throw new Error(`no member: ${member}`)
  for (const word of [...roles, room])
    if (!isWord.test(word)) throw new Error(`no role or room: ${word}`)
  return `begin; select set_config('uketome.organisation', '${organisationId}', true),
        set_config('uketome.member', '${member}', true), set_config('uketome.roles', '${roles.join()}', true),
        set_config('uketome.room', '${room}', true), set_config('uketome.bearer', '', true),
        set_config('role', case when pg_has_role('uketome_desk', ${taking}) then 'uketome_desk' else current_user end, true)`
}

/** Whether one may take a role is asked by another word before PostgreSQL 16. */
const taking = `case when current_setting('server_version_num') < '16' then 'member' else 'set' end`

const isId = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i
const isWord = /^[a-z-]*$/

/**
 * A transaction inside one organisation's wall: row-level security sees this organisation and nothing else,
 * even when the connection belongs to a superuser. Given an organisation alone, it is nobody's: confined tables are empty.
 */
export async function withinWall<T>(
  db: Database,
  within: Within | string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const transaction = db.transaction()
  const who = typeof within === 'string' ? { organisationId: within } : within
  return wall.run(who, () => transaction.execute((tx) => wall.exit(() => work(tx))))
}

/** The same for decisions: a refusal rolls back whatever was written on the way to it. */
export async function decideWithinWall<T>(
  db: Database,
  within: Within | string,
  decide: (tx: Tx) => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await withinWall(db, within, async (tx) => {
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
