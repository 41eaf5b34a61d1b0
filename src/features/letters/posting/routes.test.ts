import { expect, it } from 'vitest'
import { tokyoDay } from '#kernel/tokyo.ts'
import { closeComplaint, erasePersonalData } from '#features/complaints/handling/contract.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { receiveComplaint } from '#features/intake/contract.ts'
import { code, openDesk, value } from '#test/desk.ts'
import { changeLetterhead } from '../letterhead/contract.ts'
import {
  checkPaper,
  issuePaper,
  listPapers,
  postPaper,
  readPaperOpening,
  withdrawPosting,
  type TypedLetter,
} from '../typesetting/contract.ts'
import { aLetter, ourLetterhead } from '../typesetting/factory.ts'

const desk = await openDesk()
const [kobayashi, fujii] = [desk.as('kobayashi'), desk.as('fujii')]
value(await fujii.call(changeLetterhead, { body: { ...ourLetterhead, era: 'japanese' } }))

const today = () => tokyoDay(desk.clock.now()).toString()
const customer = { name: '森本 千尋', postcode: '150-0001', address: '東京都渋谷区神宮前1-2-3' }

async function received(): Promise<string> {
  const words = 'ご案内の手紙がまだ届かない'
  const body = { id: desk.newId(), words, channel: 'letter' as const, customer }
  return value(await kobayashi.call(receiveComplaint, { body })).complaintId
}

const timelineOf = async (complaintId: string) =>
  value(await kobayashi.call(readTimeline, { params: { complaintId }, query: {} }))

async function issued(complaintId: string, letter: TypedLetter = aLetter()) {
  const { head: basedOn } = await timelineOf(complaintId)
  const body = { id: desk.newId(), letter, format: 'pdf' as const, basedOn }
  return value(await kobayashi.call(issuePaper, { params: { complaintId }, body })).paper
}

const post = (paperId: string, more = {}) =>
  kobayashi.call(postPaper, {
    params: { paperId },
    body: { id: desk.newId(), on: today(), how: 'recorded', tracking: '123-45-67890-1', ...more },
  })

const check = async (complaintId: string, letter: TypedLetter) =>
  value(await kobayashi.call(checkPaper, { params: { complaintId }, body: { letter } }))

it('紙の手紙は、記録の宛先と今日の日付で始まる', async () => {
  const complaintId = await received()
  const opening = value(await kobayashi.call(readPaperOpening, { params: { complaintId } }))
  expect(opening).toMatchObject({ recipient: customer, dateOn: today(), era: 'japanese' })
})

it('足りないもの、気になる所、関所の問いは、発行する前に見える', async () => {
  const complaintId = await received()
  const letter = aLetter({
    subject: '',
    recipient: { name: '森本 千尋' },
    text: '慰謝料として5万円をお支払いいたします。',
  })
  const asked = await check(complaintId, letter)
  expect(asked.needs.map((each) => each.code)).toEqual(['subject'])
  expect(asked.warnings.map((each) => each.code)).toEqual(['no-address'])
  expect(asked.findings.find(({ need }) => need === 'leader')).toMatchObject({
    rule: 'promises-money',
    start: 0,
  })
})

it('社内の報告書には、関所は何も尋ねない', async () => {
  const letter = aLetter({ kind: 'accident-report', text: '5万円をお支払いいたします。' })
  expect((await check(await received(), letter)).findings).toEqual([])
})

it('投函した日と方法と、だれが記録したかが残る', async () => {
  const complaintId = await received()
  const paper = await issued(complaintId)
  expect(paper.posting).toBeNull()
  const posted = value(await post(paper.id)).paper
  expect(posted.posting).toMatchObject({
    on: today(),
    how: 'recorded',
    tracking: '123-45-67890-1',
    byName: kobayashi.scope.viewer?.name,
  })
  expect((await timelineOf(complaintId)).entries.at(-1)).toMatchObject({
    type: 'letters.posted',
    payload: { paperId: paper.id, on: today(), how: 'recorded' },
  })
  expect(code(await post(paper.id))).toBe('letters.posted-already')
})

it('投函の記録は取り消せて、どちらも経過に残る', async () => {
  const complaintId = await received()
  const { id: paperId } = await issued(complaintId)
  const withdraw = () =>
    kobayashi.call(withdrawPosting, { params: { paperId }, body: { id: desk.newId() } })
  expect(code(await withdraw())).toBe('letters.not-posted')
  value(await post(paperId))
  expect(value(await withdraw()).paper.posting).toBeNull()
  const { entries } = await timelineOf(complaintId)
  expect(entries.slice(-2).map(({ type }) => type)).toEqual([
    'letters.posted',
    'letters.posting-withdrawn',
  ])
})

it('先の日や、印刷する前の日には投函できない', async () => {
  const { id } = await issued(await received())
  const day = (days: number) => tokyoDay(desk.clock.now()).add({ days }).toString()
  expect(code(await post(id, { on: day(1) }))).toBe('letters.posted-day')
  expect(code(await post(id, { on: day(-1) }))).toBe('letters.posted-day')
  expect(code(await post(desk.newId()))).toBe('letters.paper-missing')
})

it('PDFは開け、Wordは保存だけになる', async () => {
  const complaintId = await received()
  const { id } = await issued(complaintId)
  const headers = { 'x-test-person': 'kobayashi' }
  const original = `/api/letters/papers/${id}/original`
  const opened = await desk.app.request(`${original}?open=1`, { headers })
  expect(opened.headers.get('content-type')).toBe('application/pdf')
  expect(opened.headers.get('content-disposition')).toMatch(/^inline/u)
  const kept = await desk.app.request(original, { headers })
  expect(kept.headers.get('content-disposition')).toMatch(/^attachment/u)
  expect(Buffer.from(await opened.arrayBuffer())).toEqual(Buffer.from(await kept.arrayBuffer()))
})

it('個人情報を消すと、刷った手紙の中身も宛名も番号も消え、出したこととハッシュは残る', async () => {
  const complaintId = await received()
  const before = await issued(complaintId)
  value(await post(before.id))
  const closing = { id: desk.newId(), outcome: 'withdrawn' as const, reason: 'もうよいとのこと' }
  value(await fujii.call(closeComplaint, { params: { complaintId }, body: closing }))
  const body = { id: desk.newId(), reason: 'ご本人から消去のお求めがあったため' }
  value(await fujii.call(erasePersonalData, { params: { complaintId }, body }))
  await desk.runJobs()
  const { papers } = value(await kobayashi.call(listPapers, { params: { complaintId } }))
  expect(papers).toMatchObject([
    {
      id: before.id,
      sha256: before.sha256,
      addressee: '（消去済み）',
      subject: '（消去済み）',
      hasOriginal: false,
      posting: { on: today(), how: 'recorded', tracking: '' },
    },
  ])
  const gone = await desk.app.request(`/api/letters/papers/${before.id}/original`, {
    headers: { 'x-test-person': 'kobayashi' },
  })
  expect(gone.status).toBe(404)
  expect(JSON.stringify(await timelineOf(complaintId))).not.toContain('123-45-67890-1')
})
