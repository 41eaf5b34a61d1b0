import { describe, expect, test } from 'vitest'
import { dueOf, keyOf, proposed, sentenceAround, type FoundPromise } from './proposals.ts'

const call: FoundPromise = {
  words: '明日の17時までに折り返します',
  due: '2026-11-25T17:00:00+09:00',
  precision: 'minute',
}
const send: FoundPromise = { words: '金曜までにお届けします', due: '2026-11-27', precision: 'day' }
const soon: FoundPromise = { words: 'なるべく早くご連絡します', due: null, precision: 'vague' }

describe('話の中の約束を、台帳に載せるよう勧める', () => {
  test('同じ期限の約束が台帳にあれば、もう勧めない', () => {
    const made = { words: '別の言い方', dueAt: '2026-11-25T08:00:00Z', dueOn: '2026-11-25' }
    expect(proposed([call, send], [made], [])).toEqual([send])
  })

  test('日だけの約束は、同じ日の約束があれば載っているものとみなす', () => {
    const made = { words: 'お届け', dueAt: '2026-11-27T09:00:00Z', dueOn: '2026-11-27' }
    expect(proposed([send], [made], [])).toEqual([])
  })

  test('期日のない約束は、言葉が同じものだけを載っているとみなす', () => {
    const made = { words: soon.words, dueAt: '2026-11-27T09:00:00Z', dueOn: '2026-11-27' }
    expect(proposed([soon], [], [])).toEqual([soon])
    expect(proposed([soon], [made], [])).toEqual([])
  })

  test('二度言っても一度だけ勧め、「約束ではない」としたものは出さない', () => {
    expect(proposed([call, call, send], [], [keyOf(send)])).toEqual([call])
  })
})

describe('期限を台帳の形にする', () => {
  test('時刻は日本のもの', () => {
    expect(dueOf({ ...call, due: '2026-11-25T08:00:00Z' })).toEqual({
      on: '2026-11-25',
      at: '17:00',
    })
    expect(dueOf({ ...call, due: '2026-11-24T15:30:00Z' })).toEqual({
      on: '2026-11-25',
      at: '00:30',
    })
  })

  test('日だけ、期日なし', () => {
    expect(dueOf(send)).toEqual({ on: '2026-11-27' })
    expect(dueOf(soon)).toBeNull()
  })
})

describe('台帳に載せる言葉', () => {
  test.each([
    [
      'かしこまりました。明日の17時までに折り返します。失礼します。',
      '明日の17時まで',
      '明日の17時までに折り返します',
    ],
    ['明日お電話します', '明日', '明日お電話します'],
    ['金曜までに！必ず', '金曜', '金曜までに'],
    ['一行目\n水曜までに届くよう手配します', '水曜まで', '水曜までに届くよう手配します'],
  ])('「%s」の「%s」', (text, words, sentence) => {
    expect(sentenceAround(text, words)).toBe(sentence)
  })

  test('見つけた言葉が元の文にないときは、文の初めを使う', () => {
    expect(sentenceAround('あす伺います。', '明日')).toBe('あす伺います')
  })
})
