import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withinWall } from '#platform/db/database.ts'
import { noticeChannel } from '#platform/realtime/hub.ts'
import { permissions } from '#features/access/contract.ts'
import { makeKey } from '#features/access/keys/contract.ts'
import { decideOwner, previewBulk, readCandidates } from '#features/assignment/contract.ts'
import { addNote } from '#features/complaints/handling/contract.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { previewRoute } from '#features/escalation/routing/contract.ts'
import { endCall, receiveComplaint, startCall } from '#features/intake/contract.ts'
import * as checks from '#features/wellbeing/checks/contract.ts'
import * as wall from '#features/wellbeing/contract.ts'
import * as peers from '#features/wellbeing/peers/contract.ts'
import { staff, type StaffKey } from '#test/cast.ts'
import { code, openDesk, value } from '#test/desk.ts'
import { allRoutes } from './wiring.ts'

const desk = await openDesk()
const everybody: readonly StaffKey[] = [
  'matsui',
  'kobayashi',
  'kawabata',
  'sasaki',
  'takagi',
  'ishida',
  'nakano',
  'mori',
  'okamoto',
  'fujii',
]
const matsui = desk.as('matsui')
const kobayashi = desk.as('kobayashi')
const fujii = desk.as('fujii')

const told = new pg.Client({ connectionString: desk.url })
await told.connect()
const notices: string[] = []
told.on('notification', ({ payload = '' }) => void notices.push(payload))
await told.query(`listen ${noticeChannel}`)
afterAll(() => told.end())

/** A hard call of 松井さん, and all that follows from it: words that stand nowhere else in the database. */
const secret = {
  peer: 'となりで聞いていて心強かったです。白い猫の置物を置いておきますね。',
  check: '帰り道で青い傘のことばかり考えています',
  passed: '緑の封筒の件で話を聞いてほしいです',
}
const { call } = value(
  await matsui.call(startCall, {
    body: { id: desk.newId(), complaintId: desk.newId(), direction: 'in' },
  }),
)
const { complaintId } = call
for (const text of ['ばかやろう。', '殺すぞ。']) {
  const note = { id: desk.newId(), speaker: 'customer', text, callId: call.id } as const
  value(await matsui.call(addNote, { params: { complaintId }, body: note }))
}
value(
  await matsui.call(endCall, {
    params: { callId: call.id },
    body: { id: desk.newId(), how: 'agreed' },
  }),
)
await desk.runJobs()
const { offer } = value(await matsui.call(wall.readOffer))
const { talks } = value(await matsui.call(wall.readMine))

notices.length = 0
value(
  await kobayashi.call(peers.sendWords, {
    body: { id: desk.newId(), toId: matsui.memberId, text: secret.peer },
  }),
)
const { words } = value(await matsui.call(peers.readPeers))
const checkId = desk.newId()
value(
  await matsui.call(checks.saveCheck, {
    body: { id: checkId, body: 3, mind: 3, on: 2, words: secret.check },
  }),
)
const rest = value(await matsui.call(wall.takeBreak, { body: { id: desk.newId(), minutes: 15 } }))
await desk.runJobs()
await told.query('select 1')
const duringCare = [...notices]
/** It lies with the desk as a consultation. */
const caseId = desk.newId()
value(await matsui.call(checks.passToDesk, { body: { id: caseId, checkId, words: secret.passed } }))

/** Taking the break has answered it. */
const answeredOffer = offer?.id ?? ''
/** What nobody else may be answered, whatever they ask. */
const marks = [
  secret.peer,
  secret.check,
  answeredOffer,
  talks[0]?.id ?? '',
  words[0]?.id ?? '',
  checkId,
  rest.id,
  rest.untilAt,
]

/** Every way to read, filled with what is there; what asks for more than that is answered with a refusal. */
const readable = allRoutes(desk.ports).filter(({ endpoint }) => endpoint.method === 'get')
const known: Record<string, string> = {
  complaintId,
  callId: call.id,
  memberId: matsui.memberId,
  slug: 'demo',
  checkId,
  caseId,
  offerId: offer?.id ?? '',
}
const searches = [
  '',
  '?view=all&limit=200',
  `?words=${encodeURIComponent(secret.check.slice(0, 6))}`,
  '?show=all&limit=100',
]
const addresses = readable.flatMap(({ endpoint }) => {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => known[name] ?? matsui.memberId)
  return endpoint.query ? searches.map((search) => path + search) : [path]
})

async function walk(headers: Record<string, string>) {
  const answers = []
  for (const address of addresses) {
    const response = await desk.app.request(address, { headers })
    answers.push({ address, status: response.status, text: await response.text() })
  }
  return answers
}

type Walked = Awaited<ReturnType<typeof walk>>
const leaks = (walked: Walked) =>
  walked.flatMap(({ address, text }) =>
    marks.filter((mark) => text.includes(mark)).map((mark) => `${address}: ${mark}`),
  )
/** Counts of insults and threats stand in nobody's answer but one's own, and in the measure of the company. */
const counted = (walked: Walked) =>
  walked.filter(
    ({ address, text }) =>
      /"(?:insults|threats)":[1-9]/u.test(text) && !address.includes('/wellbeing/settings'),
  )
const answered = (walked: Walked) => walked.filter(({ status }) => status === 200).length

describe('ほかの人には、どの窓口からも見えない', () => {
  it('しるしは、本人にはすべて見える', async () => {
    const own = (await walk({ 'x-test-person': 'matsui' })).map(({ text }) => text).join('\n')
    expect(marks.filter((mark) => !own.includes(mark))).toEqual([answeredOffer])
    expect(answeredOffer).not.toBe('')
    expect(everybody).toHaveLength(Object.keys(staff).length)
    expect(readable.length).toBeGreaterThan(100)
  })

  it.each(everybody.filter((key) => key !== 'matsui'))('%s', async (key) => {
    desk.as(key)
    const walked = await walk({ 'x-test-person': key })
    expect(leaks(walked)).toEqual([])
    expect(counted(walked)).toEqual([])
    expect(answered(walked)).toBeGreaterThan(15)
    const passed = walked.filter(({ text }) => text.includes(secret.passed))
    expect(passed.every(({ address }) => address === `/api/consultation/cases/${caseId}`)).toBe(
      true,
    )
    expect(passed.length > 0).toBe(key === 'mori')
  })

  it('すべてを許されたAPIキーと、サインインしていない人', async () => {
    const body = {
      id: desk.newId(),
      name: '外の仕組み',
      permissions: [...permissions],
      perMinute: 60_000,
    }
    const { secret: key } = value(await fujii.call(makeKey, { body }))
    for (const headers of [{ authorization: `Bearer ${key}` }, {}]) {
      const walked = await walk(headers)
      expect([...leaks(walked), ...counted(walked)]).toEqual([])
      expect(walked.some(({ text }) => text.includes(secret.passed))).toBe(false)
      const own = walked.filter(
        ({ address, status }) => address.startsWith('/api/wellbeing') && status === 200,
      )
      expect(own).toEqual([])
    }
  })

  it('交代が要ることだけは、率いる人に見える', async () => {
    value(await matsui.call(wall.endBreak))
    const body = { id: desk.newId(), complaintId: desk.newId(), direction: 'in' } as const
    const again = value(await matsui.call(startCall, { body })).call
    const note = {
      id: desk.newId(),
      speaker: 'customer',
      text: '殺すぞ。',
      callId: again.id,
    } as const
    desk.clock.advance({ minutes: 1 })
    value(await matsui.call(addNote, { params: again, body: note }))
    value(
      await matsui.call(endCall, {
        params: { callId: again.id },
        body: { id: desk.newId(), how: 'agreed' },
      }),
    )
    await desk.runJobs()
    const { people } = value(await desk.as('sasaki').call(wall.readRelief))
    expect(people).toEqual([{ memberId: matsui.memberId, name: '松井 あかり' }])
    for (const key of ['kobayashi', 'nakano', 'mori', 'okamoto'] as const)
      expect(code(await desk.as(key).call(wall.readRelief))).toBe('access.not-allowed')
  })
})

it('画面への知らせには、手当てのことは何も流れない', () => {
  expect(duringCare).toEqual([])
})

describe('データベース', () => {
  it('言葉は、どの表にも、そのままでは書かれていない', async () => {
    const { rows } = await told.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema in ('public', 'graphile_worker')`,
    )
    const found = []
    for (const { name } of rows)
      for (const mark of [secret.peer, secret.check, secret.passed]) {
        const hit = await told.query(
          `select 1 from ${name} t where strpos(t::text, $1) > 0 limit 1`,
          [mark],
        )
        if (hit.rowCount) found.push(name)
      }
    expect(rows.length).toBeGreaterThan(100)
    expect(found).toEqual([])
  })

  it('手当ての行は、手当ての表のほかのどこにもない', async () => {
    const { rows } = await told.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema in ('public', 'graphile_worker')
          and table_name not like 'wellbeing%'`,
    )
    const found = []
    for (const { name } of rows)
      for (const mark of [checkId, rest.id, offer?.id, words[0]?.id]) {
        const hit = await told.query(
          `select 1 from ${name} t where strpos(t::text, $1) > 0 limit 1`,
          [mark],
        )
        if (hit.rowCount) found.push(name)
      }
    expect(found).toEqual([])
  })

  const own = ['exposures', 'needs', 'offers', 'breaks', 'messages', 'mutes', 'checks']
  const tables = [
    ...own.map((each) => `wellbeing_${each}`),
    'access_rests',
    'webhooks_availability',
  ]
  beforeAll(async () => {
    value(await kobayashi.call(wall.takeBreak, { body: { id: desk.newId(), minutes: 30 } }))
  })
  const seen = (key: StaffKey, table: string) =>
    withinWall(desk.ports.db, desk.as(key).scope, async (tx) => {
      const { rows } = await sql<{
        count: number
      }>`select count(*)::int as count from ${sql.table(table)}`.execute(tx)
      return rows[0]?.count
    })

  it.each(everybody.filter((key) => key !== 'matsui'))('%s は SQL でも読めない', async (key) => {
    const counts = await Promise.all(tables.map(async (table) => [table, await seen(key, table)]))
    const roles: readonly string[] = staff[key].roles
    expect(Object.fromEntries(counts)).toEqual({
      ...Object.fromEntries(tables.map((table) => [table, 0])),
      wellbeing_needs: roles.includes('supervisor') || roles.includes('admin') ? 1 : 0,
      ...(key === 'kobayashi' ? { wellbeing_breaks: 1, access_rests: 1 } : {}),
    })
  })

  it('本人は自分のものを読め、誰のものでもない取引からは空に見える', async () => {
    expect(await seen('matsui', 'wellbeing_checks')).toBe(1)
    expect(await seen('matsui', 'wellbeing_breaks')).toBe(1)
    const { organisationId } = matsui.scope
    const empty = await withinWall(desk.ports.db, organisationId, (tx) =>
      tx.selectFrom('wellbeing_breaks').selectAll().execute(),
    )
    expect(empty).toEqual([])
  })

  it('集計のための役割には、どの表も許されていない', async () => {
    const { rows } = await told.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public'
        and (tablename like 'wellbeing%' or tablename = any ($1))
        and has_any_column_privilege('uketome_report', 'public.' || tablename, 'select')`,
      [['access_rests', 'webhooks_availability', 'harassment_reliefs']],
    )
    expect(rows).toEqual([])
  })

  it('ほかの人の名で書くことも、SQL は断る', async () => {
    const forged = withinWall(desk.ports.db, kobayashi.scope, (tx) =>
      tx
        .insertInto('wellbeing_checks')
        .values({
          id: desk.newId(),
          organisation_id: kobayashi.scope.organisationId,
          member_id: matsui.memberId,
          at: desk.clock.now().toString(),
          sealed: '',
        })
        .execute(),
    )
    await expect(forged).rejects.toThrow(/row-level security/)
  })
})

describe('選ばれない理由', () => {
  const sasaki = desk.as('sasaki')
  const takagi = desk.as('takagi')
  const arrived = async () => {
    const body = { id: desk.newId(), channel: 'mail', words: '皿が欠けていました。' } as const
    return value(await sasaki.call(receiveComplaint, { body })).complaintId
  }
  /** What leaders are answered about 松井さん by every way to give something to somebody. */
  async function answers() {
    const id = await arrived()
    const params = { complaintId: id }
    const to = { memberId: matsui.memberId }
    const given = { id: desk.newId(), ...to, fromId: null }
    const deed = { kind: 'assign' as const, ...to }
    const { candidates } = value(await sasaki.call(readCandidates, { params }))
    return JSON.stringify([
      candidates.find(({ memberId }) => memberId === matsui.memberId),
      await sasaki.call(decideOwner, { params, body: given }),
      await sasaki.call(previewBulk, { body: { id: desk.newId(), complaintIds: [id], deed } }),
      await takagi.call(previewRoute, { params, query: { toId: matsui.memberId } }),
    ]).replaceAll(/[\da-f]{8}-[\da-f-]{27}|U26-\d+/gu, '')
  }

  it('きつい通話のあとでも休憩中でも、率いる人に同じことしか言わない', async () => {
    const sayNothing = /休|きつい|重い|手当て|relief|rest|break/u
    value(await matsui.call(wall.endBreak))
    const afterTalk = await answers()
    expect(afterTalk).toContain('not-now')
    expect(afterTalk).not.toMatch(sayNothing)
    value(await matsui.call(wall.takeBreak, { body: { id: desk.newId(), minutes: 5 } }))
    const atRest = await answers()
    expect(atRest).toContain('"obstacles":["not-now"]')
    expect(atRest).not.toMatch(sayNothing)
    value(await matsui.call(wall.endBreak))
  })

  it('記録に残る理由にも、だれが休ませたい人かは出ない', async () => {
    const params = { complaintId: await arrived() }
    const body = { id: desk.newId(), memberId: null, fromId: null }
    value(await sasaki.call(decideOwner, { params, body }))
    const { entries } = value(await sasaki.call(readTimeline, { params }))
    const decided = entries.find(({ type }) => type === 'assignment.decided')
    expect(JSON.stringify(decided?.payload)).not.toMatch(/rested|relief/u)
  })
})
