import { describe, expect, test } from 'vitest'
import { isImpossible, readCellMoment, readMoment } from './rules.ts'

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
    ['2021-12-31 05:05:00 UTC', '2021-12-31T05:05:00Z minute'],
    ['2021-12-31T05:05:30.250+09:00', '2021-12-30T20:05:00Z minute'],
    ['2021年12月', '2021-11-30T15:00:00Z month'],
  ])('%s', (text, moment) => expect(day(text)).toBe(moment))

  test.each(['不明', '昨年の夏ごろ', '2021年13月1日', '2021/2/30', '12/31/2021', '', '2021年'])(
    '「%s」は日付として信じない',
    (text) => expect(readMoment(text)).toBeNull(),
  )

  test.each([
    ['2021/2/30', true],
    ['令和3年13月1日', true],
    ['2021/2/28', false],
    ['不明', false],
    ['昨年の夏ごろ', false],
  ])('暦にない日か：%s', (text, is) => expect(isImpossible(text)).toBe(is))
})

describe('表の日付は、Excelの通し番号も読む', () => {
  test.each([
    ['45000', '2023-03-14T15:00:00Z'],
    ['45000.5', '2023-03-15T03:00:00Z'],
    ['2023/3/15', '2023-03-14T15:00:00Z'],
    ['12800', null],
    ['99999', null],
    ['450001', null],
  ])('%s', (text, at) => expect(readCellMoment(text)?.at ?? null).toBe(at))
})
