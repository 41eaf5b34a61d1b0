import { describe, expect, it } from 'vitest'
import { decideOwner, saveDesk } from '#features/assignment/contract.ts'
import { listComplaintCommitments, makeCommitment } from '#features/commitments/contract.ts'
import { readComplaint } from '#features/complaints/contract.ts'
import { receiveComplaint } from '#features/intake/contract.ts'
import { code, openDesk, value } from '#test/desk.ts'
import {
  listTransfers,
  makeTransfer,
  readTransferables,
  undoTransfer,
} from '../absences/contract.ts'
import { askSupervisor, listEscalations } from '../contract.ts'
import { confirmShiftItem, listShifts, readShift, readShiftLines, tellShift } from './contract.ts'

const desk = await openDesk()
const matsui = desk.as('matsui')
const kobayashi = desk.as('kobayashi')
const kawabata = desk.as('kawabata')
const sasaki = desk.as('sasaki')
const takagi = desk.as('takagi')

async function ownedBy(person: typeof matsui, words = '返事がありません。'): Promise<string> {
  const body = { id: desk.newId(), channel: 'mail' as const, words }
  const { complaintId } = value(await person.call(receiveComplaint, { body }))
  const params = { complaintId }
  const { owner } = value(await person.call(readComplaint, { params }))
  if (owner?.memberId !== person.memberId) {
    const giving = { id: desk.newId(), memberId: person.memberId, fromId: owner?.memberId ?? null }
    value(await person.call(decideOwner, { params, body: giving }))
  }
  return complaintId
}
const promise = (complaintId: string) =>
  matsui.call(makeCommitment, {
    params: { complaintId },
    body: { id: desk.newId(), words: '原因をお電話する', due: { phrase: '明日の17時まで' } },
  })
const ownerOf = async (complaintId: string) =>
  value(await sasaki.call(readComplaint, { params: { complaintId } })).owner?.name
const promisesOf = async (complaintId: string) =>
  value(await sasaki.call(listComplaintCommitments, { params: { complaintId } })).commitments

describe('申し送り', () => {
  it('一件を一行で渡し、受け取った人だけが一件ずつ確かめる', async () => {
    const complaintId = await ownedBy(matsui)
    value(await promise(complaintId))
    const { lines } = value(await matsui.call(readShiftLines, { query: {} }))
    expect(lines).toMatchObject([
      { complaintId, promise: { words: '原因をお電話する', isBroken: false } },
    ])
    const id = desk.newId()
    const items = [{ complaintId, remark: '夕方は留守だそうです' }]
    const body = { id, toId: kobayashi.memberId, items }
    value(await matsui.call(tellShift, { body }))
    expect(value(await matsui.call(tellShift, { body })).shift.id).toBe(id)
    const params = { shiftId: id, complaintId }
    expect(code(await matsui.call(confirmShiftItem, { params }))).toBe('escalation.shift-not-yours')
    value(await kobayashi.call(confirmShiftItem, { params }))
    const { shifts } = value(await matsui.call(listShifts))
    expect(shifts).toHaveLength(1)
    expect(shifts[0]?.items[0]).toMatchObject({ remark: '夕方は留守だそうです' })
    expect(shifts[0]?.items[0]?.confirmedAt).not.toBeNull()
    expect(value(await kawabata.call(listShifts)).shifts).toEqual([])
  })

  it('ほかの人の分は見られず、渡せない。SVは渡せる', async () => {
    const query = { memberId: matsui.memberId }
    expect(code(await kobayashi.call(readShiftLines, { query }))).toBe('escalation.shift-of-other')
    const { lines } = value(await sasaki.call(readShiftLines, { query }))
    const items = lines.map(({ complaintId }) => ({ complaintId, remark: '' }))
    const body = { id: desk.newId(), fromId: matsui.memberId, toId: kawabata.memberId, items }
    expect(code(await kobayashi.call(tellShift, { body }))).toBe('escalation.shift-of-other')
    const { shift } = value(await sasaki.call(tellShift, { body: { ...body, id: desk.newId() } }))
    expect(shift).toMatchObject({ fromName: '松井 あかり', toName: '川端 ゆり' })
    const self = { ...body, id: desk.newId(), toId: matsui.memberId }
    expect(code(await sasaki.call(tellShift, { body: self }))).toBe('escalation.shift-to-self')
  })
})

describe('窓口の申し送り', () => {
  const deskId = desk.newId()
  const tellDesk = (by: typeof matsui, more = {}) =>
    by.call(tellShift, {
      body: {
        id: desk.newId(),
        toDeskId: deskId,
        note: '18時から注文の画面が止まります',
        items: [],
        ...more,
      },
    })

  it('窓口の全員に伝わり、誰が見たかが分かり、行は一人が確かめれば済む', async () => {
    const memberIds = [matsui, kobayashi, takagi].map((each) => each.memberId)
    const fields = { name: '夜の窓口', memberIds, skills: [], hours: null, assignsAtArrival: false }
    value(await desk.as('fujii').call(saveDesk, { params: { deskId }, body: fields }))
    const complaintId = await ownedBy(matsui, '約束の時間に届きません。')
    value(await promise(complaintId))
    const query = { deskId }
    const { lines } = value(await kobayashi.call(readShiftLines, { query }))
    expect(lines.find((each) => each.complaintId === complaintId)).toMatchObject({
      heeds: expect.arrayContaining(['due']),
      ownerName: '松井 あかり',
    })
    expect(code(await kawabata.call(readShiftLines, { query }))).toBe('escalation.shift-of-other')
    const items = [{ complaintId, remark: '' }]
    const { shift } = value(await tellDesk(matsui, { fromDeskId: deskId, items }))
    expect(shift).toMatchObject({ toName: '夜の窓口', fromName: '夜の窓口', reads: [] })
    expect(shift.unread.map(({ name }) => name).toSorted()).toEqual(['小林 大輔', '高木 誠'])

    const params = { shiftId: shift.id }
    expect(code(await matsui.call(readShift, { params }))).toBe('escalation.shift-not-yours')
    value(await kobayashi.call(readShift, { params }))
    const again = value(await kobayashi.call(readShift, { params })).shift
    expect(again.reads.map(({ name }) => name)).toEqual(['小林 大輔'])
    expect(again.unread.map(({ name }) => name)).toEqual(['高木 誠'])
    value(await takagi.call(confirmShiftItem, { params: { ...params, complaintId } }))
    const { shifts } = value(await kobayashi.call(listShifts))
    const told = shifts.find(({ id }) => id === shift.id)
    expect(told?.items).toMatchObject([{ confirmedByName: '高木 誠' }])
    expect(told?.note).toContain('18時から')
  })

  it('宛てがない、伝えることがない、ほかの窓口の分は、どうすればよいかを言って断る', async () => {
    const nobody = await tellDesk(matsui, { toDeskId: undefined })
    expect(code(nobody)).toBe('escalation.shift-to-nobody')
    expect(nobody.detail).toContain('選んでください')
    expect(code(await tellDesk(matsui, { note: '' }))).toBe('escalation.shift-empty')
    expect(code(await tellDesk(matsui, { toDeskId: desk.newId() }))).toBe(
      'escalation.shift-desk-missing',
    )
    expect(code(await tellDesk(kawabata, { fromDeskId: deskId }))).toBe('escalation.shift-of-other')
    expect(code(await tellDesk(sasaki, { fromDeskId: deskId }))).toBe('ok')
  })
})

describe('不在の引き渡し', () => {
  it('苦情、約束、折り返しがまとめて移り、元に戻せる', async () => {
    const complaintId = await ownedBy(matsui, '瓶が割れて届きました。')
    value(await promise(complaintId))
    const { request } = value(
      await kobayashi.call(askSupervisor, {
        params: { complaintId },
        body: {
          id: desk.newId(),
          kind: 'named-person',
          reason: '松井さんとのお話をお望みです',
          toId: matsui.memberId,
        },
      }),
    )
    expect(request.toName).toBe('松井 あかり')
    const params = { memberId: matsui.memberId }
    expect(code(await kobayashi.call(readTransferables, { params }))).toBe(
      'escalation.transfer-of-other',
    )
    const { lines } = value(await sasaki.call(readTransferables, { params }))
    const mine = lines.filter((each) => each.complaintId === complaintId)
    expect(mine.map(({ kind }) => kind).toSorted()).toEqual(['complaint', 'promise', 'request'])
    expect(mine.every(({ toId }) => toId !== matsui.memberId)).toBe(true)
    const items = mine.map(({ kind, id }) => ({ kind, id, toId: takagi.memberId }))
    const id = desk.newId()
    const body = { id, fromId: matsui.memberId, reason: '急なお休みのため', items }
    const { transfer } = value(await sasaki.call(makeTransfer, { body }))
    expect(transfer.items.map(({ refusal }) => refusal)).toEqual([null, null, null])
    expect(await ownerOf(complaintId)).toBe('高木 誠')
    expect(await promisesOf(complaintId)).toMatchObject([{ ownerName: '高木 誠' }])
    const waiting = async () =>
      value(await sasaki.call(listEscalations, { query: { complaintId } })).requests
    expect(await waiting()).toMatchObject([{ toName: '高木 誠' }])
    value(await sasaki.call(makeTransfer, { body }))
    expect(value(await sasaki.call(listTransfers)).transfers).toHaveLength(1)

    const undoing = { params: { transferId: id } }
    expect(value(await sasaki.call(undoTransfer, undoing)).transfer.undoneAt).not.toBeNull()
    expect(await ownerOf(complaintId)).toBe('松井 あかり')
    expect(await promisesOf(complaintId)).toMatchObject([{ ownerName: '松井 あかり' }])
    expect(await waiting()).toMatchObject([{ toName: '松井 あかり' }])
    expect(code(await sasaki.call(undoTransfer, undoing))).toBe('escalation.transfer-undone')
  })

  it('もう人のものになった行は、理由を言って、ほかの行だけが移る', async () => {
    const mine = await ownedBy(matsui, '箱が濡れていました。')
    const other = await ownedBy(kawabata, '色が違いました。')
    const items = [mine, other].map((id) => ({
      kind: 'complaint' as const,
      id,
      toId: kobayashi.memberId,
    }))
    const body = { id: desk.newId(), fromId: matsui.memberId, reason: '休むため', items }
    const { transfer } = value(await matsui.call(makeTransfer, { body }))
    expect(transfer.items[0]?.refusal).toBeNull()
    expect(transfer.items[1]?.refusal).toContain('担当ではない')
    expect(await ownerOf(mine)).toBe('小林 大輔')
    expect(await ownerOf(other)).toBe('川端 ゆり')
  })
})
