import { describe, expect, it } from 'vitest'
import { changeAbsence } from '#features/access/contract.ts'
import { changeExtension, listExtensions } from '#features/access/extensions/contract.ts'
import { makeKey } from '#features/access/keys/contract.ts'
import { makeCommitment } from '#features/commitments/contract.ts'
import { noteCaution } from '#features/complaints/profiles/contract.ts'
import { readComplaint } from '#features/complaints/contract.ts'
import { endCall, receiveComplaint, startCall } from '#features/intake/contract.ts'
import { code, openDesk, type Person, value } from '#test/desk.ts'
import { listRings, readLine, tellCall } from './contract.ts'

const desk = await openDesk()
const fujii = desk.as('fujii')
const matsui = desk.as('matsui')
const kobayashi = desk.as('kobayashi')
const sasaki = desk.as('sasaki')

const give = async (of: 'member' | 'team', ownerId: string, extension: string | null) =>
  sasaki.call(changeExtension, { params: { of, ownerId }, body: { id: desk.newId(), extension } })
const { extensions } = value(await sasaki.call(listExtensions))
const team = extensions.find(({ name }) => name === 'お客様相談室')?.id ?? ''
value(await give('member', matsui.memberId, '１０１'))
value(await give('member', kobayashi.memberId, '102'))
value(await give('team', team, '800'))

const body = {
  id: desk.newId(),
  name: '電話',
  permissions: ['telephone' as const],
  perMinute: 60_000,
}
const { secret } = value(await fujii.call(makeKey, { body }))

async function tell(news: Record<string, unknown>) {
  const answer = await desk.app.request(tellCall.path, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: JSON.stringify({ at: desk.clock.now().toString(), ...news }),
  })
  expect(answer.status).toBe(200)
  return tellCall.answer.parse(await answer.json())
}
const rings = async (who: Person) => value(await who.call(listRings)).rings
const order = () => ({ id: desk.newId() })
const hangUp = async (who: Person, callId: string) =>
  value(
    await who.call(endCall, { params: { callId }, body: { ...order(), how: 'agreed' as const } }),
  )

async function customer(name: string, phone: string) {
  const id = desk.newId()
  const words = '届いた瓶が割れていた'
  value(
    await kobayashi.call(receiveComplaint, {
      body: { id, channel: 'mail', words, customer: { name, phone } },
    }),
  )
  const complaint = value(await kobayashi.call(readComplaint, { params: { complaintId: id } }))
  return { complaintId: id, customerId: complaint.customer.customerId ?? '' }
}

describe('電話が鳴る', () => {
  it.each(['０９０ー１２３４ー０００１', '+81 90-1234-0001', '09012340001'])(
    '%s から鳴ると、その内線の人に、どなたか・続きの苦情・約束・事実が分かる',
    async (from) => {
      const known = await customer('西田 恵子', '090-1234-0001')
      const at = { params: { complaintId: known.complaintId } }
      const due = { on: '2026-11-25', at: '15:00' }
      value(
        await kobayashi.call(makeCommitment, {
          ...at,
          body: { ...order(), words: '折り返します', due },
        }),
      )
      const fact = { happenedOn: '2026-11-20', words: '電話が2時間続いた', source: '通話の記録' }
      const noted = { ...order(), complaintId: known.complaintId, ...fact, reviewOn: '2027-05-20' }
      value(
        await sasaki.call(noteCaution, { params: { customerId: known.customerId }, body: noted }),
      )
      const callId = desk.newId()
      expect((await tell({ callId, from, extension: '101', state: 'ringing' })).reaches).toBe(1)
      const [ring] = await rings(matsui)
      expect(ring?.candidates[0]?.name).toBe('西田 恵子')
      expect(ring?.candidates[0]?.cautions.at(-1)).toMatchObject(fact)
      expect(ring?.candidates[0]?.complaints.map(({ id }) => id)).toContain(known.complaintId)
      expect(ring?.candidates[0]?.promises[0]).toMatchObject({
        words: '折り返します',
        state: 'open',
      })
      expect(await rings(kobayashi)).toEqual([])
      await tell({ callId, state: 'ended' })
      expect(await rings(matsui)).toEqual([])
    },
  )

  it('同じ電話の方が何人かいれば、どなたも出す', async () => {
    await customer('高橋 一郎', '03-1234-0002')
    await customer('高橋 花子', '03-1234-0002')
    await tell({ callId: 'family', from: '03-1234-0002', extension: '101', state: 'ringing' })
    const [ring] = await rings(matsui)
    const names = ring?.candidates.map(({ name }) => name)
    expect(names?.toSorted()).toEqual(['高橋 一郎', '高橋 花子'])
    await tell({ callId: 'family', state: 'ended' })
  })

  it.each([null, '', 'anonymous', '非通知'])(
    '番号の通知がない電話は、そう言う：%s',
    async (from) => {
      const callId = desk.newId()
      await tell({ callId, from, extension: '101', state: 'ringing' })
      expect(await rings(matsui)).toMatchObject([{ from: null, candidates: [] }])
      await tell({ callId, state: 'ended' })
    },
  )

  it('代表が鳴ると不在でない全員に出て、だれかが出ると、ほかの画面から消える', async () => {
    const params = { memberId: sasaki.memberId }
    value(await sasaki.call(changeAbsence, { params, body: { isAway: true, substituteId: null } }))
    const callId = desk.newId()
    await tell({ callId, from: '0312340003', extension: '800', state: 'ringing' })
    expect((await rings(matsui)).length + (await rings(kobayashi)).length).toBe(2)
    expect(await rings(sasaki)).toEqual([])
    const answered = await tell({ callId, extension: '102', state: 'answered' })
    expect(answered).toMatchObject({ state: 'answered', reaches: 1 })
    expect(await rings(matsui)).toEqual([])
    expect(await rings(kobayashi)).toMatchObject([{ state: 'answered' }])
    await tell({ callId, state: 'ended' })
  })

  it('同じ知らせが何度届いても、順が入れ替わっても、同じこと', async () => {
    const callId = desk.newId()
    const first = await tell({ callId, from: '0312340004', extension: '101', state: 'answered' })
    const late = await tell({ callId, from: '0312340004', extension: '101', state: 'ringing' })
    expect(late).toEqual(first)
    expect(await rings(matsui)).toHaveLength(1)
    await tell({ callId, state: 'ended' })
    await tell({ callId, extension: '101', state: 'answered' })
    expect(await rings(matsui)).toEqual([])
  })

  it('終わりの知らせが来なくても、いつまでも鳴らさない', async () => {
    await tell({ callId: 'lost', from: '0312340005', extension: '101', state: 'ringing' })
    expect(await rings(matsui)).toHaveLength(1)
    desk.clock.advance({ minutes: 11 })
    expect(await rings(matsui)).toEqual([])
  })
})

describe('電話を受ける', () => {
  it('一つのキーで、お客様も番号もそろった通話が始まり、切れると知らされる', async () => {
    const known = await customer('浅井 文', '045-123-0006')
    const { ringId } = await tell({
      callId: 'taken',
      from: '０４５１２３０００６',
      extension: '101',
      state: 'ringing',
    })
    const wanted = { ...order(), complaintId: desk.newId(), ringId }
    const { call } = value(await matsui.call(startCall, { body: wanted }))
    const complaint = value(
      await matsui.call(readComplaint, { params: { complaintId: call.complaintId } }),
    )
    expect(complaint.customer).toMatchObject({ customerId: known.customerId, name: '浅井 文' })
    expect(await rings(matsui)).toEqual([])
    const line = async () =>
      value(await matsui.call(readLine, { params: { callId: call.id } })).endedAt
    expect(await line()).toBeNull()
    await tell({ callId: 'taken', state: 'ended' })
    expect(await line()).toBe(desk.clock.now().toString())
    await hangUp(matsui, call.id)
  })

  it('続きの苦情として受けられ、同じ電話を二人では受けられない', async () => {
    const known = await customer('南 早苗', '045-123-0007')
    const { ringId } = await tell({
      callId: 'twice',
      from: '045-123-0007',
      extension: '800',
      state: 'ringing',
    })
    const goOn = { complaintId: known.complaintId, continues: true, ringId }
    const { call } = value(await matsui.call(startCall, { body: { ...order(), ...goOn } }))
    expect(call).toMatchObject({ complaintId: known.complaintId, phone: '045-123-0007' })
    const second = await kobayashi.call(startCall, {
      body: { ...order(), complaintId: desk.newId(), ringId },
    })
    expect(code(second)).toBe('intake.ring-taken')
    await hangUp(matsui, call.id)
  })
})

describe('内線', () => {
  it('同じ番号は一人だけで、だれが使っているかを言う', async () => {
    const refused = await give('member', kobayashi.memberId, '101')
    expect(code(refused)).toBe('access.extension-taken')
    expect(refused.detail).toContain('松井 あかり')
  })

  it('決められるのはSVと管理者だけ', async () => {
    const params = { of: 'member' as const, ownerId: matsui.memberId }
    const refused = await matsui.call(changeExtension, {
      params,
      body: { ...order(), extension: '1' },
    })
    expect(refused.status).toBe(403)
  })
})
