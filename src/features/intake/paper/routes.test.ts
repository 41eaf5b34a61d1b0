import { expect, it } from 'vitest'
import { readComplaint } from '#features/complaints/contract.ts'
import { listEvidence, uploadsPath } from '#features/complaints/evidence/contract.ts'
import { closeComplaint } from '#features/complaints/handling/contract.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { code, openDesk, value } from '#test/desk.ts'
import { registerPaper } from './contract.ts'

const desk = await openDesk()
const matsui = desk.as('matsui')
const letter = (more = {}) => ({
  id: desk.newId(),
  channel: 'letter' as const,
  receivedOn: '2026-11-20',
  words: '前略　先日の味噌の箱が、つぶれておりました。',
  broughtBy: '書留',
  customer: { name: '大森 節子', phone: '０３ー１２３４ー５６７８' },
  ...more,
})
const register = (body: ReturnType<typeof letter>) => matsui.call(registerPaper, { body })
const typesOf = async (complaintId: string) =>
  value(await matsui.call(readTimeline, { params: { complaintId } })).entries.map(
    ({ type }) => type,
  )

async function scan(complaintId: string) {
  const coded = (text: string) => Buffer.from(text).toString('base64')
  const told = `complaint ${coded(complaintId)},filename ${coded('一枚目.pdf')}`
  const headers = { 'tus-resumable': '1.0.0', 'x-test-person': 'matsui' }
  const type = { 'content-type': 'application/offset+octet-stream' }
  const sent = await desk.app.request(uploadsPath, {
    method: 'POST',
    headers: { ...headers, ...type, 'upload-length': '9', 'upload-metadata': told },
    body: '%PDF-1.7\n',
  })
  expect(sent.status).toBe(201)
}

it('手紙は、届いた日と書き写した言葉と先に送った読み取りを持つ、手紙の苦情になる', async () => {
  const body = letter()
  await scan(body.id)
  const { complaintId, number } = value(await register(body))
  expect([complaintId, number]).toEqual([body.id, expect.stringMatching(/^U26-/)])
  const params = { complaintId }
  const complaint = value(await matsui.call(readComplaint, { params }))
  expect(complaint).toMatchObject({
    channel: 'letter',
    words: body.words,
    customer: { phone: '03-1234-5678' },
  })
  expect(Date.parse(complaint.receivedAt)).toBe(Date.parse('2026-11-20T09:00:00+09:00'))
  const { evidence } = value(await matsui.call(listEvidence, { params }))
  expect(evidence).toMatchObject([
    { name: '一枚目.pdf', type: 'application/pdf', kind: 'document' },
  ])
  expect(await typesOf(complaintId)).toEqual([
    'complaints.received',
    'intake.paper-received',
    'complaints.evidence-added',
  ])
})

it('二度送っても一件のまま', async () => {
  const body = letter()
  const first = value(await register(body))
  expect(value(await register(body))).toEqual(first)
  expect(await typesOf(body.id)).toHaveLength(2)
})

it('すでにある苦情に加えると、お客様の言葉として並び、終了していれば開き直す', async () => {
  const { complaintId } = value(await register(letter()))
  const close = { id: desk.newId(), outcome: 'withdrawn' as const, reason: '取り下げ' }
  value(await desk.as('sasaki').call(closeComplaint, { params: { complaintId }, body: close }))
  value(await register(letter({ complaintId, channel: 'counter', receivedOn: '2026-11-24' })))
  expect((await typesOf(complaintId)).slice(-3)).toEqual([
    'complaints.reopened',
    'intake.paper-received',
    'complaints.noted',
  ])
})

it.each([
  [{ words: '　' }, 'intake.words-missing'],
  [{ receivedOn: '2026-12-01' }, 'intake.received-in-future'],
  [{ customer: { phone: '12' } }, 'intake.phone-unreadable'],
])('%j は受け付けず、次にすることを言う', async (more, refusal) => {
  expect(code(await register(letter(more)))).toBe(refusal)
})

it('応対しない人は登録できない', async () => {
  expect(code(await desk.as('nakano').call(registerPaper, { body: letter() }))).toBe(
    'access.not-allowed',
  )
})
