import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { silentLog } from '#platform/log.ts'
import { testDatabase } from '#test/database.ts'
import { openDatabase, withinWall, type Within } from './database.ts'
import { openPool } from './pool.ts'

const { url } = await testDatabase()
// One connection: whoever comes next gets what the one before may have left on it.
const pool = openPool(url, silentLog, 1)
const db = openDatabase(pool)

const organisationId = '00000000-0000-7000-8000-00000000000a'
const writer = '00000000-0000-7000-8000-0000000000a1'
const other = '00000000-0000-7000-8000-0000000000a2'
const as = (memberId: string, ...roles: string[]): Within => ({
  organisationId,
  actor: `member:${memberId}`,
  viewer: { memberId, roles },
})
const room = (name: string): Within => ({ organisationId, actor: `system:${name}`, viewer: null })

const login = `report_${randomBytes(4).toString('hex')}`
beforeAll(async () => {
  await sql`create table confined_notes (id int primary key, organisation_id uuid not null, author_id uuid,
    words text not null)`.execute(db)
  await sql`call uketome_confine('confined_notes', $$ uketome_has_role('consultation')
    or author_id = uketome_member() or uketome_room() = 'consultation' $$)`.execute(db)
  await withinWall(db, as(writer, 'operator'), (tx) =>
    sql`insert into confined_notes values (1, ${organisationId}, ${writer}, '怖かった')`.execute(
      tx,
    ),
  )
  await sql.raw(`create role ${login} login password 'report' in role uketome_report`).execute(db)
})
afterAll(async () => {
  await sql.raw(`drop role ${login}`).execute(db)
  await pool.end()
})

const seen = (within: Within | string) =>
  withinWall(db, within, async (tx) => {
    const { rows } = await sql<{ words: string }>`select words from confined_notes`.execute(tx)
    return rows.map(({ words }) => words)
  })

describe('人と役割で囲った表', () => {
  it('書いた本人と、その役割の人だけが読める。管理者も読めない', async () => {
    expect(await seen(as(writer, 'operator'))).toEqual(['怖かった'])
    expect(await seen(as(other, 'operator', 'consultation'))).toEqual(['怖かった'])
    expect(await seen(as(other, 'admin', 'supervisor'))).toEqual([])
  })

  it('会社だけを名乗る処理は、誰でもない', async () => {
    expect(await seen(organisationId)).toEqual([])
    expect(await seen({ organisationId, actor: 'key:1', viewer: null })).toEqual([])
  })

  it('時間が動かす処理は、自分の部屋の表だけを読む', async () => {
    expect(await seen(room('consultation'))).toEqual(['怖かった'])
    expect(await seen(room('webhooks'))).toEqual([])
  })

  it('ほかの会社の同じ役割には見えない', async () => {
    const elsewhere = {
      ...as(writer, 'consultation'),
      organisationId: '00000000-0000-7000-8000-00000000000b',
    }
    expect(await seen(elsewhere)).toEqual([])
  })

  it('同じ接続で前の人に用意された文も、次の人の目で読む', async () => {
    const read = (within: Within) =>
      withinWall(db, within, async (tx) => {
        const { rows } = await sql`select id from confined_notes where id = ${1}`.execute(tx)
        return rows.length
      })
    for (let i = 0; i < 30; i += 1) expect(await read(as(writer, 'operator'))).toBe(1)
    expect(await read(as(other, 'admin'))).toBe(0)
    expect(await read(as(writer, 'operator'))).toBe(1)
  })

  it('人も役割も、終わった処理のあとの接続に残らない', async () => {
    await seen(as(writer, 'consultation'))
    const { rows } = await sql`select uketome_member() as member, uketome_room() as room,
      uketome_has_role('consultation') as has`.execute(db)
    expect(rows).toEqual([{ member: null, room: null, has: false }])
  })

  it('見えない人には、変えることも、書き加えることもできない', async () => {
    const changed = await withinWall(db, as(other, 'admin'), (tx) =>
      sql`update confined_notes set words = '' where id = 1`.execute(tx),
    )
    expect(changed.numAffectedRows).toBe(0n)
    const forged = withinWall(db, as(other, 'operator'), (tx) =>
      sql`insert into confined_notes values (2, ${organisationId}, ${writer}, '別人')`.execute(tx),
    )
    await expect(forged).rejects.toThrow(/row-level security/)
  })

  it('役割や人のふりをした文は、始まらない', async () => {
    await expect(
      seen(as(writer, "operator', true); drop table confined_notes; --")),
    ).rejects.toThrow(/no role or room/)
    await expect(seen(as("x' or true"))).rejects.toThrow(/no member/)
    await expect(seen(room("a', true); --"))).rejects.toThrow(/no role or room/)
    expect(await seen(as(writer, 'operator'))).toEqual(['怖かった'])
  })
})

describe('集計のための役割 uketome_report', () => {
  const reporting = async <T>(work: (client: Client) => Promise<T>): Promise<T> => {
    const its = new URL(url)
    its.username = login
    its.password = 'report'
    const client = new Client({ connectionString: its.href })
    await client.connect()
    try {
      return await work(client)
    } finally {
      await client.end()
    }
  }

  it('囲った表は、役割を名乗っても読めない', async () => {
    const asked = reporting(async (client) => {
      await client.query(`select set_config('uketome.organisation', $1, false)`, [organisationId])
      await client.query(`select set_config('uketome.roles', 'consultation', false)`)
      return client.query('select words from confined_notes')
    })
    await expect(asked).rejects.toThrow(/permission denied/)
  })

  it('会社の件数は数えられ、お客様の名前と言葉は読めず、何も書けない', async () => {
    const counted = await reporting(async (client) => {
      await client.query(`select set_config('uketome.organisation', $1, false)`, [organisationId])
      const { rows } = await client.query('select count(*)::int as many from complaints')
      return rows
    })
    expect(counted).toEqual([{ many: 0 }])
    for (const statement of [
      'select customer_name from complaints',
      'select payload from complaints_timeline',
      'select words from commitments',
      'select token from access_sessions',
      'delete from complaints',
    ])
      await expect(reporting((client) => client.query(statement))).rejects.toThrow(
        /permission denied/,
      )
  })
})
