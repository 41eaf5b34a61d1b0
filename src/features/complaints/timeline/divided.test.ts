import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'
import { afterAll, expect, inject, it } from 'vitest'
import { searchTerms } from '#kernel/bigrams.ts'
import { commitmentOf, entryHash, GENESIS } from '#kernel/chain.ts'
import { openDatabase, withinWall } from '#platform/db/database.ts'
import { migrate } from '#platform/db/migrate.ts'
import { openPool } from '#platform/db/pool.ts'
import { silentLog } from '#platform/log.ts'
import { databaseOn, onServer } from '#test/on-server.ts'
import { verify } from '../checkpoints/queries.ts'
import { talliesOf } from '../tallies/queries.ts'

/* A company that was here before its timeline was divided. */
const folder = 'db/migrations'
const name = `uketome_before_${process.pid}`
const server = inject('postgres').url
const url = databaseOn(server, name)
await onServer(server, `create database ${name}`)
const root = new pg.Client({ connectionString: url })
const pool = openPool(url, silentLog, 2)
const db = openDatabase(pool)
afterAll(async () => {
  await pool.end()
  await root.end()
  await onServer(server, `drop database ${name}`)
})

const organisationId = '00000000-0000-7000-8000-00000000000a'
const complaintId = '00000000-0000-7000-8000-000000000001'
const at = '2026-10-31T16:00:00Z' // the first of November in Japan

const events = [
  ['complaints.received', { words: '返金してください' }],
  ['complaints.cause-found', { cause: 'defect', detail: '' }],
  ['complaints.closed', { outcome: 'resolved' }],
] as const

async function before() {
  await root.connect()
  const quiet = new Logger(() => () => undefined)
  await runMigrations({ connectionString: url, logger: quiet })
  await root.query(
    'create table migrations (name text primary key, hash text not null, at timestamptz not null default now())',
  )
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql') && file < '0056')
  for (const file of files.toSorted()) {
    const text = await readFile(join(folder, file), 'utf8')
    await root.query(text)
    const hash = createHash('sha256').update(text).digest('hex')
    await root.query('insert into migrations (name, hash) values ($1, $2)', [file, hash])
  }
}

async function writeChain() {
  await root.query(
    `insert into access_organisations (id, name, slug, calendar, created_at) values ($1, '丸岡商店', 'maruoka', '{}', $2)`,
    [organisationId, at],
  )
  await root.query(
    `insert into complaints (id, organisation_id, number, head, head_hash, channel, state, subject, excerpt, received_at,
       closed_at) values ($1, $2, 'U26-00001', 3, '', 'mail', 'closed', '', '', $3, $3)`,
    [complaintId, organisationId, at],
  )
  let previous = GENESIS
  for (const [index, [type, payload]] of events.entries()) {
    const salt = '61'.repeat(16)
    const commitment = commitmentOf(payload, salt)
    const sequence = index + 1
    const id = `00000000-0000-7000-8000-00000000001${sequence}`
    const fields = { organisationId, complaintId, sequence, id, type, at, by: 'customer' }
    const hash = entryHash({ ...fields, commitment, previous })
    // The words of the first are erased: the chain holds without them.
    const words = index === 0 ? [null, null] : [JSON.stringify(payload), salt]
    await root.query(
      `insert into complaints_timeline (organisation_id, complaint_id, sequence, id, command_id, type, at, by, payload,
         salt, commitment, previous, hash, written_in) values ($1, $2, $3, $4, $4, $5, $6, 'customer', $7, $8, $9, $10, $11, '77')`,
      [organisationId, complaintId, sequence, id, type, at, ...words, commitment, previous, hash],
    )
    previous = hash
  }
  await root.query('update complaints set head_hash = $1', [previous])
  // Terms as they were kept then: pairs, and the last letter of a run.
  await root.query(
    `insert into complaints_search (complaint_id, organisation_id, grams, words)
       values ($1, $2, array_to_tsvector($3::text[]), '')`,
    [complaintId, organisationId, ['返金', '金し', 'して', 'て']],
  )
}

it('前からある会社の鎖、理由、検索は、分けたあとも同じに読める', async () => {
  await before()
  await writeChain()
  await migrate(url)
  const { rows } = await root.query<{ parts: number; written: string }>(
    `select count(distinct tableoid)::int as parts, min(written_in::text) as written from complaints_timeline`,
  )
  expect(rows).toEqual([{ parts: 1, written: '77' }])
  const read = await withinWall(db, organisationId, async (tx) => ({
    integrity: await verify(tx, organisationId),
    tallies: await talliesOf(tx, {}),
  }))
  expect(read.integrity).toEqual({ entries: 3, complaints: 1, findings: [] })
  expect(read.tallies).toEqual([{ month: '2026-11', cause: 'defect', received: 1, open: 0 }])
  const letters = await root.query<{ terms: string[] }>(
    'select tsvector_to_array(terms) as terms from complaints_search where received_at = $1',
    [at],
  )
  const kept = letters.rows[0]?.terms ?? []
  const wanted = [...searchTerms('返金して').grams, '@closed', '@2026-10-31']
  expect(kept.toSorted()).toEqual(wanted.toSorted())
})

it('鎖の同じ番号は、分けたあとも一度しか書けない', async () => {
  const twice = `insert into complaints_timeline select organisation_id, complaint_id, sequence, gen_random_uuid(),
    gen_random_uuid(), type, at, by, payload, salt, commitment, previous, hash, written_in from complaints_timeline limit 1`
  await expect(root.query(twice)).rejects.toThrow(/duplicate key/)
})

it('書いたものは、分けたあとも変えられず、ほかの会社の苦情には付けられない', async () => {
  await expect(
    root.query(`update complaints_timeline set type = 'x' where sequence = 2`),
  ).rejects.toThrow(/append-only/)
  await expect(root.query('delete from complaints_timeline')).rejects.toThrow(/append-only/)
  const elsewhere = `insert into complaints_timeline select gen_random_uuid(), complaint_id, 9, gen_random_uuid(),
    gen_random_uuid(), type, at, by, payload, salt, commitment, previous, hash, written_in from complaints_timeline limit 1`
  await expect(root.query(elsewhere)).rejects.toThrow(/foreign key/)
})
