import { describe, expect, it, test } from 'vitest'
import { divided, merged, seenFromThere, whyNoCaution, withoutTaken } from './rules.ts'

const today = '2026-11-24'
const caution = { happenedOn: '2026-10-02', reviewOn: '2027-01-31' }

describe('人への呼び名ではなく、起きたことを書く', () => {
  test.each([
    'クレーマー',
    'ｸﾚｰﾏｰです',
    '要注意人物',
    'うるさい客',
    '面倒な人',
    'モンスターのような方',
  ])('%s は書けない', (words) =>
    expect(whyNoCaution({ ...caution, words }, today)).toBe('complaints.caution-is-a-label'),
  )

  test.each([
    '電話で30分怒鳴った。「責任者を出せ」と5回',
    '「お前らはうるさい」と言われた',
    '訪問のとき、玄関の戸を蹴った',
    '届いた商品を変な人形だと言って投げた',
  ])('%s は書ける', (words) => expect(whyNoCaution({ ...caution, words }, today)).toBeNull())

  test.each([
    ['きょう', today, 'complaints.caution-review-day'],
    ['あす', '2026-11-25', null],
    ['1年先', '2027-11-24', null],
    ['2年先', '2028-11-24', 'complaints.caution-review-day'],
  ])('見直す日が%sなら', (_, reviewOn, why) =>
    expect(whyNoCaution({ ...caution, words: '怒鳴った', reviewOn }, today)).toBe(why),
  )
})

describe('まとめると、どうなるか', () => {
  const into = { name: '沖田 葵', phone: '054-1' }
  const from = { name: '沖田 あおい', email: 'aoi@example.jp' }

  it('残すほうの控えが先で、足りないものだけ足す', () => {
    const { result, taken } = merged(into, from, {})
    expect(result).toEqual({ name: '沖田 葵', phone: '054-1', email: 'aoi@example.jp' })
    expect(taken).toEqual(['email'])
  })

  it('相手のほうを選べば、そちらになる。空を選べば消える', () => {
    const { result, taken } = merged(into, from, { name: 'from', phone: 'from' })
    expect(result).toEqual({ name: '沖田 あおい', email: 'aoi@example.jp' })
    expect(taken).toEqual(['name', 'phone', 'email'])
  })

  it('戻すとき、その後に直したものは直したまま', () => {
    const { result, taken } = merged(into, from, { name: 'from', phone: 'from' })
    expect(withoutTaken(result, result, into, taken)).toEqual(into)
    const corrected = { ...result, email: 'new@example.jp' }
    expect(withoutTaken(corrected, result, into, taken)).toEqual({
      ...into,
      email: 'new@example.jp',
    })
  })
})

it('分けるとき、何も言わない控えは残る', () => {
  const known = { name: '分田 家', phone: '054-2', email: 'bun@example.jp' }
  expect(divided(known, { phone: 'both', email: 'goes' })).toEqual({
    stays: { name: '分田 家', phone: '054-2' },
    goes: { phone: '054-2', email: 'bun@example.jp' },
  })
})

it('つながりは、向こうから見ても同じつながり', () => {
  expect(seenFromThere('proxy-for')).toBe('represented-by')
  expect(seenFromThere(seenFromThere('company'))).toBe('company')
  expect(seenFromThere('family')).toBe('family')
})
