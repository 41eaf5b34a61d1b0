import { expect, it } from 'vitest'
import { withinWall } from '#platform/db/database.ts'
import { askSupervisor, seeEscalation } from '#features/escalation/contract.ts'
import { endCall, startCall } from '#features/intake/contract.ts'
import { code, openDesk, value, type Person } from '#test/desk.ts'
import { claimsOf, openPushService } from '#test/push-service.ts'
import { forgetDevice, readPushKey, registerDevice, tryDevice } from './contract.ts'

const service = await openPushService()
const desk = await openDesk(undefined, [service.origin])
const matsui = desk.as('matsui')
const sasaki = desk.as('sasaki')
const takagi = desk.as('takagi')

async function deviceOf(person: Person) {
  const box = service.subscribe()
  const body = { id: desk.newId(), ...box.address }
  expect(code(await person.call(registerDevice, { body }))).toBe('ok')
  return box
}

async function silentHelp(by: Person = matsui) {
  const ids = { id: desk.newId(), complaintId: desk.newId() }
  const { call } = value(await by.call(startCall, { body: ids }))
  const params = { complaintId: call.complaintId }
  const body = {
    id: desk.newId(),
    kind: 'silent-help' as const,
    mode: 'watch' as const,
    reason: '声が大きい',
  }
  value(await by.call(askSupervisor, { params, body }))
  await by.call(endCall, {
    params: { callId: call.id },
    body: { id: desk.newId(), how: 'caller-hung-up' },
  })
  return { requestId: body.id, ...params }
}
const devices = () =>
  withinWall(desk.ports.db, sasaki.scope.organisationId, (tx) =>
    tx.selectFrom('supervision_devices').select(['endpoint', 'member_id']).execute(),
  )

it('静かな助けは、いるSVと管理者の端末にだけ届き、お客様のことは何も載らない', async () => {
  const [hers, his, own] = [await deviceOf(sasaki), await deviceOf(takagi), await deviceOf(matsui)]
  const { requestId } = await silentHelp()
  await desk.runJobs()
  const told = {
    tag: requestId,
    title: '松井 あかりさんが、静かに助けを求めています',
    body: 'SVボードを開いて、見守ってください。',
  }
  expect(hers.messages).toEqual([told])
  expect(his.messages).toEqual([told])
  expect(own.messages).toEqual([])
})

it('送り手は鍵で名乗り、すぐ届け、10分で捨てるよう頼む', async () => {
  const hers = await deviceOf(sasaki)
  await sasaki.call(tryDevice, { body: { endpoint: hers.address.endpoint } })
  const { publicKey } = value(await sasaki.call(readPushKey))
  const { authorization = '', ttl, urgency } = service.headers.at(-1) ?? {}
  expect(claimsOf(authorization, publicKey)).toMatchObject({ aud: service.origin })
  expect({ ttl, urgency }).toEqual({ ttl: '600', urgency: 'high' })
  expect(hers.messages).toMatchObject([{ tag: 'trial', title: 'この端末に届きました' }])
})

it('もう見た助け、古くなった助けでは、だれも驚かせない', async () => {
  const hers = await deviceOf(sasaki)
  const seen = await silentHelp()
  const params = { requestId: seen.requestId }
  value(await sasaki.call(seeEscalation, { params, body: { id: desk.newId() } }))
  await silentHelp()
  desk.clock.advance({ minutes: 11 })
  await desk.runJobs()
  expect(hers.messages).toEqual([])
})

it('届け先がなくなっていれば忘れ、つながらないだけなら、あとで送り直す', async () => {
  const [gone, slow] = [await deviceOf(sasaki), await deviceOf(takagi)]
  gone.answerWith(410)
  slow.answerWith(503)
  await silentHelp()
  await desk.runJobs().catch(() => undefined)
  slow.answerWith(201)
  await desk.runJobs(desk.clock.now().add({ minutes: 2 }).toString())
  expect(slow.messages).toHaveLength(1)
  const left = (await devices()).map(({ endpoint }) => endpoint)
  expect(left).not.toContain(gone.address.endpoint)
  expect(left).toContain(slow.address.endpoint)
})

it('知らない通知サービスへは送らない', async () => {
  const body = { id: desk.newId(), p256dh: 'x', auth: 'x' }
  for (const endpoint of [
    'http://127.0.0.1:5432/',
    'https://fcm.googleapis.com.example.jp/send/1',
    'https://intranet.example.jp/',
    'file:///etc/passwd',
    'ことば',
  ]) {
    const answer = await sasaki.call(registerDevice, { body: { ...body, endpoint } })
    expect(code(answer)).toBe('supervision.push-unknown')
  }
  const endpoint = 'https://updates.push.services.mozilla.com/wpush/v2/abc'
  expect(code(await sasaki.call(registerDevice, { body: { ...body, endpoint } }))).toBe('ok')
  expect(code(await sasaki.call(forgetDevice, { body: { endpoint } }))).toBe('ok')
})

it('同じ端末は、あとから登録した人のもの。ほかの人の端末はためせない。ひとり十台まで', async () => {
  const { address } = await deviceOf(sasaki)
  await takagi.call(registerDevice, { body: { id: desk.newId(), ...address } })
  const body = { endpoint: address.endpoint }
  expect(code(await sasaki.call(tryDevice, { body }))).toBe('supervision.push-missing')
  for (let more = 0; more < 11; more += 1) {
    desk.clock.advance({ seconds: 1 })
    await deviceOf(takagi)
  }
  const his = (await devices()).filter(({ member_id: id }) => id === takagi.memberId)
  expect(his).toHaveLength(10)
  expect(his.map(({ endpoint }) => endpoint)).not.toContain(address.endpoint)
})
