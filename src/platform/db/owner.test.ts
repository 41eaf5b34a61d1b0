import { randomBytes } from 'node:crypto'
import { afterAll, expect, inject, it } from 'vitest'
import { sql } from 'kysely'
import { silentLog } from '#platform/log.ts'
import { databaseOn, onServer } from '#test/on-server.ts'
import { openDatabase, withinWall } from './database.ts'
import { migrate } from './migrate.ts'
import { openPool } from './pool.ts'

// What a company gets on a managed server: its own database, and no superuser.
const { url } = inject('postgres')
const name = `uketome_owner_${randomBytes(6).toString('hex')}`
await onServer(url, `create role ${name} login createrole password 'owner'`)
await onServer(url, `create database ${name} owner ${name}`)
const own = new URL(databaseOn(url, name))
own.username = name
own.password = 'owner'
afterAll(async () => {
  await onServer(url, `drop database ${name} with (force)`)
  await onServer(url, `drop role ${name}`)
})

it('管理者でない持ち主のデータベースにも入り、休んでいる人だけを答え、部屋の名を置いていかない', async () => {
  await migrate(own.href, silentLog)
  const pool = openPool(own.href, silentLog, 1)
  const organisationId = '00000000-0000-7000-8000-00000000000a'
  const house = { organisationId, actor: 'system:test', viewer: null } as const
  const asked = await withinWall(openDatabase(pool), house, async (tx) => {
    const resting = await sql`select uketome_resting(now())`.execute(tx)
    const { rows } = await sql<{ room: string | null }>`select uketome_room() as room`.execute(tx)
    return { resting: resting.rows, room: rows[0]?.room }
  })
  await pool.end()
  expect(asked).toEqual({ resting: [], room: 'test' })
})
