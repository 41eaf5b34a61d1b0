import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'
import { silentLog, type Log } from '../log.ts'
import { shippedFolder } from '../shipped.ts'
import { notTried, tooOld, verdictOn } from './versions.ts'

const folder = shippedFolder('db/migrations/')
// Any number will do, as long as every node takes the same lock while it migrates.
const lock = 7_204_331
/** What stood in a file before the same was said so that PostgreSQL 15 understands it, too. */
const restated: Readonly<Record<string, string>> = {
  '0056-fast-at-any-size.sql': 'a93c723f29be99ab80fe1e49763e677b468965086fc6a328fd0145e97d43e296',
  '0058-created-quickly.sql': '161308e6591cb69a8b277c7391a830ce2c959f48ea0b207677f2063ed802b4d1',
}
const quiet = new Logger(() => () => undefined)

/**
 * Brings the database to the present: the worker's own tables first, then db/migrations in order, each in one
 * transaction. Safe to run from several nodes at once. Throws with a sentence when a landed file was edited, and when
 * PostgreSQL is too old.
 */
export async function migrate(url: string, log: Log = silentLog): Promise<void> {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' })
  await client.connect()
  try {
    await expectVersion(client, log)
    await client.query('select pg_advisory_lock($1)', [lock])
    await runMigrations({ connectionString: url, logger: quiet })
    await client.query(
      'create table if not exists migrations (name text primary key, hash text not null, at timestamptz not null default now())',
    )
    const { rows } = await client.query<{ name: string; hash: string }>(
      'select name, hash from migrations',
    )
    const landed = new Map(rows.map((row) => [row.name, row.hash]))
    for (const name of (await readdir(folder)).filter((file) => file.endsWith('.sql')).toSorted()) {
      await step(client, name, landed.get(name), log)
    }
  } finally {
    await client.end()
  }
}

async function expectVersion(client: pg.Client, log: Log): Promise<void> {
  const { rows } = await client.query<{ number: number; version: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as version`,
  )
  const { number = 0, version = '?' } = rows[0] ?? {}
  const verdict = verdictOn(number)
  if (verdict === 'too-old') throw tooOld(version)
  if (verdict === 'not-tried') log.warn({ version }, notTried(version))
}

async function step(client: pg.Client, name: string, landed: string | undefined, log: Log) {
  const text = await readFile(folder + name, 'utf8')
  const hash = createHash('sha256').update(text).digest('hex')
  if (landed === hash || (landed && landed === restated[name])) return
  if (landed)
    throw new Error(
      `${name} was changed after it had landed. Put it back and add a new migration instead.`,
    )
  log.info({ migration: name }, 'migrating')
  await client.query('begin')
  try {
    await client.query(text)
    await client.query('insert into migrations (name, hash) values ($1, $2)', [name, hash])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(
      `${name} did not run: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    )
  }
}
