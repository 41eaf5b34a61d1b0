import { describe, expect, it } from 'vitest'
import Encoding from 'encoding-japanese'
import { understand } from '#platform/mail/understand.ts'
import { listComplaints } from '#features/complaints/contract.ts'
import { listWaitingMail, rereadMail } from '#features/intake/mail/contract.ts'
import { aMail, aMailbox, arrive } from '#features/letters/factory.ts'
import { code, openDesk, value } from '#test/desk.ts'
import { openPostOffice } from '#test/post-office.ts'
import { listEscalations } from '#features/escalation/contract.ts'
import { receiveComplaint } from '#features/intake/contract.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { company } from '#test/cast.ts'
import { readAnswerPage } from '../answering/contract.ts'
import { askDepartment, readLink, revokeLink } from '../contract.ts'
import { changeInquirySettings, saveDepartment } from '../departments/contract.ts'
import {
  askingAt,
  factoryAddress,
  factoryFields,
  headAddress,
  nothingShown,
  tokenIn,
} from '../factory.ts'

const desk = await openDesk()
const office = await openPostOffice()
const [kobayashi, admin] = [desk.as('kobayashi'), desk.as('fujii')]
const factoryId = desk.newId()
const { asked, listed, entriesOf } = askingAt(desk, office, factoryId)

value(await aMailbox(desk, office))
value(
  await admin.call(saveDepartment, { params: { departmentId: factoryId }, body: factoryFields }),
)
value(
  await admin.call(changeInquirySettings, {
    body: { deskUrl: 'https://desk.minato.example', linkDays: 14 },
  }),
)

const sentSubject = (address = factoryAddress) =>
  understand(office.posted.findLast(({ to }) => to.includes(address))?.bytes ?? Buffer.alloc(0))
    .subject

let count = 0
/** As a telephone, a ticket tool or a colleague's own program answers: without In-Reply-To and References. */
function answering(
  subject: string,
  { from = `佐藤 <${factoryAddress}>`, text = '検査は合格でした。' } = {},
) {
  count += 1
  return arrive(desk, aMail({ from, subject, messageId: `<loose-${count}@factory>`, text }))
}
const complaints = async () => value(await kobayashi.call(listComplaints, { query: {} })).total
const lastTurn = async (complaintId: string) => (await listed(complaintId))[0]?.turns.at(-1)
const iso2022 = (subject: string) =>
  `=?ISO-2022-JP?B?${Buffer.from(Encoding.convert(subject, { to: 'JIS', from: 'UNICODE', type: 'array' } as const)).toString('base64')}?=`

describe('部署が、スレッドの印のないメールで返す', () => {
  it('こちらの件名には、その一通だけの照会番号がある', async () => {
    await asked()
    const first = sentSubject()
    await asked()
    expect(first).toMatch(/［照会番号 [0-9a-f]{16}］$/u)
    expect(sentSubject()).not.toBe(first)
  })

  it.each([
    ['Re: を付けただけ', (subject: string) => `Re: ${subject}`],
    ['別の人が転送して', (subject: string) => `FW: Re: ${subject}`],
    ['半角の括弧に変わって', (s: string) => `RE: ${s.replace('［', '[').replace('］', ']')}`],
    ['全角の数字に変わって', (s: string) => `返信：${s.normalize('NFKC').replaceAll('1', '１')}`],
    ['番号だけを書いて', (s: string) => `回答 照会番号：${/[0-9a-f]{16}/u.exec(s)?.[0] ?? ''}`],
    ['JISで符号化されて', (subject: string) => iso2022(`Re: ${subject}`)],
  ])('%sも、照会に入り、新しい苦情にならない', async (_, written) => {
    const { complaintId } = await asked()
    const before = await complaints()
    const came = await answering(written(sentSubject()), {
      from: '佐藤（携帯） <sato@phone.example>',
    })
    expect(came).toMatchObject({ state: 'entered', complaint: { complaintId } })
    await desk.runJobs()
    expect(await lastTurn(complaintId)).toMatchObject({ kind: 'mail', text: '検査は合格でした。' })
    expect(await complaints()).toBe(before)
    const types = (await entriesOf(complaintId)).map(({ type }) => type)
    expect(types).not.toContain('complaints.noted')
  })

  it('一つの苦情に照会が二つあっても、番号の照会に入る', async () => {
    const { complaintId, body, inquiry } = await asked()
    const first = sentSubject()
    const again = { ...body, id: desk.newId(), question: '同じ箱の品はほかにありますか。' }
    const sent = { params: { complaintId }, body: again }
    value(await kobayashi.call(askDepartment, sent))
    await desk.runJobs()
    await answering(`Re: ${first}`)
    await desk.runJobs()
    const [answered] = (await listed(complaintId)).filter(({ id }) => id === inquiry.id)
    expect(answered?.turns.at(-1)?.kind).toBe('mail')
  })

  it('番号がなくても、照会した宛先から受付番号を書いて来れば、その照会に入る', async () => {
    const { complaintId, number } = await asked()
    const came = await answering(`${number} の件、回答します`)
    expect(came.complaint?.complaintId).toBe(complaintId)
    await desk.runJobs()
    expect(await lastTurn(complaintId)).toMatchObject({ kind: 'mail', byName: '佐藤' })
  })

  it('知らない人が受付番号だけを書いても、照会の答えにはならない', async () => {
    const { complaintId, number } = await asked()
    await answering(`${number} の件`, { from: 'だれか <who@elsewhere.example>' })
    await desk.runJobs()
    expect((await lastTurn(complaintId))?.kind).toBe('question')
  })

  it('でたらめな照会番号は、どこにも入らない', async () => {
    await asked()
    const before = await complaints()
    const from = 'だれか <who@elsewhere.example>'
    const came = await answering('照会番号 0123456789abcdef', { from })
    expect(came.complaint).not.toBeNull()
    expect(await complaints()).toBe(before + 1)
  })
})

describe('部署からの、行き先の分からないメール', () => {
  it('苦情にせず取り分け、どの件かの見当を添え、人が照会へ入れる', async () => {
    desk.clock.advance({ hours: 1 })
    const { complaintId, number } = await asked()
    const before = await complaints()
    const came = await answering('先ほどの件です')
    expect(came).toMatchObject({ state: 'set-aside', reason: 'department', complaint: null })
    expect(await complaints()).toBe(before)
    const { mails } = value(await kobayashi.call(listWaitingMail))
    const waiting = mails.find(({ id }) => id === came.mailId)
    expect(waiting?.suggestion).toEqual({ complaintId, number })
    const params = { mailId: came.mailId }
    const stays = value(await kobayashi.call(rereadMail, { params, body: {} }))
    expect(stays.state).toBe('set-aside')
    const nowhere = { answersId: desk.newId() }
    expect(value(await kobayashi.call(rereadMail, { params, body: nowhere })).state).toBe(
      'set-aside',
    )
    const body = { answersId: complaintId }
    const entered = value(await kobayashi.call(rereadMail, { params, body }))
    expect(entered.complaint?.complaintId).toBe(complaintId)
    await desk.runJobs()
    expect(await lastTurn(complaintId)).toMatchObject({ kind: 'mail', text: '検査は合格でした。' })
  })

  it('部署の人が客として書いたのなら、苦情として受け付けられる', async () => {
    await asked()
    const came = await answering('自分で買った急須のことです', { text: '欠けていました。' })
    const params = { mailId: came.mailId }
    const body = { asComplaint: true }
    const entered = value(await kobayashi.call(rereadMail, { params, body }))
    expect(entered.state).toBe('entered')
    expect(entered.complaint).not.toBeNull()
  })

  it('一度も聞いたことのない宛先からのメールは、これまでどおり苦情になる', async () => {
    const from = `大石 <${headAddress}>`
    expect(await answering('お尋ね', { from })).toMatchObject({ state: 'entered', reason: null })
  })
})

describe('メールを送れない窓口', () => {
  it('リンクを自分で渡して聞け、期限には「直接お声がけを」と残り、SVにも届く', async () => {
    const bare = await openDesk()
    const [asker, leader, head] = [bare.as('kobayashi'), bare.as('sasaki'), bare.as('fujii')]
    const departmentId = bare.newId()
    value(await head.call(saveDepartment, { params: { departmentId }, body: factoryFields }))
    const complaint = {
      id: bare.newId(),
      channel: 'phone' as const,
      words: '口が欠けていました。',
      customer: {},
    }
    const params = {
      complaintId: value(await asker.call(receiveComplaint, { body: complaint })).complaintId,
    }
    const body = {
      id: bare.newId(),
      departmentId,
      question: '検査の記録はありますか。',
      dueAt: Temporal.Instant.from('2026-11-26T15:00+09:00').toString(),
      shown: nothingShown,
    }
    expect(code(await asker.call(askDepartment, { params, body }))).toBe('inquiries.no-address')
    const asking = { params, body: { ...body, byHand: true } }
    const { inquiry } = value(await asker.call(askDepartment, asking))
    const on = { params: { inquiryId: inquiry.id } }
    const { path, url } = value(await asker.call(readLink, on))
    expect(url).toBeNull()
    expect(path).toMatch(/^\/answer\/demo#[0-9a-f]{64}$/u)
    expect(code(await bare.as('nakano').call(readLink, on))).not.toBe('ok')
    const page = { params: { slug: company.slug }, body: { token: tokenIn(path) } }
    expect(value(await bare.customer.call(readAnswerPage, page)).question).toBe(body.question)

    await bare.runJobs(Temporal.Instant.from('2026-11-27T12:00+09:00').toString())
    const { entries } = value(await asker.call(readTimeline, { params }))
    const reminded = entries.filter(({ type }) => type === 'inquiries.reminded')
    expect(reminded.map(({ payload }) => [payload?.['reminder'], payload?.['isUnsent']])).toEqual([
      ['before', true],
      ['due', true],
      ['late', true],
    ])
    const { requests } = value(await leader.call(listEscalations, {}))
    expect(requests.map(({ reason }) => reason)).toEqual([
      '製造部からの回答が、期限を過ぎても届いていません。お客様へのご連絡を確かめてください。',
    ])

    value(await asker.call(revokeLink, { ...on, body: { id: bare.newId() } }))
    expect(code(await asker.call(readLink, on))).toBe('inquiries.no-link')
  })
})
