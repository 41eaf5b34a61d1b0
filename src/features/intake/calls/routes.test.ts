import { describe, expect, it } from 'vitest'
import { readComplaint } from '#features/complaints/contract.ts'
import { findCustomers } from '#features/complaints/customers/contract.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { makeCommitment } from '#features/commitments/contract.ts'
import { type Answer, openDesk, type Person, value } from '#test/desk.ts'
import { endCall, holdCall, listLiveCalls, readCall, resumeCall, startCall } from '../contract.ts'

const desk = await openDesk()
const matsui = desk.as('matsui')
const kobayashi = desk.as('kobayashi')
const sasaki = desk.as('sasaki')

const ring = (who: Person, more = {}) =>
  who.call(startCall, { body: { id: desk.newId(), complaintId: desk.newId(), ...more } })
const hangUp = (who: Person, callId: string) =>
  who.call(endCall, { params: { callId }, body: { id: desk.newId(), how: 'agreed' as const } })
const typesOf = async (complaintId: string) =>
  value(await matsui.call(readTimeline, { params: { complaintId } })).entries.map(
    ({ type }) => type,
  )

describe('電話が鳴る', () => {
  it('苦情が始まり、受けた人の担当になり、終えると話した時間が残る', async () => {
    const { call, number } = value(await ring(matsui, { phone: '03-1234-0001' }))
    expect(number).toMatch(/^U26-\d{5}$/u)
    expect(call).toMatchObject({ handlerName: '松井 あかり', phone: '03-1234-0001', endedAt: null })
    const params = { callId: call.id }
    desk.clock.advance({ minutes: 2 })
    await matsui.call(holdCall, { params, body: { id: desk.newId(), reason: '配送記録を調べる' } })
    desk.clock.advance({ seconds: 45 })
    await matsui.call(resumeCall, { params, body: { id: desk.newId() } })
    desk.clock.advance({ minutes: 1 })
    value(await hangUp(matsui, call.id))
    const { entries } = value(
      await matsui.call(readTimeline, { params: { complaintId: call.complaintId } }),
    )
    expect(entries.map(({ type }) => type)).toEqual([
      'complaints.received',
      'complaints.assigned',
      'intake.call-started',
      'intake.call-held',
      'intake.call-resumed',
      'intake.call-ended',
    ])
    expect(entries.at(-2)?.payload).toMatchObject({ heldSeconds: 45 })
    expect(entries.at(-1)?.payload).toMatchObject({ seconds: 180, how: 'agreed' })
    const complaint = value(
      await matsui.call(readComplaint, { params: { complaintId: call.complaintId } }),
    )
    expect(complaint).toMatchObject({ channel: 'phone', words: '', owner: { name: '松井 あかり' } })
  })

  it('同じ操作が二度届いても、通話は一つ', async () => {
    const body = { id: desk.newId(), complaintId: desk.newId() }
    const first = value(await matsui.call(startCall, { body }))
    const again = value(await matsui.call(startCall, { body }))
    expect(again).toEqual(first)
    value(await hangUp(matsui, first.call.id))
    expect(value(await matsui.call(startCall, { body })).call.endedAt).not.toBeNull()
  })

  it('話している最中に別の通話は始められず、どの通話かを言う', async () => {
    const { call, number } = value(await ring(matsui))
    const second = await ring(matsui)
    expect(second.status).toBe(409)
    expect(second.detail).toContain(number)
    const mine = value(await matsui.call(listLiveCalls, { query: { mine: true } })).calls
    expect(mine.map(({ id }) => id)).toEqual([call.id])
    value(await hangUp(matsui, call.id))
    const next = value(await ring(matsui))
    value(await hangUp(matsui, next.call.id))
  })

  it('二つ同時に始めても、つながるのは一つ', async () => {
    const both = await Promise.all([ring(kobayashi), ring(kobayashi)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const mine = value(await kobayashi.call(listLiveCalls, { query: { mine: true } })).calls
    expect(mine).toHaveLength(1)
    value(await hangUp(kobayashi, mine[0]?.id ?? ''))
  })

  it('知っている番号なら、話す前にお客様と、守れなかった約束が分かる', async () => {
    const first = value(await ring(matsui, { phone: '054-200-0001' }))
    const promise = { words: '金曜17時までに折り返す', due: { on: '2026-11-24', at: '17:00' } }
    const params = { complaintId: first.call.complaintId }
    value(await matsui.call(makeCommitment, { params, body: { id: desk.newId(), ...promise } }))
    value(await hangUp(matsui, first.call.id))
    await desk.runJobs('2026-11-25T09:00:00+09:00')

    const second = value(await ring(kobayashi, { phone: '０５４（２００）０００１' }))
    const { customer } = value(
      await kobayashi.call(readComplaint, { params: { complaintId: second.call.complaintId } }),
    )
    expect(customer.customerId).not.toBeNull()
    const { matches } = value(
      await kobayashi.call(findCustomers, { query: { words: '0542000001' } }),
    )
    expect(matches).toHaveLength(1)
    expect(matches[0]).toMatchObject({
      customerId: customer.customerId,
      matchedBy: ['phone'],
      brokenPromises: 1,
      openPromises: 0,
    })
    expect(matches[0]?.complaints.map(({ id }) => id).toSorted()).toEqual(
      [first.call.complaintId, second.call.complaintId].toSorted(),
    )
    value(await hangUp(kobayashi, second.call.id))
  })

  it('開いている苦情の続きとして話せて、苦情は増えない', async () => {
    const first = value(await ring(matsui))
    value(await hangUp(matsui, first.call.id))
    const { complaintId } = first.call
    const again = value(await ring(matsui, { complaintId, continues: true, direction: 'out' }))
    expect(again.number).toBe(first.number)
    expect(again.call.direction).toBe('out')
    expect(await typesOf(complaintId)).toHaveLength(5)
    value(await hangUp(matsui, again.call.id))
  })

  it('もう受け付けた苦情を、新しい苦情として始めることはできない', async () => {
    const first = value(await ring(matsui))
    value(await hangUp(matsui, first.call.id))
    const again = await ring(matsui, { complaintId: first.call.complaintId })
    expect(again.ok ? '' : again.refusal.code).toBe('complaints.received-twice')
  })
})

describe('ほかの人の通話', () => {
  it('保留にはできないが、SVは切れたままの通話を終えられる', async () => {
    const { call } = value(await ring(matsui))
    const params = { callId: call.id }
    const held = await kobayashi.call(holdCall, {
      params,
      body: { id: desk.newId(), reason: '確認' },
    })
    expect(held.status).toBe(403)
    expect(held.detail).toContain('松井 あかり')
    expect((await hangUp(kobayashi, call.id)).status).toBe(403)
    expect(value(await hangUp(sasaki, call.id)).endedAt).not.toBeNull()
  })

  it('終わった通話、保留でない通話、ない通話は、そう言って断る', async () => {
    const { call } = value(await ring(matsui))
    const params = { callId: call.id }
    const codeOf = async (answer: Promise<Answer<unknown>>) => {
      const settled = await answer
      return settled.ok ? 'ok' : settled.refusal.code
    }
    const resumed = matsui.call(resumeCall, { params, body: { id: desk.newId() } })
    expect(await codeOf(resumed)).toBe('intake.call-not-held')
    await hangUp(matsui, call.id)
    expect(await codeOf(hangUp(matsui, call.id))).toBe('intake.call-over')
    const none = { callId: desk.newId() }
    expect(await codeOf(matsui.call(readCall, { params: none }))).toBe('intake.call-missing')
  })
})
