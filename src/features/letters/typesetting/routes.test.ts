import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { addNote } from '#features/complaints/handling/contract.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { receiveComplaint } from '#features/intake/contract.ts'
import { code, openDesk, value } from '#test/desk.ts'
import { aLetter, ourLetterhead } from './factory.ts'
import { issuePaper, listPapers, typesetLetter, type TypedLetter } from './contract.ts'
import { changeLetterhead, readLetterhead } from '../letterhead/contract.ts'
import { upload } from '../factory.ts'

const desk = await openDesk()
const [kobayashi, fujii] = [desk.as('kobayashi'), desk.as('fujii')]
value(await fujii.call(changeLetterhead, { body: ourLetterhead }))

const calm = aLetter({
  kind: 'answer',
  recipient: { name: '森本 千尋' },
  text: 'お申し出の急須について、出荷の記録を確かめました。',
})

async function received(): Promise<string> {
  const customer = { name: '森本 千尋' }
  const body = {
    id: desk.newId(),
    words: '急須の口が欠けていた',
    channel: 'letter' as const,
    customer,
  }
  return value(await kobayashi.call(receiveComplaint, { body })).complaintId
}

/** The bytes of a file that the desk answers with. */
async function fetched(path: string, body?: unknown, who = 'kobayashi') {
  const response = await desk.app.request(path, {
    headers: { 'content-type': 'application/json', 'x-test-person': who },
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
  })
  return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) }
}

const typeset = (letter: TypedLetter, format: string, complaintId: string | null = null) =>
  fetched(typesetLetter.path, { letter, format, complaintId })

async function issue(complaintId: string, letter: TypedLetter, more = {}) {
  const { head } = value(await kobayashi.call(readTimeline, { params: { complaintId }, query: {} }))
  const body = { id: desk.newId(), letter, format: 'pdf' as const, basedOn: head, ...more }
  return kobayashi.call(issuePaper, { params: { complaintId }, body })
}

it.each([
  ['pdf', '%PDF-1.7'],
  ['docx', 'PK'],
  ['svg', '<svg'],
])('手紙を %s に組む', async (format, start) => {
  const { status, bytes } = await typeset(calm, format)
  expect(status).toBe(200)
  expect(bytes.subarray(0, start.length).toString()).toBe(start)
})

it('足りないものがあれば、何を直すかを一度に言う', async () => {
  const { bytes } = await typeset(aLetter({ subject: '', recipient: {} }), 'pdf')
  expect(JSON.parse(bytes.toString())).toMatchObject({
    code: 'letters.paper-incomplete',
    detail:
      'まだ印刷できません。宛名がありません。お名前か会社名を入れてください。件名がありません。何についての手紙かを書いてください。',
  })
})

it('足りないものがあっても、目で見ることはできる', async () => {
  const { status } = await typeset(aLetter({ subject: '', text: '', recipient: {} }), 'svg')
  expect(status).toBe(200)
})

it('刷れない文字は、その字を挙げて言う', async () => {
  const { bytes } = await typeset(aLetter({ text: 'お詫び申し上げます😊' }), 'pdf')
  expect(JSON.parse(bytes.toString())).toMatchObject({
    code: 'letters.paper-unprintable',
    detail: expect.stringContaining('😊'),
  })
})

it('印刷した手紙は、一バイトも変わらずに残り、経過にハッシュが載る', async () => {
  const complaintId = await received()
  const { paper } = value(await issue(complaintId, calm))
  const { bytes } = await fetched(`/api/letters/papers/${paper.id}/original`)
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(paper.sha256)
  expect(paper).toMatchObject({ addressee: '森本 千尋　様', size: bytes.length, format: 'pdf' })
  const { entries } = value(
    await kobayashi.call(readTimeline, { params: { complaintId }, query: {} }),
  )
  expect(entries.at(-1)).toMatchObject({
    type: 'letters.printed',
    payload: { sha256: paper.sha256, text: calm.text },
  })
  const listed = value(await kobayashi.call(listPapers, { params: { complaintId } }))
  expect(listed.papers).toEqual([paper])
})

it('印刷するときも、メールと同じ関所を通る', async () => {
  const complaintId = await received()
  const paid = aLetter({ ...calm, text: '慰謝料として5万円をお支払いいたします。' })
  expect(code(await issue(complaintId, paid))).toBe('letters.gate')
  const below = aLetter({ ...calm, notes: [{ text: '慰謝料として5万円をお支払いいたします。' }] })
  expect(code(await issue(complaintId, below))).toBe('letters.gate')
  const wrong = aLetter({ ...calm, recipient: { name: '山本 太郎' } })
  expect(code(await issue(complaintId, wrong))).toBe('letters.gate')
  const { papers } = value(await kobayashi.call(listPapers, { params: { complaintId } }))
  expect(papers).toEqual([])
})

it('読んでいないものが届いていれば、印刷せずに止まる', async () => {
  const complaintId = await received()
  const body = {
    id: desk.newId(),
    speaker: 'operator' as const,
    text: '折り返しのお電話がありました。',
  }
  value(await fujii.call(addNote, { params: { complaintId }, body }))
  expect(code(await issue(complaintId, calm, { basedOn: 1 }))).toBe('letters.unseen')
})

it('同じ印刷を二度頼んでも、一通だけ残る', async () => {
  const complaintId = await received()
  const id = desk.newId()
  value(await issue(complaintId, calm, { id }))
  value(await issue(complaintId, calm, { id }))
  const { papers } = value(await kobayashi.call(listPapers, { params: { complaintId } }))
  expect(papers).toHaveLength(1)
})

it('報告書には、この件の写真が入り、ほかの件の写真は入らない', async () => {
  const [one, other] = [await received(), await received()]
  const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#a33' } })
    .jpeg()
    .toBuffer()
  const evidenceId = await upload(desk, one, '写真.jpg', photo)
  const report = aLetter({
    kind: 'accident-report',
    recipient: { department: '品質保証部' },
    pictures: [{ evidenceId, caption: '口の欠け' }],
  })
  expect((await typeset(report, 'pdf', one)).bytes.toString('latin1')).toContain('/Image')
  expect((await typeset(report, 'docx', one)).bytes.toString('latin1')).toContain('.jpg')
  const { bytes } = await typeset(report, 'pdf', other)
  expect(JSON.parse(bytes.toString())).toMatchObject({ code: 'letters.paper-picture' })
})

it('差出人は管理者だけが決め、だれがいつ変えたかが残る', async () => {
  expect(code(await kobayashi.call(changeLetterhead, { body: ourLetterhead }))).not.toBe('ok')
  value(await fujii.call(changeLetterhead, { body: { ...ourLetterhead, era: 'japanese' } }))
  const shown = value(await kobayashi.call(readLetterhead))
  expect(shown).toMatchObject({ era: 'japanese', changedByName: fujii.scope.viewer?.name })
})

it('ロゴは描き直して納め、画像でないものは断る', async () => {
  const huge = await sharp({
    create: { width: 2000, height: 500, channels: 3, background: '#0b5cad' },
  })
    .png()
    .toBuffer()
  const logo = huge.toString('base64')
  const kept = value(await fujii.call(changeLetterhead, { body: { ...ourLetterhead, logo } }))
  const { width } = await sharp(Buffer.from(kept.logo ?? '', 'base64')).metadata()
  expect(width).toBe(800)
  expect((await typeset(calm, 'pdf')).status).toBe(200)
  expect((await typeset(calm, 'docx')).status).toBe(200)
  const script = Buffer.from('<script>alert(1)</script>').toString('base64')
  const refused = await fujii.call(changeLetterhead, { body: { ...ourLetterhead, logo: script } })
  expect(code(refused)).toBe('letters.logo-unreadable')
})
