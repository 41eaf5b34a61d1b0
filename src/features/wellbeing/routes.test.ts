import { describe, expect, it } from 'vitest'
import { decideOwner, listAssigned, readCandidates } from '#features/assignment/contract.ts'
import { makeCommitment } from '#features/commitments/contract.ts'
import { addNote } from '#features/complaints/handling/contract.ts'
import { endCall, receiveComplaint, startCall } from '#features/intake/contract.ts'
import { code, openDesk, value, type Person } from '#test/desk.ts'
import * as cases from '#features/consultation/cases/contract.ts'
import * as checks from './checks/contract.ts'
import * as wall from './contract.ts'
import * as peers from './peers/contract.ts'
import { changeCareSettings, readCareSettings } from './settings/contract.ts'
import { shipped } from './settings/rules.ts'

const desk = await openDesk()
const matsui = desk.as('matsui')
const kobayashi = desk.as('kobayashi')
const sasaki = desk.as('sasaki')
const mori = desk.as('mori')
const fujii = desk.as('fujii')

const offer = async (who: Person = matsui) => value(await who.call(wall.readOffer))
const mine = async (who: Person = matsui) => value(await who.call(wall.readMine))
const relief = async () => value(await sasaki.call(wall.readRelief))
const later = (minutes: number) => desk.runJobs(desk.clock.now().add({ minutes }).toString())

async function talk(
  by: Person,
  said: readonly string[],
  how: 'agreed' | 'ended-by-rule' = 'agreed',
) {
  const body = { id: desk.newId(), complaintId: desk.newId(), direction: 'in' } as const
  const { call } = value(await by.call(startCall, { body }))
  const params = { complaintId: call.complaintId }
  for (const text of said) {
    desk.clock.advance({ minutes: 1 })
    const note = { id: desk.newId(), speaker: 'customer', text, callId: call.id } as const
    value(await by.call(addNote, { params, body: note }))
  }
  desk.clock.advance({ minutes: 1 })
  value(await by.call(endCall, { params: { callId: call.id }, body: { id: desk.newId(), how } }))
  await desk.runJobs()
  return call
}
const arrive = async () => {
  const complaintId = desk.newId()
  const words = '届いた皿が欠けていました。'
  const body = { id: complaintId, channel: 'mail', words, customer: {}, details: {} } as const
  value(
    await sasaki.call(receiveComplaint, {
      body: { ...body, receivedAt: desk.clock.now().toString() },
    }),
  )
  await desk.runJobs()
  return complaintId
}
const candidate = async (complaintId: string, who: Person, by: Person) =>
  value(await by.call(readCandidates, { params: { complaintId } })).candidates.find(
    ({ memberId }) => memberId === who.memberId,
  )

describe('負担と申し出', () => {
  it('穏やかな通話のあとは、何も申し出ない', async () => {
    await talk(matsui, ['交換してください。', 'ありがとう。'])
    expect((await offer()).offer).toBeNull()
    expect((await mine()).talks).toEqual([])
  })

  it('脅しのあった通話が終わると、休憩を申し出て、SVには交代だけが見える', async () => {
    const call = await talk(matsui, ['ばかやろう。', '殺すぞ。'])
    expect((await offer()).offer?.why).toBe('exposure')
    expect((await mine()).talks).toMatchObject([
      { kind: 'call', complaintId: call.complaintId, minutes: 3, threats: 1 },
    ])
    expect((await relief()).people).toEqual([{ memberId: matsui.memberId, name: '松井 あかり' }])
    expect((await offer(kobayashi)).offer).toBeNull()
  })

  it('「いまは大丈夫」のあと、同じ通話では二度と尋ねず、SVの画面は変わらない', async () => {
    const before = await relief()
    const { offer: open } = await offer()
    const params = { offerId: open?.id ?? '' }
    value(await matsui.call(wall.answerOffer, { params, body: { id: desk.newId() } }))
    await desk.runJobs()
    expect((await offer()).offer).toBeNull()
    expect(await relief()).toEqual(before)
  })

  it('決まりで終えた通話のあとは、負担が基準に届かなくても申し出る', async () => {
    await talk(kobayashi, ['土下座しろ。'], 'ended-by-rule')
    expect((await offer(kobayashi)).offer?.why).toBe('ended')
    expect((await relief()).people.map(({ name }) => name)).toEqual(['松井 あかり'])
  })
})

describe('休憩', () => {
  it('休憩のあいだは何も割り当てられず、時間が来るとひとりでに終わる', async () => {
    const body = { id: desk.newId(), minutes: 15 } as const
    expect(value(await matsui.call(wall.takeBreak, { body })).minutes).toBe(15)
    expect((await offer()).rest?.id).toBe(body.id)
    const complaintId = await arrive()
    expect((await candidate(complaintId, matsui, sasaki))?.obstacles).toEqual(['not-now'])
    const give = {
      params: { complaintId },
      body: { id: desk.newId(), memberId: matsui.memberId, fromId: null },
    }
    expect(code(await sasaki.call(decideOwner, give))).toBe('assignment.not-now')
    await later(16)
    expect((await offer()).rest).toBeNull()
    value(await sasaki.call(decideOwner, { ...give, body: { ...give.body, id: desk.newId() } }))
    const { complaints } = value(await sasaki.call(listAssigned, { query: {} }))
    expect(complaints.find(({ id }) => id === complaintId)?.ownerId).toBe(matsui.memberId)
  })

  it('休んでいることは、同僚からは「いまは受けられない」とだけ見える', async () => {
    value(await matsui.call(wall.takeBreak, { body: { id: desk.newId(), minutes: 5 } }))
    const complaintId = await arrive()
    const seen = await candidate(complaintId, matsui, kobayashi)
    expect(JSON.stringify(seen)).not.toMatch(/relief|rest/u)
    expect(seen?.obstacles).toContain('not-now')
    value(await matsui.call(wall.endBreak))
    expect((await offer()).rest).toBeNull()
  })

  it('休憩のあいだに来る約束は、代わってもらう人とともにSVに出て、終わると消える', async () => {
    const complaintId = await arrive()
    const there = desk.clock.now().add({ minutes: 10 }).toZonedDateTimeISO('Asia/Tokyo')
    const due = { on: '2026-11-24', at: there.toPlainTime().toString().slice(0, 5) }

    const body = {
      id: desk.newId(),
      words: '11時までに電話します',
      due,
      ownerId: matsui.memberId,
      madeTo: 'customer',
    } as const
    value(await sasaki.call(makeCommitment, { params: { complaintId }, body }))
    expect((await relief()).promises).toEqual([])
    value(await matsui.call(wall.takeBreak, { body: { id: desk.newId(), minutes: 30 } }))
    const { promises, takers, people } = await relief()
    expect(promises).toMatchObject([{ words: body.words, ownerName: '松井 あかり' }])
    expect(takers.map(({ name }) => name)).not.toContain('松井 あかり')
    expect(people.map(({ name }) => name)).not.toContain('松井 あかり')
    value(await matsui.call(wall.endBreak))
    expect((await relief()).promises).toEqual([])
  })

  it('SVからも申し出られ、答えはSVに伝わらない', async () => {
    const params = { memberId: kobayashi.memberId }
    const before = await relief()
    value(await sasaki.call(wall.offerRelief, { params, body: { id: desk.newId() } }))
    const { offer: open } = await offer(kobayashi)
    expect(open?.why).toBe('colleague')
    const answer = { params: { offerId: open?.id ?? '' }, body: { id: desk.newId() } }
    value(await kobayashi.call(wall.answerOffer, answer))
    expect(await relief()).toEqual(before)
    expect(code(await matsui.call(wall.offerRelief, { params, body: { id: desk.newId() } }))).toBe(
      'access.not-allowed',
    )
  })
})

describe('仲間の言葉', () => {
  const words = async (who: Person) => value(await who.call(peers.readPeers)).words
  const send = (by: Person, to: Person, text: string) =>
    by.call(peers.sendWords, { body: { id: desk.newId(), toId: to.memberId, text } })

  it('宛てた人にだけ届き、読むと新着でなくなり、捨てられる', async () => {
    value(await send(kobayashi, matsui, 'さっきはおつかれさまでした。'))
    expect((await offer()).unread).toBe(1)
    expect(await words(matsui)).toMatchObject([
      { fromName: '小林 大輔', text: 'さっきはおつかれさまでした。', isNew: true },
    ])
    expect(await words(sasaki)).toEqual([])
    value(await matsui.call(peers.markRead, { body: { id: desk.newId() } }))
    const [one] = await words(matsui)
    expect(one?.isNew).toBe(false)
    value(await matsui.call(peers.throwAway, { params: { wordsId: one?.id ?? '' } }))
    expect(await words(matsui)).toEqual([])
  })

  it('いまは受け取らないと決めた人には届かず、送った人には分からない', async () => {
    value(await matsui.call(peers.mute, { body: { isMuted: true } }))
    expect(code(await send(kobayashi, matsui, 'お茶をどうぞ。'))).toBe('ok')
    value(await matsui.call(peers.mute, { body: { isMuted: false } }))
    expect(await words(matsui)).toEqual([])
    expect(code(await send(kobayashi, matsui, '気にしすぎだよ。'))).toBe('wellbeing.words-press')
    expect(code(await send(matsui, matsui, 'おつかれさま。'))).toBe('wellbeing.words-to-oneself')
  })
})

describe('調子の確認と相談窓口', () => {
  const own = { body: 2, mind: 3, on: 1, words: 'ひとには見せない言葉' } as const

  it('本人だけが読め、本人が渡したものだけが窓口に届く', async () => {
    const id = desk.newId()
    value(await matsui.call(checks.saveCheck, { body: { id, ...own } }))
    const before = value(await matsui.call(checks.listChecks))
    expect(before.checks).toMatchObject([{ id, ...own }])
    expect(before.desk).toEqual({ names: ['森 由美子'], since: null })
    expect(value(await mori.call(cases.listCases)).cases).toEqual([])
    const passing = { body: { id: desk.newId(), checkId: id, words: '話したいです' } }
    value(await matsui.call(checks.passToDesk, passing))
    value(await matsui.call(checks.passToDesk, passing))
    const { cases: all } = value(await mori.call(cases.listCases))
    expect(all).toMatchObject([{ personName: '松井 あかり', waits: true, about: 'other' }])
    const params = { caseId: all[0]?.caseId ?? '' }
    const file = value(await mori.call(cases.readCase, { params }))
    const text = '話したいです\n\nいまの調子（11/24）　からだ：重い、頭：離れない、続き：休めば続く'
    expect(file.messages.map(({ words }) => words)).toEqual([text])
    expect(JSON.stringify(file)).not.toContain(own.words)
    for (const who of [sasaki, fujii, kobayashi])
      expect(code(await who.call(cases.readCase, { params }))).toBe('access.not-allowed')
  })

  it('続いている相談があれば、その続きとして届き、終わっていれば新しい相談になる', async () => {
    const { cases: all } = value(await mori.call(cases.listCases))
    const params = { caseId: all[0]?.caseId ?? '' }
    expect(value(await matsui.call(checks.listChecks)).desk.since).toBe('2026-11-24')
    const pass = async (words: string) =>
      value(
        await matsui.call(checks.passToDesk, { body: { id: desk.newId(), checkId: null, words } }),
      )
    await pass('きのうより眠れました')
    const going = value(await mori.call(cases.readCase, { params }))
    expect(going.messages.at(-1)?.words).toBe('きのうより眠れました')
    const entries: cases.Written[] = [
      { kind: 'wish', words: '聞いてほしい', isAgainst: false, mayTell: '' },
      { kind: 'told', words: '聞きました', on: '2026-11-24', isSentHere: false },
    ]
    for (const written of entries)
      value(await mori.call(cases.writeEntry, { params, body: { id: desk.newId(), written } }))
    value(await mori.call(cases.closeCase, { params }))
    await pass('また話したいです')
    expect(value(await mori.call(cases.listCases)).cases).toHaveLength(2)
  })

  it('消した確認は残らず、ほかの人の確認は渡せない', async () => {
    const id = desk.newId()
    value(await matsui.call(checks.saveCheck, { body: { id, ...own } }))
    const stolen = { body: { id: desk.newId(), checkId: id, words: '' } }
    expect(code(await kobayashi.call(checks.passToDesk, stolen))).toBe('wellbeing.check-missing')
    value(await kobayashi.call(checks.dropCheck, { params: { checkId: id } }))
    const ids = async () =>
      value(await matsui.call(checks.listChecks)).checks.map((each) => each.id)
    expect(await ids()).toContain(id)
    value(await matsui.call(checks.dropCheck, { params: { checkId: id } }))
    expect(await ids()).not.toContain(id)
    const nothing = { body: { id: desk.newId(), checkId: null, words: '' } }
    expect(code(await matsui.call(checks.passToDesk, nothing))).toBe('wellbeing.nothing-to-pass')
  })
})

it('当社基準は管理者が決め、決めた人と日が残る', async () => {
  const read = async () => value(await matsui.call(readCareSettings))
  expect(await read()).toMatchObject({ ...shipped, changedAt: null, changedByName: null })
  const body = { ...shipped, measure: { ...shipped.measure, minutes: 30 } }
  expect(code(await sasaki.call(changeCareSettings, { body }))).toBe('access.not-allowed')
  value(await fujii.call(changeCareSettings, { body }))
  expect(await read()).toMatchObject({ measure: { minutes: 30 }, changedByName: '藤井 直子' })

  value(await fujii.call(changeCareSettings, { body: { ...body, breaks: [20, 10, 20] } }))
  expect((await read()).breaks).toEqual([10, 20])
  expect((await offer()).lengths).toEqual([10, 20])
  const rests = (minutes: number) =>
    matsui.call(wall.takeBreak, { body: { id: desk.newId(), minutes } })
  expect(code(await rests(30))).toBe('wellbeing.break-length')
  expect(code(await rests(20))).toBe('ok')
  value(await matsui.call(wall.endBreak))
})
