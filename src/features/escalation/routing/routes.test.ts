import { describe, expect, it } from 'vitest'
import { changeAbsence } from '#features/access/contract.ts'
import { endPresence, keepPresence } from '#features/assignment/presence/contract.ts'
import { silentLog } from '#platform/log.ts'
import { listComplaintCommitments } from '#features/commitments/contract.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { endCall, receiveComplaint, startCall } from '#features/intake/contract.ts'
import { code, openDesk, type Person, value } from '#test/desk.ts'
import * as wall from '../contract.ts'
import { escalationJobs } from '../jobs.ts'
import { findNamedPerson } from '../finder/contract.ts'
import { changeOutside, readOutside, readOutsideFor, tellOutside } from '../outside/contract.ts'
import { changeRoutes, previewRoute, readRoutes, type RouteRule } from './contract.ts'
import { usual } from './rules.ts'

const desk = await openDesk()
const matsui = desk.as('matsui')
const sasaki = desk.as('sasaki')
const takagi = desk.as('takagi')
const fujii = desk.as('fujii')

async function received(): Promise<string> {
  const body = { id: desk.newId(), channel: 'mail' as const, words: '返事がありません。' }
  return value(await matsui.call(receiveComplaint, { body })).complaintId
}
const ask = (complaintId: string, more = {}, by: Person = matsui) =>
  by.call(wall.askSupervisor, {
    params: { complaintId },
    body: { id: desk.newId(), kind: 'supervisor', reason: '上司と話したいとのこと', ...more },
  })
const on = (requestId: string) => ({ params: { requestId }, body: { id: desk.newId() } })
const promisesOf = async (complaintId: string) =>
  value(await matsui.call(listComplaintCommitments, { params: { complaintId } })).commitments
const inHours = (hours: number) => desk.clock.now().add({ hours }).toString()
const callBack = () => ({ fromAt: inHours(2), untilAt: inHours(3), phone: '054-000-1234' })
const change = (rules: RouteRule[], by: Person = fujii) =>
  by.call(changeRoutes, { body: { id: desk.newId(), rules } })
const rule = (more: Partial<RouteRule>): RouteRule => ({
  ...usual,
  id: desk.newId(),
  name: '決まり',
  ...more,
})

describe('誰に、どうつなぐか', () => {
  it('画面の前にいるSVが選ばれ、理由も答える。何も起こさない', async () => {
    const complaintId = await received()
    const leaseId = desk.newId()
    value(
      await takagi.call(keepPresence, {
        params: { leaseId },
        body: { complaintId: null, doing: 'here' },
      }),
    )
    const route = value(await matsui.call(previewRoute, { params: { complaintId }, query: {} }))
    expect(route).toMatchObject({ mode: 'call-back', toName: '高木 誠', upAfterMinutes: 30 })
    expect(route.because).toContainEqual({ kind: 'standing', words: 'here' })
    expect(route).toMatchObject({ recommended: 'call-back', keeping: null, noConnect: null })
    const { requests } = value(await matsui.call(wall.listEscalations, { query: { complaintId } }))
    expect(requests).toEqual([])
    value(await takagi.call(endPresence, { params: { leaseId } }))
  })

  it('SVが二人とも通話中なら、折り返しになる', async () => {
    const calls = []
    for (const person of [sasaki, takagi, fujii]) {
      const body = { id: desk.newId(), complaintId: desk.newId() }
      calls.push({ person, call: value(await person.call(startCall, { body })).call })
    }
    const body = { id: desk.newId(), complaintId: desk.newId() }
    const { call } = value(await matsui.call(startCall, { body }))
    const params = { complaintId: call.complaintId }
    const asked = { params, query: { mode: 'connect' as const } }
    expect(value(await matsui.call(previewRoute, asked))).toMatchObject({
      mode: 'call-back',
      recommended: 'call-back',
      noConnect: { why: 'nobody' },
    })
    const { request } = value(await ask(call.complaintId))
    expect(request.mode).toBe('call-back')
    expect(request.because).toContainEqual({ kind: 'standing', words: 'on-call' })
    for (const each of [...calls, { person: matsui, call }]) {
      const ending = { id: desk.newId(), how: 'agreed' as const }
      value(await each.person.call(endCall, { params: { callId: each.call.id }, body: ending }))
    }
  })

  it('決まりは管理者だけが変え、先に頼む人、分数、預かる窓口がそのとおりになる', async () => {
    expect(code(await change([], matsui))).toBe('access.not-allowed')
    const rules = [
      rule({ channels: ['mail'], mode: 'call-back', toId: takagi.memberId, callBackMinutes: 7 }),
    ]
    value(await change(rules))
    expect(value(await matsui.call(readRoutes))).toMatchObject({
      rules,
      changedByName: '藤井 直子',
    })
    const complaintId = await received()
    const looking = { params: { complaintId }, query: {} }
    const { noConnect } = value(await matsui.call(previewRoute, looking))
    expect(noConnect).toEqual({ why: 'rule', name: '決まり' })
    const { request } = value(await ask(complaintId))
    expect(request).toMatchObject({ toName: '高木 誠', mode: 'call-back' })
    await desk.runJobs(desk.clock.now().add({ minutes: 8 }).toString())
    const { entries } = value(await matsui.call(readTimeline, { params: { complaintId } }))
    expect(entries.at(-1)?.payload).toMatchObject({ afterMinutes: 7 })
    const twice = [...rules, ...rules]
    expect(code(await change(twice))).toBe('escalation.route-twice')
    value(await change([]))
  })
})

describe('折り返しの約束', () => {
  it('台帳に残り、引き受けた人のものになり、同じ操作が二度届いても一つ', async () => {
    const complaintId = await received()
    const body = {
      id: desk.newId(),
      kind: 'supervisor' as const,
      reason: '上司と話したい',
      toId: sasaki.memberId,
      callBack: callBack(),
    }
    const { request } = value(
      await matsui.call(wall.askSupervisor, { params: { complaintId }, body }),
    )
    value(await matsui.call(wall.askSupervisor, { params: { complaintId }, body }))
    expect(request.callBack).toEqual(body.callBack)
    const promises = await promisesOf(complaintId)
    expect(promises).toMatchObject([
      {
        words: '佐々木 恵から折り返しお電話する',
        ownerName: '佐々木 恵',
        dueAt: body.callBack.untilAt,
      },
    ])
    value(await takagi.call(wall.acceptEscalation, on(request.id)))
    expect(await promisesOf(complaintId)).toMatchObject([{ ownerName: '高木 誠', state: 'open' }])
  })

  it('戻されれば、頼んだ人の約束になる', async () => {
    const complaintId = await received()
    const { request } = value(await ask(complaintId, { callBack: callBack() }))
    const giving = { id: desk.newId(), reason: '規定12条をお伝えしてください' }
    const params = { requestId: request.id }
    value(await sasaki.call(wall.returnEscalation, { params, body: giving }))
    expect(await promisesOf(complaintId)).toMatchObject([{ ownerName: '松井 あかり' }])
  })

  it('過ぎた時間は断られ、何も残らない', async () => {
    const complaintId = await received()
    const past = { fromAt: inHours(-2), untilAt: inHours(-1), phone: null }
    const refused = await ask(complaintId, { callBack: past })
    expect(code(refused)).toBe('escalation.window-past')
    expect(refused.detail).toContain('これからの日時')
    expect(await promisesOf(complaintId)).toEqual([])
  })

  it('誰も見なければ次の人へ回り、約束も一緒に移る', async () => {
    const complaintId = await received()
    const calling = { fromAt: inHours(4), untilAt: inHours(5), phone: null }
    value(await ask(complaintId, { toId: sasaki.memberId, callBack: calling }))
    await desk.runJobs(desk.clock.now().add({ minutes: 31 }).toString())
    expect(await promisesOf(complaintId)).toMatchObject([{ ownerName: '高木 誠' }])
  })
})

describe('次の人へ回る時計', () => {
  it('同時に鳴っても、倒れて鳴り直しても、回るのは一度だけ', async () => {
    const complaintId = await received()
    const { request } = value(await ask(complaintId, { toId: sasaki.memberId }))
    const { organisationId } = matsui.scope
    const rung = { organisationId, complaintId, requestId: request.id, step: 1, round: 1 }
    const ring = () =>
      escalationJobs(desk.ports)['escalation.move-up']?.(
        { ...rung, minutes: 30, tried: [sasaki.memberId] },
        silentLog,
      )
    await Promise.all([ring(), ring(), ring()])
    await ring()
    const { entries } = value(await matsui.call(readTimeline, { params: { complaintId } }))
    const moved = entries.filter(({ type }) => type === 'escalation.moved-up')
    expect(moved.map(({ payload }) => payload?.['toName'])).toEqual(['高木 誠'])
    const { requests } = value(await matsui.call(wall.listEscalations, { query: { complaintId } }))
    expect(requests).toMatchObject([{ toName: '高木 誠', deskName: null, state: 'asked' }])
  })
})

describe('自分のお願い', () => {
  it('SVでも、自分で出したお願いは自分で引き受けられない', async () => {
    const complaintId = await received()
    const { request } = value(await ask(complaintId, {}, sasaki))
    expect(request.toName).toBe('高木 誠')
    for (const endpoint of [wall.seeEscalation, wall.acceptEscalation])
      expect(code(await sasaki.call(endpoint, on(request.id)))).toBe('escalation.own')
    expect(code(await takagi.call(wall.acceptEscalation, on(request.id)))).toBe('ok')
  })
})

describe('○○を出せ', () => {
  it('前に話した人を見つけ、不在なら代わりに答える人も出す', async () => {
    const body = { id: desk.newId(), complaintId: desk.newId() }
    const { call } = value(await sasaki.call(startCall, { body }))
    const ending = { id: desk.newId(), how: 'agreed' as const }
    value(await sasaki.call(endCall, { params: { callId: call.id }, body: ending }))
    const params = { complaintId: call.complaintId }
    const find = async (words: string) =>
      value(await matsui.call(findNamedPerson, { params, query: { words } })).people
    expect(await find('前に出た人')).toMatchObject([
      { name: '佐々木 恵', because: [{ kind: 'spoke' }, { kind: 'owned' }] },
    ])
    const away = { isAway: true, substituteId: takagi.memberId }
    value(await sasaki.call(changeAbsence, { params: { memberId: sasaki.memberId }, body: away }))
    expect(await find('佐々木さん')).toMatchObject([
      { name: '佐々木 恵', standing: 'away' },
      { name: '高木 誠', because: [{ kind: 'answers-for' }] },
    ])
    const back = { isAway: false, substituteId: null }
    value(await sasaki.call(changeAbsence, { params: { memberId: sasaki.memberId }, body: back }))
  })
})

describe('ほかの窓口', () => {
  it('ご案内したことは記録に残り、一覧は管理者が日付つきで直せる', async () => {
    const complaintId = await received()
    const params = { complaintId }
    const found = value(await matsui.call(readOutsideFor, { params }))
    expect(found).toMatchObject({ because: null, told: [] })
    const [first] = found.bodies
    const body = { id: desk.newId(), bodyIds: [first?.id ?? ''] }
    value(await matsui.call(tellOutside, { params, body }))
    expect(value(await matsui.call(readOutsideFor, { params })).told).toEqual([first?.name])
    const { bodies } = value(await matsui.call(readOutside))
    const changed = bodies.slice(0, 2).map((each) => ({ ...each, checkedOn: '2026-12-01' }))
    const saving = { id: desk.newId(), bodies: changed }
    expect(code(await matsui.call(changeOutside, { body: saving }))).toBe('access.not-allowed')
    expect(value(await fujii.call(changeOutside, { body: saving })).bodies).toEqual(changed)
    const none = { id: desk.newId(), bodyIds: [desk.newId()] }
    expect(code(await matsui.call(tellOutside, { params, body: none }))).toBe(
      'escalation.body-missing',
    )
  })
})
