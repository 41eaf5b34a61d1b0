import { sql } from 'kysely'
import { afterAll, expect, it, vi } from 'vitest'
import { openDatabase, withinWall } from '#platform/db/database.ts'
import { openPool } from '#platform/db/pool.ts'
import { silentLog } from '#platform/log.ts'
import { testDatabase } from '#test/database.ts'
import { queueTurns, shareTurns, takeTurns } from './store.ts'

const { url } = await testDatabase()
const pool = openPool(url, silentLog, 4)
const db = openDatabase(pool)
afterAll(() => pool.end())

const ours = '00000000-0000-7000-8000-00000000000a'
const theirs = '00000000-0000-7000-8000-00000000000b'

const waiting = async () => {
  const locks = sql<{ count: number }>`select count(*)::int as count from pg_locks
    where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())`
  const { rows } = await locks.execute(db)
  return rows[0]?.count
}

it('同じ会社の二人は順番を待ち、ほかの会社は同じ名前の錠でも待たない', async () => {
  const done: string[] = []
  const second = Promise.withResolvers<void>()
  await withinWall(db, ours, async (tx) => {
    await takeTurns(tx, ['mailboxes'])
    await withinWall(db, theirs, async (other) => {
      queueTurns(other, ['mailboxes'])
      await takeTurns(other, ['mailboxes'])
      done.push('theirs')
    })
    withinWall(db, ours, async (later) => {
      shareTurns(later, 'mailboxes')
      await sql`select 1`.execute(later)
      done.push('ours, later')
    }).then(second.resolve, second.reject)
    await vi.waitFor(async () => expect(await waiting()).toBe(1), { timeout: 10_000 })
    done.push('ours')
  })
  await second.promise
  expect(done).toEqual(['theirs', 'ours', 'ours, later'])
})
