import { Client } from 'pg'
import { describe, expect, it } from 'vitest'
import { withinWall } from '#platform/db/database.ts'
import { exportLines } from '#features/complaints/door.ts'
import { listReadings } from '#features/audit/contract.ts'
import { listComplaints } from '#features/complaints/contract.ts'
import { closeComplaint, erasePersonalData } from '#features/complaints/handling/contract.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { code, openDesk, value, type Person } from '#test/desk.ts'
import * as wall from './contract.ts'
import { aDanger, aPost, aScreen, inJapan, protectingAt } from './factory.ts'
import { chainOf, fileOf } from './queries.ts'
import * as settings from './settings/contract.ts'
import { openRecord } from './store.ts'
import { verifyProtected } from './verification/commands.ts'

const desk = await openDesk()
const { name, received, write } = protectingAt(desk)
const [mori, sasaki, takagi] = [desk.as('mori'), desk.as('sasaki'), desk.as('takagi')]
const [matsui, fujii, nakano] = [desk.as('matsui'), desk.as('fujii'), desk.as('nakano')]
const reason = '明日の訪問の前に、危険を確かめるため'
const read = (who: Person, complaintId: string, why = reason) =>
  who.call(wall.readProtection, { params: { complaintId }, body: { reason: why } })
const secret = '子どもは緑町小だろ'
const beforeNaming = await (async () => {
  const complaintId = await received()
  return {
    write: code(await write(sasaki, complaintId, aDanger)),
    read: code(await read(sasaki, complaintId)),
  }
})()
await name()

/** A complaint with a danger on record. */
async function recorded() {
  const complaintId = await received()
  value(await write(sasaki, complaintId, aDanger))
  return complaintId
}

async function screen(complaintId: string, postId: string, bytes = aScreen()) {
  const path = `/api/protection/${complaintId}/posts/${postId}/screens/${desk.newId()}?name=${encodeURIComponent('画面.png')}`
  const response = await desk.app.request(path, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream', 'x-test-person': 'sasaki' },
    body: bytes,
  })
  const said: unknown = await response.json()
  return { status: response.status, said }
}

describe('だれが扱えるか', () => {
  it('指名される前の上長は、書くことも読むこともできない', () => {
    expect(beforeNaming).toEqual({ write: 'protection.not-named', read: 'protection.not-named' })
  })

  it('指名された上長と相談窓口だけが読める。応対者も管理者も分析の人も、指名のない上長も読めない', async () => {
    const complaintId = await recorded()
    const tried = await Promise.all(
      [sasaki, mori, takagi, matsui, fujii, nakano].map(async (who) =>
        code(await read(who, complaintId)),
      ),
    )
    expect(tried).toEqual([
      'ok',
      'ok',
      'protection.not-named',
      'access.not-allowed',
      'access.not-allowed',
      'access.not-allowed',
    ])
    expect(code(await write(fujii, complaintId, aDanger))).toBe('access.not-allowed')
    expect(code(await write(matsui, complaintId, aDanger))).toBe('access.not-allowed')
  })

  it('指名できるのは相談窓口で、相手は上長。管理者は自分を指名できない', async () => {
    const naming = (who: Person, memberId: string) =>
      who.call(settings.nameForProtection, { params: { memberId } })
    expect(code(await naming(fujii, fujii.memberId))).toBe('access.not-allowed')
    expect(code(await naming(sasaki, takagi.memberId))).toBe('access.not-allowed')
    expect(code(await naming(mori, matsui.memberId))).toBe('protection.no-supervisor')
    const { people, candidates } = value(await mori.call(settings.readProtectionSettings))
    expect(people.map((each) => each.name)).toEqual(['佐々木 恵'])
    expect(candidates.map((each) => each.name)).toEqual(['高木 誠'])
  })

  it('読むたびに、誰が、いつ、なぜ、を閲覧の記録に残す。理由がなければ開かない', async () => {
    const complaintId = await recorded()
    expect(code(await read(sasaki, complaintId, ' '))).toBe('http.not-understood')
    value(await read(sasaki, complaintId))
    value(await read(sasaki, complaintId))
    const { readings } = value(await read(mori, complaintId, '通報の前の確認'))
    expect(readings).toMatchObject([
      { byName: '森 由美子', reason: '通報の前の確認' },
      { byName: '佐々木 恵', reason },
      { byName: '佐々木 恵', reason },
    ])
    const seen = value(await fujii.call(listReadings, { query: { limit: 200 } })).readings
    const ours = seen.filter(({ subjectId }) => subjectId === complaintId)
    expect(ours.map((each) => [each.label, each.reason])).toContainEqual(['保護の記録', reason])
    expect(JSON.stringify(ours)).not.toContain('大森')
  })
})

describe('応対の記録とは別のところにある', () => {
  it('経過にも、検索にも、書き出しにも出ない。応対する人に見えるのは指示だけ', async () => {
    const complaintId = await recorded()
    value(
      await write(sasaki, complaintId, { kind: 'instruct', words: '二人で応対する', until: null }),
    )
    const timeline = value(await matsui.call(readTimeline, { params: { complaintId } }))
    expect(JSON.stringify(timeline)).not.toMatch(/protection|緑町小|二人で/u)
    const found = value(await matsui.call(listComplaints, { query: { words: '緑町小' } }))
    expect(found.complaints).toEqual([])
    const lines = await withinWall(desk.ports.db, sasaki.scope.organisationId, async (tx) => {
      const all: unknown[] = []
      for await (const line of exportLines(tx, sasaki.scope, null)) all.push(line)
      return all
    })
    expect(lines.length).toBeGreaterThan(5)
    expect(JSON.stringify(lines)).not.toContain(secret)
    const shown = value(await matsui.call(wall.listInstructions, { params: { complaintId } }))
    expect(shown).toEqual({ instructions: [{ id: expect.any(String), words: '二人で応対する' }] })
  })

  it('扉を通らないSQLには、どの表からも一行も見えない', async () => {
    const complaintId = await recorded()
    // Answers are kept for whoever sends the same key again: these are not.
    const looked = await desk.app.request(`/api/protection/${complaintId}/reading`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': 'again',
        'x-test-person': 'sasaki',
      },
      body: JSON.stringify({ reason }),
    })
    expect(await looked.text()).toContain(secret)
    const client = new Client(desk.url)
    await client.connect()
    await client.query('begin')
    await client.query(`select set_config('uketome.organisation', $1, true)`, [
      sasaki.scope.organisationId,
    ])
    await client.query('set local role uketome_desk')
    const tables = await client.query<{ name: string }>(
      `select table_name as name from information_schema.table_privileges
        where grantee = 'uketome_desk' and privilege_type = 'SELECT' and table_schema = 'public'`,
    )
    const names = tables.rows.map((row) => row.name)
    const leaking: string[] = []
    for (const table of names) {
      const { rowCount } = await client.query(
        `select 1 from ${table} t where t::text like $1 limit 1`,
        [`%${secret}%`],
      )
      if (rowCount) leaking.push(table)
    }
    const counts = await client.query<{ n: string }>(
      `select (select count(*) from protection_files) + (select count(*) from protection_entries) as n`,
    )
    // A reading that somebody else once wrote opens nothing later.
    const old = await client.query<{ id: string }>(
      `select id from audit_readings where subject = 'protection' limit 1`,
    )
    await client.query(`select set_config('uketome.protection', $1, true)`, [old.rows[0]?.id])
    const later = await client.query(`select 1 from protection_entries`)
    await client.query('rollback')
    await client.end()
    expect(names).toContain('protection_entries')
    expect(names.length).toBeGreaterThan(50)
    expect(leaking).toEqual([])
    expect([Number(counts.rows[0]?.n), old.rowCount, later.rowCount]).toEqual([0, 1, 0])
  })

  it('応対の記録を消去しても、黙って消えも残りもしない。人が決める', async () => {
    const complaintId = await recorded()
    const params = { complaintId }
    value(
      await sasaki.call(closeComplaint, {
        params,
        body: { id: desk.newId(), outcome: 'withdrawn', reason: '連絡がつかなくなった' },
      }),
    )
    value(
      await fujii.call(erasePersonalData, {
        params,
        body: { id: desk.newId(), reason: 'ご本人からの申出' },
      }),
    )
    await desk.runJobs()
    const before = value(await read(sasaki, complaintId))
    expect(before).toMatchObject({ isDecisionDue: true, record: { isOrdinaryErased: true } })
    expect(before.record.notes).toHaveLength(1)
    const { clocks } = value(await sasaki.call(wall.readStanding))
    expect(clocks).toContainEqual(expect.objectContaining({ complaintId, kind: 'keeping' }))

    const keep = {
      kind: 'decide-keeping',
      keeps: true,
      until: '2028-11-24',
      reason: '同じ要求が続いている',
    } as const
    value(await write(sasaki, complaintId, keep))
    expect(value(await read(sasaki, complaintId))).toMatchObject({
      isDecisionDue: false,
      keepUntil: '2028-11-24',
    })
    const drop = {
      kind: 'decide-keeping',
      keeps: false,
      until: null,
      reason: '危険がなくなった',
    } as const
    value(await write(sasaki, complaintId, drop))
    const { record } = value(await read(sasaki, complaintId))
    expect(record).toMatchObject({ notes: [], keeping: { keeps: false, byName: '佐々木 恵' } })
    expect(code(await write(sasaki, complaintId, aDanger))).toBe('protection.erased')
  })
})

describe('つながり', () => {
  it('データベースで一語変えても、uketome verify がどの苦情かを言う。言葉は言わない', async () => {
    const complaintId = await recorded()
    const { organisationId } = sasaki.scope
    expect((await verifyProtected(desk.ports, organisationId)).isWhole).toBe(true)
    const client = new Client(desk.url)
    await client.connect()
    await client.query(
      `update protection_entries set payload = jsonb_set(payload, '{facts}', '"別の話"')
        where type = 'protection.noted' and file_id = (select id from protection_files where complaint_id = $1)`,
      [complaintId],
    )
    await client.end()
    const { isWhole, lines: said } = await verifyProtected(desk.ports, organisationId)
    expect(isWhole).toBe(false)
    expect(said.at(-2)).toMatch(/^保護の記録 U26-\d+ 2行目：/u)
    expect(said.join('')).not.toMatch(/緑町小|別の話/u)
  })
})

describe('書きとめる', () => {
  it('人への評価は書けず、相手の言葉の中ならよい', async () => {
    const complaintId = await received()
    const saying = (facts: string) =>
      aDanger.kind === 'note' ? { ...aDanger, note: { ...aDanger.note, facts } } : aDanger
    const refused = await write(sasaki, complaintId, saying('この人は悪質クレーマーである。'))
    expect(refused).toMatchObject({ ok: false, refusal: { data: { label: '悪質クレーマー' } } })
    expect(refused.detail).toContain('日時と言葉のまま')
    expect(
      code(await write(sasaki, complaintId, saying('「俺をクレーマー扱いか」と言った。'))),
    ).toBe('ok')
    const instruct = { kind: 'instruct', words: '要注意人物', until: null } as const
    expect(code(await write(sasaki, complaintId, instruct))).toBe('protection.label')
  })

  it('同じ命令を二度送っても一度だけ。取り下げは理由とともに残る', async () => {
    const complaintId = await received()
    const noteId = desk.newId()
    value(await write(sasaki, complaintId, aDanger, noteId))
    const again = value(await write(sasaki, complaintId, aDanger, noteId))
    const withdraw = { kind: 'correct', noteId, reason: '別の来店者のことだった' } as const
    value(await write(sasaki, complaintId, withdraw))
    const { record } = value(await read(sasaki, complaintId))
    expect(again.head).toBe(2)
    expect(record.notes).toMatchObject([{ id: noteId, correction: '別の来店者のことだった' }])
    expect(code(await write(sasaki, complaintId, withdraw))).toBe('protection.corrected-already')
  })
})

it('同じお客様の、ほかの苦情の保護の記録と指示が分かる', async () => {
  const details = { phone: '03-1234-9876' }
  const [one, other] = [
    await received('一件目です。', '片桐 悟', details),
    await received('二件目です。', '片桐 悟', details),
  ]
  value(await write(sasaki, one, aDanger))
  value(await write(sasaki, one, { kind: 'instruct', words: '店長へつなぐ', until: '2026-11-30' }))
  const { others, record } = value(await read(sasaki, other))
  expect(others).toMatchObject([{ complaintId: one }])
  expect(record.notes).toEqual([])
  const shown = async () =>
    value(await matsui.call(wall.listInstructions, { params: { complaintId: other } })).instructions
  expect(await shown()).toMatchObject([{ words: '店長へつなぐ' }])
  desk.clock.advance(Temporal.Duration.from({ hours: 24 * 7 }))
  expect(await shown()).toEqual([])
})

describe('投稿の保全と期限', () => {
  it('画面の写しがないと完了できず、完了するまで削除を申し出られない。大手には7日の期限が付く', async () => {
    const complaintId = await received()
    const postId = desk.newId()
    value(await write(sasaki, complaintId, aPost, postId))
    const complete = { kind: 'complete-post', postId } as const
    const ask = { kind: 'ask-removal', postId, askedOn: '2026-11-24', how: '申出フォーム' } as const
    expect(code(await write(sasaki, complaintId, complete))).toBe('protection.no-screen')
    expect(code(await write(sasaki, complaintId, ask))).toBe('protection.preserve-first')
    expect(await screen(complaintId, postId, Uint8Array.from([1, 2]))).toMatchObject({
      status: 422,
      said: { code: 'protection.no-picture' },
    })
    const { said } = await screen(complaintId, postId)
    expect(said).toEqual({ sha256: expect.stringMatching(/^[\da-f]{64}$/u) })
    value(await write(sasaki, complaintId, complete))
    expect(await screen(complaintId, postId)).toMatchObject({ status: 409 })
    value(await write(sasaki, complaintId, ask))
    const [post] = value(await read(sasaki, complaintId)).record.posts
    expect(post).toMatchObject({
      removal: { dueOn: '2026-12-01' },
      screens: [{ name: '画面.png' }],
    })
  })

  it('告訴は6か月、初日は数えず、休みの日なら次の開庁日。きょうに並び、期限の前に知らせる', async () => {
    const complaintId = await received()
    const begin = (knownOn: string) =>
      ({
        kind: 'begin-accusation',
        offence: '侮辱',
        knownOn,
        about: '店頭で大声で罵られたこと',
      }) as const
    expect(
      code(await write(sasaki, complaintId, { ...begin('2026-11-24'), offence: '不機嫌' })),
    ).toBe('protection.offence-unknown')
    // 2027-05-03 is a national holiday, as are the two days after it.
    const clockId = desk.newId()
    value(await write(sasaki, complaintId, begin('2026-11-03'), clockId))
    const running = async () =>
      value(await sasaki.call(wall.readStanding)).clocks.filter(({ id }) => id === clockId)
    expect(await running()).toMatchObject([
      { kind: 'accusation', dueOn: '2027-05-06', isOver: false },
    ])
    await desk.runJobs('2027-04-07T10:00:00+09:00')
    await desk.runJobs('2027-05-07T10:00:00+09:00')
    expect(await running()).toMatchObject([{ isOver: true }])
    const chain = await withinWall(desk.ports.db, sasaki.scope.organisationId, async (tx) => {
      await openRecord(tx, 'house')
      const file = await fileOf(tx, complaintId)
      return chainOf(tx, sasaki.scope, file?.id ?? '')
    })
    const warned = chain.filter(({ type }) => type === 'protection.clock-warned')
    expect(warned.map(({ at }) => at.slice(0, 10))).toEqual([
      '2027-04-06',
      '2027-04-29',
      '2027-05-03',
      '2027-05-05',
      '2027-05-06',
    ])
    const settle = {
      kind: 'settle-accusation',
      clockId,
      outcome: 'not-filed',
      on: '2027-05-06',
      words: '本人が望まなかった',
    } as const
    value(await write(sasaki, complaintId, settle))
    expect(await running()).toEqual([])
  })

  it('見た時刻は秒まで、起きていない時刻は書けない', async () => {
    const complaintId = await received()
    const to = { ...aPost, post: { ...aPost.post, seenAt: inJapan('2099-01-01T00:00:01') } }
    expect(code(await write(sasaki, complaintId, to))).toBe('protection.to-come')
    value(await write(sasaki, complaintId, aPost))
    const [post] = value(await read(sasaki, complaintId)).record.posts
    expect(post?.seenAt).toBe('2026-11-24T00:55:12Z')
  })
})
