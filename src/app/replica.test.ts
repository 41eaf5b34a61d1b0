import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Command } from '#kernel/command.ts'
import { withinWall, type Tx } from '#platform/db/database.ts'
import { openReplica } from '#platform/db/replica.ts'
import { makeStandby } from '#test/standby.ts'
import { silentLog, type Log } from '#platform/log.ts'
import { startPostgres } from '#platform/postgres/start.ts'
import { readKeptRate } from '#features/commitments/contract.ts'
import { recordCommands } from '#features/complaints/commands.ts'
import { readTallies } from '#features/complaints/tallies/contract.ts'
import { receiveComplaint } from '#features/intake/contract.ts'
import { callerOf } from './caller.ts'
import { doctor } from './commands/doctor.ts'
import { readConfiguration } from './configuration.ts'
import { makeCompany } from './demo/company.ts'
import { openHouse } from './house.ts'
import { allRoutes } from './wiring.ts'

/* A real standby that follows over streaming replication: what happens when it lags, dies, comes back or goes its own way. */
const folder = await mkdtemp(join(tmpdir(), 'uketome-replica-'))
const postgres = await startPostgres({ folder: join(folder, 'postgres') })
const said: string[] = []
const log: Log = { ...silentLog, warn: note, info: note }
function note(data: object, message: string) {
  if (/replica/.test(message))
    said.push('why' in data ? `${message} (${String(data.why)})` : message)
}
const settings = { UKETOME_DATA: folder, DATABASE_URL: postgres.url }
// The schema and its roles come first: a standby is a copy of what is there.
await (await openHouse(readConfiguration(settings), silentLog)).close()
const standby = await makeStandby(join(folder, 'postgres'), postgres.url)
await standby.start()
const withReplica = { ...settings, DATABASE_REPLICA_URL: standby.url }
const house = await openHouse(readConfiguration(withReplica), log)
const { ports } = house
const scopeOf = await makeCompany(ports, async () => null)
const call = callerOf(allRoutes(ports))
const { organisationId } = scopeOf('takagi')
afterAll(async () => {
  await house.close()
  await standby.drop()
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
})

async function receive() {
  const id = ports.ids.next()
  const body = { id, channel: 'mail' as const, words: '色が違います。' }
  return call(scopeOf('matsui'), receiveComplaint, { body })
}
/** How many complaints analysis knows of, and until when. */
async function counted() {
  const told = await call(scopeOf('takagi'), readTallies)
  if (!told.ok) throw new Error(told.refusal.code)
  const { tallies, asOf } = told.value
  return { many: tallies.reduce((all, { received }) => all + received, 0), asOf }
}
async function printed(command: Command | undefined, values = {}): Promise<string[]> {
  const lines: string[] = []
  const print = async (line: string) => void lines.push(line)
  const complain = () => undefined
  const now = ports.clock.now().toString()
  await command?.run({ values, positionals: [], stdin: process.stdin, now, print, complain })
  return lines
}
/** What `uketome doctor` says of it. */
async function aboutReplica() {
  for (const [name, value] of Object.entries(withReplica)) vi.stubEnv(name, value)
  const [json = ''] = await printed(doctor, { json: true })
  vi.unstubAllEnvs()
  const { checks }: { checks: { name: string }[] } = JSON.parse(json)
  return checks.find(({ name }) => name === 'レプリカ')
}
const replica = () => {
  if (!ports.replica) throw new Error('no replica')
  return ports.replica
}
const isStandby = async (tx: Tx) => {
  const { rows } = await sql<{ is: boolean }>`select pg_is_in_recovery() as is`.execute(tx)
  return rows[0]?.is
}

describe('追いついているレプリカ', () => {
  it('分析はそこで読み、いま書いたものも数える', async () => {
    expect(await replica().read(organisationId, isStandby)).toEqual({ value: true, asOf: null })
    for (let many = 1; many <= 5; many += 1) {
      expect((await receive()).ok).toBe(true)
      expect(await counted()).toEqual({ many, asOf: null })
    }
    expect(await call(scopeOf('takagi'), readKeptRate)).toMatchObject({
      value: { kept: 0, asOf: null },
    })
    expect(said).toEqual([])
  })

  it('会社の壁も、机の役割も、そこにある', async () => {
    const elsewhere = '00000000-0000-7000-8000-00000000000b'
    const seen = (tx: Tx) => tx.selectFrom('complaints').select('id').execute()
    expect((await replica().read(organisationId, seen)).value).toHaveLength(5)
    expect((await replica().read(elsewhere, seen)).value).toEqual([])
    const role = (tx: Tx) => sql<{ role: string }>`select current_user as role`.execute(tx)
    const { rows } = (await replica().read(organisationId, role)).value
    expect(rows).toEqual([{ role: 'uketome_desk' }])
  })

  it('書こうとするものは、元のデータベースでやり直す', async () => {
    const write = async (tx: Tx) => {
      await sql`update complaints set subject = subject`.execute(tx)
      return isStandby(tx)
    }
    expect(await replica().read(organisationId, write)).toEqual({ value: false, asOf: null })
    expect(said.splice(0)).toEqual(['the replica did not answer; read from the database'])
  })

  it('書き出しはそこで読み、追いついていれば端末もそう言う', async () => {
    const whole = await replica().whole()
    expect(whole && (await withinWall(whole, organisationId, isStandby))).toBe(true)
    const [exporting] = recordCommands(async () => ({ ports, close: async () => undefined }))
    const lines = await printed(exporting)
    expect(lines.filter((line) => line.startsWith('{"kind":"complaint"'))).toHaveLength(5)
    expect(await aboutReplica()).toEqual({ name: 'レプリカ', ok: true, says: '追いついています' })
  })
})

describe('遅れているレプリカ', () => {
  beforeAll(() => standby.pause())
  afterAll(() => standby.go())

  it('少しなら使い、いつの時点かを言う。書き出しには使わない', async () => {
    const before = await counted()
    await receive()
    const until = Temporal.Now.instant().toString()
    await expect.poll(async () => (await counted()).asOf).not.toBeNull()
    const { many, asOf } = await counted()
    expect(many).toBe(before.many)
    expect(asOf && asOf < until).toBe(true)
    expect(await replica().whole()).toBeNull()
    expect(await replica().standing()).toMatchObject({ is: 'following', until: asOf })
  })

  it('大きく遅れたら、元のデータベースで読み、一度だけ言う', async () => {
    const strict = openReplica({ url: standby.url, primary: ports.db, log, far: 1 })
    expect(await strict.read(organisationId, isStandby)).toEqual({ value: false, asOf: null })
    await strict.standing()
    await strict.close()
    expect(said.splice(0)).toEqual(['the replica is left; read from the database (far-behind)'])
  })
})

describe('いなくなったレプリカ', () => {
  it('元のデータベースで同じ答えを出し、一度だけ言い、戻ればまた使う', async () => {
    const before = await counted()
    await standby.kill()
    expect((await receive()).ok).toBe(true)
    for (let times = 0; times < 3; times += 1)
      expect(await counted()).toEqual({ many: before.many + 1, asOf: null })
    expect(await replica().read(organisationId, isStandby)).toMatchObject({ value: false })
    expect(said.filter((each) => each.includes('is left'))).toEqual([
      'the replica is left; read from the database (unreachable)',
    ])
    expect(await replica().standing()).toMatchObject({ is: 'away', why: 'unreachable' })
    expect(await aboutReplica()).toMatchObject({
      ok: false,
      says: expect.stringMatching(/つながりません.*DATABASE_REPLICA_URL/),
    })
    await standby.start()
    await expect
      .poll(async () => (await replica().read(organisationId, isStandby)).value)
      .toBe(true)
    expect(said.at(-1)).toBe('the replica follows again')
    expect(await counted()).toEqual({ many: before.many + 1, asOf: null })
  })

  it('自分で書き込みを受けるようになったら、もう使わない', async () => {
    await standby.promote()
    await expect.poll(() => replica().standing()).toMatchObject({ why: 'not-following' })
    expect(await replica().read(organisationId, isStandby)).toEqual({ value: false, asOf: null })
    expect(await replica().whole()).toBeNull()
  })

  it('レプリカに元のデータベースを書いても、別の会社のものを書いても、使わない', async () => {
    const same = openReplica({ url: postgres.url, primary: ports.db, log })
    expect(await same.standing()).toMatchObject({ is: 'away', why: 'not-following' })
    await same.close()
    const other = await startPostgres({ durable: false })
    const foreign = openReplica({ url: other.url, primary: ports.db, log })
    expect(await foreign.standing()).toMatchObject({ is: 'away', why: 'another-database' })
    await foreign.close()
    await other.stop()
  })
})

it('元のデータベースが書かれていなければ、レプリカだけを書くことはできない', () => {
  const alone = { DATABASE_REPLICA_URL: standby.url }
  expect(() => readConfiguration(alone)).toThrow(/DATABASE_URL も設定/)
})
