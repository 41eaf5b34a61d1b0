import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { changeChatSettings } from '#features/chat/contract.ts'
import { openChat, sayInChat } from '#features/chat/window/contract.ts'
import { readComplaint } from '#features/complaints/contract.ts'
import { closeComplaint } from '#features/complaints/handling/contract.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { receiveComplaint, submitWebForm } from '#features/intake/contract.ts'
import { cancelLetter } from '#features/letters/contract.ts'
import { aMail, aMailbox, arrive, correspond } from '#features/letters/factory.ts'
import { company } from '#test/cast.ts'
import { code, openDesk, value } from '#test/desk.ts'
import { openPostOffice } from '#test/post-office.ts'
import * as wall from '../contract.ts'
import { draftApology } from './contract.ts'

const desk = await openDesk()
const office = await openPostOffice()
const [matsui, kobayashi, nakano] = [desk.as('matsui'), desk.as('kobayashi'), desk.as('nakano')]
value(await aMailbox(desk, office))
const mail = correspond(desk, office)
const thanks = 'ご丁寧にありがとうございます。助かりました。'

async function received() {
  const body = {
    id: desk.newId(),
    channel: 'phone' as const,
    words: '届いた瓶が割れていました。',
    customer: { name: '森本 千尋' },
  }
  return value(await matsui.call(receiveComplaint, { body })).complaintId
}

async function promised(complaintId: string, words = '割れた原因をお電話します') {
  const body = { id: desk.newId(), words, due: { phrase: '明日の17時まで' } }
  return value(await matsui.call(wall.makeCommitment, { params: { complaintId }, body })).commitment
}

async function present({ complaintId, id }: Pick<wall.Commitment, 'complaintId' | 'id'>) {
  const answer = await matsui.call(wall.listComplaintCommitments, { params: { complaintId } })
  return value(answer).commitments.find((each) => each.id === id)
}
const withdraw = ({ id: commitmentId }: wall.Commitment, who = matsui) =>
  who.call(wall.withdrawCommitment, {
    params: { commitmentId },
    body: { id: desk.newId(), reason: 'もうご連絡はいらないとお電話があった' },
  })
const types = async (complaintId: string) =>
  value(await matsui.call(readTimeline, { params: { complaintId } })).entries.map((e) => e.type)

describe('「ありがとう」では、約束は消えない', () => {
  it('メール', async () => {
    const { complaintId, address, messageId } = await mail.received()
    const commitment = await promised(complaintId)
    const more = [`In-Reply-To: ${messageId}`, `References: ${messageId}`]
    const reply = { from: address, subject: 'Re: 急須', messageId: '<thanks@example.jp>', more }
    const { complaint } = await arrive(desk, aMail({ ...reply, text: thanks }))
    await desk.runJobs()
    expect(complaint?.complaintId).toBe(complaintId)
    expect(await present(commitment)).toEqual(commitment)
  })

  it('チャット', async () => {
    value(await desk.as('fujii').call(changeChatSettings, { body: { isOn: true } }))
    const [token, id] = [randomBytes(32).toString('hex'), desk.newId()]
    const params = { slug: company.slug }
    const words = '湯のみが欠けていました。'
    value(await desk.customer.call(openChat, { params, body: { id, token, words } }))
    const commitment = await promised(id)
    const said = { token, id: desk.newId(), text: thanks }
    value(await desk.customer.call(sayInChat, { params, body: said }))
    await desk.runJobs()
    expect(await types(id)).toContain('complaints.noted')
    expect(await present(commitment)).toEqual(commitment)
  })

  it('フォーム', async () => {
    const complaintId = await received()
    const commitment = await promised(complaintId)
    const { number } = value(await matsui.call(readComplaint, { params: { complaintId } }))
    const body = {
      id: desk.newId(),
      words: `${number}の件、${thanks}`,
      customer: { name: '森本 千尋', email: 'mori@example.jp' },
      details: {},
    }
    value(await desk.customer.call(submitWebForm, { params: { slug: company.slug }, body }))
    await desk.runJobs()
    expect(await present(commitment)).toEqual(commitment)
  })
})

describe('取り下げ', () => {
  it('期限の前なら、理由を残して取り下げる。知らせはもう鳴らず、苦情は終えられる', async () => {
    const commitment = await promised(await received())
    const { complaintId } = commitment
    expect(value(await withdraw(commitment)).commitment).toMatchObject({
      state: 'withdrawn',
      withdrawnReason: 'もうご連絡はいらないとお電話があった',
    })
    await desk.runJobs(mail.later(3 * 24 * 3600))
    expect((await types(complaintId)).filter((type) => type.startsWith('commitments.'))).toEqual([
      'commitments.made',
      'commitments.withdrawn',
    ])
    const body = { id: desk.newId(), outcome: 'resolved' as const, agreementWords: '交換で納得' }
    const closed = await matsui.call(closeComplaint, { params: { complaintId }, body })
    expect(code(closed)).toBe('ok')
    expect(code(await withdraw(commitment))).toBe('commitments.already-withdrawn')
  })

  it('分析の人は取り下げられず、過ぎた約束は誰も取り下げられない', async () => {
    const commitment = await promised(await received())
    expect(code(await withdraw(commitment, nakano))).toBe('access.not-allowed')
    await desk.runJobs(mail.later(3 * 24 * 3600))
    const refused = await withdraw(commitment)
    expect([refused.status, code(refused)]).toEqual([409, 'commitments.broken-stays'])
    expect(refused.detail).toContain('取り下げられません')
  })

  const words = '明日の17時までに割れた原因をお電話いたします'
  const reasons = [{ rule: 'unbacked-promise', reason: '台帳にあります' }]
  const text = `森本様\n\n出荷の記録を確かめております。${words}。`
  const cancel = async (letterId: string) => {
    const body = { id: desk.newId() }
    value(await kobayashi.call(cancelLetter, { params: { letterId }, body }))
    await desk.runJobs()
  }

  it('送らなかった文面にだけ書いた約束は、理由とともに取り下げる', async () => {
    const { complaintId } = await mail.received()
    const inLetter = await promised(complaintId, words)
    const onPhone = await promised(complaintId, '交換品の発送日をお知らせします')
    const { letter } = value(await mail.reply(complaintId, { text, reasons }))
    await desk.runJobs()
    expect(await present(inLetter)).toMatchObject({ state: 'open', saidIn: letter.id })
    await cancel(letter.id)
    expect(await present(inLetter)).toMatchObject({ state: 'withdrawn', brokenAt: null })
    expect((await present(inLetter))?.withdrawnReason).toContain('取りやめた')
    expect(await present(onPhone)).toMatchObject({ state: 'open' })
  })

  it('書き直して送った文面にもある約束は残る', async () => {
    const { complaintId } = await mail.received()
    const commitment = await promised(complaintId, words)
    const first = value(await mail.reply(complaintId, { text, reasons }))
    const second = value(
      await mail.reply(complaintId, { text: `${text}お待ちください。`, reasons }),
    )
    await cancel(first.letter.id)
    expect(await present(commitment)).toMatchObject({ state: 'open' })
    await cancel(second.letter.id)
    expect(await present(commitment)).toMatchObject({ state: 'withdrawn' })
  })
})

it('終了した苦情には、約束を残せない。再開するように言う', async () => {
  const complaintId = await received()
  const body = { id: desk.newId(), outcome: 'resolved' as const, agreementWords: '交換で納得' }
  value(await matsui.call(closeComplaint, { params: { complaintId }, body }))
  const making = { id: desk.newId(), words: 'お電話します', due: { phrase: '明日の17時まで' } }
  const params = { complaintId }
  const refused = await matsui.call(wall.makeCommitment, { params, body: making })
  expect([refused.status, code(refused)]).toEqual([422, 'commitments.complaint-closed'])
  expect(refused.detail).toContain('再開')
})

it('過ぎた約束には、お詫びの下書きと、守れる日時の案が付く', async () => {
  const commitment = await promised(await received())
  const params = { commitmentId: commitment.id }
  expect(code(await matsui.call(draftApology, { params }))).toBe('commitments.not-broken')
  await desk.runJobs(mail.later(2 * 24 * 3600))
  const { text, due } = value(await matsui.call(draftApology, { params }))
  expect(text).toContain(commitment.words)
  expect(Date.parse(due.dueAt)).toBeGreaterThan(Date.parse(desk.clock.now().toString()))
  expect(code(await nakano.call(draftApology, { params }))).toBe('access.not-allowed')
})
