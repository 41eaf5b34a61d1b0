import { describe, expect, test } from 'vitest'
import { entryOf, mappingOf, readMoment } from './rules.ts'

const day = (text: string) => {
  const moment = readMoment(text)
  return moment && `${moment.at} ${moment.precision}`
}

describe('日本の日付を読む', () => {
  test.each([
    ['2021年12月31日', '2021-12-30T15:00:00Z day'],
    ['２０２１年１２月３１日', '2021-12-30T15:00:00Z day'],
    ['令和3年12月31日', '2021-12-30T15:00:00Z day'],
    ['令和元年5月1日', '2019-04-30T15:00:00Z day'],
    ['平成31年4月30日', '2019-04-29T15:00:00Z day'],
    ['R3.12.31', '2021-12-30T15:00:00Z day'],
    ['昭和64年1月7日', '1989-01-06T15:00:00Z day'],
    ['2021/12/31', '2021-12-30T15:00:00Z day'],
    ['2021-1-5', '2021-01-04T15:00:00Z day'],
    ['20211231', '2021-12-30T15:00:00Z day'],
    ['2021年12月31日（金）', '2021-12-30T15:00:00Z day'],
    ['2021/12/31 14:05', '2021-12-31T05:05:00Z minute'],
    ['2021年12月31日 午後2時5分', '2021-12-31T05:05:00Z minute'],
    ['2021年12月31日　１４時', '2021-12-31T05:00:00Z minute'],
    ['2021-12-31T05:05:00Z', '2021-12-31T05:05:00Z minute'],
    ['2021-12-31T05:05:30.250+09:00', '2021-12-30T20:05:00Z minute'],
    ['2021年12月', '2021-11-30T15:00:00Z month'],
  ])('%s', (text, moment) => expect(day(text)).toBe(moment))

  test.each(['不明', '昨年の夏ごろ', '2021年13月1日', '2021/2/30', '12/31/2021', '', '2021年'])(
    '「%s」は日付として信じない',
    (text) => expect(readMoment(text)).toBeNull(),
  )
})

describe('見出しを読み当てる', () => {
  const mapped = (columns: string[], told = {}) => {
    const mapping = mappingOf(columns, told)
    return mapping.ok ? mapping.value : mapping.refusal.code
  }

  test('日本語の見出し', () => {
    expect(mapped(['No.', '受付日', '氏名', 'フリガナ', 'ＴＥＬ', '商品名', '苦情内容'])).toEqual({
      words: '苦情内容',
      received: '受付日',
      product: '商品名',
      name: '氏名',
      kana: 'フリガナ',
      phone: 'ＴＥＬ',
      reference: 'No.',
    })
  })

  test('英語の見出し', () => {
    expect(mapped(['Date received', 'Product', 'Complaint ID', 'Description'])).toEqual({
      words: 'Description',
      received: 'Date received',
      product: 'Product',
      reference: 'Complaint ID',
    })
  })

  test('車の不具合の見出し', () => {
    expect(mapped(['受付日', '車名', '装置名', '申告内容', '走行距離'])).toEqual({
      words: '申告内容',
      received: '受付日',
      product: '車名',
      category: '装置名',
    })
  })

  test('言われた列が、読み当てより先', () => {
    expect(mapped(['内容', '備考'], { words: '備考' })).toEqual({ words: '備考' })
  })

  test.each([
    ['言葉の列がない', ['氏名', '日付'], {}, 'intake.import-no-words'],
    ['ない項目', ['内容'], { kotoba: '内容' }, 'intake.import-no-such-field'],
    ['ない列', ['内容'], { words: '本文' }, 'intake.import-no-such-column'],
  ])('%s', (_, columns, told, code) => expect(mapped(columns, told)).toBe(code))
})

describe('一行を苦情にする', () => {
  const mapping = {
    words: '内容',
    received: '受付日',
    reference: '番号',
    maker: 'メーカー',
    product: '商品',
    category: '装置',
    price: '金額',
    purchasedOn: '購入日',
  } as const
  const values = { 内容: ' 瓶が割れていた ', 受付日: '令和8年11月2日', 担当メモ: '要確認', 空: '' }
  const entry = (more: Record<string, string> = {}, system: string | null = null) => {
    const read = entryOf({ line: 2, values: { ...values, ...more } }, mapping, system)
    if (!read.ok) throw new Error(read.refusal.code)
    return read.value
  }

  test('言葉と日付を取り、知らない列も元の行に残す', () => {
    expect(entry()).toMatchObject({
      words: '瓶が割れていた',
      receivedAt: '2026-11-01T15:00:00Z',
      source: { row: { 内容: ' 瓶が割れていた ', 担当メモ: '要確認' } },
      warnings: [],
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
    expect(read.warnings).toEqual(['受付日「昨年の夏」を読めないため、取り込んだ日時としました'])
    expect(read.source.row['受付日']).toBe('昨年の夏')
  })

  test('月までの日付は1日とし、そう言う', () => {
    expect(entry({ 受付日: '2026年11月' })).toMatchObject({ receivedAt: '2026-10-31T15:00:00Z' })
    expect(entry({ 受付日: '2026年11月' }).warnings).toHaveLength(1)
  })

  test('同じ行は同じ鍵、一文字でも違えば別の鍵', () => {
    expect(entry().sourceKey).toBe(entry().sourceKey)
    expect(entry().sourceKey).not.toBe(entry({ 担当メモ: '済' }).sourceKey)
  })

  test('取り込み元の名前と番号があれば、それで見分ける', () => {
    expect(entry({ 番号: '17' }, 'old-desk').sourceKey).toBe('import:old-desk:17')
    expect(entry({ 番号: '17' }).sourceKey).toMatch(/^import:sha256:/)
  })

  test('言葉が空なら、取り込めない', () => {
    const read = entryOf({ line: 3, values: { 内容: '　' } }, mapping, null)
    expect(read.ok ? '' : read.refusal.code).toBe('intake.words-missing')
  })
})
