import { describe, expect, it } from 'vitest'
import { readComplaint, listComplaints } from '#features/complaints/contract.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { listComplaintCommitments } from '#features/commitments/contract.ts'
import { company } from '#test/cast.ts'
import { openDesk, value } from '#test/desk.ts'
import { readWebForm, receiveComplaint, submitWebForm } from './contract.ts'

const desk = await openDesk()
const matsui = desk.as('matsui')
const params = { slug: company.slug }

const told = (more = {}) => ({
  id: desk.newId(),
  words: '届いた鍋の取っ手がぐらつきます。',
  customer: { name: '小田 進', email: 'oda@example.jp' },
  details: { product: '片手鍋' },
  ...more,
})
const submit = (body: ReturnType<typeof told> & { website?: string }) =>
  desk.customer.call(submitWebForm, { params, body })
const on = (complaintId: string) => ({ params: { complaintId } })

describe('Webフォーム', () => {
  it('サインインせずに開け、いつまでに返事があるかが分かる', async () => {
    const form = value(await desk.customer.call(readWebForm, { params }))
    expect(form).toEqual({
      organisationName: 'みなと食卓',
      hours: [{ weekdays: [1, 2, 3, 4, 5], days: [], opens: '09:00', closes: '18:00' }],
      closedOn: [],
      answeredBy: '2026-11-25T09:00:00Z',
      largestMegabytes: 500,
      mostFiles: 20,
      isOpen: true,
      prepare: [],
    })
  })

  it('知らないアドレスには、そう答える', async () => {
    const form = await desk.customer.call(readWebForm, { params: { slug: 'nowhere' } })
    expect(form.status).toBe(404)
    expect(form.detail).toContain('アドレス')
  })

  it('送るとすぐに番号と日時が返り、それがそのまま約束になる', async () => {
    const body = told()
    const answer = value(await submit(body))
    expect(answer.nextContactAt).toBe('2026-11-25T09:00:00Z')
    expect(answer.words).toBe(
      `小田 進様、お知らせくださり、ありがとうございます。受付番号 ${answer.number} で、たしかに承りました。いただいた内容を担当の者が読み、11月25日（水）18時までにご連絡いたします。（みなと食卓）`,
    )
    await desk.runJobs()
    const { commitments } = value(await matsui.call(listComplaintCommitments, on(body.id)))
    expect(commitments.map(({ dueAt }) => Date.parse(dueAt))).toEqual([
      Date.parse(answer.nextContactAt),
    ])
    const { entries } = value(await matsui.call(readTimeline, on(body.id)))
    expect(entries.slice(0, 2).map(({ type, byName }) => [type, byName])).toEqual([
      ['complaints.received', 'お客様'],
      ['intake.acknowledged', 'お客様'],
    ])
  })

  it('二度押されても、同じ番号と同じ言葉', async () => {
    const body = told()
    const [first, second] = await Promise.all([submit(body), submit(body)])
    desk.clock.advance({ hours: 1 })
    const third = await submit(body)
    expect(value(second)).toEqual(value(first))
    expect(value(third)).toEqual(value(first))
  })

  it('ご連絡先がなければ、守れない日時は約束しない', async () => {
    const body = told({ customer: {} })
    const answer = value(await submit(body))
    expect(answer.words).toContain('ご連絡先を伺っていない')
    await desk.runJobs()
    const { commitments } = value(await matsui.call(listComplaintCommitments, on(body.id)))
    expect(commitments).toEqual([])
  })

  it('罠の欄が埋まっていても答えは同じ。受けたものは印をつけて残し、約束はしない', async () => {
    const body = { ...told(), website: 'https://spam.example' }
    const answer = value(await submit(body))
    expect(Object.keys(answer)).toEqual(Object.keys(value(await submit(told()))))
    const complaint = value(await matsui.call(readComplaint, on(body.id)))
    expect(complaint.subject).toContain('自動投稿の疑い')
    expect(complaint.words).toBe(body.words)
    await desk.runJobs()
    const { commitments } = value(await matsui.call(listComplaintCommitments, on(body.id)))
    expect(commitments).toEqual([])
  })

  it.each([
    ['空の言葉', { words: '　 ' }, 'intake.words-missing'],
    ['長すぎる言葉', { words: 'あ'.repeat(20_001) }, 'intake.words-too-long'],
    ['届かないメール', { customer: { email: 'oda@' } }, 'intake.email-unreadable'],
  ])('%sは、直し方を言って断る', async (_, wrong, code) => {
    const answer = await submit(told(wrong))
    expect(answer.status).toBe(422)
    expect(answer.ok ? '' : answer.refusal.code).toBe(code)
    expect(answer.detail).toMatch(/。$/u)
  })

  it('フォームに書かれたことで、知っているお客様の控えは変わらない', async () => {
    const known = told({ customer: { name: '大西 薫', phone: '054-300-0001' } })
    value(await matsui.call(receiveComplaint, { body: { ...known, channel: 'mail' } }))
    const customer = { name: '大西', phone: '0543000001', email: 'someone-else@example.jp' }
    const body = told({ customer })
    value(await submit(body))
    const [first, second] = [
      value(await matsui.call(readComplaint, on(known.id))),
      value(await matsui.call(readComplaint, on(body.id))),
    ]
    expect(second.customer.customerId).toBe(first.customer.customerId)
    const later = told({ customer: { phone: '054-300-0001' } })
    value(await matsui.call(receiveComplaint, { body: { ...later, channel: 'mail' } }))
    const third = value(await matsui.call(readComplaint, on(later.id)))
    expect(third.customer).toMatchObject({ name: '大西 薫' })
    expect(third.customer.email).toBeUndefined()
  })

  it('お客様は、人の記録を読めない', async () => {
    const body = told()
    value(await submit(body))
    expect((await desk.customer.call(readComplaint, on(body.id))).status).toBe(401)
  })
})

describe('続けて送られるとき', () => {
  it('一つの住所から二十件を超えると止め、待つ時間を言う', async () => {
    const send = () =>
      desk.app.request(
        `/api/intake/web-forms/${company.slug}/complaints`,
        {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(told()),
        },
        { incoming: { socket: { remoteAddress: '203.0.113.9' } } },
      )
    const statuses: number[] = []
    for (let i = 0; i < 21; i += 1) statuses.push((await send()).status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(20)
    expect(statuses.at(-1)).toBe(429)
    expect(await (await send()).json()).toMatchObject({
      detail: expect.stringContaining('1分ほど待って'),
    })
    expect((await submit(told())).status).toBe(200)
  })
})

describe('手で入れる受付', () => {
  it('メールも手紙も、言葉と経路だけで受けられる', async () => {
    const body = {
      id: desk.newId(),
      channel: 'letter' as const,
      words: '箸が一膳足りませんでした。',
    }
    const received = value(await matsui.call(receiveComplaint, { body }))
    expect(received).toMatchObject({ complaintId: body.id, nextContactAt: '2026-11-25T09:00:00Z' })
    const { complaints } = value(
      await matsui.call(listComplaints, { query: { view: 'unassigned', words: '箸が一膳' } }),
    )
    expect(complaints.map(({ number }) => number)).toEqual([received.number])
  })

  it('届いた日時はさかのぼれるが、先の日時にはできない', async () => {
    const body = { id: desk.newId(), channel: 'mail' as const, words: '返事がありません。' }
    const receivedAt = '2026-11-20T05:00:00Z'
    const past = value(await matsui.call(receiveComplaint, { body: { ...body, receivedAt } }))
    expect(past.nextContactAt).toBe('2026-11-24T09:00:00Z')
    const future = await matsui.call(receiveComplaint, {
      body: { ...body, id: desk.newId(), receivedAt: '2026-12-01T00:00:00Z' },
    })
    expect(future.ok ? '' : future.refusal.code).toBe('intake.received-in-future')
  })

  it('書かれた言葉の合図は、受けたときに聞き取る', async () => {
    const body = {
      id: desk.newId(),
      channel: 'mail' as const,
      words: '責任者を出してください。',
    }
    value(await matsui.call(receiveComplaint, { body }))
    const { entries } = value(await matsui.call(readTimeline, on(body.id)))
    expect(entries[0]?.payload?.['cues']).toMatchObject([{ code: 'asks_supervisor' }])
  })
})
