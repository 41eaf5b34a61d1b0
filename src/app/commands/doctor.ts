import { createHash, randomUUID } from 'node:crypto'
import { access, constants, statfs } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import type { Command } from '#kernel/command.ts'
import type { WhyAway } from '#platform/db/replica.ts'
import { notTried, verdictOn } from '#platform/db/versions.ts'
import { readConfiguration, type Configuration } from '../configuration.ts'
import { openHouse, type OpenHouse } from '../house.ts'
import { openLog } from './logging.ts'

type Check = { name: string; ok: boolean; says: string }

export const doctor: Command = {
  name: 'doctor',
  summary: '動く状態かどうかを調べ、直し方を言います。',
  usage: '問題がなければ終了コード 0、あれば 1 です。',
  options: { json: { type: 'boolean', summary: 'JSON で出します' } },
  async run({ values, print, complain }) {
    const checks = await examine(readConfiguration(process.env), complain)
    if (values['json']) await print(JSON.stringify({ checks }))
    else for (const { ok, name, says } of checks) await print(`${ok ? '○' : '×'} ${name}: ${says}`)
    return checks.every(({ ok }) => ok) ? 0 : 1
  },
}

async function examine(
  configuration: Configuration,
  complain: (line: string) => void,
): Promise<Check[]> {
  const checks = [runtime(), await screens(configuration)]
  try {
    const house = await openHouse(configuration, openLog('error'), complain)
    try {
      checks.push(await space(configuration), await database(house), await wall(house))
      checks.push(await store(house), await replica(house))
    } finally {
      await house.close()
    }
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error)
    checks.push({ name: 'データベース', ok: false, says })
  }
  return checks
}

function runtime(): Check {
  const ok = typeof Temporal === 'object'
  const says = ok
    ? process.version
    : `${process.version} は古すぎます。npm start から動かしてください。`
  return { name: 'Node.js', ok, says }
}

async function screens({ webFolder }: Configuration): Promise<Check> {
  const ok = await access(`${webFolder}/index.html`, constants.R_OK).then(
    () => true,
    () => false,
  )
  return {
    name: '画面',
    ok,
    says: ok ? '作られています' : 'まだありません。npm run build で作れます。',
  }
}

async function space({ dataFolder }: Configuration): Promise<Check> {
  const { bavail, bsize } = await statfs(dataFolder)
  const free = Math.floor((bavail * bsize) / 2 ** 20)
  const ok = free > 500
  const says = ok
    ? `${free} MB 空いています`
    : `${free} MB しか空いていません。500 MB 以上空けてください。`
  return { name: 'データの置き場', ok, says }
}

async function database({ ports }: OpenHouse): Promise<Check> {
  const { rows } = await sql<{ version: string; number: number }>`
    select current_setting('server_version') as version,
      current_setting('server_version_num')::int as number`.execute(ports.db)
  const { version = '?', number = 0 } = rows[0] ?? {}
  const isTried = verdictOn(number) === 'supported'
  const says = isTried ? `PostgreSQL ${version}` : notTried(version)
  return { name: 'データベース', ok: true, says }
}

/** With no organisation chosen, nothing may be visible; otherwise one company could read another. */
async function wall({ ports }: OpenHouse): Promise<Check> {
  const { rows } = await sql<{ bypasses: boolean; hasRole: boolean }>`
    select (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as bypasses,
      exists (select from pg_roles where rolname = 'uketome_desk') as "hasRole"`.execute(ports.db)
  const row = rows[0]
  const ok = row !== undefined && (row.hasRole || !row.bypasses)
  const says = ok
    ? '組織の間の壁があります'
    : 'このデータベースの利用者は壁を素通りします。CREATEROLE のある利用者で一度 uketome migrate を動かしてください。'
  return { name: '組織の壁', ok, says }
}

async function replica({ ports }: OpenHouse): Promise<Check> {
  const name = 'レプリカ'
  const standing = await ports.replica?.standing()
  if (!standing) return { name, ok: true, says: 'ありません。分析も同じデータベースで読みます' }
  if (standing.is === 'away') return { name, ok: false, says: whyAway[standing.why](standing.says) }
  const { behind } = standing
  const says = behind === 0 ? '追いついています' : `${Math.ceil(behind)} 秒遅れています`
  return { name, ok: true, says }
}

const whyAway: Record<WhyAway, (says: string) => string> = {
  unreachable: (says) =>
    `つながりません（${says}）。それまでは元のデータベースで読みます。DATABASE_REPLICA_URL とレプリカの様子を確かめてください。`,
  'not-following': () =>
    'レプリカではなく、書き込みを受けるデータベースです。DATABASE_REPLICA_URL を確かめてください。',
  'another-database': () =>
    'DATABASE_URL とは別のデータベースのレプリカです。DATABASE_REPLICA_URL を確かめてください。',
  'far-behind': (until) =>
    `大きく遅れているため（最後に受け取ったのは ${until}）、元のデータベースで読みます。レプリカへの回線と負荷を確かめてください。`,
}

/** Puts a few bytes there, reads them and takes them away. */
async function store({ ports: { files } }: OpenHouse): Promise<Check> {
  const name = 'ファイルの置き場'
  if (!files) return { name, ok: true, says: 'データベースの中です' }
  const bytes = Buffer.from('uketome')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const key = `doctor/${randomUUID()}`
  try {
    await files.put(key, Readable.from([bytes]), { size: bytes.length, sha256 })
    const read = await Array.fromAsync(files.read(key, { from: 0, to: bytes.length - 1 }))
    await files.remove(key)
    const ok = Buffer.concat(read).equals(bytes)
    return {
      name,
      ok,
      says: ok ? `${files.name} に書けます` : `${files.name} は違う中身を返します`,
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return {
      name,
      ok: false,
      says: `${files.name} に書けません（${why}）。場所と権限を確かめてください。`,
    }
  }
}
