import { sql } from 'kysely'
import { afterAll, expect, it } from 'vitest'
import { refuse } from '#kernel/result.ts'
import { silentLog } from '#platform/log.ts'
import { testDatabase } from '#test/database.ts'
import {
  afterCommit,
  ask,
  decideWithinWall,
  openDatabase,
  sendAlong,
  withinWall,
} from './database.ts'
import { openPool } from './pool.ts'

const { url } = await testDatabase()
const pool = openPool(url, silentLog, 2)
const db = openDatabase(pool)
afterAll(() => pool.end())

const ours = '00000000-0000-7000-8000-00000000000a'
const theirs = '00000000-0000-7000-8000-00000000000b'
const customer = (id: string, organisation: string) => ({
  id,
  organisation_id: organisation,
  name: '森本 千尋',
  created_at: '2026-11-24T01:00:00Z',
})

it('organisation_id のある表には、どれも強制の壁がある', async () => {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
     where a.attname = 'organisation_id' and c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
       and not (c.relrowsecurity and c.relforcerowsecurity)`.execute(db)
  // Sign-in must find the organisation before there is one.
  expect(rows.map(({ name }) => name)).toEqual(['access_members'])
})

it('ほかの会社の行は、見えず、書けず、変えられない', async () => {
  const id = '00000000-0000-7000-8000-000000000001'
  await withinWall(db, ours, (tx) =>
    tx.insertInto('complaints_customers').values(customer(id, ours)).execute(),
  )
  const seen = await withinWall(db, theirs, (tx) =>
    tx.selectFrom('complaints_customers').selectAll().execute(),
  )
  expect(seen).toEqual([])
  const changed = await withinWall(db, theirs, (tx) =>
    tx
      .updateTable('complaints_customers')
      .set({ name: '別人' })
      .where('id', '=', id)
      .executeTakeFirst(),
  )
  expect(changed.numUpdatedRows).toBe(0n)
  const smuggled = customer('00000000-0000-7000-8000-000000000002', ours)
  await expect(
    withinWall(db, theirs, (tx) =>
      tx.insertInto('complaints_customers').values(smuggled).execute(),
    ),
  ).rejects.toThrow(/row-level security/)
})

it('何度も来る文は用意しておき、用意した文も壁を越えない', async () => {
  const id = '00000000-0000-7000-8000-000000000009'
  await withinWall(db, ours, (tx) =>
    tx.insertInto('complaints_customers').values(customer(id, ours)).execute(),
  )
  const read = (organisation: string) =>
    withinWall(db, organisation, async (tx) => {
      const rows = await tx
        .selectFrom('complaints_customers')
        .where('id', '=', id)
        .select('name')
        .execute()
      const { rows: known } = await sql<{ many: number }>`
        select count(*)::int as many from pg_prepared_statements`.execute(tx)
      return { names: rows.map(({ name }) => name), isPrepared: (known[0]?.many ?? 0) > 0 }
    })
  for (let i = 0; i < 30; i += 1) expect((await read(ours)).names).toEqual(['森本 千尋'])
  expect((await read(ours)).isPrepared).toBe(true)
  expect((await read(theirs)).names).toEqual([])
  expect((await read(ours)).names).toEqual(['森本 千尋'])
})

it('会社の番号でないものでは、何も始めない', async () => {
  await expect(withinWall(db, "'; drop table x; --", () => Promise.resolve(1))).rejects.toThrow(
    /no organisation/,
  )
})

it('お断りは、途中まで書いたことを残さない', async () => {
  const id = '00000000-0000-7000-8000-000000000003'
  const refused = await decideWithinWall(db, ours, async (tx) => {
    await tx.insertInto('complaints_customers').values(customer(id, ours)).execute()
    return refuse('blocked', 'test.no', {})
  })
  expect(refused.ok).toBe(false)
  const rows = await withinWall(db, ours, (tx) =>
    tx.selectFrom('complaints_customers').where('id', '=', id).selectAll().execute(),
  )
  expect(rows).toEqual([])
})

it('待たずに送ったものは、送った順に届き、その取引とともに残る', async () => {
  const ids = ['00000000-0000-7000-8000-000000000011', '00000000-0000-7000-8000-000000000012']
  const seen = await withinWall(db, ours, async (tx) => {
    for (const id of ids)
      sendAlong(tx, tx.insertInto('complaints_customers').values(customer(id, ours)).compile())
    const known = tx.selectFrom('complaints_customers').where('id', 'in', ids).select('id')
    const [first, gone] = await Promise.all([
      ask(tx, known.orderBy('id').compile()),
      ask(
        tx,
        tx
          .deleteFrom('complaints_customers')
          .where('id', '=', ids[1] ?? '')
          .compile(),
      ),
    ])
    return [first.map(({ id }) => id), gone]
  })
  expect(seen).toEqual([ids, []])
  const left = await withinWall(db, ours, (tx) =>
    tx.selectFrom('complaints_customers').where('id', 'in', ids).select('id').execute(),
  )
  expect(left).toEqual([{ id: ids[0] }])
})

it('待たずに送ったものがうまくいかなければ、取引ぜんぶがなかったことになり、そのわけが返る', async () => {
  const id = '00000000-0000-7000-8000-000000000013'
  const told: string[] = []
  const twice = withinWall(db, ours, async (tx) => {
    afterCommit(tx, () => told.push('committed'))
    const insert = tx.insertInto('complaints_customers').values(customer(id, ours))
    sendAlong(tx, insert.compile())
    sendAlong(tx, insert.compile())
    return Promise.resolve()
  })
  await expect(twice).rejects.toThrow(/duplicate key/)
  const rows = await withinWall(db, ours, (tx) =>
    tx.selectFrom('complaints_customers').where('id', '=', id).selectAll().execute(),
  )
  expect([rows, told]).toEqual([[], []])
})

it('確かになったあとのことは、断られたら起こらず、確かになれば起こる', async () => {
  const told: string[] = []
  await decideWithinWall(db, ours, (tx) => {
    afterCommit(tx, () => told.push('refused'))
    return Promise.resolve(refuse('blocked', 'test.no', {}))
  })
  await withinWall(db, ours, (tx) => {
    afterCommit(tx, () => told.push('done'))
    return Promise.resolve()
  })
  expect(told).toEqual(['done'])
})

it('時刻は Temporal と同じ書き方で返り、ミリ秒まで往復する', async () => {
  for (const at of [
    '2026-11-24T01:00:00Z',
    '2026-11-24T01:00:00.12Z',
    '2026-11-24T01:00:00.123Z',
  ]) {
    const { rows } = await sql<{ at: string }>`select ${at}::timestamptz as at`.execute(db)
    expect(rows[0]?.at).toBe(at)
    expect(Temporal.Instant.from(at).toString()).toBe(at)
  }
})
