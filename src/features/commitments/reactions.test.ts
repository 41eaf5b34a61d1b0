import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { changeChatSettings, sendReply } from '#features/chat/contract.ts'
import { openChat, sayInChat } from '#features/chat/window/contract.ts'
import { addNote } from '#features/complaints/handling/contract.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { aMail, aMailbox, arrive, correspond } from '#features/letters/factory.ts'
import { company } from '#test/cast.ts'
import { openDesk, value } from '#test/desk.ts'
import { openPostOffice } from '#test/post-office.ts'
import * as wall from './contract.ts'

const desk = await openDesk()
const office = await openPostOffice()
const [matsui, kobayashi, fujii] = [desk.as('matsui'), desk.as('kobayashi'), desk.as('fujii')]
value(await aMailbox(desk, office))
value(await fujii.call(changeChatSettings, { body: { isOn: true } }))
const mail = correspond(desk, office)
const words = '明日の17時までに割れた原因をお電話いたします'
const thanks = 'ご丁寧にありがとうございます。もう大丈夫です。'

async function promised(complaintId: string) {
  const body = { id: desk.newId(), words, due: { phrase: '明日の17時まで' } }
  return value(await matsui.call(wall.makeCommitment, { params: { complaintId }, body })).commitment
}
async function present({ complaintId, id }: wall.Commitment) {
  const answer = await matsui.call(wall.listComplaintCommitments, { params: { complaintId } })
  return value(answer).commitments.find((each) => each.id === id)
}
const timeline = async (complaintId: string) =>
  value(await matsui.call(readTimeline, { params: { complaintId }, query: {} }))
async function textAt(complaintId: string, entryId = '') {
  const { entries } = await timeline(complaintId)
  return entries.find(({ id }) => id === entryId)?.payload?.['text']
}

async function chatting() {
  const [token, id] = [randomBytes(32).toString('hex'), desk.newId()]
  const params = { slug: company.slug }
  const body = { id, token, words: '湯のみが欠けていました。' }
  value(await desk.customer.call(openChat, { params, body }))
  await desk.runJobs()
  const say = async (text: string) =>
    value(await desk.customer.call(sayInChat, { params, body: { token, id: desk.newId(), text } }))
  return { complaintId: id, say }
}
const note = async (complaintId: string, speaker: 'customer' | 'operator', text: string) =>
  value(
    await matsui.call(addNote, {
      params: { complaintId },
      body: { id: desk.newId(), speaker, text },
    }),
  )

describe('約束は、お伝えした言葉そのものと、言った人に結び付く', () => {
  it('チャットの返事を書きながら確かめた約束は、送ったその一言に結び付く', async () => {
    const { complaintId } = await chatting()
    const commitment = await promised(complaintId)
    expect(commitment).toMatchObject({ saidIn: null, said: null })
    const text = `確かめております。${words}。`
    const { head: basedOn } = await timeline(complaintId)
    const body = { id: desk.newId(), basedOn, text, reasons: [] }
    value(await kobayashi.call(sendReply, { params: { complaintId }, body }))
    await desk.runJobs()
    const linked = await present(commitment)
    expect(linked?.said).toMatchObject({ byName: '小林 大輔', as: 'chat' })
    expect(linked?.saidIn).toBe(linked?.said?.entryId)
    expect(await textAt(complaintId, linked?.said?.entryId)).toBe(text)
  })

  it('送ったあとで確かめた約束も、同じ一言に結び付く', async () => {
    const { complaintId } = await chatting()
    await note(complaintId, 'operator', `お電話で、${words}。`)
    const { said } = await promised(complaintId)
    expect(said).toMatchObject({ byName: '松井 あかり', as: 'talk' })
    expect(await textAt(complaintId, said?.entryId)).toContain(words)
  })

  it('メールで書いた約束は、そのメールと書いた人に結び付く', async () => {
    const { complaintId } = await mail.received()
    const commitment = await promised(complaintId)
    const reasons = [{ rule: 'unbacked-promise', reason: '台帳にあります' }]
    const text = `森本様\n\n出荷の記録を確かめております。${words}。`
    const { letter } = value(await mail.reply(complaintId, { text, reasons }))
    await desk.runJobs()
    const linked = await present(commitment)
    expect(linked).toMatchObject({ saidIn: letter.id, said: { byName: '小林 大輔', as: 'letter' } })
    expect(await textAt(complaintId, linked?.said?.entryId)).toBe(text)
  })

  it('お客様が同じ言葉を言っても、結び付かない', async () => {
    const { complaintId, say } = await chatting()
    const commitment = await promised(complaintId)
    await say(`${words}と言いましたよね。`)
    await desk.runJobs()
    expect((await present(commitment))?.said).toBeNull()
  })
})

describe('お客様から届くと、待っていたメールは止まり、お礼だけでは約束は消えない', () => {
  type Letters = Awaited<ReturnType<typeof mail.received>>
  const doors = {
    メール: async ({ address, messageId }: Letters) => {
      const more = [`In-Reply-To: ${messageId}`, `References: ${messageId}`]
      const from = { from: address, subject: 'Re: 急須', messageId: `<thanks-${address}>`, more }
      await arrive(desk, aMail({ ...from, text: thanks }))
    },
    電話の書き留め: async ({ complaintId }: Letters) => {
      await note(complaintId, 'customer', thanks)
    },
  }

  it.each(Object.entries(doors))('%s', async (_door, come) => {
    const received = await mail.received()
    const { complaintId, address } = received
    const commitment = await promised(complaintId)
    value(await mail.reply(complaintId))
    const before = mail.postedTo(address).length
    await come(received)
    await desk.runJobs(mail.later(60))
    expect(await mail.stateOf(complaintId)).toBe('stopped')
    expect(mail.postedTo(address)).toHaveLength(before)
    expect(await present(commitment)).toEqual(commitment)
  })

  it('チャット', async () => {
    const { complaintId, say } = await chatting()
    const commitment = await promised(complaintId)
    value(await mail.reply(complaintId, { to: ['mori@example.jp'] }))
    await say(thanks)
    await desk.runJobs(mail.later(60))
    expect(await mail.stateOf(complaintId)).toBe('stopped')
    expect(await present(commitment)).toEqual(commitment)
  })
})
