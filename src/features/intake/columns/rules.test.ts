import { describe, expect, test } from 'vitest'
import { channelOf, guessed, mappingOf, planFor, standingOf } from './rules.ts'

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

  test('経路、状態、回答、社内のメモ', () => {
    expect(mapped(['受付経路', '対応状況', '内容', '回答', '備考'])).toEqual({
      words: '内容',
      channel: '受付経路',
      state: '対応状況',
      answer: '回答',
      note: '備考',
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

  test('言葉の列がなければ、件名を言葉とする', () => {
    expect(mapped(['Id', 'Requester', 'Requester email', 'Subject', 'Status'])).toEqual({
      words: 'Subject',
      name: 'Requester',
      email: 'Requester email',
      state: 'Status',
      reference: 'Id',
    })
  })

  test('言われた列が、読み当てより先', () => {
    expect(mapped(['内容', '控え'], { words: '控え' })).toEqual({ words: '控え' })
  })

  test.each([
    ['言葉の列がない', ['氏名', '日付'], {}, 'intake.import-no-words'],
    ['ない項目', ['内容'], { kotoba: '内容' }, 'intake.import-no-such-field'],
    ['ない列', ['内容'], { words: '本文' }, 'intake.import-no-such-column'],
  ])('%s', (_, columns, told, code) => expect(mapped(columns, told)).toBe(code))
})

describe('見出しで分からない列は、中身で読み当てる', () => {
  const rows = (...values: string[]) =>
    values.map((text, index) => ({ line: index + 2, values: { あ: text } }))
  test.each([
    ['phone', ['０３－１２３４－５６７８', '090 1234 5678', '+81-3-1234-5678', '']],
    ['email', ['a@example.jp', 'ｂ＠example.jp', 'なし', 'c@example.jp', 'd@example.jp']],
    ['received', ['令和8年10月5日', '2026/10/6', 'R8.10.7']],
    ['received', ['46300', '46301.5']],
    ['orderNumber', ['AB-100234', 'AB-100235']],
    ['postcode', ['〒102-0082', '1020082', '102-0083', '102-0084']],
    ['channel', ['電話', 'メール', '店頭', 'その他', 'FAX']],
    ['state', ['対応済', '未対応', '完了']],
    ['url', ['https://example.com/r/1']],
    ['kana', ['タカサキ イツキ', 'ｽｷﾞｳﾗ ﾀｶｼ']],
    ['address', ['東京都千代田区一番町1', '神奈川県横浜市西区2-3']],
    ['words', ['鍋の蓋が割れて届きました。返事がありません。', '二度も同じ間違いです。']],
  ] as const)('%s', (field, texts) => {
    expect(guessed(['あ'], {}, rows(...texts))).toEqual({ [field]: 'あ' })
  })

  test.each([[['1', '2', '3']], [['赤', '青']], [['']], [['12800', '3980']]])(
    '%s は、何の列とも言わない',
    (texts) => expect(guessed(['あ'], {}, rows(...texts))).toEqual({}),
  )
})

describe('経路と状態の言葉', () => {
  test.each([
    ['ＴＥＬ', 'phone'],
    ['入電', 'phone'],
    ['E-mail', 'mail'],
    ['Ｗｅｂフォーム', 'web-form'],
    ['LINE', 'chat'],
    ['来店', 'counter'],
    ['ハガキ', 'letter'],
    ['FAX', 'letter'],
    ['口コミ（地図）', 'review'],
    ['本社経由', null],
  ])('経路 %s', (word, channel) => expect(channelOf(word)).toBe(channel))

  test.each([
    ['対応済み', 'closed'],
    ['クローズ', 'closed'],
    ['Solved', 'closed'],
    ['未完了', 'open'],
    ['On-hold', 'open'],
    ['要検討', null],
  ])('状態 %s', (word, standing) => expect(standingOf(word)).toBe(standing))

  test('分からない言葉は「取り込み」「対応中」として示し、言われたことは残る', () => {
    const rows = [{ line: 2, values: { 経路: '本社経由', 状況: '要検討', 内容: 'こまる' } }]
    const plan = planFor(['経路', '状況', '内容'], rows)
    expect(plan).toMatchObject({ mapping: { words: '内容' } })
    const told = { ...plan, mapping: { words: '内容', channel: '経路', state: '状況' } }
    expect(planFor(['経路', '状況', '内容'], rows, told)).toMatchObject({
      channels: { 本社経由: 'import' },
      states: { 要検討: 'open' },
    })
    const again = { ...told, channels: { 本社経由: 'letter' as const } }
    expect(planFor([], rows, again).channels).toEqual({ 本社経由: 'letter' })
  })
})
