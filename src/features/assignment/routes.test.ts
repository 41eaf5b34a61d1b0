import { describe, expect, it } from 'vitest'
import { openDatabase } from '#platform/db/database.ts'
import { openPool } from '#platform/db/pool.ts'
import { silentLog } from '#platform/log.ts'
import { changeOrganisation, readOrganisation } from '#features/access/contract.ts'
import { listComplaintCommitments, makeCommitment } from '#features/commitments/contract.ts'
import { readComplaint } from '#features/complaints/contract.ts'
import { addNote } from '#features/complaints/handling/contract.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { receiveComplaint, startCall, submitWebForm } from '#features/intake/contract.ts'
import { permitted } from '#features/access/door.ts'
import { code, openDesk, value, type Person } from '#test/desk.ts'
import { decide } from './actions.ts'
import { listAbsences, planAbsence } from './absences/contract.ts'
import * as wall from './contract.ts'
import { canDecide } from './policy.ts'
import { keepPresence, readPresence } from './presence/contract.ts'
import * as targets from './targets/contract.ts'

const desk = await openDesk()
const admin = desk.as('fujii')
const [matsui, kobayashi, sasaki] = [desk.as('matsui'), desk.as('kobayashi'), desk.as('sasaki')]
const room = { name: '商品窓口', skills: [], hours: null, assignsAtArrival: true }
/** The race is about the complaint: nobody talks meanwhile. */
const around = {
  callsSince: async () => [],
  onCall: async () => new Map<string, string>(),
  handOverPromises: async () => undefined,
  sentence: () => '',
}
const deskId = desk.newId()
const everything = { deskId: null, channel: null, severity: null }
const rows = [{ ...everything, first: 120, next: 240, resolution: 2400 }]

async function setUp(memberIds: string[], given: Partial<wall.DeskFields> = {}) {
  const body = { ...room, memberIds, ...given }
  value(await admin.call(wall.saveDesk, { params: { deskId }, body }))
}

async function arrives(words: string, by: Person = sasaki) {
  const id = desk.newId()
  const body = { id, channel: 'mail' as const, words, customer: { name: '山田' }, details: {} }
  value(await by.call(receiveComplaint, { body }))
  await desk.runJobs()
  return id
}
const look = async (complaintId: string) =>
  value(await sasaki.call(readComplaint, { params: { complaintId } }))
const typesOf = async (complaintId: string) =>
  value(await sasaki.call(readTimeline, { params: { complaintId } })).entries.map(
    ({ type }) => type,
  )
const entryOf = async (complaintId: string, type: string) =>
  value(await sasaki.call(readTimeline, { params: { complaintId } })).entries.findLast(
    (entry) => entry.type === type,
  )?.payload

describe('届いた苦情の担当', () => {
  it('窓口を作るまでは、誰にも割り当てない', async () => {
    expect((await look(await arrives('急須のふたがありません'))).owner).toBe(null)
  })

  it('得意な人に、理由とともに割り当てる', async () => {
    await setUp([matsui.memberId, kobayashi.memberId])
    const skills = [{ kind: 'product' as const, word: '冷蔵庫' }]
    const params = { memberId: kobayashi.memberId }
    value(
      await sasaki.call(wall.saveProfile, { params, body: { skills, carries: 15, hours: null } }),
    )
    const id = await arrives('冷蔵庫が冷えません')
    expect((await look(id)).owner?.name).toBe('小林 大輔')
    expect((await entryOf(id, 'assignment.decided'))?.['because']).toEqual([
      { kind: 'skill', words: 'product:冷蔵庫' },
      { kind: 'load', count: 0 },
    ])
  })

  it('席にいる人が先', async () => {
    const body = { complaintId: null, doing: 'here' as const }
    value(await matsui.call(keepPresence, { params: { leaseId: desk.newId() }, body }))
    expect((await look(await arrives('鍋のふたが割れていました'))).owner?.name).toBe('松井 あかり')
  })

  it('通話中の人には割り当てない', async () => {
    const body = { id: desk.newId(), complaintId: desk.newId() }
    value(await matsui.call(startCall, { body }))
    await desk.runJobs()
    expect((await look(await arrives('皿が足りません'))).owner?.name).toBe('小林 大輔')
  })

  it('誰もいなければ窓口の列に入り、そう書かれ、あとで決まる', async () => {
    await setUp([])
    const id = await arrives('茶碗が欠けています')
    expect((await look(id)).owner).toBe(null)
    expect(await entryOf(id, 'assignment.queued')).toMatchObject({ why: 'nobody' })
    await setUp([kobayashi.memberId])
    await desk.runJobs('2026-11-24T10:30:00+09:00')
    expect((await look(id)).owner?.name).toBe('小林 大輔')
    expect((await typesOf(id)).filter((type) => type === 'assignment.queued')).toHaveLength(1)
  })

  it('夜に届いたものは、翌朝に決まる', async () => {
    await desk.runJobs('2026-11-24T21:00:00+09:00')
    const id = await arrives('夜に気づきました、急須が漏れます')
    expect(await entryOf(id, 'assignment.queued')).toMatchObject({ why: 'closed' })
    await desk.runJobs('2026-11-25T09:01:00+09:00')
    expect((await look(id)).owner?.name).toBe('小林 大輔')
  })
})

describe('担当を決める', () => {
  it('候補を理由とともに見せる', async () => {
    await setUp([matsui.memberId, kobayashi.memberId], { assignsAtArrival: false })
    const complaintId = await arrives('冷蔵庫の音が大きい')
    const { candidates, chosenId } = value(
      await matsui.call(wall.readCandidates, { params: { complaintId } }),
    )
    expect(candidates.map(({ name }) => name)).toContain('小林 大輔')
    expect(chosenId).toBe(kobayashi.memberId)
  })

  it('ほかの人を選ぶと、誰が一番めだったかも残る', async () => {
    const complaintId = await arrives('冷蔵庫の音が気になる')
    const body = {
      id: desk.newId(),
      memberId: sasaki.memberId,
      fromId: null,
      reason: '前にも伺ったため',
    }
    value(await matsui.call(wall.decideOwner, { params: { complaintId }, body }))
    expect(await entryOf(complaintId, 'assignment.decided')).toMatchObject({
      memberName: '佐々木 恵',
      insteadOf: '小林 大輔',
      reason: '前にも伺ったため',
    })
  })

  it('二つのノードが同時に取ると、一方が取り、もう一方はそう言われる', async () => {
    const pool = openPool(desk.url, silentLog, 2)
    const other = { ...desk.ports, db: openDatabase(pool) }
    const complaintId = await arrives('箸が一本足りません')
    const take = (ports: typeof desk.ports, { scope, memberId }: Person) => {
      const may = permitted(scope, canDecide)
      if (!may.ok) throw new Error('may not')
      const order = { id: desk.newId(), memberId, fromId: null, reason: '' }
      return decide(ports, may.value, around, complaintId, order)
    }
    const both = await Promise.all([take(desk.ports, matsui), take(other, kobayashi)])
    await pool.end()
    expect(both.map(code).toSorted()).toEqual(['assignment.taken-meanwhile', 'ok'])
    const decided = (await typesOf(complaintId)).filter((type) => type === 'assignment.decided')
    expect(decided).toHaveLength(1)
  })

  it('戻すと列に入り、理由が残る', async () => {
    const complaintId = await arrives('蓋の色が違う')
    const params = { complaintId }
    const order = { id: desk.newId(), memberId: matsui.memberId, fromId: null, reason: '' }
    value(await matsui.call(wall.decideOwner, { params, body: order }))
    const body = { id: desk.newId(), reason: '専門の人にお願いしたい' }
    value(await matsui.call(wall.giveBack, { params, body }))
    expect((await look(complaintId)).owner).toBe(null)
    expect(await entryOf(complaintId, 'assignment.queued')).toMatchObject({ why: 'returned' })
    expect(
      code(await matsui.call(wall.giveBack, { params, body: { ...body, id: desk.newId() } })),
    ).toBe('assignment.nobodys')
  })
})

describe('担当を決める入口', () => {
  it('一つだけで、終了した苦情・不在の人・追い越しはここで止まる', async () => {
    const complaintId = await arrives('入口を確かめる一件')
    const owner = (await look(complaintId)).owner?.memberId ?? null
    const body = { id: desk.newId(), memberId: sasaki.memberId, fromId: owner, reason: '' }
    const before = `/api/complaints/${complaintId}/owner`
    const headers = { 'content-type': 'application/json', 'x-test-person': 'sasaki' }
    const sent = { method: 'PUT', headers, body: JSON.stringify(body) }
    expect((await desk.app.request(before, sent)).status).toBe(404)
    const params = { complaintId }
    value(await sasaki.call(wall.decideOwner, { params, body }))
    const again = { ...body, id: desk.newId() }
    expect(code(await sasaki.call(wall.decideOwner, { params, body: again }))).toBe(
      'assignment.taken-meanwhile',
    )
    expect(await entryOf(complaintId, 'assignment.decided')).toMatchObject({ how: 'taken' })
  })
})

describe('まとめて', () => {
  it('下見は何も変えず、実行は一件ずつ同じ門を通る', async () => {
    const ids = [await arrives('一件め'), await arrives('二件め'), desk.newId()]
    const deed = { kind: 'assign' as const, memberId: kobayashi.memberId, reason: '' }
    const body = { id: desk.newId(), complaintIds: ids, deed }
    const before = value(await sasaki.call(wall.previewBulk, { body })).lines
    expect((await look(ids[0] ?? '')).owner).toBe(null)
    expect(before[0]?.sentence).toMatch(/^小林 大輔さんの担当になります/)
    const after = value(await sasaki.call(wall.doBulk, { body })).lines
    expect(after[0]?.sentence).toMatch(/^担当に小林 大輔さんを選びました/)
    expect(after.map(({ isDone }) => isDone)).toEqual(before.map(({ isDone }) => isDone))
    expect(after.map(({ isDone }) => isDone)).toEqual([true, true, false])
    expect(after[2]?.sentence).toContain('見つかりません')
    expect((await look(ids[1] ?? '')).owner?.name).toBe('小林 大輔')
  })

  it('断られた行は理由を言い、ほかの行は通る', async () => {
    const ids = [await arrives('もう小林さんの'), await arrives('まだの')]
    const give = (complaintIds: string[]) => {
      const deed = { kind: 'assign' as const, memberId: kobayashi.memberId, reason: '' }
      return sasaki.call(wall.doBulk, { body: { id: desk.newId(), complaintIds, deed } })
    }
    value(await give(ids.slice(0, 1)))
    const { lines } = value(await give(ids))
    expect(lines.map(({ isDone }) => isDone)).toEqual([false, true])
    expect(lines[0]?.sentence).toBe('すでに小林 大輔さんの担当です。ほかの人を選んでください。')
  })

  it('目印を付け、目印で絞り込み、保存ビューで数える', async () => {
    const id = await arrives('目印を付ける一件')
    const deed = { kind: 'mark' as const, mark: '本社へ報告', reason: '' }
    const body = { id: desk.newId(), complaintIds: [id], deed }
    value(await sasaki.call(wall.doBulk, { body }))
    const filter = { view: 'open' as const, mark: '本社へ報告' }
    const found = value(await sasaki.call(wall.listAssigned, { query: filter }))
    expect(found.complaints.map((line) => [line.id, line.marks])).toEqual([[id, ['本社へ報告']]])
    const params = { viewId: desk.newId() }
    value(await sasaki.call(wall.saveView, { params, body: { name: '報告待ち', filter } }))
    const { views } = value(await sasaki.call(wall.listViews))
    expect(views.map(({ name, count }) => [name, count])).toEqual([['報告待ち', 1]])
    expect(value(await matsui.call(wall.listViews)).views).toEqual([])
  })
})

describe('目標', () => {
  const standing = async (complaintId: string) =>
    value(await matsui.call(targets.readStanding, { params: { complaintId } }))
  const note = (complaintId: string, speaker: 'customer' | 'operator', text: string) =>
    matsui.call(addNote, { params: { complaintId }, body: { id: desk.newId(), speaker, text } })

  it('過ぎた日の目標は書けない', async () => {
    const params = { fromOn: '2026-11-20' }
    expect(code(await admin.call(targets.saveTargets, { params, body: { rows } }))).toBe(
      'assignment.targets-past',
    )
  })

  it('受付の自動のご連絡は、最初のお返事ではない', async () => {
    value(
      await admin.call(targets.saveTargets, { params: { fromOn: '2026-11-25' }, body: { rows } }),
    )
    const form = {
      id: desk.newId(),
      words: '湯のみが割れて届きました。',
      customer: { email: 'a@example.jp' },
    }
    value(
      await desk.customer.call(submitWebForm, {
        params: { slug: 'demo' },
        body: { ...form, details: {} },
      }),
    )
    await desk.runJobs()
    expect((await standing(form.id)).clocks.map(({ goal, state }) => [goal, state])).toEqual([
      ['first', 'running'],
      ['resolution', 'running'],
    ])
    value(await note(form.id, 'operator', 'お電話でおわびし、代わりの品をご案内しました'))
    expect((await standing(form.id)).clocks[0]).toMatchObject({ goal: 'first', state: 'met' })
  })

  it('名前のない待ちでは止められず、名前があれば止まり、お客様のお返事で動く', async () => {
    const complaintId = await arrives('型番が分からない鍋')
    const params = { complaintId }
    value(await note(complaintId, 'operator', '型番をうかがいました'))
    const order = { id: desk.newId(), reason: '型番のお返事を待つ' }
    const nameless = { ...order, waiter: { kind: 'customer' as const, name: '' } }
    expect(code(await matsui.call(targets.pauseTargets, { params, body: nameless }))).toBe(
      'assignment.waiter-missing',
    )
    const named = { ...order, waiter: { kind: 'customer' as const, name: '山田様' } }
    const paused = value(await matsui.call(targets.pauseTargets, { params, body: named }))
    expect(paused.pause?.waiter.name).toBe('山田様')
    value(await note(complaintId, 'customer', '型番は A-100 です'))
    const { pause, clocks } = await standing(complaintId)
    expect(pause).toBe(null)
    expect(clocks.at(-1)).toMatchObject({ goal: 'next', state: 'running' })
  })

  it('目標の4分の3と目標の時刻に、記録に予告が立ち、「目標超過」に入る', async () => {
    const id = await arrives('予告を待つ一件')
    const due = (await standing(id)).clocks[0]?.dueAt ?? ''
    await desk.runJobs(Temporal.Instant.from(due).add({ seconds: 5 }).toString())
    const entries = value(await sasaki.call(readTimeline, { params: { complaintId: id } })).entries
    const told = entries.filter(({ type }) => type === 'assignment.target-warned')
    expect(told.map(({ payload }) => [payload?.['goal'], payload?.['percent']])).toEqual([
      ['first', 75],
      ['first', 100],
    ])
    const over = value(await sasaki.call(wall.listAssigned, { query: { isOver: 'true' } }))
    expect(over.complaints.map((line) => line.id)).toContain(id)
  })

  it('会社の営業時間を変えても、過ぎた時間の数え方は変わらない', async () => {
    const id = await arrives('営業時間が変わる前の一件')
    desk.clock.advance({ minutes: 30 })
    const before = (await standing(id)).clocks[0]?.usedMinutes
    const { name, calendar } = value(await admin.call(readOrganisation))
    const body = { name, calendar: { ...calendar, opens: '16:00' } }
    value(await admin.call(changeOrganisation, { body }))
    desk.clock.advance({ seconds: 1 })
    await new Promise((resolve) => setTimeout(resolve, 1100)) // settings are remembered for a second
    expect((await standing(id)).clocks[0]?.usedMinutes).toBeCloseTo(before ?? 0, 1)
    value(await admin.call(changeOrganisation, { body: { name, calendar } }))
  })
})

describe('在席', () => {
  it('誰が書いているかが分かり、黙った画面はいなくなる', async () => {
    const complaintId = await arrives('在席を確かめる一件')
    const writing = { complaintId, doing: 'writing' as const }
    value(await sasaki.call(keepPresence, { params: { leaseId: desk.newId() }, body: writing }))
    const people = async () => value(await matsui.call(readPresence)).people
    expect((await people()).filter((one) => one.complaintId === complaintId)).toMatchObject([
      { name: '佐々木 恵', doing: 'writing' },
    ])
    desk.clock.advance({ seconds: 46 })
    expect((await people()).filter((one) => one.complaintId === complaintId)).toEqual([])
  })

  it('ほかの人の名札では書けない', async () => {
    const params = { leaseId: desk.newId() }
    const body = { complaintId: null, doing: 'here' as const }
    value(await sasaki.call(keepPresence, { params, body }))
    value(await matsui.call(keepPresence, { params, body: { ...body, doing: 'out' } }))
    const { people } = value(await sasaki.call(readPresence))
    expect(people.filter(({ memberId }) => memberId === sasaki.memberId)).toMatchObject([
      { doing: 'here' },
    ])
  })
})

describe('不在', () => {
  it('始まると、担当と約束と新しい苦情が代わりの人へ行き、終わると戻る', async () => {
    await setUp([matsui.memberId, kobayashi.memberId])
    const complaintId = await arrives('不在の前の一件')
    const params = { complaintId }
    const order = { memberId: kobayashi.memberId, fromId: null, reason: '' }
    const owner = (await look(complaintId)).owner
    if (owner?.memberId !== kobayashi.memberId) {
      const body = { id: desk.newId(), ...order, fromId: owner?.memberId ?? null }
      value(await sasaki.call(wall.decideOwner, { params, body }))
    }
    const promise = { id: desk.newId(), words: '明日お電話する', due: { on: '2026-11-27' } }
    value(await kobayashi.call(makeCommitment, { params, body: promise }))
    const now = desk.clock.now()
    const to = matsui.memberId
    const body = {
      memberId: kobayashi.memberId,
      fromAt: now.toString(),
      untilAt: now.add({ hours: 48 }).toString(),
      promisesTo: to,
      complaintsTo: to,
      arrivalsTo: to,
    }
    value(await kobayashi.call(planAbsence, { params: { absenceId: desk.newId() }, body }))
    await desk.runJobs(now.add({ seconds: 5 }).toString())
    expect((await look(complaintId)).owner?.name).toBe('松井 あかり')
    const { commitments } = value(await matsui.call(listComplaintCommitments, { params }))
    expect(commitments.map(({ ownerName }) => ownerName)).toEqual(['松井 あかり'])
    const give = { id: desk.newId(), memberId: kobayashi.memberId, fromId: to, reason: '' }
    expect(code(await sasaki.call(wall.decideOwner, { params, body: give }))).toBe(
      'assignment.member-away',
    )
    await desk.runJobs(now.add({ hours: 49 }).toString())
    expect(value(await sasaki.call(listAbsences)).absences).toEqual([])
    expect(code(await sasaki.call(wall.decideOwner, { params, body: give }))).toBe('ok')
  })

  it('ほかの人の不在は、SVだけが入れられる', async () => {
    const now = desk.clock.now()
    const takers = { promisesTo: null, complaintsTo: null, arrivalsTo: null }
    const [fromAt, untilAt] = [now.toString(), now.add({ hours: 1 }).toString()]
    const body = { memberId: kobayashi.memberId, fromAt, untilAt, ...takers }
    const params = { absenceId: desk.newId() }
    expect(code(await matsui.call(planAbsence, { params, body }))).toBe(
      'assignment.absence-of-other',
    )
  })
})
