import { describe, expect, test } from 'vitest'
import type { Plan } from '../columns/contract.ts'
import { entryOf, starsIn } from './rules.ts'

const now = '2026-11-24T01:00:00Z'

describe('一行を苦情にする', () => {
  const mapping: Plan['mapping'] = {
    words: '内容',
    received: '受付日',
    reference: '番号',
    maker: 'メーカー',
    product: '商品',
    category: '装置',
    price: '金額',
    purchasedOn: '購入日',
  }
  const plan = { mapping, channels: {}, states: {}, system: '' }
  const values = { 内容: ' 瓶が割れていた ', 受付日: '令和8年11月2日', 担当メモ: '要確認', 空: '' }
  const entry = (more: Record<string, string> = {}, told: Partial<Plan> = {}) => {
    const read = entryOf({ line: 2, values: { ...values, ...more } }, { ...plan, ...told }, now)
    if (!read.ok) throw new Error(read.refusal.code)
    return read.value
  }

  test('言葉と日付を取り、知らない列も元の行に残す', () => {
    expect(entry()).toMatchObject({
      words: '瓶が割れていた',
      receivedAt: '2026-11-01T15:00:00Z',
      source: { row: { 内容: ' 瓶が割れていた ', 担当メモ: '要確認' } },
      remarks: [],
    })
    expect(entry().source.row).not.toHaveProperty('空')
  })

  test('商品と金額と購入日', () => {
    const { details } = entry({
      メーカー: '港',
      商品: '炭酸水',
      装置: '容器',
      金額: '１２，８００円',
      購入日: '2026/10/30',
    })
    expect(details).toEqual({
      product: '港 炭酸水',
      subject: '港 炭酸水：容器',
      price: 12_800,
      purchasedOn: '2026-10-30',
    })
  })

  test('読めない日付は直さず、元の行に残して知らせる', () => {
    const read = entry({ 受付日: '昨年の夏' })
    expect(read.receivedAt).toBeNull()
    expect(read.remarks).toEqual([{ code: 'received-unreadable', text: '昨年の夏' }])
    expect(read.source.row['受付日']).toBe('昨年の夏')
  })

  test('月までの日付は1日とし、そう言う', () => {
    expect(entry({ 受付日: '2026年11月' })).toMatchObject({ receivedAt: '2026-10-31T15:00:00Z' })
    expect(entry({ 受付日: '2026年11月' }).remarks).toHaveLength(1)
  })

  test('同じ行は同じ鍵、一文字でも違えば別の鍵', () => {
    expect(entry().sourceKey).toBe(entry().sourceKey)
    expect(entry().sourceKey).not.toBe(entry({ 担当メモ: '済' }).sourceKey)
  })

  test('取り込み元の名前と番号があれば、それで見分ける', () => {
    expect(entry({ 番号: '17' }, { system: 'old-desk' }).sourceKey).toBe('import:old-desk:17')
    expect(entry({ 番号: '17' }).sourceKey).toMatch(/^import:sha256:/)
  })

  test.each([
    ['言葉が空', { 内容: '　' }, 'intake.import-line-empty'],
    ['暦にない受付日', { 受付日: '2026/2/30' }, 'intake.import-impossible-date'],
    ['これから先の受付日', { 受付日: '2026/11/25' }, 'intake.received-in-future'],
    ['桁の足りない電話', { 電話: '03-12' }, 'intake.phone-unreadable'],
    ['@のないメール', { メール: 'taro.example.jp' }, 'intake.email-unreadable'],
  ])('%sの行は、取り込めない', (_, more, code) => {
    const told = { ...plan, mapping: { ...mapping, phone: '電話', email: 'メール' } }
    const read = entryOf({ line: 3, values: { ...values, ...more } }, told, now)
    expect(read.ok ? '' : read.refusal.code).toBe(code)
  })

  test('「不明」や「なし」の連絡先は、元の行にだけ残る', () => {
    const told = { mapping: { ...mapping, phone: '電話', email: 'メール', name: '氏名' } }
    const read = entry({ 電話: '不明', メール: 'なし', 氏名: '髙﨑 斎' }, told)
    expect(read.customer).toEqual({ name: '髙﨑 斎' })
    expect(read.remarks.map(({ text }) => text)).toEqual(['不明', 'なし'])
    expect(read.source.row['電話']).toBe('不明')
  })

  test('経路と状態は読み替え、こちらの回答と社内のメモは分ける', () => {
    const columns = { channel: '経路', state: '状況', answer: '回答', note: '備考' }
    const told = { mapping: { ...mapping, ...columns }, channels: { 本社経由: 'letter' as const } }
    const more = { 経路: '本社経由', 状況: '対応済', 回答: 'お取り替えしました', 備考: '二度目' }
    expect(entry(more, told)).toMatchObject({ channel: 'letter', closedAs: '対応済' })
    expect(entry({ ...more, 経路: 'ＴＥＬ', 状況: '未対応' }, told)).toMatchObject({
      channel: 'phone',
      closedAs: null,
    })
    expect(entry(more, told).messages).toEqual([
      { speaker: 'operator', text: 'お取り替えしました', at: null, byName: '' },
      { speaker: 'internal', text: '二度目', at: null, byName: '' },
    ])
  })

  test('長すぎる欄は、文字の途中で切らない', () => {
    const told = { mapping: { ...mapping, subject: '件名' } }
    const { subject = '' } = entry({ 件名: '𠮷'.repeat(150) }, told).details
    expect(subject.isWellFormed()).toBe(true)
    expect([...subject].every((letter) => letter === '𠮷')).toBe(true)
  })
})

test.each([
  ['★★☆☆☆', 2],
  ['3', 3],
  ['4.5', 4.5],
  ['2/5', 2],
  ['４点', 4],
  ['9', null],
  ['良い', null],
])('星の数：%s', (text, stars) => expect(starsIn(text)).toBe(stars))

describe('口コミの行', () => {
  const mapping = { words: '内容', stars: '星', url: 'リンク', author: '投稿者' }
  const plan: Plan = { mapping, channels: {}, states: {}, system: '' }
  const read = (cells: Record<string, string>) =>
    entryOf({ line: 2, values: { 内容: '柄が割れていた', ...cells } }, plan, now)
  const page = 'https://maps.example.jp/r/1'

  test.each([
    ['読めない星の数', { 星: '9' }, 'intake.review-stars-unreadable'],
    ['六つの星', { 星: '★★★★★★' }, 'intake.review-stars-unreadable'],
    ['五つを超える割合', { 星: '6/5' }, 'intake.review-stars-unreadable'],
    ['動く言葉', { リンク: 'javascript:alert(1)' }, 'intake.review-url-unreadable'],
    ['ほかの仕組みの所', { リンク: 'ftp://example.jp/r' }, 'intake.review-url-unreadable'],
    ['https のない所', { リンク: 'maps.example.jp/r/1' }, 'intake.review-url-unreadable'],
    ['名のない所', { リンク: 'https:///r' }, 'intake.review-url-unreadable'],
  ])('%s の行は取り込まず、直して取り込める', (_, cells, code) => {
    expect(read(cells)).toMatchObject({ ok: false, refusal: { code } })
    const mended = read({ ...cells, 星: '3', リンク: page })
    expect(mended).toMatchObject({ ok: true, value: { review: { stars: 3, url: page } } })
  })

  test('「良い」「なし」は星でもURLでもない。取り込んで、そう告げる', () => {
    const taken = read({ 星: '良い', リンク: 'なし', 投稿者: 'たぬき' })
    expect(taken).toMatchObject({
      value: {
        review: { site: '', url: '', author: 'たぬき', stars: null },
        remarks: expect.arrayContaining([
          { code: 'stars-left-out', text: '良い' },
          { code: 'url-left-out', text: 'なし' },
        ]),
      },
    })
  })
})
