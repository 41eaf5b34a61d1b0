import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callerOf } from '#app/caller.ts'
import { nameDepartments } from '#app/demo/departments.ts'
import { openDesks } from '#app/demo/desks.ts'
import { allRoutes } from '#app/wiring.ts'
import { migrate } from '#platform/db/migrate.ts'
import { supported } from '#platform/db/versions.ts'
import { listComplaints } from '#features/complaints/contract.ts'
import { verifyRecord } from '#features/complaints/checkpoints/contract.ts'
import { readTallies } from '#features/complaints/tallies/contract.ts'
import { stories, type StaffKey } from './cast.ts'
import { deskOn, value, type Desk } from './desk.ts'
import { databaseOn, onServer } from './on-server.ts'
import { installedPostgres, startOther } from './other-postgres.ts'

/*
 * A day of work on each PostgreSQL that a company may bring and that is installed here. One that is not is named, and
 * fails the run when UKETOME_TEST_POSTGRES (`15,18`) asks for it.
 */
const { oldest, newest } = supported
const all = Array.from({ length: newest - oldest + 1 }, (_, at) => oldest + at)
const installed = await installedPostgres()
const isHere = (version: number) => installed.has(version)
const asked = (process.env['UKETOME_TEST_POSTGRES'] ?? '').split(',').filter(Boolean).map(Number)

it('この機械にない版は試していないと言い、名ざしで頼まれた版がなければ落ちる', () => {
  const absent = all.filter((version) => !isHere(version))
  if (absent.length > 0)
    process.stderr.write(`PostgreSQL ${absent.join('・')} はこの機械になく、試していません。\n`)
  expect(asked.filter((version) => !isHere(version) || !all.includes(version))).toEqual([])
})

/** A server that ends with the tests, and a company at its desk on it. */
async function deskOfVersion(version: number): Promise<{ desk: Desk; database: pg.Client }> {
  const binaries = installed.get(version)
  if (!binaries) throw new Error(`PostgreSQL ${version} is not installed`)
  const server = await startOther(binaries)
  afterAll(() => server.stop())
  await onServer(server.url, 'create database uketome')
  const url = databaseOn(server.url, 'uketome')
  await migrate(url)
  const database = new pg.Client({ connectionString: url })
  await database.connect()
  afterAll(() => database.end())
  return { desk: await deskOn(url), database }
}

describe.each(all.filter(isHere))('PostgreSQL %i', async (version) => {
  const { desk, database } = await deskOfVersion(version)
  const sasaki = desk.as('sasaki')
  const found = async (words: string) => {
    const query = { view: 'all', words } as const
    return value(await sasaki.call(listComplaints, { query }))
  }
  let received = 0
  beforeAll(async () => {
    const call = callerOf(allRoutes(desk.ports))
    const stage = { call, scopeOf: (key: StaffKey) => desk.as(key).scope, nextId: desk.newId }
    await openDesks(stage)
    await nameDepartments(stage)
    received = (await desk.play(stories)).size
  }, 600_000)

  it('その版である', async () => {
    const { rows } = await database.query<{ version: string }>(
      `select current_setting('server_version') as version`,
    )
    expect(Number.parseInt(rows[0]?.version ?? '', 10)).toBe(version)
  })

  it('何度移しても同じで、すべての移行が入っている', async () => {
    await migrate(desk.url)
    const { rows } = await database.query<{ name: string }>('select name from migrations')
    expect(rows.map(({ name }) => name)).toContain('0056-fast-at-any-size.sql')
  })

  it('すべての物語が書け、一覧に並び、数えられる', async () => {
    const { total } = value(await sasaki.call(listComplaints, { query: { view: 'all' } }))
    expect(total).toBe(received)
    const { tallies } = value(await sasaki.call(readTallies))
    expect(tallies.reduce((sum, { received: many }) => sum + many, 0)).toBe(received)
  })

  it('一文字でも、続く言葉でも見つかり、ない言葉は見つからない', async () => {
    const totals = await Promise.all(['返金', '瓶', '麒麟'].map(found))
    expect(totals.map(({ total }) => total > 0)).toEqual([true, true, false])
  })

  it('約束の時計が鳴り、鎖は確かめられる', async () => {
    await desk.runJobs('2026-12-24T10:00:00+09:00')
    const { rows } = await database.query<{ failed: boolean; told: boolean }>(
      `select exists (select from graphile_worker._private_jobs where last_error is not null) as failed,
         exists (select from complaints_timeline where by = 'system:commitments') as told`,
    )
    const { findings } = value(await sasaki.call(verifyRecord))
    expect({ ...rows[0], findings }).toEqual({ failed: false, told: true, findings: [] })
  })

  it('ほかの会社からは、一つも見えず、書けない', async () => {
    const stranger = '00000000-0000-7000-8000-0000000000ff'
    await database.query('begin')
    await database.query(`select set_config('uketome.organisation', $1, true)`, [stranger])
    await database.query('set local role uketome_desk')
    const { rows } = await database.query('select from complaints_timeline')
    const writing = database.query(
      `insert into complaints_customers (id, organisation_id, name, created_at) values ($1, $2, '森本', now())`,
      [desk.newId(), sasaki.scope.organisationId],
    )
    await expect(writing).rejects.toThrow(/row-level security/)
    await database.query('rollback')
    expect(rows).toEqual([])
  })
})
