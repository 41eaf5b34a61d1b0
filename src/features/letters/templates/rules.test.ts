import { describe, expect, it } from 'vitest'
import { aFact, anOffer, aPromise, aSource, now } from '../phrasing/factory.ts'
import type { Source } from '../phrasing/source.ts'
import { templateValues, type Template } from './contract.ts'
import { fileOf, readTemplates } from '../template-files/rules.ts'
import { fill, identifyingIn, inTemplate, sentencesOf, unknownIn } from './rules.ts'

const writer = { company: 'みなと食卓', person: '小林' }
const filled = (text: string, source: Source = aSource(), kind: 'mail' | 'public-reply' = 'mail') =>
  fill(text, kind, source, writer)
const refund = { ...anOffer, kind: 'partial-refund' as const, label: '一部返金', amountYen: 3000 }

describe('値は、記録から入る', () => {
  it.each([
    ['{お客様名}様', {}, '森本 千尋様'],
    ['｛ 受付番号 ｝', {}, 'U26-00001'],
    ['{会社名}の{担当者名}', {}, 'みなと食卓の小林'],
    ['{受付日}に', {}, '11月24日（火）に'],
    ['{商品}', {}, '常滑焼の急須'],
    [
      '{約束の日時}までに',
      { commitments: [aPromise(1, 'お電話します', '2026-11-25T17:00:00+09:00')] },
      '11月25日（水）17時までに',
    ],
    ['{金額}を', { offers: [{ ...refund, answer: 'accepted' as const }] }, '3,000円を'],
    ['{金額}を', { offers: [refund] }, '3,000円を'],
    [
      '{確認した事実}につきまして',
      { facts: [aFact(1, '口が欠けていた')] },
      '口が欠けていたことにつきまして',
    ],
    [
      '「{規定の条文}」',
      { offers: [refund] },
      '「届いた品に欠けがあるときは、同じ品と取り替える」',
    ],
  ])('%s', (text, record, expected) => {
    expect(filled(text, aSource(record))).toMatchObject({ text: expected, holes: [] })
  })

  it.each([
    ['{注文番号}', {}],
    ['{約束の日時}', { commitments: [aPromise(1, '電話', '2026-11-23T17:00:00+09:00')] }],
    ['{確認した事実}', { facts: [aFact(1, '欠けていた', { status: 'claimed' as const })] }],
    ['{確認した事実}', { facts: [aFact(1, '落とした', { attributedTo: 'customer' as const })] }],
    ['{金額}', { offers: [refund, { ...refund, offerId: 'x' }] }],
    ['{金額}', { offers: [anOffer] }],
    ['{{確かめた日}}', {}],
    ['{知らない言葉}', {}],
  ])('%s は、言えないときは空いたまま残る', (text, record) => {
    const name = text.replaceAll(/[{}]/gu, '')
    expect(filled(text, aSource(record))).toMatchObject({ text: `{{${name}}}`, holes: [name] })
  })

  it('公開の返信には、どなたのことか分かる値は入らない', () => {
    expect(filled('{会社名}です。{お客様名}様', aSource(), 'public-reply').text).toBe(
      'みなと食卓です。{{お客様名}}様',
    )
    expect(
      identifyingIn({ kinds: ['public-reply'], body: '{会社名}{受付番号}{{お名前}}' }),
    ).toEqual(['受付番号'])
    expect(identifyingIn({ kinds: ['mail'], body: '{受付番号}' })).toEqual([])
  })

  it('値の中の波かっこと改行は、空いた所にも行にもならない', () => {
    const source = aSource({ details: { product: '{急須}\n{{湯のみ}}' } })
    expect(filled('{商品}の件', source)).toMatchObject({ text: '急須 湯のみの件', holes: [] })
  })
})

it('一覧にない値だけを言う。人が書き足す所は数えない', () => {
  expect(unknownIn('{お客様名}{名前}{{確かめた日}}｛名前｝')).toEqual(['名前'])
  expect(unknownIn(templateValues.map((name) => `{${name}}`).join(''))).toEqual([])
})

it('埋めた文で見つけた所は、ひな形の所に戻る', () => {
  const body = 'あ{商品}の件です。{{日}}に'
  const { text, pieces } = filled(body)
  const places = (words: string) => {
    const start = text.indexOf(words)
    const [found] = inTemplate([{ start, end: start + words.length }], pieces)
    return body.slice(found?.start, found?.end)
  }
  expect(places('の件')).toBe('の件')
  expect(places('急須')).toBe('{商品}')
  expect(places('急須の件')).toBe('{商品}の件')
  expect(places('日')).toBe('{{日}}')
})

it('記録から入った文だけが、根拠を持つ', () => {
  const source = aSource({
    commitments: [aPromise(1, 'お電話します', '2026-11-25T17:00:00+09:00')],
  })
  const made = sentencesOf(
    filled('{お客様名}様\n\n{約束の日時}までにお電話します。お待ちください。', source),
  )
  expect(made.map(({ text, grounds }) => [text, grounds.map(({ type }) => type)])).toEqual([
    ['11月25日（水）17時までにお電話します。', ['commitment']],
  ])
})

const aTemplate = (name: string, more: Partial<Template> = {}): Template => ({
  id: name,
  name,
  kana: 'うけつけ',
  kinds: ['mail'],
  subject: '',
  body: '{お客様名}様\n\n受け付けました。',
  isRetired: false,
  revision: 1,
  changedAt: now,
  changedByName: '藤井',
  ...more,
})

describe('ファイル', () => {
  it('書き出して読み込むと、同じものに戻る', () => {
    const all = [
      aTemplate('受付'),
      aTemplate('「#: 変わった名」', { subject: '件 {受付番号}', kana: '' }),
    ]
    const { lines, templates } = readTemplates(fileOf(all), all)
    expect(lines.map(({ what }) => what)).toEqual(['same', 'same'])
    expect(templates.map(({ name }) => name)).toEqual(all.map(({ name }) => name))
  })

  it('使わないものは書き出さない。読み込むと、また使うものとして変わる', () => {
    const retired = aTemplate('受付', { isRetired: true })
    expect(readTemplates(fileOf([retired]), []).lines).toEqual([])
    expect(readTemplates(fileOf([aTemplate('受付')]), [retired]).lines).toMatchObject([
      { name: '受付', what: 'changed' },
    ])
  })

  const one = (more: string) =>
    `templates:\n  - name: 受付\n    kinds: [mail]\n    body: 文\n${more}`
  it.each([
    ['templates: [', 1, 'syntax'],
    ['# 何もない', 1, 'empty'],
    ['templates:\n  - 受付', 2, 'not-a-template'],
    [one('    colour: 赤'), 5, 'unknown-field'],
    ['templates:\n  - name: 受付\n    kinds: [fax]\n    body: 文', 3, 'unreadable'],
    ['templates:\n  - name: 受付\n    kinds: [mail]\n    body: "{名前}様"', 4, 'unknown-value'],
    ['templates:\n  - name: 返信\n    kinds: [public-reply]\n    body: "{商品}"', 4, 'identifies'],
    [one('  - name: 受付\n    kinds: [mail]\n    body: 別の文'), 5, 'twice'],
  ])('%j は、行と理由を言う', (text, line, trouble) => {
    expect(readTemplates(text, []).lines).toContainEqual(expect.objectContaining({ line, trouble }))
  })
})
