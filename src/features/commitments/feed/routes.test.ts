import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { receiveComplaint } from '#features/intake/contract.ts'
import { code, openDesk, value } from '#test/desk.ts'
import { keepCommitment, makeCommitment } from '../contract.ts'
import { makeFeed, readFeed, revokeFeed, showNames } from './contract.ts'

const desk = await openDesk()
const [matsui, kobayashi, fujii] = [desk.as('matsui'), desk.as('kobayashi'), desk.as('fujii')]

async function promised(words: string, who = matsui) {
  const received = {
    id: desk.newId(),
    channel: 'phone' as const,
    words: '届いた瓶が割れていました。',
    customer: { name: '森本 千尋' },
  }
  const { complaintId } = value(await who.call(receiveComplaint, { body: received }))
  const body = { id: desk.newId(), words, due: { phrase: '明日の17時まで' } }
  return value(await who.call(makeCommitment, { params: { complaintId }, body })).commitment
}
const begin = async (who = matsui, id = desk.newId()) =>
  value(await who.call(makeFeed, { body: { id } })).path

/** As a calendar does: an address, and nobody signed in. */
async function look(path: string) {
  const answer = await desk.app.request(path)
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    text: await answer.text(),
  }
}
const summaries = (text: string) =>
  new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((event) => new ICAL.Event(event).summary)

describe('約束のカレンダー', () => {
  it('自分の約束だけが、サインインのいらない秘密のURLで読め、守れば消える', async () => {
    const mine = await promised('割れた原因をお電話します')
    await promised('小林さんの約束です', kobayashi)
    const path = await begin()
    const { status, type, text } = await look(path)
    expect([status, type]).toEqual([200, 'text/calendar; charset=utf-8'])
    expect(summaries(text)).toEqual([`お客様との約束（${mine.complaintNumber}）`])
    expect(text).not.toContain('森本')
    const body = { id: desk.newId(), how: 'お電話した' }
    value(await matsui.call(keepCommitment, { params: { commitmentId: mine.id }, body }))
    expect(summaries((await look(path)).text)).toEqual([])
  })

  it('いつ読まれたかが分かり、作り直すか止めると、前のURLでは読めない', async () => {
    const first = await begin()
    await look(first)
    expect(value(await matsui.call(readFeed)).mine?.readAt).toBe('2026-11-24T01:00:00Z')
    const second = await begin()
    expect([(await look(first)).status, (await look(second)).status]).toEqual([404, 200])
    expect(value(await matsui.call(revokeFeed)).mine).toBeNull()
    const gone = await look(second)
    expect(gone.status).toBe(404)
    expect(gone.text).toContain('新しいURL')
  })

  it('同じ頼みが二度届いたら、あとのURLだけが生きる', async () => {
    const id = desk.newId()
    const [first, second] = [await begin(matsui, id), await begin(matsui, id)]
    expect([(await look(first)).status, (await look(second)).status]).toEqual([404, 200])
  })

  it('お客様のお名前は、管理者が許したときだけ載る', async () => {
    const path = await begin(kobayashi)
    const refused = await kobayashi.call(showNames, { body: { isOn: true } })
    expect(code(refused)).toBe('access.not-allowed')
    expect((await look(path)).text).not.toContain('森本')
    expect(value(await fujii.call(showNames, { body: { isOn: true } })).namesShown).toBe(true)
    expect(summaries((await look(path)).text)[0]).toMatch(/^小林さんの約束です（森本 千尋 様、U26-/)
    value(await fujii.call(showNames, { body: { isOn: false } }))
    expect((await look(path)).text).not.toContain('森本')
  })

  it('でたらめなURLでは読めない', async () => {
    const path = await begin()
    const wrong = path.replace(/.(?=\.ics$)/u, (last) => (last === 'A' ? 'B' : 'A'))
    expect((await look(wrong)).status).toBe(404)
    expect((await look('/api/commitments/calendars/x.ics')).status).toBe(422)
  })
})
