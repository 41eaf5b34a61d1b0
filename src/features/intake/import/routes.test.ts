import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import Encoding from 'encoding-japanese'
import { listComplaints } from '#features/complaints/contract.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { inside, permitted, systemScope } from '#features/access/door.ts'
import { openDesk, value, type Person } from '#test/desk.ts'
import { canImport } from '../policy.ts'
import { step } from '../taking/actions.ts'
import { bring, check, judge, open, start } from './actions.ts'
import * as wall from './contract.ts'

const desk = await openDesk()
const admin = desk.as('fujii')
const house = permitted(systemScope(admin.scope.organisationId, 'intake'), canImport)
if (!house.ok) throw new Error('the house may import')
const may = house.value

const heading = '管理番号,受付日,氏名,電話,経路,状況,内容,回答,社内メモ'
const row = (number: number, words: string, day = '2025/4/1') =>
  `${number},${day},港 ${number}郎,045-900-${1000 + number},電話,未対応,${words},,`
const csv = (...rows: string[]) => Buffer.from([heading, ...rows].join('\r\n'))

async function brought(bytes: Buffer, name = '旧台帳.csv') {
  const scope = permitted(admin.scope, canImport)
  if (!scope.ok) throw new Error('the administrator may import')
  return value(await bring(desk.ports, scope.value, { id: desk.newId(), name, bytes }))
}

const on = (importId: string) => ({ params: { importId } })
const run = async (importId: string) => {
  value(await admin.call(wall.checkImport, on(importId)))
  value(await admin.call(wall.startImport, on(importId)))
  await desk.runJobs()
  return value(await admin.call(wall.readImport, on(importId)))
}

async function found(words: string, who: Person = admin) {
  const { complaints } = value(await who.call(listComplaints, { query: { view: 'all', words } }))
  return complaints
}

async function timelineOf(complaintId: string) {
  return value(await admin.call(readTimeline, { params: { complaintId } })).entries
}

describe('取り込みは、ひとつの記録になる', () => {
  it('確かめるまでは何も取り込まず、確かめた行だけを取り込み、一行ずつ答える', async () => {
    const file = csv(
      row(1, '急須の注ぎ口が欠けて届きました'),
      row(2, '　'),
      '',
      row(3, '予備の袋が入っていません', '2025/2/30'),
      row(1, '急須の注ぎ口が欠けて届きました'),
    )
    const { id, plan, shape } = await brought(file)
    expect(shape).toMatchObject({ encoding: 'utf-8', delimiter: ',', heading: 1 })
    expect(plan.mapping).toMatchObject({ words: '内容', channel: '経路', state: '状況' })
    expect((await admin.call(wall.startImport, on(id))).detail).toContain('確かめ')
    const checked = value(await admin.call(wall.checkImport, on(id)))
    expect(checked.counts).toEqual({ waiting: 1, taken: 0, known: 0, refused: 2, skipped: 2 })
    expect(await found('注ぎ口が欠けて')).toEqual([])
    const done = await run(id)
    expect(done).toMatchObject({ state: 'finished', isOpen: false })
    expect(done.counts).toEqual({ waiting: 0, taken: 1, known: 0, refused: 2, skipped: 2 })
    const { lines } = value(await admin.call(wall.listLines, on(id)))
    expect(lines.map(({ line, state }) => [line, state])).toEqual([
      [2, 'taken'],
      [3, 'refused'],
      [4, 'skipped'],
      [5, 'refused'],
      [6, 'skipped'],
    ])
    expect(lines[3]?.reason).toContain('2025/2/30')
    expect(lines[4]?.reason).toContain('2行目')
    expect(lines[1]?.start).toMatch(/^\d+　2/u)
  })

  it('もとの日付のまま、誰が何から取り込んだかを残し、お知らせも約束も期限も生まれない', async () => {
    const closed = row(11, '湯たんぽの栓から水が漏れます').replace('未対応', '対応済')
    const { id } = await brought(csv(closed.replace(/,,$/u, ',お取り替えしました,二度目の方')))
    await run(id)
    const open = await brought(csv(row(12, '湯たんぽの袋がほつれました')))
    await run(open.id)
    await desk.runJobs('2026-12-31T00:00:00Z')
    const [waits] = await found('湯たんぽの袋')
    expect(waits).toMatchObject({ channel: 'phone', ownerId: null, nextDueAt: null })
    expect((await timelineOf(waits?.id ?? '')).map(({ type }) => type)).toEqual([
      'complaints.received',
      'intake.imported',
    ])
    const [line] = await found('湯たんぽの栓')
    expect(line).toMatchObject({
      channel: 'phone',
      state: 'closed',
      receivedAt: '2025-03-31T15:00:00Z',
      nextDueAt: null,
    })
    const entries = await timelineOf(line?.id ?? '')
    expect(entries.map(({ type }) => type)).toEqual([
      'complaints.received',
      'complaints.noted',
      'complaints.noted',
      'intake.imported',
      'complaints.closed',
    ])
    expect(entries[1]?.payload).toMatchObject({ speaker: 'operator', told: { at: null } })
    expect(entries[2]?.payload).toMatchObject({ speaker: 'internal', text: '二度目の方' })
    expect(entries[3]?.payload).toMatchObject({ from: '旧台帳.csv', line: 2, byName: '藤井 直子' })
    const waiting = await inside(desk.ports.db, may, (tx) =>
      tx
        .selectFrom('commitments')
        .where('complaint_id', '=', line?.id ?? '')
        .select('id')
        .execute(),
    )
    expect(waiting).toEqual([])
  })

  it('取り込めなかった行は理由つきで書き出せ、直して送ると取り込め、ほかは二度入らない', async () => {
    const file = csv(
      row(21, '砥石が割れています'),
      row(22, ''),
      row(23, '①番の金具がない', '2099/1/1'),
    )
    const { id } = await brought(file)
    await run(id)
    const answer = await desk.app.request(`/api/intake/imports/${id}/refused?as=csv-cp932`, {
      headers: { 'x-test-person': 'fujii' },
    })
    const text = Encoding.convert(new Uint8Array(await answer.arrayBuffer()), {
      from: 'SJIS',
      to: 'UNICODE',
      type: 'string',
    })
    const lines = text.trim().split('\r\n')
    expect(lines[0]).toBe(`${heading},取り込めなかった理由`)
    expect(lines).toHaveLength(3)
    expect(lines[1]).toContain('お客様の言葉の欄が空です')
    const mended = text.replace('未対応,,', '未対応,網が破れています,').replace('2099', '2025')
    const again = await brought(Buffer.from(mended), '直した行.csv')
    expect(again.shape.columns).not.toContain('取り込めなかった理由')
    expect((await run(again.id)).counts).toMatchObject({ taken: 2, refused: 0 })
    const whole = await brought(file, '名前を変えた.csv')
    expect((await run(whole.id)).counts).toMatchObject({ taken: 0, known: 1, refused: 2 })
    expect(await found('砥石が割れて')).toHaveLength(1)
  })

  it('式に見える言葉は、書き出しても動かず、直して送ると元の言葉のまま', async () => {
    const words = '=1+1は2と書かれた箱が届きました'
    const { id } = await brought(csv(row(41, words, '2099/1/1').replace('港', '@港')))
    await run(id)
    const answer = await desk.app.request(`/api/intake/imports/${id}/refused?as=csv`, {
      headers: { 'x-test-person': 'fujii' },
    })
    const text = await answer.text()
    expect(text).toContain(`'${words}`)
    expect(text).toContain("'@港 41郎")
    const again = await brought(Buffer.from(text.replace('2099', '2025')), '式を直した行.csv')
    expect((await run(again.id)).counts).toMatchObject({ taken: 1 })
    const [line] = await found(words)
    const [received] = await timelineOf(line?.id ?? '')
    expect(received?.payload).toMatchObject({ words, customer: { name: '@港 41郎' } })
  })

  it('CP932にない文字は、どれかを言って別の形を勧める', async () => {
    const { id } = await brought(csv(row(31, '').replace('港', '🍣')))
    await run(id)
    const answer = await desk.app.request(`/api/intake/imports/${id}/refused?as=csv-cp932`, {
      headers: { 'x-test-person': 'fujii' },
    })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('🍣')
  })
})

describe('止まっても、続きから', () => {
  const many = (from: number) =>
    csv(
      ...Array.from({ length: 120 }, (_, at) =>
        row(from + at, `引き出しが${from + at}段目で外れます`),
      ),
    )

  it('ノードが途中で死んでも、ほかのノードが続きから取り込み、どの行も一度だけ', async () => {
    const { id } = await brought(many(1000))
    value(await check(desk.ports, may, id))
    value(await start(desk.ports, may, id))
    let taken = 0
    const dying = {
      ...desk.ports,
      ids: {
        next() {
          taken += 1
          if (taken > 100) throw new Error('the node is gone')
          return desk.newId()
        },
      },
      log: {
        ...desk.ports.log,
        error: () => {
          throw new Error('the node is gone')
        },
      },
    }
    await expect(step(dying, may, id, { untilDone: false })).rejects.toThrow('the node is gone')
    const half = value(await admin.call(wall.readImport, on(id)))
    expect(half.state).toBe('running')
    expect(half.counts.taken).toBeGreaterThan(0)
    expect(half.counts.waiting).toBeGreaterThan(0)
    const now = desk.clock.now().add({ minutes: 2 })
    await desk.runJobs(now.toString())
    const done = value(await admin.call(wall.readImport, on(id)))
    expect(done).toMatchObject({ state: 'finished', counts: { taken: 120, known: 0, refused: 0 } })
    expect(new Set((await found('段目で外れます')).map(({ number }) => number)).size).toBe(100)
  })

  it('止めれば止まり、続ければ終わる。二人で同時に進めても、どの行も一度だけ', async () => {
    const { id } = await brought(many(3000))
    value(await check(desk.ports, may, id))
    value(await start(desk.ports, may, id))
    await step(desk.ports, may, id, { untilDone: true })
    const stopped = value(await admin.call(wall.stopImport, on(id)))
    expect(stopped).toMatchObject({ state: 'stopped', counts: { taken: 50, waiting: 70 } })
    await desk.runJobs(desk.clock.now().add({ hours: 1 }).toString())
    expect(value(await admin.call(wall.readImport, on(id))).counts.waiting).toBe(70)
    value(await admin.call(wall.startImport, on(id)))
    await Promise.all([1, 2].map(() => step(desk.ports, may, id, { untilDone: true })))
    await step(desk.ports, may, id, { untilDone: true })
    const done = value(await admin.call(wall.readImport, on(id)))
    expect(done).toMatchObject({ state: 'finished', counts: { taken: 120, known: 0 } })
  })
})

describe('割り当て', () => {
  it('名前をつけて覚え、呼び出し、同じ名前なら書き換わる', async () => {
    const { plan } = await brought(csv(row(41, '蓋が閉まりません')))
    const body = { id: desk.newId(), name: '旧台帳', plan }
    value(await admin.call(wall.savePlan, { body }))
    const changed = { ...plan, system: 'kura' }
    value(await admin.call(wall.savePlan, { body: { ...body, id: desk.newId(), plan: changed } }))
    const { mappings } = value(await admin.call(wall.listPlans))
    expect(mappings.map(({ name, plan: { system } }) => [name, system])).toEqual([
      ['旧台帳', 'kura'],
    ])
    const mappingId = mappings[0]?.id ?? ''
    value(await admin.call(wall.forgetPlan, { params: { mappingId } }))
    expect(value(await admin.call(wall.listPlans)).mappings).toEqual([])
  })

  it('読み方を言い直せば、列も読み直す。言葉の列がなければ、そう言う', async () => {
    const { id } = await brought(Buffer.from('題|声\n一|皿が割れました、とても困ります\n'))
    const reading = { delimiter: ',' as const }
    const one = value(await admin.call(wall.changePlan, { ...on(id), body: { reading } }))
    expect(one.shape.columns).toEqual(['題|声'])
    const plan = { ...one.plan, mapping: {} }
    value(await admin.call(wall.changePlan, { ...on(id), body: { plan } }))
    expect((await admin.call(wall.checkImport, on(id))).detail).toContain('言葉の列')
    const back = await admin.call(wall.changePlan, { ...on(id), body: { reading: {} } })
    expect(value(back).plan.mapping.words).toBe('声')
  })

  it('応対者は取り込めない', async () => {
    expect((await desk.as('matsui').call(wall.listImports)).status).toBe(403)
  })
})

it('どんなバイト列でも倒れず、どの行も数に入る', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc
      .array(
        fc.constantFrom(
          '内容',
          '受付日',
          ',',
          '\n',
          '"',
          '\t',
          '令和8年13月1日',
          'が壊れた',
          '\0',
          '\ud800',
        ),
      )
      .map((parts) => new Uint8Array(Buffer.from(parts.join(''), 'utf16le'))),
    fc
      .array(fc.constantFrom('内容', '電話', ',', '\r\n', '"', "'", '03', '困る', '２', '\0', '😀'))
      .map((parts) => new TextEncoder().encode(parts.join(''))),
  )
  await fc.assert(
    fc.asyncProperty(bytes, async (given) => {
      const told = { name: 'x.csv', reading: {}, plan: {} }
      const opened = await open(Buffer.from(given), told)
      if (!opened.ok) return
      const lines = judge(opened.value, '2026-11-24T01:00:00Z')
      expect(lines).toHaveLength(opened.value.lines.length)
      expect(new Set(lines.map(({ line }) => line)).size).toBe(lines.length)
      expect(() => JSON.stringify(lines)).not.toThrow()
      expect(JSON.stringify(lines)).not.toContain('\\u0000')
    }),
    { numRuns: 500 },
  )
})
