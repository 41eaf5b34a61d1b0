import { sql } from 'kysely'
import { Client } from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { withinWall, type Within } from '#platform/db/database.ts'
import { inside, memberScope, systemScope } from '#features/access/door.ts'
import { listReadings } from '#features/audit/contract.ts'
import { listComplaints } from '#features/complaints/contract.ts'
import { noticeChannel } from '#platform/realtime/hub.ts'
import { company } from '#test/cast.ts'
import { code, openDesk, value } from '#test/desk.ts'
import * as cases from './cases/contract.ts'
import { caseFileOf, casesOf } from './cases/queries.ts'
import * as talks from './talks/contract.ts'

const desk = await openDesk()
const [matsui, kobayashi, sasaki] = [desk.as('matsui'), desk.as('kobayashi'), desk.as('sasaki')]
const [mori, fujii] = [desk.as('mori'), desk.as('fujii')]
const secretWords =
  '毎日どなられて、電話に出るのが怖いです。紫陽花のことは誰にも言わないでください。'
const answerWords = '話してくださって、ありがとうございます。琥珀の件から伺います。'
const tables = [
  'consultation_cases',
  'consultation_messages',
  'consultation_entries',
  'consultation_readings',
] as const
const excluded: string[] = []
const told = {
  words: secretWords,
  about: 'harassment' as const,
  complaintNumber: null,
  excluded,
}
const params = { slug: company.slug }
const secret = 'ABCD-EFGH-JKLM-NPQR-2345'

const caseId = desk.newId()
const namedCase = { caseId }
beforeAll(async () => {
  value(await matsui.call(talks.beginTalk, { body: { ...told, id: caseId } }))
  const answered = { id: desk.newId(), words: answerWords }
  value(await mori.call(cases.answerPerson, { params: namedCase, body: answered }))
  const fact = { kind: 'fact', words: '「ばかか」と三回', when: '11/20 15時', witness: '' } as const
  const written = { id: desk.newId(), written: fact }
  value(await mori.call(cases.writeEntry, { params: namedCase, body: written }))
  value(await mori.call(cases.readCase, { params: namedCase }))
})

/** How many rows of the desk somebody sees by SQL. */
const rowsSeen = (within: Within | string) =>
  withinWall(desk.ports.db, within, async (tx) => {
    const counts = tables.map(async (table) => {
      const { rows } = await sql<{ many: number }>`
        select count(*)::int as many from ${sql.table(table)}`.execute(tx)
      return rows[0]?.many ?? -1
    })
    return Promise.all(counts)
  })

/** Every row of every table, as whoever owns the database or holds a back-up reads it. */
async function everything(): Promise<Set<string>> {
  const client = new Client({ connectionString: desk.url })
  await client.connect()
  try {
    const { rows: all } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')`,
    )
    const found = new Set<string>()
    for (const { name } of all) {
      const { rows } = await client.query<{ row: string }>(
        `select to_jsonb(t)::text as row from ${name} t`,
      )
      for (const { row } of rows) found.add(`${name} ${row}`)
    }
    return found
  } finally {
    await client.end()
  }
}

describe('名前を伝えた相談', () => {
  it('本人は答えを読み、窓口は相談を読む', async () => {
    const { talks: own } = value(await matsui.call(talks.readEntrance))
    expect(own).toMatchObject([{ caseId, hasNews: true, messages: [{ words: secretWords }, {}] }])
    value(await matsui.call(talks.readTalk, { params: namedCase }))
    const after = value(await matsui.call(talks.readEntrance))
    expect(after.talks[0]?.hasNews).toBe(false)
    const { cases: seen } = value(await mori.call(cases.listCases))
    expect(seen).toMatchObject([{ caseId, personName: '松井 あかり', waits: false }])
  })

  it('管理者も、SVも、同僚も、APIからは何も見えない', async () => {
    for (const other of [fujii, sasaki, kobayashi]) {
      expect(code(await other.call(cases.listCases))).toBe('access.not-allowed')
      expect(code(await other.call(cases.readCase, { params: namedCase }))).toBe(
        'access.not-allowed',
      )
      expect(code(await other.call(talks.readTalk, { params: namedCase }))).toBe(
        'consultation.missing',
      )
      expect(value(await other.call(talks.readEntrance)).talks).toEqual([])
    }
  })

  it('SQLで読んでも、本人と窓口のほかには一行も見えない', async () => {
    expect(await rowsSeen(mori.scope)).toEqual([1, 2, 1, 1])
    // The person: the case and the words, none of what the desk wrote for itself.
    expect(await rowsSeen(matsui.scope)).toEqual([1, 2, 0, 0])
    const nobody = [0, 0, 0, 0]
    expect(await rowsSeen(fujii.scope)).toEqual(nobody)
    expect(await rowsSeen(sasaki.scope)).toEqual(nobody)
    expect(await rowsSeen(kobayashi.scope)).toEqual(nobody)
    expect(await rowsSeen(systemScope(fujii.scope.organisationId, 'webhooks'))).toEqual(nobody)
    expect(await rowsSeen({ ...fujii.scope, viewer: null, actor: 'key:1' })).toEqual(nobody)
    expect(await rowsSeen(fujii.scope.organisationId)).toEqual(nobody)
  })

  it('集計の役割は、窓口の表をどれも読めない', async () => {
    const { rows } = await sql<{ name: string; may: boolean }>`
      select tablename as name, has_any_column_privilege('uketome_report', 'public.' || tablename, 'select') as may
        from pg_tables where schemaname = 'public' and tablename like 'consultation%'`.execute(
      desk.ports.db,
    )
    expect(rows.length).toBeGreaterThanOrEqual(8)
    expect(rows.filter(({ may }) => may)).toEqual([])
  })

  it('データベースの中身をすべて読んでも、控えを読んでも、言葉は一つも出てこない', async () => {
    const rows = [...(await everything())]
    expect(rows.length).toBeGreaterThan(50)
    for (const word of ['紫陽花', '琥珀', 'ばかか', '怖い'])
      expect(rows.filter((row) => row.includes(word))).toEqual([])
  })

  it('検索にも、閲覧の一覧にも出ない。窓口が開いたことは、窓口だけが見る', async () => {
    const found = value(await fujii.call(listComplaints, { query: { words: '紫陽花' } }))
    expect(found.complaints).toEqual([])
    const { readings } = value(await fujii.call(listReadings))
    expect(readings).toEqual([])
    const file = value(await mori.call(cases.readCase, { params: namedCase }))
    expect(file.readings.map(({ name }) => name)).toEqual(['森 由美子'])
  })
})

describe('名前を伝えない相談', () => {
  it('残るのは相談と言葉の二行だけで、誰とも、いつとも結びつかない', async () => {
    const { doorToken } = value(await matsui.call(talks.readEntrance))
    expect(value(await kobayashi.call(talks.readEntrance)).doorToken).toBe(doorToken)
    const before = await everything()
    const heard: string[] = []
    const listening = new Client({ connectionString: desk.url })
    await listening.connect()
    listening.on('notification', ({ payload = '' }) => heard.push(payload))
    await listening.query(`listen ${noticeChannel}`)
    // As somebody whose session the browser did not hold back: the server still does not look.
    const body = { ...told, code: secret, doorToken }
    value(await matsui.call(talks.beginUnnamed, { params, body }))
    await listening.query('select 1')
    await listening.end()
    expect(heard).toEqual([])

    const added = [...(await everything())].filter((row) => !before.has(row))
    expect(added.map((row) => row.split(' ')[0]).toSorted()).toEqual([
      'public.consultation_cases',
      'public.consultation_messages',
    ])
    const left = added.join('\n')
    const { viewer } = matsui.scope
    for (const trace of [
      viewer?.memberId ?? '-',
      viewer?.email ?? '-',
      viewer?.name ?? '-',
      secret,
    ])
      expect(left).not.toContain(trace)
    // No moment, and no id that carries one.
    expect(left).not.toMatch(/\d\d:\d\d/)
    const ids = left.matchAll(/"(?:id|case_id)": "(.{8}-.{4}-(.))/gu)
    expect([...ids].map(([, , version]) => version)).toEqual(['4', '4', '4'])
    expect(left).toContain('"person_id": null')
  })

  it('二度送っても一つで、合い言葉で読み、書き足せる', async () => {
    const { doorToken } = value(await matsui.call(talks.readEntrance))
    const body = { ...told, code: secret, doorToken }
    const first = value(await desk.customer.call(talks.beginUnnamed, { params, body }))
    expect(first.messages).toHaveLength(1)
    const open = { caseId: first.caseId }
    const answered = { id: desk.newId(), words: answerWords }
    value(await mori.call(cases.answerPerson, { params: open, body: answered }))
    const read = await desk.customer.call(talks.readUnnamed, { params, body: { code: secret } })
    expect(value(read).messages.at(-1)).toMatchObject({ by: 'desk', words: answerWords, at: null })
    const more = { code: secret, id: crypto.randomUUID(), words: '続きです。' }
    await desk.customer.call(talks.addUnnamed, { params, body: more })
    const again = value(await desk.customer.call(talks.addUnnamed, { params, body: more }))
    expect(again.messages.map(({ by }) => by)).toEqual(['person', 'desk', 'person'])
    const file = value(await mori.call(cases.readCase, { params: open }))
    expect(file).toMatchObject({ personName: null, waits: true })
  })

  it('合い言葉を知らない人、社内の印を持たない人には開かない', async () => {
    const wrong = { code: 'ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ' }
    const read = await desk.customer.call(talks.readUnnamed, { params, body: wrong })
    expect(code(read)).toBe('consultation.code-unknown')
    const body = { ...told, ...wrong, doorToken: 'guessed' }
    const begun = await desk.customer.call(talks.beginUnnamed, { params, body })
    expect(code(begun)).toBe('consultation.door-shut')
  })
})

describe('窓口の担当', () => {
  it('管理者が加えると、誰が誰をいつ加えたかが残り、最後の一人は外せない', async () => {
    const last = { params: { memberId: mori.memberId }, body: { isOn: false } }
    expect(code(await fujii.call(cases.appoint, last))).toBe('consultation.last-counsellor')
    const adding = { params: { memberId: sasaki.memberId }, body: { isOn: true } }
    value(await fujii.call(cases.appoint, adding))
    const { appointments } = value(await mori.call(cases.listCases))
    expect(appointments[0]).toMatchObject({
      memberName: '佐々木 恵',
      isOn: true,
      byName: '藤井 直子',
    })
    expect(code(await sasaki.call(cases.appoint, adding))).toBe('access.not-allowed')
  })

  it('本人が知らせたくないと選んだ担当には、あることも分からない', async () => {
    const viewer = sasaki.scope.viewer
    if (!viewer) throw new Error('somebody is signed in')
    const sasakiNow = memberScope({ ...viewer, roles: ['supervisor', 'consultation'] }, 'ja')
    const { vault, db } = desk.ports
    const id = desk.newId()
    const body = { ...told, id, excluded: [sasaki.memberId] }
    value(await kobayashi.call(talks.beginTalk, { body }))
    const [seen, opened] = await inside(db, sasakiNow, async (tx) => {
      const looking = { tx, scope: sasakiNow, vault, today: '2026-11-24' }
      return [await casesOf(looking), await caseFileOf(looking, id)]
    })
    expect(seen.map((line) => line.caseId)).toContain(caseId)
    expect(seen.map((line) => line.caseId)).not.toContain(id)
    expect(opened).toBeNull()
    value(await mori.call(cases.readCase, { params: { caseId: id } }))
    const everybody = { ...told, id: desk.newId(), excluded: [sasaki.memberId, mori.memberId] }
    expect(code(await kobayashi.call(talks.beginTalk, { body: everybody }))).toBe(
      'consultation.nobody-left',
    )
  })

  it('担当が自分のことを相談したら、自分の机には載らない', async () => {
    const id = desk.newId()
    value(await mori.call(talks.beginTalk, { body: { ...told, id } }))
    const { cases: seen } = value(await mori.call(cases.listCases))
    expect(seen.map((line) => line.caseId)).not.toContain(id)
    expect(code(await mori.call(cases.readCase, { params: { caseId: id } }))).toBe(
      'consultation.missing',
    )
    expect(value(await mori.call(talks.readTalk, { params: { caseId: id } })).caseId).toBe(id)
  })
})

describe('相談を進める', () => {
  const write = (written: cases.Written) =>
    mori.call(cases.writeEntry, { params: namedCase, body: { id: desk.newId(), written } })
  const tells = (whom: string): cases.Written => ({
    kind: 'measure',
    words: '次の電話から担当を替わる',
    reference: 'K-2026-0001の判断',
    tells: whom,
    dueOn: '2026-12-01',
  })

  it('伝えてよいと本人が言うまで、誰にも伝えられない', async () => {
    expect(code(await write(tells('高木室長')))).toBe('consultation.no-consent')
    value(
      await write({ kind: 'wish', words: '替わってほしい', isAgainst: false, mayTell: '高木室長' }),
    )
    const file = value(await write(tells('高木室長')))
    expect(file.nextDueOn).toBe('2026-12-01')
    const task = file.entries.find(({ written }) => written.kind === 'measure')
    const done = { params: { ...namedCase, entryId: task?.id ?? '' } }
    expect(value(await mori.call(cases.finishEntry, done)).nextDueOn).toBe('2026-12-24')
  })

  it('結果を本人に伝えてから終え、終えたあとも、確認の日は来る', async () => {
    expect(code(await mori.call(cases.closeCase, { params: namedCase }))).toBe(
      'consultation.not-closed',
    )
    const told = { kind: 'told', words: '担当が替わりました', on: '2026-11-24', isSentHere: true }
    value(await write({ ...told, kind: 'told' }))
    const own = value(await matsui.call(talks.readTalk, { params: namedCase }))
    expect(own.messages.at(-1)?.words).toBe('担当が替わりました')
    value(await mori.call(cases.closeCase, { params: namedCase }))
    await desk.runJobs('2026-12-24T09:00:00+09:00')
    const due = value(await mori.call(cases.readCase, { params: namedCase }))
    expect(due).toMatchObject({ isClosed: true, checks: [{ month: 1, state: 'due' }, {}, {}] })
    const checked = value(
      await write({
        kind: 'check',
        month: 1,
        words: '希望しない異動を言われた',
        changed: ['transfer'],
      }),
    )
    expect(checked.checks[0]?.state).toBe('done')
    expect(checked.nextDueOn).toBe('2027-02-24')
  })
})
