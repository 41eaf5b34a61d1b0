import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'
import { silentLog, type Log } from '../log.ts'

const folder = fileURLToPath(new URL('../../../db/migrations/', import.meta.url))
// Any number will do, as long as every node takes the same lock while it migrates.
const lock = 7_204_331
const quiet = new Logger(() => () => undefined)

/**
 * Brings the database to the present: the worker's own tables first, then db/migrations in order, each in one
 * transaction. Safe to run from several nodes at once. Throws with a sentence when a landed file was edited.
 */
export async function migrate(url: string, log: Log = silentLog): Promise<void> {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' })
  await client.connect()
  try {
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

async function step(client: pg.Client, name: string, landed: string | undefined, log: Log) {
  const text = await readFile(folder + name, 'utf8')
  const hash = createHash('sha256').update(text).digest('hex')
  if (landed === hash) return
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
