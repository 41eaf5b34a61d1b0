import { describe, expect, it } from 'vitest'
import {
  claimFact,
  confirmFact,
  describeComplaint,
  withdrawFact,
} from '#features/complaints/handling/contract.ts'
import { code, openDesk, value } from '#test/desk.ts'
import { openPostOffice } from '#test/post-office.ts'
import { checkStanding } from '../drafting/contract.ts'
import { aMailbox, correspond } from '../factory.ts'
import {
  exportTemplates,
  importTemplates,
  insertTemplate,
  listFilledTemplates,
  listTemplateEditions,
  listTemplates,
  previewTemplate,
  retireTemplate,
  saveTemplate,
  type TemplateContent,
} from './contract.ts'

const desk = await openDesk()
const office = await openPostOffice()
const [kobayashi, matsui, fujii] = [desk.as('kobayashi'), desk.as('matsui'), desk.as('fujii')]
value(await aMailbox(desk, office))
const { received, reply } = correspond(desk, office)

const content: TemplateContent = {
  name: '調査のご報告',
  kana: 'ちょうさのほうこく',
  kinds: ['mail'],
  subject: '',
  body: '{お客様名}様\n\n{商品}の件（{受付番号}）をご報告いたします。\n{確認した事実}を確かめました。',
}
const save = (given: Partial<TemplateContent> = {}, templateId = desk.newId(), basedOn = 0) =>
  fujii.call(saveTemplate, { params: { templateId }, body: { ...content, ...given, basedOn } })
const { id: templateId } = value(await save())

async function offeredIn(complaintId: string, kind: 'mail' | 'letter' = 'mail') {
  const asked = { params: { complaintId }, query: { kind } }
  const { templates } = value(await kobayashi.call(listFilledTemplates, asked))
  return templates.find(({ id }) => id === templateId)
}

async function confirmed(complaintId: string) {
  const [factId, source] = [desk.newId(), '出荷の記録']
  const claim = { id: factId, topic: 'what' as const, statement: '口が欠けていた', source }
  value(await matsui.call(claimFact, { params: { complaintId }, body: claim }))
  const body = { id: desk.newId(), source, attributedTo: 'us' as const }
  value(await matsui.call(confirmFact, { params: { complaintId, factId }, body }))
  return factId
}

const named = (complaintId: string) =>
  matsui.call(describeComplaint, {
    params: { complaintId },
    body: { id: desk.newId(), details: { product: '急須' } },
  })

describe('ひな形に記録の値が入る', () => {
  it('埋まらない所は空いたまま残り、埋めるまでメールは送れない。理由でも送れない', async () => {
    const { complaintId } = await received()
    const filled = await offeredIn(complaintId)
    expect(filled?.holes).toEqual(['商品', '確認した事実'])
    const text = filled?.text ?? ''
    expect(text).toContain('{{商品}}の件（U26-')
    const reasons = [{ rule: 'placeholder', reason: '急ぎます' }]
    expect(code(await reply(complaintId, { text, reasons }))).toBe('letters.gate')
    const whole = text.replace('{{商品}}', '急須').replace('{{確認した事実}}', '出荷の日')
    expect(code(await reply(complaintId, { text: whole }))).toBe('ok')
  })

  it('入れた文は、根拠が取り下げられると送れなくなる', async () => {
    const { complaintId } = await received()
    value(await named(complaintId))
    const factId = await confirmed(complaintId)
    const { text = '' } = (await offeredIn(complaintId)) ?? {}
    const asked = { params: { complaintId, templateId }, body: { id: desk.newId(), text } }
    value(await kobayashi.call(insertTemplate, asked))
    const body = { id: desk.newId(), reason: '別のお客様の記録でした' }
    value(await matsui.call(withdrawFact, { params: { complaintId, factId }, body }))
    const { sentences } = value(
      await kobayashi.call(checkStanding, { params: { complaintId }, body: { text } }),
    )
    expect(sentences.flatMap(({ falls }) => falls.map((fall) => fall.code))).toEqual([
      'fact-withdrawn',
    ])
    expect(code(await reply(complaintId, { text }))).toBe('letters.gate')
    const again = await kobayashi.call(insertTemplate, asked)
    expect(code(again)).toBe('letters.template-refilled')
  })

  it('使う所が違えば出てこない。外したものも出てこない', async () => {
    const { complaintId } = await received()
    expect(await offeredIn(complaintId, 'letter')).toBeUndefined()
    const other = value(await save({ name: '外すもの' }))
    value(await fujii.call(retireTemplate, { params: { templateId: other.id } }))
    const asked = { params: { complaintId }, query: { kind: 'mail' as const } }
    const { templates } = value(await kobayashi.call(listFilledTemplates, asked))
    expect(templates.map(({ name }) => name)).not.toContain('外すもの')
  })
})

describe('ひな形を直す', () => {
  it('版が残り、前の版が読める。先に誰かが保存していたら止まる', async () => {
    const first = value(await save({ name: '版のあるもの' }))
    const second = value(await save({ name: '版のあるもの', body: '二つめ' }, first.id, 1))
    expect(second.revision).toBe(2)
    expect(code(await save({ name: '版のあるもの', body: '三つめ' }, first.id, 1))).toBe(
      'letters.template-overtaken',
    )
    const params = { templateId: first.id }
    const { editions } = value(await fujii.call(listTemplateEditions, { params }))
    expect(editions.map(({ body, changedByName }) => [body, changedByName])).toEqual([
      ['二つめ', fujii.scope.viewer?.name],
      [content.body, fujii.scope.viewer?.name],
    ])
  })

  it.each([
    ['一覧にない値', { body: '{名前}様' }, 'letters.template-value-unknown'],
    ['公開の返信に入らない値', { kinds: ['public-reply' as const] }, 'letters.template-identifies'],
    ['どの件でも出せない言葉', { body: '【社内メモ】要返信' }, 'letters.template-held'],
    ['同じ名前', { name: content.name }, 'letters.template-named'],
  ])('%s は保存しない', async (_, given, expected) => {
    expect(code(await save({ name: 'ためし', ...given }))).toBe(expected)
  })

  it('承認があれば出せるお金の言葉は、保存できる', async () => {
    const body = '{金額}をお返しいたします。'
    expect(code(await save({ name: 'ご返金', body }))).toBe('ok')
  })

  it('管理者でない人には変えられない', async () => {
    const asked = { params: { templateId: desk.newId() }, body: { ...content, basedOn: 0 } }
    expect(code(await kobayashi.call(saveTemplate, asked))).toBe('access.not-allowed')
  })
})

it('見本は、その件の値と、ひな形の所を指す気になる所で示す', async () => {
  const { complaintId } = await received()
  value(await named(complaintId))
  const body = '{商品}について、絶対に直します。{注文番号}'
  const given = { kind: 'mail' as const, subject: '{商品}の件', body, complaintId }
  const shown = value(await fujii.call(previewTemplate, { body: given }))
  expect(shown).toMatchObject({ subject: '急須の件', holes: ['注文番号'], unknown: [] })
  const places = shown.findings.map(({ rule, start, end }) => [rule, body.slice(start, end)])
  expect(places).toContainEqual(['absolute-promise', '絶対に'])
  expect(places.map(([rule]) => rule)).not.toContain('placeholder')
})

it('ファイルは、直す所があれば何も変えず、なければ次の版になる', async () => {
  const response = await desk.app.request(exportTemplates.path, {
    headers: { 'x-test-person': 'fujii' },
  })
  const file = await response.text()
  expect(file).toContain('name: 調査のご報告')
  const bring = (text: string, isTrial = false) =>
    fujii.call(importTemplates, { body: { text, isTrial } })
  expect(value(await bring(file)).lines.every(({ what }) => what === 'same')).toBe(true)
  const wrong = `${file}  - name: 新しいもの\n    kinds: [mail]\n    body: "{名前}"\n`
  const refused = value(await bring(wrong))
  expect(refused.isTaken).toBe(false)
  const right = wrong.replace('"{名前}"', '"{お客様名}様"')
  expect(value(await bring(right, true))).toMatchObject({ isTaken: false })
  expect(value(await bring(right)).isTaken).toBe(true)
  const { templates } = value(await fujii.call(listTemplates))
  expect(templates.find(({ name }) => name === '新しいもの')).toMatchObject({
    body: '{お客様名}様',
    revision: 1,
  })
})
