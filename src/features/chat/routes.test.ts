import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { changeBusinessName } from '#features/access/contract.ts'
import { keepPresence } from '#features/assignment/presence/contract.ts'
import { readComplaint } from '#features/complaints/contract.ts'
import {
  addNote,
  closeComplaint,
  erasePersonalData,
} from '#features/complaints/handling/contract.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { readGuidance } from '#features/guide/contract.ts'
import { company } from '#test/cast.ts'
import { code, openDesk, value } from '#test/desk.ts'
import * as wall from './contract.ts'
import * as window from './window/contract.ts'

const desk = await openDesk()
const [matsui, kobayashi, admin] = [desk.as('matsui'), desk.as('kobayashi'), desk.as('fujii')]
const { customer } = desk
const params = { slug: company.slug }

const turn = (isOn: boolean) => admin.call(wall.changeChatSettings, { body: { isOn } })
await turn(true)

const aToken = () => randomBytes(32).toString('hex')

async function opened(words = '届いた湯のみが欠けていました。', more: object = {}) {
  const [token, id] = [aToken(), desk.newId()]
  const answer = await customer.call(window.openChat, {
    params,
    body: { id, token, words, ...more },
  })
  return { token, complaintId: id, answer }
}

const look = async (token: string) =>
  value(await customer.call(window.readConversation, { params, body: { token } }))
const say = (token: string, text: string, id = desk.newId()) =>
  customer.call(window.sayInChat, { params, body: { token, id, text } })

async function headOf(complaintId: string) {
  return value(await matsui.call(readTimeline, { params: { complaintId }, query: {} })).head
}
async function reply(
  complaintId: string,
  text: string,
  more: {
    basedOn?: number
    id?: string
    isLast?: boolean
    reasons?: { rule: string; reason: string }[]
  } = {},
  who = matsui,
) {
  const body = { id: desk.newId(), basedOn: await headOf(complaintId), text, ...more }
  return who.call(wall.sendReply, { params: { complaintId }, body })
}
const typesOf = async (complaintId: string) =>
  value(await matsui.call(readTimeline, { params: { complaintId }, query: {} })).entries.map(
    ({ type }) => type,
  )
const standing = async (complaintId: string) =>
  value(await matsui.call(wall.readChat, { params: { complaintId } })).chat
const calm = '湯のみの写真を、いま確かめております。少しお待ちください。'

describe('お客様が話しかける', () => {
  it('はじめの一言で苦情になり、番号と次のご連絡が、その場で正直に分かる', async () => {
    const { answer, complaintId } = await opened()
    const first = value(answer)
    expect(first.attendance).toBe('away')
    expect(first.lines.map(({ kind }) => kind)).toEqual(['you', 'notice'])
    expect(first.lines[1]?.text).toContain(first.number)
    expect(first.lines[1]?.text).toContain('いまは席にいる者がおりません')
    const { channel } = value(await matsui.call(readComplaint, { params: { complaintId } }))
    expect(channel).toBe('chat')
    await desk.runJobs()
    expect(await typesOf(complaintId)).toContain('commitments.made')
  })

  it('席に人がいれば、この画面で返すと言い、夜には時間外だと言う', async () => {
    const leaseId = desk.newId()
    const body = { complaintId: null, doing: 'here' as const }
    value(await matsui.call(keepPresence, { params: { leaseId }, body }))
    const { answer } = await opened()
    expect(value(answer).attendance).toBe('here')
    expect(value(answer).lines[1]?.text).toContain('この画面でお返事します')
    desk.clock.advance({ hours: 11 })
    const { answer: atNight } = await opened()
    expect(value(atNight).attendance).toBe('closed')
    expect(value(atNight).lines[1]?.text).toContain('11月25日（水）9時')
    desk.clock.advance({ hours: 13 })
  })

  it('同じ一言が何度届いても、苦情は一つで、言葉も一度だけ残る', async () => {
    const [token, id] = [aToken(), desk.newId()]
    const body = { id, token, words: '届いた湯のみが欠けていました。' }
    const both = await Promise.all([
      customer.call(window.openChat, { params, body }),
      customer.call(window.openChat, { params, body }),
    ])
    expect(both.map((each) => value(each).complaintId)).toEqual([id, id])
    const messageId = desk.newId()
    const texts = await Promise.all([1, 2, 3].map(() => say(token, '底のところです。', messageId)))
    expect(texts.map(code)).toEqual(['ok', 'ok', 'ok'])
    const { lines } = await look(token)
    expect(lines.filter(({ text }) => text === '底のところです。')).toHaveLength(1)
    expect(lines.filter(({ kind }) => kind === 'you')).toHaveLength(2)
  })

  it('続きの言葉も合図として聴かれ、応対ナビに出る', async () => {
    const { token, complaintId } = await opened()
    value(await say(token, 'あなたではなく、上司を出してください。'))
    const { plays } = value(await matsui.call(readGuidance, { params: { complaintId } }))
    expect(JSON.stringify(plays)).toContain('上司')
  })

  it('社内のメモは、お客様に一文字も出ない', async () => {
    const { token, complaintId } = await opened()
    const body = {
      id: desk.newId(),
      speaker: 'internal' as const,
      text: '在庫は三つ。前にも同じ方。',
    }
    value(await matsui.call(addNote, { params: { complaintId }, body }))
    expect(JSON.stringify(await look(token))).not.toContain('在庫')
  })

  it('連絡先を残すと会話にも記録にも入り、読めないものは書き方を言う', async () => {
    const { token, complaintId } = await opened()
    const contact = (customerFields: object) =>
      customer.call(window.leaveContact, {
        params,
        body: { token, id: desk.newId(), customer: customerFields },
      })
    expect(code(await contact({}))).toBe('chat.no-contact')
    expect(code(await contact({ email: 'まちがい' }))).toBe('intake.email-unreadable')
    const done = value(await contact({ phone: '０９０-０００0-7777' }))
    expect(done.isReachable).toBe(true)
    expect(done.lines.at(-1)?.text).toContain('090-0000-7777')
    const { customer: known } = value(await matsui.call(readComplaint, { params: { complaintId } }))
    expect(known.phone).toBe('090-0000-7777')
  })
})

describe('戸口の番', () => {
  it.each([
    ['形の違う合い言葉', 'x'.repeat(64), 'http.not-understood'],
    ['知らない合い言葉', 'a'.repeat(64), 'chat.unknown'],
  ])('%sでは、読むことも書くこともできない', async (_, token, refusal) => {
    expect(code(await customer.call(window.readConversation, { params, body: { token } }))).toBe(
      refusal,
    )
    expect(code(await say(token, '見せて'))).toBe(refusal)
    const body = { token, id: desk.newId() }
    expect(code(await customer.call(window.leaveChat, { params, body }))).toBe(refusal)
    const seen = { token, readUpTo: 3, isTyping: false }
    expect(code(await customer.call(window.keepWatching, { params, body: seen }))).toBe(refusal)
  })

  it('苦情の番号を知っていても、別の合い言葉では開かない', async () => {
    const { complaintId } = await opened()
    const body = { id: complaintId, token: aToken(), words: '見せてください' }
    expect(code(await customer.call(window.openChat, { params, body }))).toBe('chat.unknown')
  })

  it('同じ合い言葉で、二つめの会話は始まらない', async () => {
    const { token } = await opened()
    const body = { id: desk.newId(), token, words: '別の話です' }
    expect(code(await customer.call(window.openChat, { params, body }))).toBe('chat.open-already')
  })

  it('14日たつと開かず、書くたびに延びる', async () => {
    const { token } = await opened()
    desk.clock.advance({ hours: 13 * 24 })
    value(await say(token, 'まだ待っています。'))
    desk.clock.advance({ hours: 13 * 24 })
    expect((await look(token)).lines.at(-1)?.text).toBe('まだ待っています。')
    desk.clock.advance({ hours: 25 })
    expect(code(await say(token, 'もしもし'))).toBe('chat.unknown')
  })

  it('機械が踏んだ罠は印を付けて残し、人を待たせず、約束もしない', async () => {
    const { answer, complaintId } = await opened('安い時計はこちら', {
      website: 'https://spam.example',
    })
    expect(value(answer).lines.map(({ kind }) => kind)).toEqual(['you', 'notice'])
    await desk.runJobs()
    expect(await typesOf(complaintId)).not.toContain('commitments.made')
    const { chats } = value(await matsui.call(wall.listChats))
    expect(chats.some((chat) => chat.complaintId === complaintId)).toBe(false)
    expect(
      value(await matsui.call(readComplaint, { params: { complaintId } })).details.subject,
    ).toContain('自動投稿の疑い')
  })

  it('一つの住所から続けて開くと、しばらく待ってもらう。言葉は受けたあとの会話には届く', async () => {
    const from = { incoming: { socket: { remoteAddress: '203.0.113.9' } } }
    const open = async () => {
      const body = JSON.stringify({ id: desk.newId(), token: aToken(), words: '欠けていました' })
      const headers = { 'content-type': 'application/json' }
      const path = `/api/chat/windows/${company.slug}/conversations`
      return (await desk.app.request(path, { method: 'POST', headers, body }, from)).status
    }
    const answers = []
    for (let count = 0; count < 11; count += 1) answers.push(await open())
    expect(answers).toEqual([...Array.from({ length: 10 }, () => 200), 429])
  })

  it('閉じているあいだは新しく開けず、始まった会話は続けられる', async () => {
    const { token } = await opened()
    value(await turn(false))
    const { answer } = await opened()
    expect(code(answer)).toBe('chat.off')
    value(await say(token, '続きです。'))
    value(await turn(true))
  })

  it('開け閉めは管理者だけ、返事は窓口の人だけ', async () => {
    const { complaintId } = await opened()
    expect(code(await matsui.call(wall.changeChatSettings, { body: { isOn: false } }))).toBe(
      'access.not-allowed',
    )
    const body = { id: desk.newId(), fromId: null }
    const stranger = await customer.call(wall.takeChat, { params: { complaintId }, body })
    expect(code(stranger)).toBe('access.not-signed-in')
    expect(code(await customer.call(wall.listChats))).toBe('access.not-signed-in')
  })

  it.each([
    ['空の言葉', '  ', 'intake.words-missing'],
    ['長すぎる言葉', 'あ'.repeat(20_001), 'intake.words-too-long'],
  ])('%sは、書き方を言って受けない', async (_, text, refusal) => {
    const { token } = await opened()
    expect(code(await say(token, text))).toBe(refusal)
    expect(code((await opened(text)).answer)).toBe(refusal)
  })
})

describe('窓口が答える', () => {
  it('待っている人として出て、受けると自分の苦情になり、返すと列から消える', async () => {
    const { token, complaintId } = await opened()
    const mine = async () =>
      value(await matsui.call(wall.listChats)).chats.find(
        (chat) => chat.complaintId === complaintId,
      )
    expect(await mine()).toMatchObject({ isMine: false, takenByName: null })
    const body = { id: desk.newId(), fromId: null }
    value(await matsui.call(wall.takeChat, { params: { complaintId }, body }))
    expect(await mine()).toMatchObject({ isMine: true })
    const { owner } = value(await matsui.call(readComplaint, { params: { complaintId } }))
    expect(owner?.name).toBe('松井 あかり')
    value(await reply(complaintId, calm))
    expect(await mine()).toBeUndefined()
    expect((await look(token)).lines.at(-1)).toMatchObject({ kind: 'desk', text: calm })
  })

  it('お客様に見える名前はビジネスネームだけで、本名はどこにもない', async () => {
    const { token, complaintId } = await opened()
    const memberId = matsui.memberId
    const named = { params: { memberId }, body: { businessName: '青木' } }
    value(await matsui.call(changeBusinessName, named))
    value(await reply(complaintId, calm))
    const seen = await look(token)
    expect(seen.answeredByName).toBe('青木')
    expect(JSON.stringify(seen)).not.toContain('松井')
    value(await matsui.call(changeBusinessName, { ...named, body: { businessName: null } }))
  })

  it('先に受けた人がいれば、あとの人は名前を見て断られ、見たうえでなら替われる', async () => {
    const { complaintId } = await opened()
    const take = (who: typeof matsui, fromId: string | null) =>
      who.call(wall.takeChat, { params: { complaintId }, body: { id: desk.newId(), fromId } })
    value(await take(matsui, null))
    expect(code(await take(kobayashi, null))).toBe('chat.taken-meanwhile')
    expect(code(await take(matsui, matsui.memberId))).toBe('chat.yours')
    expect(code(await reply(complaintId, calm, {}, kobayashi))).toBe('chat.someone-elses')
    value(await take(kobayashi, matsui.memberId))
    value(await reply(complaintId, calm, {}, kobayashi))
    expect((await standing(complaintId))?.takenById).toBe(kobayashi.memberId)
  })

  it('書いているあいだに続きが届いていれば出ず、読んだあとなら出る', async () => {
    const { token, complaintId } = await opened()
    const basedOn = await headOf(complaintId)
    value(await say(token, 'それから、箱もつぶれていました。'))
    expect(code(await reply(complaintId, calm, { basedOn }))).toBe('letters.unseen')
    expect((await look(token)).lines.some(({ kind }) => kind === 'desk')).toBe(false)
    value(await reply(complaintId, calm))
  })

  it('文面と同じ門を通る。空らんは直すまで、金額は上の人の理由があるまで、出ない', async () => {
    const { token, complaintId } = await opened()
    expect(code(await reply(complaintId, '{お名前}様、お待たせしております。'))).toBe(
      'letters.gate',
    )
    expect(code(await reply(complaintId, '5万円をお支払いいたします。'))).toBe('letters.gate')
    expect(code(await reply(complaintId, '   '))).toBe('chat.empty')
    const check = { params: { complaintId }, body: { text: '5万円をお支払いいたします。' } }
    const { findings } = value(await matsui.call(wall.checkReply, check))
    const reasons = findings.map(({ rule }) => ({ rule, reason: '上長が承認した' }))
    const text = '5万円をお支払いいたします。'
    expect(code(await reply(complaintId, text, { reasons }))).toBe('letters.gate')
    expect((await look(token)).lines.some(({ kind }) => kind === 'desk')).toBe(false)
    value(await reply(complaintId, text, { reasons }, desk.as('sasaki')))
    expect(await typesOf(complaintId)).toContain('chat.reasons-given')
  })

  it('同じ返事が二度届いても、一度だけ出る', async () => {
    const { token, complaintId } = await opened()
    const order = { id: desk.newId(), basedOn: await headOf(complaintId) }
    value(await reply(complaintId, calm, order))
    value(await reply(complaintId, calm, order))
    expect((await look(token)).lines.filter(({ kind }) => kind === 'desk')).toHaveLength(1)
  })

  it('どこまで読まれたか、書いているかが、両側に伝わる', async () => {
    const { token, complaintId } = await opened()
    value(await reply(complaintId, calm))
    const head = await headOf(complaintId)
    const reading = { params: { complaintId }, body: { readUpTo: head, isTyping: true } }
    value(await matsui.call(wall.keepReading, reading))
    expect(await look(token)).toMatchObject({ isTyping: true, deskRead: head })
    const body = { token, readUpTo: head, isTyping: true }
    value(await customer.call(window.keepWatching, { params, body }))
    expect(await standing(complaintId)).toMatchObject({
      customerRead: head,
      isCustomerThere: true,
      isCustomerTyping: true,
    })
    desk.clock.advance({ seconds: 50 })
    expect(await standing(complaintId)).toMatchObject({ isCustomerThere: false })
    expect((await look(token)).isTyping).toBe(false)
  })

  it('三分待っても返事がなければ、待たせていると正直に言う', async () => {
    const { token } = await opened()
    expect((await look(token)).isLate).toBe(false)
    desk.clock.advance({ seconds: 181 })
    expect((await look(token)).isLate).toBe(true)
  })

  it('チャットのない苦情には、チャットで返せない', async () => {
    const complaintId = desk.newId()
    expect(code(await reply((await opened()).complaintId, calm))).toBe('ok')
    const body = { id: desk.newId(), basedOn: 0, text: calm }
    const nowhere = await matsui.call(wall.sendReply, { params: { complaintId }, body })
    expect(code(nowhere)).toBe('complaints.missing')
    expect(await standing(complaintId)).toBeNull()
  })
})

describe('終わりと、その後', () => {
  it('終わりのことばには番号と次の約束が入り、送ると終わって、苦情は続く', async () => {
    const { token, complaintId } = await opened()
    await desk.runJobs()
    const farewell = (await standing(complaintId))?.farewell ?? ''
    const { number } = await look(token)
    expect(farewell).toContain(number)
    expect(farewell).toContain('までに、次のことをいたします')
    value(await reply(complaintId, farewell, { isLast: true }))
    expect((await look(token)).isEnded).toBe(true)
    expect(code(await reply(complaintId, calm))).toBe('chat.over')
    const { state } = value(await matsui.call(readComplaint, { params: { complaintId } }))
    expect(state).not.toBe('closed')
  })

  it('お客様が終え、また書けば、会話は戻って誰かを待つ', async () => {
    const { token, complaintId } = await opened()
    value(await reply(complaintId, calm))
    const body = { token, id: desk.newId() }
    expect(value(await customer.call(window.leaveChat, { params, body })).isEnded).toBe(true)
    value(await say(token, '一つ言い忘れました。'))
    expect(await standing(complaintId)).toMatchObject({ endedAt: null, takenById: null })
    const { chats } = value(await matsui.call(wall.listChats))
    expect(chats.some((chat) => chat.complaintId === complaintId)).toBe(true)
  })

  it('終了した苦情でも、続きを書かれたら開き直し、消したあとは合い言葉も何も開かない', async () => {
    const { token, complaintId } = await opened()
    const call = { params: { complaintId } }
    const close = () => {
      const body = { id: desk.newId(), outcome: 'withdrawn' as const, reason: '取り下げのお申し出' }
      return matsui.call(closeComplaint, { ...call, body })
    }
    value(await close())
    value(await say(token, 'やはり、まだ困っています。'))
    expect((await typesOf(complaintId)).slice(-2)).toEqual([
      'complaints.reopened',
      'complaints.noted',
    ])
    value(await close())
    const body = { id: desk.newId(), reason: 'ご本人のご希望' }
    value(await admin.call(erasePersonalData, { ...call, body }))
    await desk.runJobs()
    expect(code(await say(token, 'まだありますか'))).toBe('chat.unknown')
  })
})
