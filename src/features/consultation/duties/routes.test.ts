import { sql } from 'kysely'
import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, it } from 'vitest'
import { withinWall } from '#platform/db/database.ts'
import { readEntrance } from '../talks/contract.ts'
import { staff } from '#test/cast.ts'
import { code, openDesk, value } from '#test/desk.ts'
import {
  acknowledgePolicy,
  keepDuty,
  publishPolicy,
  readDuties,
  shipped,
  type Keeping,
} from './contract.ts'

const desk = await openDesk()
const [fujii, matsui, sasaki] = [desk.as('fujii'), desk.as('matsui'), desk.as('sasaki')]
const blank: Keeping = {
  group: 'desk',
  title: null,
  detail: null,
  state: 'not-yet',
  ownerId: null,
  evidence: [],
  note: '',
  doneOn: null,
  reviewOn: null,
}
const evidence = [{ words: '就業規則 第41条　社内ポータル', url: null, on: '2026-10-01' }]
const days = { doneOn: '2026-10-01', reviewOn: '2027-04-01' }
const keep = (itemCode: string, body: Partial<Keeping>) =>
  fujii.call(keepDuty, { params: { code: itemCode }, body: { ...blank, ...body } })

describe('事業主の措置', () => {
  it('はじめは、五つの組の項目がすべて「これから」で並び、記録の数字が付く', async () => {
    const { duties, figures } = value(await fujii.call(readDuties))
    expect(duties.map((duty) => duty.code)).toEqual(Object.keys(shipped))
    expect(new Set(duties.map(({ state }) => state))).toEqual(new Set(['not-yet']))
    expect(figures).toEqual({
      counsellors: 1,
      policy: null,
      acknowledged: 0,
      members: Object.keys(staff).length,
    })
  })

  it('根拠と日がそろうまで「できている」にはできない', async () => {
    expect(code(await keep('desk-able', { state: 'done' }))).toBe('consultation.no-evidence')
    expect(code(await keep('desk-able', { state: 'done', evidence }))).toBe('consultation.no-days')
    const backwards = {
      state: 'done' as const,
      evidence,
      doneOn: '2026-10-01',
      reviewOn: '2026-10-01',
    }
    expect(code(await keep('desk-able', backwards))).toBe('consultation.review-before')
    const { duties } = value(
      await keep('desk-able', { state: 'done', evidence, ...days, ownerId: fujii.memberId }),
    )
    expect(duties.find((duty) => duty.code === 'desk-able')).toMatchObject({
      state: 'done',
      ownerName: '藤井 直子',
      changedByName: '藤井 直子',
      evidence,
    })
  })

  it('記録そのものが示す項目は、文書がなくても日があればよい', async () => {
    const { duties } = value(await keep('desk-set', { state: 'done', ...days }))
    expect(duties.find((duty) => duty.code === 'desk-set')?.state).toBe('done')
  })

  it('会社の項目を加えられ、言葉を直せる。名前のない項目は加えられない', async () => {
    expect(code(await keep('own-poster', {}))).toBe('consultation.duty-untitled')
    const { duties } = value(await keep('own-poster', { title: '店頭の掲示' }))
    expect(duties.at(-1)).toMatchObject({ code: 'own-poster', title: '店頭の掲示' })
  })

  it('書けるのは管理者と窓口だけで、読めるのはSVまで', async () => {
    const writing = { params: { code: 'desk-able' }, body: blank }
    expect(code(await sasaki.call(keepDuty, writing))).toBe('access.not-allowed')
    expect(code(await sasaki.call(readDuties))).toBe('ok')
    expect(code(await matsui.call(readDuties))).toBe('access.not-allowed')
  })
})

describe('方針を読んだこと', () => {
  it('一人ずつ確かめ、ほかの人には数だけが見える', async () => {
    value(await fujii.call(publishPolicy, { body: { version: 1, words: '働く人を守ります。' } }))
    const version = { params: { version: 1 } }
    value(await matsui.call(acknowledgePolicy, version))
    value(await matsui.call(acknowledgePolicy, version))
    value(await sasaki.call(acknowledgePolicy, version))
    expect(value(await matsui.call(readEntrance)).policy?.isAcknowledged).toBe(true)
    expect(value(await fujii.call(readEntrance)).policy?.isAcknowledged).toBe(false)
    expect(value(await fujii.call(readDuties)).figures.acknowledged).toBe(2)
    const rows = await withinWall(desk.ports.db, fujii.scope, (tx) =>
      sql`select * from consultation_acknowledgements`.execute(tx),
    )
    expect(rows.rows).toEqual([])
  })

  it('新しい版は、もう一度読んでもらう。同じ版を二人で公開はできない', async () => {
    const second = { body: { version: 2, words: '働く人を守ります。一人にしません。' } }
    value(await fujii.call(publishPolicy, second))
    expect(code(await fujii.call(publishPolicy, second))).toBe('consultation.other-version')
    const old = await matsui.call(acknowledgePolicy, { params: { version: 1 } })
    expect(code(old)).toBe('consultation.other-version')
    expect(value(await matsui.call(readEntrance)).policy).toMatchObject({
      version: 2,
      isAcknowledged: false,
    })
  })
})

it('PDFには、五つの組、根拠、記録の数字、方針、断り書きが、書いたとおりに載る', async () => {
  value(await keep('along-privacy', { group: 'along', note: '#pagebreak() *x*', state: 'partly' }))
  const answer = await desk.app.request('/api/consultation/duties/paper', {
    headers: { 'x-test-person': 'fujii' },
  })
  expect(answer.headers.get('content-disposition')).toContain('.pdf')
  const pdf = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()))
  const { text } = await extractText(pdf, { mergePages: true })
  const flat = text.replace(/\s+/gu, '')
  for (const words of [
    '方針をはっきりさせ、知らせる',
    '特に悪質なものを抑える',
    '就業規則第41条',
    '10人のうち0人が読みました',
    '働く人を守ります。一人にしません。',
    '法的助言ではありません',
    '#pagebreak()*x*',
    '店頭の掲示',
  ])
    expect(flat).toContain(words)
  expect(pdf.numPages).toBeLessThanOrEqual(4)
})
