import { describe, expect, it } from 'vitest'
import { openDesk, type Person, value } from '#test/desk.ts'
import { decideOwner } from '#features/assignment/contract.ts'
import { readGuidance } from '#features/guide/contract.ts'
import { receiveComplaint, startCall } from '#features/intake/contract.ts'
import { startHub } from '#platform/realtime/hub.ts'
import { untilTold } from '#platform/realtime/notices.ts'
import { silentLog } from '#platform/log.ts'
import { closeComplaint, describeComplaint, erasePersonalData } from '../handling/contract.ts'
import { listComplaints } from '../contract.ts'
import { readTimeline } from '../timeline/contract.ts'
import { utterancesRoutes } from './routes.ts'
import { hearUtterance, readUtterances, type Said } from './contract.ts'

const desk = await openDesk()
const matsui = desk.as('matsui')
const kobayashi = desk.as('kobayashi')
const sasaki = desk.as('sasaki')

async function openComplaint(): Promise<string> {
  const id = desk.newId()
  const body = { id, channel: 'counter' as const, words: 'ほかの店で買った品のことです。' }
  value(await matsui.call(receiveComplaint, { body }))
  return id
}
const now = () => desk.clock.now().toString()
function saying(text: string, more: Partial<Said> = {}): Said {
  const fresh = { id: desk.newId(), text, at: now() }
  return { ...fresh, speaker: 'customer', state: 'provisional', ...more }
}
const hear = (complaintId: string, body: Said, who: Person = matsui) =>
  who.call(hearUtterance, { params: { complaintId }, body })
const transcript = async (complaintId: string) =>
  value(await matsui.call(readUtterances, { params: { complaintId } })).utterances
const noted = async (complaintId: string) =>
  value(await matsui.call(readTimeline, { params: { complaintId } })).entries.filter(
    ({ type }) => type === 'complaints.noted',
  )

describe('話しているそばから届く言葉', () => {
  it('途中の言葉は置き換わり、記録には入らず、合図はその場で聞こえる', async () => {
    const complaintId = await openComplaint()
    const first = saying('ですから')
    expect(value(await hear(complaintId, first)).utterance.cues).toEqual([])
    const heard = value(
      await hear(complaintId, { ...first, text: 'ですから責任者を出してください' }),
    )
    expect(heard.utterance.cues.map(({ code }) => code)).toEqual(['asks_supervisor'])
    expect((await transcript(complaintId)).map(({ text, state }) => [text, state])).toEqual([
      ['ですから責任者を出してください', 'provisional'],
    ])
    expect(await noted(complaintId)).toEqual([])
  })

  it('確定した言葉は一度だけ記録に入り、あとから届いた途中の言葉に負けない', async () => {
    const complaintId = await openComplaint()
    const said = saying('責任者を出し')
    await hear(complaintId, said)
    const final: Said = { ...said, text: '責任者を出してくださいよ。', state: 'final' }
    const settled = value(await hear(complaintId, final))
    expect(settled.utterance).toMatchObject({ text: final.text, state: 'final' })
    const again = value(await hear(complaintId, final))
    expect(again).toEqual(settled)
    const late = value(await hear(complaintId, { ...said, text: '責任者を出して' }))
    expect(late).toEqual(settled)
    const [entry, ...more] = await noted(complaintId)
    expect(more).toEqual([])
    expect(entry?.payload).toMatchObject({
      speaker: 'customer',
      text: final.text,
      cues: [{ code: 'asks_supervisor' }],
      utterance: { id: said.id },
    })
    expect(await transcript(complaintId)).toEqual([settled.utterance])
  })

  it('追い越されて届いた古い言葉は、新しい言葉を消さない', async () => {
    const complaintId = await openComplaint()
    const said = saying('瓶が割れていて、')
    const later = desk.clock.now().add({ milliseconds: 400 }).toString()
    await hear(complaintId, { ...said, text: '瓶が割れていて、怖かった', at: later })
    const answer = value(await hear(complaintId, said))
    expect(answer.utterance.text).toBe('瓶が割れていて、怖かった')
  })

  it('空の言葉は、途中なら取り消し、確定なら何も記録に入れない', async () => {
    const complaintId = await openComplaint()
    const said = saying('えーと')
    await hear(complaintId, said)
    await hear(complaintId, { ...said, text: '' })
    expect(await transcript(complaintId)).toEqual([])
    const silent = value(await hear(complaintId, { ...said, text: '', state: 'final' }))
    expect(silent.utterance).toMatchObject({ text: '', state: 'final' })
    value(await hear(complaintId, { ...said, text: 'あとから' }))
    expect(await transcript(complaintId)).toEqual([])
    expect(await noted(complaintId)).toEqual([])
  })

  it('同時に二度届いた確定の言葉も、記録には一つ', async () => {
    const complaintId = await openComplaint()
    const final = saying('何度も電話しています。', { state: 'final' })
    const both = await Promise.all([hear(complaintId, final), hear(complaintId, final)])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect(await noted(complaintId)).toHaveLength(1)
  })

  it('通話中の言葉は、その通話のものになり、話した順に並ぶ', async () => {
    const ringing = { id: desk.newId(), complaintId: desk.newId() }
    const { call } = value(await kobayashi.call(startCall, { body: ringing }))
    const early = now()
    desk.clock.advance({ seconds: 3 })
    const second = saying('お待たせしております。', { speaker: 'operator', state: 'final' })
    const first = saying('もしもし。', { at: early, state: 'final' })
    await hear(call.complaintId, second, kobayashi)
    await hear(call.complaintId, first, kobayashi)
    const lines = await transcript(call.complaintId)
    expect(lines.map(({ speaker, callId }) => [speaker, callId])).toEqual([
      ['customer', call.id],
      ['operator', call.id],
    ])
  })
})

describe('探す', () => {
  it('確定した言葉は、お話が途切れると探せるようになる', async () => {
    const complaintId = await openComplaint()
    const found = async () => {
      const query = { view: 'all' as const, words: '蜻蛉玉の首飾り' }
      return value(await matsui.call(listComplaints, { query })).complaints.map(({ id }) => id)
    }
    await hear(complaintId, saying('蜻蛉玉の首飾りのことです。', { state: 'final' }))
    expect(await found()).toEqual([])
    await desk.runJobs(desk.clock.now().add({ seconds: 11 }).toString())
    expect(await found()).toEqual([complaintId])
  })
})

describe('応対ナビ', () => {
  it('話し終わる前に危険を聞き、言い直されたら、落ち着く', async () => {
    const complaintId = await openComplaint()
    const guidance = async () => value(await matsui.call(readGuidance, { params: { complaintId } }))
    const before = await guidance()
    expect(before.current?.urgency).not.toBe('safety')
    const said = saying('子どもがけがをしました')
    await hear(complaintId, said)
    const during = await guidance()
    expect(during.current?.urgency).toBe('safety')
    expect(during.head).toBe(before.head)
    await hear(complaintId, { ...said, text: '子どもが駆け回りました' })
    expect((await guidance()).current?.urgency).not.toBe('safety')
  })

  it('途切れたままの言葉は、1分たてば応対ナビに残らない', async () => {
    const complaintId = await openComplaint()
    await hear(complaintId, saying('子どもがけがをしました'))
    desk.clock.advance({ seconds: 61 })
    const { current } = value(await matsui.call(readGuidance, { params: { complaintId } }))
    expect(current?.urgency).not.toBe('safety')
  })
})

describe('画面への知らせ', () => {
  it('言葉は載せず、合図の名前だけを知らせる', async () => {
    const complaintId = await openComplaint()
    // What was written before is no news for whoever listens from now on.
    await untilTold(desk.ports.db)
    const hub = await startHub(desk.url, silentLog)
    try {
      const notices: unknown[] = []
      hub.subscribe(matsui.scope.organisationId, {
        notice: (notice) => notices.push(notice),
        gap: () => undefined,
      })
      const said = saying('責任者を出してください')
      await hear(complaintId, said)
      await expect.poll(() => notices.length).toBe(1)
      expect(notices[0]).toMatchObject({
        type: 'complaints.utterance-heard',
        id: said.id,
        complaintId,
        cues: ['asks_supervisor'],
      })
      expect(JSON.stringify(notices)).not.toContain('責任者')
      // The same again is no news.
      await hear(complaintId, said)
      await hear(complaintId, { ...said, text: 'はい', state: 'final' })
      // Final words are one movement, and it says that they were overheard.
      await expect.poll(() => notices.length).toBe(2)
      expect(notices[1]).toMatchObject({ type: 'complaints.noted', cues: [] })
      const last = saying('責任者を出してください', { state: 'final' })
      await hear(complaintId, last)
      await expect.poll(() => notices.length).toBe(3)
      expect(notices[2]).toMatchObject({ type: 'complaints.noted', cues: ['asks_supervisor'] })
      expect(JSON.stringify(notices)).not.toContain('責任者')
    } finally {
      await hub.stop()
    }
  })
})

it('OpenAPI に載っていて、例のとおりに受け取る', async () => {
  const { paths = {} } = desk.app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Uketome', version: '1' },
  })
  const described = JSON.stringify(paths['/api/complaints/{complaintId}/utterances'])
  expect(described).toContain('"enum":["provisional","final"]')
  expect(described).toContain('"enum":["customer","operator"]')
  const [route] = utterancesRoutes(desk.ports)
  const body = hearUtterance.body?.parse(route?.example?.body)
  const complaintId = await openComplaint()
  const heard = body && value(await hear(complaintId, { ...body, id: desk.newId() }))
  expect(heard?.utterance).toMatchObject({ state: 'provisional', text: body?.text })
})

describe('ほかの入口と同じ決まり', () => {
  it('見るだけの人・部門・知らない人は送れない', async () => {
    const complaintId = await openComplaint()
    expect((await hear(complaintId, saying('もしもし'), desk.as('okamoto'))).status).toBe(403)
    const params = { complaintId }
    const nobody = await desk.customer.call(hearUtterance, { params, body: saying('もしもし') })
    expect(nobody.status).toBe(401)
    expect((await hear(desk.newId(), saying('もしもし'))).status).toBe(404)
  })

  it('書き手を追い越さない。文字起こしが流れていても、担当を決められる', async () => {
    const complaintId = await openComplaint()
    const params = { complaintId }
    const { head } = value(await matsui.call(readTimeline, { params }))
    await hear(complaintId, saying('まだですか。', { state: 'final' }), kobayashi)
    const body = { id: desk.newId(), basedOn: head, memberId: matsui.memberId, fromId: null }
    expect((await matsui.call(decideOwner, { params, body })).status).toBe(200)
  })

  it('ほかの苦情で使った番号は受け取らない', async () => {
    const [one, other] = [await openComplaint(), await openComplaint()]
    const said = saying('もしもし')
    await hear(one, said)
    expect((await hear(other, said)).status).toBe(409)
    expect((await hear(other, { ...said, state: 'final' })).status).toBe(409)
    expect(await noted(other)).toEqual([])
    expect((await transcript(one)).map(({ text }) => text)).toEqual(['もしもし'])
  })

  it('終了した苦情では受け取らず、消去すると、確定した言葉も途中の言葉も残らない', async () => {
    const complaintId = await openComplaint()
    const params = { complaintId }
    await hear(complaintId, saying('確かに言いました。', { state: 'final' }))
    await hear(complaintId, saying('途中まで言'))
    const details = { subject: '終える' }
    await matsui.call(describeComplaint, { params, body: { id: desk.newId(), details } })
    const closing = { id: desk.newId(), outcome: 'no-contact' as const, reason: 'つながらない' }
    value(await matsui.call(closeComplaint, { params, body: closing }))
    for (const state of ['provisional', 'final'] as const) {
      const refused = await hear(complaintId, saying('まだあるんだけど', { state }))
      expect(refused.status).toBe(422)
      expect(refused.detail).toContain('再開してから')
    }
    const erasing = { id: desk.newId(), reason: 'ご本人のお申し出' }
    value(await desk.as('fujii').call(erasePersonalData, { params, body: erasing }))
    expect(await transcript(complaintId)).toEqual([])
    const { entries } = value(await sasaki.call(readTimeline, { params }))
    expect(JSON.stringify(entries)).not.toMatch(/確かに言い|途中まで/u)
  })

  it('読めないものは、どこを直せばよいかを言って断る', async () => {
    const complaintId = await openComplaint()
    const wrong: [object, RegExp][] = [
      [{ speaker: 'robot' }, /speaker は customer \/ operator のどれか/],
      [{ state: 'done' }, /state は provisional \/ final のどれか/],
      [{ at: 'きのう' }, /at は 2026-11-24T/],
      [{ at: undefined }, /at がありません/],
      [{ id: '1' }, /id は UUID/],
      [{ text: 'あ'.repeat(4001) }, /text は4000まで/],
      [{ at: desk.clock.now().add({ hours: 1 }).toString() }, /時計/],
    ]
    for (const [part, about] of wrong) {
      const refused = await hear(complaintId, { ...saying('もしもし'), ...part })
      expect(refused.status).toBe(422)
      expect(refused.detail).toMatch(about)
    }
  })
})
