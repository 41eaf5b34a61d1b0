import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { makeKey } from '#features/access/keys/contract.ts'
import { changeChatSettings } from '#features/chat/contract.ts'
import { openChat } from '#features/chat/window/contract.ts'
import { listComplaints, readComplaint } from '#features/complaints/contract.ts'
import { endCall, startCall, submitWebForm } from '#features/intake/contract.ts'
import { bringFile, checkImport, startImport } from '#features/intake/import/contract.ts'
import { registerPaper } from '#features/intake/paper/contract.ts'
import { aMail, aMailbox, arrive } from '#features/letters/factory.ts'
import { company } from '#test/cast.ts'
import { openDesk, value } from '#test/desk.ts'
import { openPostOffice } from '#test/post-office.ts'
import { readStanding } from './contract.ts'
import { ishikawa, planningAt } from './factory.ts'

const desk = await openDesk()
const office = await openPostOffice()
const { received, agreed, entriesOf } = planningAt(desk)
const [kobayashi, takagi, admin] = [desk.as('kobayashi'), desk.as('takagi'), desk.as('fujii')]
const slug = { slug: company.slug }
value(await aMailbox(desk, office))
value(await admin.call(changeChatSettings, { body: { isOn: true } }))
const first = await received()
await agreed(first)

const customer = ishikawa
const words = '先日の返金の件です。'
const at = () => desk.clock.now().toString()

async function byMail() {
  const messageId = `<${desk.newId()}@example.jp>`
  const from = `石川 剛 <${ishikawa.email}>`
  const { complaint } = await arrive(
    desk,
    aMail({ from, subject: '返金の件', messageId, text: words }),
  )
  return complaint?.complaintId ?? ''
}
async function byForm() {
  const body = { id: desk.newId(), words, customer, details: {} }
  value(await desk.customer.call(submitWebForm, { params: slug, body }))
  return body.id
}
async function byChat() {
  const body = { id: desk.newId(), token: randomBytes(32).toString('hex'), words, customer }
  value(await desk.customer.call(openChat, { params: slug, body }))
  return body.id
}
async function byPhone() {
  const [id, complaintId] = [desk.newId(), desk.newId()]
  const body = { id, complaintId, direction: 'in' as const, phone: ishikawa.phone }
  const { call } = value(await kobayashi.call(startCall, { body }))
  const ending = { id: desk.newId(), how: 'agreed' as const }
  value(await kobayashi.call(endCall, { params: { callId: call.id }, body: ending }))
  return complaintId
}
const byPaper = (channel: 'letter' | 'counter') => async () => {
  const body = { id: desk.newId(), channel, receivedOn: '2026-11-24', words, customer }
  return value(await kobayashi.call(registerPaper, { body })).complaintId
}
async function byKey() {
  const permissions = ['receive-complaints' as const]
  const key = { id: desk.newId(), name: '店頭の端末', permissions, perMinute: 60 }
  const { secret } = value(await admin.call(makeKey, { body: key }))
  const id = desk.newId()
  const answer = await desk.app.request('/api/intake/complaints', {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: JSON.stringify({ id, channel: 'api', words, customer }),
  })
  expect(answer.status).toBe(200)
  return id
}
async function byImport() {
  const told = '移行した石川様の件です'
  const file = `管理番号,受付日,氏名,電話,経路,状況,内容\r\n9,2026/11/20,石川 剛,045-900-7777,電話,未対応,${told}`
  const brought = await desk.app.request(`/api/intake/imports?id=${desk.newId()}&name=a.csv`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'x-test-person': 'fujii' },
    body: file,
  })
  const { id } = bringFile.answer.parse(await brought.json())
  const params = { importId: id }
  value(await admin.call(checkImport, { params }))
  value(await admin.call(startImport, { params }))
  await desk.runJobs()
  const found = await admin.call(listComplaints, { query: { view: 'all', words: told } })
  return value(found).complaints[0]?.id ?? ''
}

const complaintOf = async (complaintId: string) =>
  value(await kobayashi.call(readComplaint, { params: { complaintId } }))
const holdsFor = async (complaintId: string) =>
  value(await kobayashi.call(readStanding, { params: { complaintId } })).holds

describe('取り決めがあっても、どの入口からの申し出も受け付ける', () => {
  it.each([
    ['電話', byPhone],
    ['メール', byMail],
    ['Webフォーム', byForm],
    ['チャット', byChat],
    ['手紙', byPaper('letter')],
    ['店頭', byPaper('counter')],
    ['API', byKey],
  ])('%s：番号が付き、開いたまま、窓口に渡る', async (_, arrives) => {
    const complaintId = await arrives()
    await desk.runJobs()
    const { number, state, owner } = await complaintOf(complaintId)
    expect(number).toMatch(/^U26-\d{5}$/)
    expect(state).not.toBe('closed')
    expect(owner?.memberId).toBe(takagi.memberId)
    const types = (await entriesOf(complaintId)).map(({ type }) => type)
    expect(types).toEqual(
      expect.arrayContaining(['complaints.received', 'harassment.plan-applied']),
    )
    expect(await holdsFor(complaintId)).toMatchObject([{ restricts: true, why: 'covered' }])
  })

  it('取り込みで来た申し出も、番号が付き、開いたまま、取り決めが見える', async () => {
    const complaintId = await byImport()
    const { number, state } = await complaintOf(complaintId)
    expect([number, state]).toEqual([expect.stringMatching(/^U26-\d{5}$/), 'received'])
    expect(await holdsFor(complaintId)).toMatchObject([{ restricts: true, why: 'covered' }])
  })

  it('フォームには、ほかのお客様と同じ、番号と次のご連絡が返る', async () => {
    const body = { id: desk.newId(), words, customer, details: {} }
    const told = value(await desk.customer.call(submitWebForm, { params: slug, body }))
    expect(told.number).toMatch(/^U26-/)
    expect(Temporal.Instant.compare(told.nextContactAt, at())).toBeGreaterThan(0)
  })

  it('けがの言葉がある申し出は、窓口を待たず、ふだんの割り当てに進み、何も引き止めない', async () => {
    const body = {
      id: desk.newId(),
      words: '発火して、子どもがやけどしました。',
      customer,
      details: {},
    }
    value(await desk.customer.call(submitWebForm, { params: slug, body }))
    await desk.runJobs()
    const types = (await entriesOf(body.id)).map(({ type }) => type)
    expect(types).not.toContain('harassment.plan-applied')
    expect(await holdsFor(body.id)).toMatchObject([{ restricts: false, why: 'safety' }])
  })
})
