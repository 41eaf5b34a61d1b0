import { once } from 'node:events'
import { createServer } from 'node:http'
import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withinWall, type Within } from '#platform/db/database.ts'
import type { Log } from '#platform/log.ts'
import { noticeChannel } from '#platform/realtime/hub.ts'
import { permissions } from '#features/access/contract.ts'
import { systemScope } from '#features/access/door.ts'
import { makeKey } from '#features/access/keys/contract.ts'
import { recordCommands } from '#features/complaints/commands.ts'
import * as cases from '#features/consultation/cases/contract.ts'
import { filePath, uploadPaths } from '#features/consultation/files/contract.ts'
import { aFileSender } from '#features/consultation/files/factory.ts'
import * as talks from '#features/consultation/talks/contract.ts'
import { aDanger, aPost, protectingAt } from '#features/protection/factory.ts'
import { remedyExport } from '#features/remedies/door.ts'
import { addEndpoint, webhookTypes } from '#features/webhooks/contract.ts'
import { staff, type StaffKey } from '#test/cast.ts'
import { openDesk, value } from '#test/desk.ts'
import { allRoutes, allStreams } from './wiring.ts'

const logged: string[] = []
const write = (data: object, message: string) =>
  void logged.push(`${message} ${JSON.stringify(data)}`)
const log: Log = { debug: write, info: write, warn: write, error: write }
const desk = await openDesk(undefined, undefined, { log })
const [matsui, mori, fujii, sasaki] = [
  desk.as('matsui'),
  desk.as('mori'),
  desk.as('fujii'),
  desk.as('sasaki'),
]
const { send } = aFileSender(desk)
const caseId = desk.newId()
const heard: string[] = []
const hooked: string[] = []
let fileId = ''
let complaintId = ''

/** What stands in a consultation and in a protective record, and nowhere else. */
const words = ['紫陽花の件', '琥珀の返事', '山茶花の控え', '木蓮の録音', '緑町小', '晒してやる']
const seenBy = (text: string) =>
  [...words, caseId, fileId].filter((mark) => mark !== '' && text.includes(mark))

const server = createServer((request, response) => {
  request.setEncoding('utf8').on('data', (part: string) => hooked.push(part))
  request.on('end', () => response.writeHead(204).end())
}).listen(0, '127.0.0.1')
await once(server, 'listening')
const listening = new Client({ connectionString: desk.url })
await listening.connect()
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await listening.end()
})

beforeAll(async () => {
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/hook`
  const hook = { id: desk.newId(), name: '全部', url, types: [...webhookTypes] }
  value(await fujii.call(addEndpoint, { body: hook }))
  const { name, received, write: keep } = protectingAt(desk)
  await name()
  listening.on('notification', ({ payload = '' }) => heard.push(payload))
  await listening.query(`listen ${noticeChannel}`)
  await consult()
  complaintId = await received()
  value(await keep(sasaki, complaintId, aDanger))
  value(await keep(sasaki, complaintId, aPost))
  await desk.runJobs()
  await listening.query('select 1')
}, 60_000)

async function consult() {
  const params = { caseId }
  const body = { id: caseId, words: '紫陽花の件です。', about: 'other' as const, excluded: [] }
  value(await matsui.call(talks.beginTalk, { body: { ...body, complaintNumber: null } }))
  const answered = { id: desk.newId(), words: '琥珀の返事です。' }
  value(await mori.call(cases.answerPerson, { params, body: answered }))
  const fact = { kind: 'fact', words: '山茶花の控え', when: '', witness: '' } as const
  value(await mori.call(cases.writeEntry, { params, body: { id: desk.newId(), written: fact } }))
  const headers = { 'x-test-person': 'matsui' }
  const bytes = Buffer.from('木蓮の録音'.repeat(100))
  fileId = await send(uploadPaths.talks, headers, caseId, '木蓮の録音.txt', bytes)
}

const searches = ['', '?view=all&limit=200', ...words.map((each) => `?words=${encodeURI(each)}`)]

/** Every GET, routes and streams alike, filled with what is there. */
function addresses(): string[] {
  const known: Record<string, string> = { caseId, fileId, complaintId, slug: 'demo' }
  const filled = (path: string) =>
    path.replace(/:(\w+)/g, (_, name: string) => known[name] ?? complaintId)
  const routes = allRoutes(desk.ports).flatMap(({ endpoint }) => {
    if (endpoint.method !== 'get') return []
    const path = filled(endpoint.path)
    return endpoint.query ? searches.map((search) => path + search) : [path]
  })
  const streams = allStreams(desk.ports).flatMap(({ methods, path }) =>
    methods.includes('GET') ? [filled(path)] : [],
  )
  return [...routes, ...streams]
}

async function allAnswers(headers: Record<string, string>): Promise<string> {
  const texts: string[] = []
  for (const address of addresses()) {
    const response = await desk.app.request(address, { headers })
    texts.push(await response.text())
  }
  return texts.join('\n')
}

async function allTables(within: Within | string): Promise<string> {
  return withinWall(desk.ports.db, within, async (tx) => {
    const { rows } = await sql<{ name: string }>`
      select relname as name from pg_class
       where relkind = 'r' and relnamespace = 'public'::regnamespace
         and has_table_privilege(oid, 'select')`.execute(tx)
    const texts: string[] = []
    for (const { name } of rows) {
      const all = await sql<{ row: string }>`
        select to_jsonb(t)::text as row from ${sql.table(name)} t`.execute(tx)
      texts.push(...all.rows.map(({ row }) => `${name} ${row}`))
    }
    return texts.join('\n')
  })
}

async function exported(values: Record<string, string | boolean>): Promise<string> {
  const printed: string[] = []
  const open = async () => ({ ports: desk.ports, close: async () => undefined })
  const command = recordCommands(open, remedyExport).find(({ name }) => name === 'export')
  const call = { values, positionals: [], stdin: process.stdin, now: '', complain: () => undefined }
  await command?.run({ ...call, print: (line) => void printed.push(line) })
  return printed.join('\n')
}

async function everyPermission() {
  const body = { id: desk.newId(), name: '外', permissions: [...permissions], perMinute: 60_000 }
  const { secret } = value(await fujii.call(makeKey, { body }))
  return allAnswers({ authorization: `Bearer ${secret}` })
}

const others = Object.keys(staff).filter(
  (key): key is StaffKey => key in staff && key !== 'matsui' && key !== 'mori',
)
const asPerson = (key: StaffKey) => {
  desk.as(key)
  return allAnswers({ 'x-test-person': key })
}
const sqlAs = (key: StaffKey) => allTables(desk.as(key).scope)
const house = (room: string) => systemScope(fujii.scope.organisationId, room)

/** Each way in, how much at least comes out of it, and what of it all may be seen there. */
const ways: readonly (readonly [string, number, () => Promise<string>])[] = [
  ...others.map((key) => [`API：${key}`, 5000, () => asPerson(key)] as const),
  ['API：すべてを許されたキー', 5000, everyPermission],
  ['API：サインインしていない人', 500, () => allAnswers({})],
  ...others.map((key) => [`SQL：${key}`, 5000, () => sqlAs(key)] as const),
  ['SQL：誰のものでもない取引', 2000, () => allTables(fujii.scope.organisationId)],
  ['SQL：ほかの部屋のタイマー', 2000, () => allTables(house('webhooks'))],
  ['書き出し', 2000, () => exported({})],
  ['書き出し：チェックポイントだけ', 50, () => exported({ checkpoints: true })],
  ['webhook：すべての種類', 200, async () => hooked.join('\n')],
  ['画面への知らせ', 50, async () => heard.join('\n')],
]

describe('ほかのどこからも見えない', () => {
  it('見てよい人には、見える', async () => {
    const read = value(await mori.call(cases.readCase, { params: { caseId } }))
    const bytes = await desk.app.request(filePath(fileId), { headers: { 'x-test-person': 'mori' } })
    const all = JSON.stringify(read) + (await bytes.text())
    expect(seenBy(all)).toEqual([...words.slice(0, 4), caseId, fileId])
    expect(addresses().length).toBeGreaterThan(150)
    expect(others.length).toBeGreaterThan(6)
  })

  it.each(ways)('%s', { timeout: 60_000 }, async (_, atLeast, look) => {
    const text = await look()
    expect(text.length).toBeGreaterThan(atLeast)
    expect(seenBy(text)).toEqual([])
  })

  it('サーバーの記録（ログ）には、相談の番号も、ファイルの番号も、言葉も残らない', () => {
    const secretCode = 'ABCD-EFGH-JKLM-NPQR-2345'
    expect(seenBy(logged.join('\n'))).toEqual([])
    expect(logged.join('\n')).not.toContain(secretCode)
  })
})

describe('集計の役割で入った人', () => {
  const login = 'report_of_confidential'
  const url = new URL(desk.url)
  url.username = login
  url.password = 'x'
  const report = new Client({ connectionString: url.href })
  beforeAll(async () => {
    const { organisationId } = fujii.scope
    await listening.query(`drop role if exists ${login}`)
    await listening.query(`create role ${login} login password 'x' in role uketome_report`)
    await listening.query(`alter role ${login} set uketome.organisation = '${organisationId}'`)
    await report.connect()
  })
  afterAll(async () => {
    await report.end()
    await listening.query(`drop role if exists ${login}`)
  })
  const tables = async () => {
    const { rows } = await report.query<{ name: string; may: boolean }>(
      `select tablename as name, has_any_column_privilege('public.' || tablename, 'select') as may
         from pg_tables where schemaname = 'public' order by 1`,
    )
    return rows
  }

  it('控えを取ろうとしても、COPYはどの表でも断られる', async () => {
    const all = await tables()
    expect(all.length).toBeGreaterThan(100)
    const refused: string[] = []
    for (const { name } of all)
      await report
        .query(`copy public."${name}" to stdout`)
        .catch((error: Error) => void refused.push(error.message))
    expect(refused.filter((message) => message.includes('permission denied')).length).toBe(
      all.length,
    )
  })

  it('許された列をすべて読んでも、相談も保護の記録も出てこない', async () => {
    const texts: string[] = []
    for (const { name, may } of await tables()) {
      if (!may) continue
      expect(name).not.toMatch(/^(?:consultation|protection|wellbeing)/u)
      const { rows: columns } = await report.query<{ column: string }>(
        `select column_name as column from information_schema.column_privileges
          where table_name = $1 and privilege_type = 'SELECT'`,
        [name],
      )
      const list = [...new Set(columns.map(({ column }) => `"${column}"`))].join(', ')
      const { rows } = await report.query(`select ${list} from public."${name}"`)
      texts.push(JSON.stringify(rows))
    }
    expect(texts.join('').length).toBeGreaterThan(500)
    expect(seenBy(texts.join(''))).toEqual([])
  })
})
