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

/** The transaction that begins here: for whom it is, and what goes on beside it. */
type Standing = {
  readonly within: Within
  connection: DatabaseConnection | null
  /** Sent and not waited for: that the wall stands, and what nothing is read from. */
  readonly sent: Promise<unknown>[]
  readonly afterwards: ((db: Database) => void)[]
}

const wall = new AsyncLocalStorage<Standing>()
const standings = new WeakMap<Tx, Standing>()

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

/**
 * Begins a transaction and stands its wall in one go, on the way of the first question; the commit goes with what was sent last.
 * Each way to the database and back costs both as much as a small statement.
 */
class WallDriver extends PostgresDriver {
  override async beginTransaction(
    connection: DatabaseConnection,
    settings: TransactionSettings,
  ): Promise<void> {
    const standing = wall.getStore()
    if (standing === undefined) return super.beginTransaction(connection, settings)
    // Should it fail, the transaction is aborted, and with it all that follows: nothing is read or written without a wall.
    const settled = settingsOf(standing.within)
    noted(standing, connection.executeQuery(beginning))
    noted(standing, connection.executeQuery(settled))
    standing.connection = connection
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    const committed = super.commitTransaction(connection)
    committed.catch(() => undefined)
    await Promise.all(wall.getStore()?.sent ?? [])
    await committed
  }

  override async rollbackTransaction(connection: Connection): Promise<void> {
    await super.rollbackTransaction(connection)
    // What failed first is what went wrong; the rest only says that the transaction was aborted.
    await Promise.all(wall.getStore()?.sent ?? [])
  }
}

type Connection = Parameters<PostgresDriver['rollbackTransaction']>[0]

function noted({ sent }: Pick<Standing, 'sent'>, going: Promise<unknown>): void {
  going.catch(() => undefined) // heard of at the end
  sent.push(going)
}

/**
 * A statement whose answer nobody needs: it is sent at this moment and goes with the next one, or with the commit. The transaction
 * fails when it does.
 */
export function sendAlong(tx: Tx, statement: CompiledQuery): void {
  noted(standingOf(tx), ask(tx, statement))
}

/**
 * Sent at this moment, whatever is still on its way; the rows. Several that are asked before the first is awaited go one way
 * together, in their order: Kysely itself sends the next when the last was answered.
 */
export async function ask<Row>(tx: Tx, statement: CompiledQuery<Row>): Promise<Row[]> {
  const { connection } = standingOf(tx)
  if (!connection) throw new Error('this transaction has no connection')
  return (await connection.executeQuery<Row>(statement)).rows
}

/** Done once it is committed, and not at all when it is rolled back. Must not fail. */
export function afterCommit(tx: Tx, work: (db: Database) => void): void {
  standingOf(tx).afterwards.push(work)
}

/** Whose wall it stands within. */
export function organisationOf(tx: Tx): string {
  return standingOf(tx).within.organisationId
}

function standingOf(tx: Tx): Standing {
  const standing = standings.get(tx)
  if (!standing) throw new Error('this transaction was not begun within a wall')
  return standing
}

const beginning = CompiledQuery.raw('begin')

/**
 * One statement for every setting, for this transaction alone. All of them are always set: what somebody left on the
 * connection says nothing about who comes next.
 */
function settingsOf({ organisationId, viewer, actor = '' }: Within): CompiledQuery {
  const room = /^system:(.+)$/.exec(actor)?.[1] ?? ''
  const roles = viewer?.roles ?? []
  const member = viewer?.memberId ?? ''
  if (!isId.test(organisationId)) throw new Error(`no organisation: ${organisationId}`)
  if (member && !isId.test(member)) throw new Error(`no member: ${member}`)
  for (const word of [...roles, room])
    if (!isWord.test(word)) throw new Error(`no role or room: ${word}`)
  return CompiledQuery.raw(settings, [organisationId, member, roles.join(), room])
}

/** Whether one may take a role is asked by another word before PostgreSQL 16. */
const taking = `case when current_setting('server_version_num') < '16' then 'member' else 'set' end`

/** The same text for everybody, so that it is prepared: it begins every transaction. */
const settings = `select set_config('uketome.organisation', $1, true), set_config('uketome.member', $2, true),
        set_config('uketome.roles', $3, true), set_config('uketome.room', $4, true), set_config('uketome.bearer', '', true),
        set_config('role', case when pg_has_role('uketome_desk', ${taking}) then 'uketome_desk' else current_user end, true)`

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
  const who = typeof within === 'string' ? { organisationId: within } : within
  const standing: Standing = { within: who, connection: null, sent: [], afterwards: [] }
  const done = await wall.run(standing, () =>
    db.transaction().execute((tx) => {
      standings.set(tx, standing)
      return wall.exit(() => work(tx))
    }),
  )
  for (const follow of standing.afterwards) follow(db)
  return done
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
