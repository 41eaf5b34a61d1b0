import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { japaneseOfficeCalendar } from '#kernel/business-calendar.ts'
import { dated, type Row, usualNow } from './dated.table.ts'
import { everyday } from './everyday.table.ts'
import { findPromises } from './find.ts'
import { heldOut } from './held-out.table.ts'
import { noPromises } from './none.table.ts'
import { several } from './several.table.ts'
import { trades } from './trades.table.ts'
import { none, vague } from './vague.table.ts'

const read = (text: string, now = usualNow) =>
  findPromises({ now, text }).promises.map(({ due }) =>
    due === null ? 'いつか' : due.replace('T', ' ').replace(/:00\+09:00$/u, ''),
  )

const titled = (rows: readonly Row[]) => rows.map((row) => ({ title: row[0], row }))

describe.each([
  ['日付のある約束', dated],
  ['日付のない約束', vague],
  ['約束でないもの', none],
  ['日々の文', everyday],
  ['仕事さまざまの約束', trades],
  ['いくつもの約束、文をまたぐ約束', several],
  ['日時はあっても約束でないもの', noPromises],
])('%s', (_, rows) => {
  test.each(titled(rows))('$title', ({ row: [text, wanted, now] }) =>
    expect(read(text, now)).toEqual(wanted),
  )
})

it('とっておいた文も、97％以上そのとおりに読む', () => {
  const wrong = heldOut
    .map(([text, wanted, now]) => ({ text, wanted, read: read(text, now) }))
    .filter((row) => row.wanted.join() !== row.read.join())
  console.info(`promises: held out ${heldOut.length - wrong.length}/${heldOut.length}`)
  expect(wrong.length / heldOut.length, JSON.stringify(wrong, null, 1)).toBeLessThanOrEqual(0.03)
})

describe('約束の言葉', () => {
  const words = (text: string) => findPromises({ now: usualNow, text }).promises.map((p) => p.words)

  test.each([
    [
      '承知しました。明日１７時までに、お電話いたします。失礼いたします。',
      ['明日１７時までに、お電話いたします'],
    ],
    [
      '本日中に調べ、明日10時までにご連絡いたします',
      ['本日中に調べ', '明日10時までにご連絡いたします'],
    ],
    ['お届けは11月28日の予定です。', ['お届けは11月28日の予定です']],
    ['後日ご連絡いたします', ['後日ご連絡いたします']],
  ])('%s', (text, wanted) => expect(words(text)).toEqual(wanted))
})

it('行の頭の日付も、その行の約束として読む', () => {
  const text = '確かめております。\n\n11月29日の10時にお電話いたします。'
  const { promises } = findPromises({ now: '2026-11-24T10:00:00+09:00', text })
  expect(promises.map(({ due }) => due)).toEqual(['2026-11-29T10:00:00+09:00'])
})

it('会社の暦で営業日を数える', () => {
  const closed = { ...japaneseOfficeCalendar, closedOn: ['2026-11-25'] }
  const { promises } = findPromises(
    { now: usualNow, text: '2営業日以内に返金いたします。' },
    closed,
  )
  expect(promises.map(({ due }) => due)).toEqual(['2026-11-27'])
})

it('土曜は正午までの会社なら、土曜も営業日に数える', () => {
  const half = {
    ...japaneseOfficeCalendar,
    workdays: [1, 2, 3, 4, 5, 6],
    halfWeekdays: { 6: '12:00' },
  }
  const { promises } = findPromises({ now: usualNow, text: '4営業日以内に返金いたします。' }, half)
  expect(promises.map(({ due }) => due)).toEqual(['2026-11-28'])
})

const elsewhere = `
  import { findPromises } from ${JSON.stringify(new URL('find.ts', import.meta.url).href)}
  const texts = ['明日の9時にお電話いたします。', '3営業日以内に返金いたします。', '今月中に直します。']
  const due = (text) => findPromises({ now: '2026-11-30T23:30:00+09:00', text }).promises[0].due
  console.log(texts.map(due).join(' '))`

it.each(['America/New_York', 'UTC', 'Pacific/Kiritimati'])(
  'サーバーの時刻帯が%sでも、日本の日と時刻で読む',
  (TZ) => {
    const read = execFileSync(process.execPath, ['--input-type=module', '--eval', elsewhere], {
      env: { ...process.env, TZ },
      encoding: 'utf8',
    })
    expect(read.trim()).toBe('2026-12-01T09:00:00+09:00 2026-12-03 2026-11-30')
  },
)

it('どこの時計で言われても、日本の時刻で読む', () => {
  const now = '2026-11-24T20:00:00-05:00' // 11月25日10時
  expect(read('本日17時までにお電話いたします', now)).toEqual(['2026-11-25 17:00'])
})

const words =
  '明日 金曜 11月 31日 2月30日 99時 17時 半 から まで 3 営業日以内 十 億 に お電話いたします 。 来週 / : 令和 年 後日 次第 「 」 ください か 百千日以内 \n'
const piece = fc.oneof(
  fc.constantFrom(...words.split(' ')),
  fc.string({ unit: 'binary', maxLength: 3 }),
)
const pieces = fc.array(piece, { maxLength: 40 })
const saysWhichDay = /年|[-/.]|R|H|本日|今日|明日|当日/u

const dateless =
  '確認して ご連絡 いたします 。 申し訳ございません お調べし 、 お時間を いただきます ください 商品 返金 が に を お客様 の 担当者から お電話 届き ます 必ず それまで その日 同 では ません か 「 」 半 中 間'
const withoutDates = fc.array(fc.constantFrom(...dateless.split(' ')), { maxLength: 40 })

it('日時のない文から、日時を作り出さない', () => {
  fc.assert(
    fc.property(withoutDates, (parts) => {
      const { promises } = findPromises({ now: usualNow, text: parts.join('') })
      expect(promises.filter(({ due }) => due !== null)).toEqual([])
    }),
    { numRuns: 1000 },
  )
})

it('どんな文字列でも止まらず、言葉は文の中にあり、言われない限り過去にならない', () => {
  const texts = fc.oneof(
    pieces.map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 300 }),
  )
  fc.assert(
    fc.property(texts, (text) => {
      let last = 0
      for (const promise of findPromises({ now: usualNow, text }).promises) {
        expect(text.slice(promise.start, promise.end)).toBe(promise.words)
        expect(promise.start).toBeGreaterThanOrEqual(last)
        expect(promise.words).not.toBe('')
        last = promise.start
        const isFree = promise.due !== null && !saysWhichDay.test(promise.words.normalize('NFKC'))
        expect(isFree ? (promise.due ?? '').slice(0, 10) : '9').not.toMatch(
          /^2026-(?:0|10|11-[01]|11-2[0-3])/u,
        )
        expect(promise.due === null).toBe(promise.precision === 'vague')
      }
    }),
    { numRuns: 1000 },
  )
})
