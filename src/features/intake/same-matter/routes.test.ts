import { describe, expect, it } from 'vitest'
import { keepCommitment, listComplaintCommitments } from '#features/commitments/contract.ts'
import { closeComplaint } from '#features/complaints/handling/contract.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { company } from '#test/cast.ts'
import { code, openDesk, value } from '#test/desk.ts'
import { readWebForm, submitWebForm } from '../contract.ts'
import { joinMatter, readSameMatter } from './contract.ts'

const desk = await openDesk()
const matsui = desk.as('matsui')
const nakano = desk.as('nakano')
const params = { slug: company.slug }
let people = 0

const somebody = () => {
  people += 1
  return { name: '小田 進', email: `oda-${people}@example.jp`, phone: `090-1111-${1000 + people}` }
}
async function submit(more: { words?: string; customer?: object; details?: object } = {}) {
  const usual = { words: '届いた鍋の取っ手がぐらつきます。', customer: {}, details: {} }
  const body = { id: desk.newId(), ...usual, openSeconds: 60, ...more }
  const answer = value(await desk.customer.call(submitWebForm, { params, body }))
  await desk.runJobs()
  return { id: body.id, ...answer }
}
const on = (complaintId: string) => ({ params: { complaintId } })
const found = async (complaintId: string) =>
  value(await matsui.call(readSameMatter, on(complaintId)))
async function entries(complaintId: string) {
  const query = { params: { complaintId }, query: {} }
  return value(await matsui.call(readTimeline, query)).entries
}
const typesOf = async (complaintId: string) =>
  (await entries(complaintId)).map(({ type }) => type).filter((type) => /joined|same/.test(type))
async function keepAll(complaintId: string) {
  const { commitments } = value(await matsui.call(listComplaintCommitments, on(complaintId)))
  for (const { id } of commitments) {
    const body = { id: desk.newId(), how: 'お電話した' }
    value(await matsui.call(keepCommitment, { params: { commitmentId: id }, body }))
  }
}
const joining = (olderId: string) => ({ id: desk.newId(), olderId })

describe('前からの苦情と同じ件', () => {
  it.each([
    ['受付番号', 'number', (number: string) => ({ words: `先日の${number}の件、まだです。` })],
    ['注文番号', 'order', () => ({ details: { orderNumber: 'ｍ－２０４８１１' } })],
  ] as const)(
    '同じ連絡先で%sがあれば、両方の机に出る。お客様には何も言わない',
    async (_, because, say) => {
      const customer = somebody()
      const details = { orderNumber: 'M-204811' }
      const older = await submit({ customer, details })
      const byPhone = { name: customer.name, phone: customer.phone }
      const newer = await submit({ customer: byPhone, ...say(older.number) })
      expect(await found(newer.id)).toEqual({
        older: { complaintId: older.id, number: older.number, because },
        isJoined: false,
      })
      expect((await entries(older.id)).at(-1)).toMatchObject({
        type: 'intake.perhaps-same',
        payload: { otherId: newer.id, otherNumber: newer.number, isOlder: false, because },
      })
      expect(newer.words.replaceAll(newer.number, '')).toBe(
        older.words.replaceAll(older.number, ''),
      )
      expect(JSON.stringify(newer)).not.toContain(older.number)
    },
  )

  it('番号だけを知っている人、終わった苦情、別の注文では、何も出ない', async () => {
    const customer = somebody()
    const older = await submit({ customer, details: { orderNumber: 'M-1' } })
    const guess = { words: `${older.number} の件です。`, customer: somebody() }
    const others = [
      await submit(guess),
      await submit({ words: `${older.number} の件です。` }),
      await submit({ customer, details: { orderNumber: 'M-2' } }),
    ]
    for (const { id } of others) expect((await found(id)).older).toBeNull()
    expect(await typesOf(older.id)).toEqual([])
    await keepAll(older.id)
    const closing = { id: desk.newId(), outcome: 'withdrawn' as const, reason: '取り下げ' }
    const closed = await matsui.call(closeComplaint, { ...on(older.id), body: closing })
    expect(closed.status).toBe(200)
    expect((await found((await submit({ ...guess, customer })).id)).older).toBeNull()
  })

  it('言葉は一度だけ、前の苦情に加わる', async () => {
    const customer = somebody()
    const older = await submit({ customer })
    const words = `${older.number} の鍋、取っ手が取れました。`
    const newer = await submit({ customer, words })
    const body = joining(older.id)
    value(await matsui.call(joinMatter, { ...on(newer.id), body }))
    value(await matsui.call(joinMatter, { ...on(newer.id), body }))
    const again = await matsui.call(joinMatter, { ...on(newer.id), body: joining(older.id) })
    expect([code(again), again.detail]).toEqual([
      'intake.already-joined',
      expect.stringContaining(older.number),
    ])
    expect(await typesOf(newer.id)).toEqual(['intake.perhaps-same', 'intake.joined'])
    expect(await typesOf(older.id)).toEqual(['intake.perhaps-same', 'intake.joined'])
    const noted = (await entries(older.id)).filter(({ payload }) => payload?.['text'] === words)
    expect(noted).toHaveLength(1)
    expect((await found(newer.id)).isJoined).toBe(true)
  })

  it('候補でない苦情には加えられず、読むだけの人は加えられない', async () => {
    const [one, other] = [await submit({ customer: somebody() }), await submit()]
    const no = await matsui.call(joinMatter, { ...on(other.id), body: joining(one.id) })
    expect(code(no)).toBe('intake.not-the-same')
    const reader = await nakano.call(joinMatter, { ...on(other.id), body: joining(one.id) })
    expect(reader.status).toBe(403)
    const missing = await matsui.call(readSameMatter, on(desk.newId()))
    expect(code(missing)).toBe('complaints.missing')
    expect(value(await desk.customer.call(readWebForm, { params })).isOpen).toBe(true)
  })
})
