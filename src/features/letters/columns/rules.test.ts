import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellsOf, columnsOf, forColumns, kanjiNumber } from './rules.ts'

it.each([
  [0, '〇'],
  [1, '一'],
  [10, '十'],
  [24, '二十四'],
  [100, '百'],
  [105, '百五'],
  [1000, '千'],
  [12_800, '一万二千八百'],
  [10_010, '一万十'],
  [123_456_789, '一億二千三百四十五万六千七百八十九'],
])('%d は %s', (number, words) => {
  expect(kanjiNumber(number)).toBe(words)
})

describe('縦書きの数と記号', () => {
  it.each([
    ['2026年11月24日', '二〇二六年十一月二十四日', '二〇二六年11月24日'],
    ['17:30まで', '十七時三十分まで', '17時30分まで'],
    ['9:00', '九時', '９時'],
    ['12,800円', '一万二千八百円', '一万二千八百円'],
    ['100名', '百名', '100名'],
    ['054-000-0000', '〇五四―〇〇〇―〇〇〇〇', '〇五四―〇〇〇―〇〇〇〇'],
    ['〒420-0853', '〒四二〇―〇八五三', '〒四二〇―〇八五三'],
    ['0120', '〇一二〇', '〇一二〇'],
    ['3.5%', '三・五％', '三・五％'],
    ['１２月', '十二月', '12月'],
    ['(2人)', '（二人）', '（２人）'],
    ['U26-00123のWi-Fi', 'U26-00123のWi-Fi', 'U26-00123のWi-Fi'],
  ])('%s は、漢数字で %s、縦中横で %s', (typed, kanji, side) => {
    expect(forColumns(typed, 'kanji')).toBe(kanji)
    expect(forColumns(typed, 'side-by-side')).toBe(side)
  })

  it.each([
    ['11月', ['11/side', '月/upright']],
    ['PDF', ['Ｐ/upright', 'Ｄ/upright', 'Ｆ/upright']],
    ['Wi-Fiの', ['Wi-Fi/turned', 'の/upright']],
    ['𠮷葛󠄀', ['𠮷/upright', '葛󠄀/upright']],
  ])('%s の並べ方', (text, cells) => {
    expect(
      cellsOf(forColumns(text, 'side-by-side')).map(({ text: each, form }) => `${each}/${form}`),
    ).toEqual(cells)
  })
})

const columns = (text: string, height = 10) =>
  columnsOf(cellsOf(text), height).map(({ cells }) => cells.map((each) => each.text).join(''))

describe('縦の行の分け方', () => {
  it.each([
    ['句読点は行の下に下げる', 'あいうえおかきくけこ。さし', ['あいうえおかきくけこ。', 'さし']],
    [
      '閉じかっこを行頭に置かない',
      'あいうえおかきくけこ」さし',
      ['あいうえおかきくけ', 'こ」さし'],
    ],
    ['開きかっこを行末に置かない', 'あいうえおかきくけ「こさ', ['あいうえおかきくけ', '「こさ']],
    ['小さい仮名を行頭に置かない', 'あいうえおかきくけきゃく', ['あいうえおかきくけ', 'きゃく']],
    ['二倍の点線を分けない', 'あいうえおかきくけ……', ['あいうえおかきくけ', '……']],
  ])('%s', (_, text, lines) => {
    expect(columns(text)).toEqual(lines)
  })

  it('どんな言葉でも、一字も失わず、順も変わらない', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('あ', '。', '「', '」', 'ー', 'A', '2', '𠮷', '…') }),
        fc.integer({ min: 2, max: 12 }),
        (text, height) => {
          const all = cellsOf(text)
          expect(columnsOf(all, height).flatMap(({ cells }) => cells)).toEqual(all)
        },
      ),
    )
  })
})
