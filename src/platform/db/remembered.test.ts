import { afterAll, expect, it, vi } from 'vitest'
import { silentLog } from '#platform/log.ts'
import { testDatabase } from '#test/database.ts'
import { openDatabase, withinWall } from './database.ts'
import { openPool } from './pool.ts'
import { remembered } from './remembered.ts'

const { url } = await testDatabase()
const pool = openPool(url, silentLog, 1)
const db = openDatabase(pool)
afterAll(() => pool.end())
const ours = '00000000-0000-7000-8000-00000000000a'
const theirs = '00000000-0000-7000-8000-00000000000b'

it('読んだばかりの設定は読み直さず、会社ごとに分ける', async () => {
  const read = vi.fn<(tx: unknown, organisationId: string) => Promise<string>>(
    async (_tx, organisation) => organisation,
  )
  const settings = remembered(read, 60_000)
  const ask = (id: string) => withinWall(db, id, (tx) => settings.of(tx, id))
  expect([await ask(ours), await ask(ours), await ask(theirs)]).toEqual([ours, ours, theirs])
  expect(read).toHaveBeenCalledTimes(2)
})

it('変える人が確定するまでに読まれた古い設定は、確定のあとまで残らない', async () => {
  let committed = '前'
  const settings = remembered(async () => committed, 60_000)
  const ask = () => withinWall(db, ours, (tx) => settings.of(tx, ours))
  expect(await ask()).toBe('前')
  settings.forget(ours)
  expect(await ask()).toBe('前')
  committed = '後'
  expect(await ask()).toBe('後')
})
