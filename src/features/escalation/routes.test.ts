import { describe, expect, it } from 'vitest'
import { changeAbsence } from '#features/access/contract.ts'
import { listComplaints, readComplaint } from '#features/complaints/contract.ts'
import {
  closeComplaint,
  erasePersonalData,
  makeDemand,
} from '#features/complaints/handling/contract.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { keepCommitment, makeCommitment } from '#features/commitments/contract.ts'
import { endCall, receiveComplaint, startCall } from '#features/intake/contract.ts'
import { code, openDesk, type Person, value } from '#test/desk.ts'
import * as wall from './contract.ts'

const desk = await openDesk()
const matsui = desk.as('matsui')
const kobayashi = desk.as('kobayashi')
const sasaki = desk.as('sasaki')
const takagi = desk.as('takagi')

async function received(): Promise<string> {
  const body = { id: desk.newId(), channel: 'mail' as const, words: '返事がありません。' }
  return value(await matsui.call(receiveComplaint, { body })).complaintId
}
async function talking<T>(work: (complaintId: string) => Promise<T>): Promise<T> {
  const body = { id: desk.newId(), complaintId: desk.newId() }
  const { call } = value(await matsui.call(startCall, { body }))
  const done = await work(call.complaintId)
  const ending = { id: desk.newId(), how: 'agreed' as const }
  value(await matsui.call(endCall, { params: { callId: call.id }, body: ending }))
  return done
}
type Asking = {
  mode?: 'connect' | 'call-back' | 'watch'
  kind?: 'supervisor' | 'named-person' | 'silent-help'
  reason?: string
  person?: string
  toId?: string
}
const ask = (complaintId: string, asking: Asking = {}, by: Person = matsui) =>
  by.call(wall.askSupervisor, {
    params: { complaintId },
    body: { id: desk.newId(), kind: 'supervisor', reason: '上司と話したいとのこと', ...asking },
  })
const order = () => ({ id: desk.newId() })
const on = (requestId: string) => ({ params: { requestId }, body: order() })
const timeline = async (complaintId: string) =>
  value(await matsui.call(readTimeline, { params: { complaintId } })).entries
const lastTypes = async (complaintId: string, count: number) =>
  (await timeline(complaintId)).slice(-count).map(({ type }) => type)
const isAway = (member: Person, away: boolean, substituteId: string | null = null) =>
  sasaki.call(changeAbsence, {
    params: { memberId: member.memberId },
    body: { isAway: away, substituteId },
  })
const waitFor = (minutes: number) => desk.runJobs(desk.clock.now().add({ minutes }).toString())

describe('上司を出せ', () => {
  it('通話中ならすぐ替わる。見ました、引き受けた、で担当も替わる', async () => {
    const request = await talking(async (complaintId) => {
      const asked = value(await ask(complaintId))
      expect(asked.request).toMatchObject({
        mode: 'connect',
        state: 'asked',
        askedByName: '松井 あかり',
      })
      return asked.request
    })
    const seen = value(await sasaki.call(wall.seeEscalation, on(request.id)))
    expect(seen.request).toMatchObject({ state: 'seen', seenByName: '佐々木 恵' })
    const again = value(await sasaki.call(wall.seeEscalation, on(request.id)))
    expect(again.head).toBe(seen.head)
    const accepted = value(await sasaki.call(wall.acceptEscalation, on(request.id)))
    expect(accepted.request.state).toBe('accepted')
    const { complaintId } = request
    expect(await lastTypes(complaintId, 2)).toEqual(['escalation.accepted', 'complaints.assigned'])
    const { owner } = value(await matsui.call(readComplaint, { params: { complaintId } }))
    expect(owner?.name).toBe('佐々木 恵')
    expect(code(await takagi.call(wall.acceptEscalation, on(request.id)))).toBe('escalation.over')
  })

  it('通話でなければ、折り返しとして責任者の名前が決まる', async () => {
    const { request } = value(await ask(await received()))
    expect(request.mode).toBe('call-back')
    expect(request.toName).toMatch(/佐々木|高木/u)
    value(
      await matsui.call(wall.withdrawEscalation, {
        ...on(request.id),
        body: { ...order(), reason: '落ち着かれた' },
      }),
    )
  })

  it('待っているあいだは同じお願いを重ねられず、誰に頼んだかを言う', async () => {
    const complaintId = await received()
    const { request } = value(await ask(complaintId))
    const again = await ask(complaintId)
    expect(again.status).toBe(409)
    expect(again.detail).toContain(request.toName ?? '?')
    const { complaints } = value(
      await matsui.call(listComplaints, { query: { view: 'escalated' } }),
    )
    expect(complaints.map(({ id }) => id)).toContain(complaintId)
    value(
      await sasaki.call(wall.returnEscalation, {
        ...on(request.id),
        body: { ...order(), reason: '会議中です。16時に折り返します' },
      }),
    )
    expect((await timeline(complaintId)).at(-1)?.payload).toMatchObject({ byName: '佐々木 恵' })
    expect(code(await ask(complaintId))).toBe('ok')
  })

  it('同じ操作が二度届いても、お願いは一つ', async () => {
    const complaintId = await received()
    const body = { id: desk.newId(), kind: 'supervisor' as const, reason: '上司と話したい' }
    const sent = { params: { complaintId }, body }
    const first = value(await matsui.call(wall.askSupervisor, sent))
    expect(value(await matsui.call(wall.askSupervisor, sent))).toEqual(first)
  })

  it('お金を求められたときは、応対者が続けてSVが見守り、担当は替わらない', async () => {
    const request = await talking(async (complaintId) => {
      const { request: asked } = value(await ask(complaintId, { reason: 'money-demanded' }))
      expect(asked).toMatchObject({ mode: 'watch' })
      expect(asked.reason).toContain('金品を求められている')
      return asked
    })
    value(await sasaki.call(wall.acceptEscalation, on(request.id)))
    const params = { complaintId: request.complaintId }
    expect(value(await matsui.call(readComplaint, { params })).owner?.name).toBe('松井 あかり')
  })

  it('三つの理由のほかでは、自分で続けることにできない', async () => {
    const complaintId = await received()
    const tired = await ask(complaintId, { mode: 'watch', reason: 'なんとなく' })
    expect(code(tired)).toBe('escalation.keeping-reason')
    expect(tired.detail).toContain('三つの理由')
    const own = { mode: 'watch', reason: 'own-mistake' } as const
    expect(value(await ask(complaintId, own)).request.mode).toBe('watch')
  })

  it('戻したときの返事が、頼んだ人にそのまま届く', async () => {
    const complaintId = await received()
    const { request } = value(await ask(complaintId))
    const reason = '送料の返金までは出せます'
    const back = { ...on(request.id), body: { ...order(), reason } }
    value(await sasaki.call(wall.returnEscalation, back))
    const query = { complaintId, show: 'all' as const }
    const { requests } = value(await matsui.call(wall.listEscalations, { query }))
    expect(requests).toMatchObject([{ state: 'returned', answer: reason, upAt: null }])
  })
})

describe('○○を出せ', () => {
  it('名前から人を見つけ、その人は答えられ、ほかの人は答えられない', async () => {
    const { request } = value(
      await ask(await received(), { kind: 'named-person', person: '小林さん' }),
    )
    expect(request).toMatchObject({ toName: '小林 大輔', person: '小林さん' })
    const kawabata = desk.as('kawabata')
    const refused = await kawabata.call(wall.seeEscalation, on(request.id))
    expect(refused.status).toBe(403)
    expect(refused.detail).toContain('小林 大輔')
    expect(code(await kobayashi.call(wall.acceptEscalation, on(request.id)))).toBe('ok')
  })

  it('不在なら、代わりの人に届く', async () => {
    value(await isAway(kobayashi, true, takagi.memberId))
    const { request } = value(await ask(await received(), { kind: 'named-person', person: '小林' }))
    expect(request.toName).toBe('高木 誠')
    value(await isAway(kobayashi, false))
  })
})

describe('誰も見ないとき', () => {
  it('三分で次の人へ回り、全員が見なければそう記録し、また頼む', async () => {
    const complaintId = await talking(async (id) => {
      const { request } = value(await ask(id, { toId: sasaki.memberId }))
      expect(request.toName).toBe('佐々木 恵')
      expect(request.upAt).toBe(desk.clock.now().add({ minutes: 3 }).toString())
      return id
    })
    const shown = async () =>
      value(await matsui.call(wall.listEscalations, { query: { complaintId } })).requests[0]
    await waitFor(4)
    expect(await shown()).toMatchObject({ passedByName: '佐々木 恵', toName: '高木 誠' })
    expect((await shown())?.upAt).not.toBeNull()
    expect(await lastTypes(complaintId, 1)).toEqual(['escalation.moved-up'])
    expect((await timeline(complaintId)).at(-1)?.payload).toMatchObject({
      toName: '高木 誠',
      afterMinutes: 3,
    })
    await waitFor(4)
    expect((await timeline(complaintId)).at(-1)?.payload).toMatchObject({ toName: '藤井 直子' })
    await waitFor(4)
    const unanswered = (await timeline(complaintId)).at(-1)
    expect(unanswered?.type).toBe('escalation.unanswered')
    expect(unanswered?.payload?.['askedAgainAt']).not.toBeNull()
    await waitFor(60 * 24 * 5)
    const types = (await timeline(complaintId)).map(({ type }) => type)
    expect(types.filter((type) => type === 'escalation.unanswered')).toHaveLength(3)
    expect((await timeline(complaintId)).at(-1)?.payload?.['askedAgainAt']).toBeNull()
    const { requests } = value(await sasaki.call(wall.listEscalations, { query: { complaintId } }))
    expect(requests.map(({ state }) => state)).toEqual(['asked'])
    expect(await shown()).toMatchObject({ toName: null, upAt: null })
  })

  it('見ましたと言えば、もう回らない', async () => {
    const complaintId = await received()
    const { request } = value(await ask(complaintId))
    value(await sasaki.call(wall.seeEscalation, on(request.id)))
    await waitFor(120)
    expect(await lastTypes(complaintId, 1)).toEqual(['escalation.seen'])
  })

  it('SVがみな不在でも、折り返す人の名前は出る', async () => {
    const fujii = desk.as('fujii')
    for (const person of [sasaki, takagi, fujii]) value(await isAway(person, true))
    const request = await talking(async (id) => value(await ask(id)).request)
    expect(request.mode).toBe('call-back')
    expect(request.toName).not.toBeNull()
    for (const person of [sasaki, takagi, fujii]) value(await isAway(person, false))
  })
})

describe('約束が破れたとき', () => {
  it('SVが見守り、守られれば見守りも終わる', async () => {
    const complaintId = await received()
    const on24 = desk.clock.now().add({ hours: 2 }).toZonedDateTimeISO('Asia/Tokyo')
    const due = { on: on24.toPlainDate().toString(), at: on24.toPlainTime().toString().slice(0, 5) }
    const { commitment } = value(
      await matsui.call(makeCommitment, {
        params: { complaintId },
        body: { ...order(), words: '原因をお電話する', due },
      }),
    )
    await waitFor(180)
    const waiting = async () =>
      value(await sasaki.call(wall.listEscalations, { query: { complaintId } })).requests
    expect(await waiting()).toMatchObject([
      {
        mode: 'watch',
        askedByName: 'うけとめ',
        reason: '約束「原因をお電話する」がまだ果たされていません（担当 松井 あかり）',
      },
    ])
    const kept = {
      params: { commitmentId: commitment.id },
      body: { ...order(), how: 'お詫びして伝えた' },
    }
    value(await matsui.call(keepCommitment, kept))
    await desk.runJobs()
    expect(await waiting()).toEqual([])
    expect((await timeline(complaintId)).at(-1)?.payload).toMatchObject({
      reason: '約束が果たされたため',
    })
  })

  it('苦情が終われば、待っているお願いも終わる', async () => {
    const complaintId = await received()
    value(await ask(complaintId))
    const body = { ...order(), outcome: 'withdrawn' as const, reason: 'お客様が取り下げられた' }
    value(await matsui.call(closeComplaint, { params: { complaintId }, body }))
    await desk.runJobs()
    const { requests } = value(
      await sasaki.call(wall.listEscalations, { query: { complaintId, show: 'all' } }),
    )
    expect(requests.map(({ state }) => state)).toEqual(['withdrawn'])
    const erasing = { ...order(), reason: '本人のご請求' }
    value(
      await desk.as('fujii').call(erasePersonalData, { params: { complaintId }, body: erasing }),
    )
    await desk.runJobs()
    const erased = value(
      await sasaki.call(wall.listEscalations, { query: { complaintId, show: 'all' } }),
    )
    expect(erased.requests.map(({ reason }) => reason)).toEqual(['（消去済み）'])
  })
})

describe('引き継ぎ票', () => {
  it('記録だけから作られ、読む人の名前で言い出せる', async () => {
    const complaintId = await received()
    const body = { ...order(), kind: 'compensation' as const, words: '迷惑料を払え' }
    value(await matsui.call(makeDemand, { params: { complaintId }, body }))
    const sheet = value(await takagi.call(wall.readHandOverSheet, { params: { complaintId } }))
    expect(sheet).toMatchObject({
      ownWords: '返事がありません。',
      demands: [{ kind: 'compensation', words: '迷惑料を払え', times: 1, answer: null }],
    })
    expect(sheet.firstSentence).toContain('責任者の高木と申します')
    const headers = { 'x-test-person': 'takagi' }
    const paper = (id: string) =>
      desk.app.request(`/api/complaints/${id}/hand-over-sheet.pdf`, { headers })
    const pdf = await paper(complaintId)
    expect(pdf.headers.get('content-disposition')).toContain(encodeURIComponent('引き継ぎ票'))
    const bytes = Buffer.from(await pdf.arrayBuffer()).toString('latin1')
    expect(bytes.startsWith('%PDF-')).toBe(true)
    expect(bytes.match(/\/Type\s*\/Page\b/gu)).toHaveLength(1)
    expect((await paper(desk.newId())).status).toBe(404)
    const none = { params: { complaintId: desk.newId() } }
    expect(code(await takagi.call(wall.readHandOverSheet, none))).toBe('complaints.missing')
  })
})
