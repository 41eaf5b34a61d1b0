import { expect, test } from 'vitest'
import { understandReview } from '../../rules.ts'
import { bodyOf, clockTime, shownOf } from './shown.ts'

const now = '2026-11-24T01:00:00Z'

test('読み取ったものは、直さなければそのまま送られる', () => {
  const pasted = '@kettle\n漏れます。\n午後3:12 · 2026年11月20日\nhttps://x.com/kettle/status/1'
  const shown = shownOf(understandReview(pasted, now))
  expect(shown).toMatchObject({ postedOn: '2026-11-20', postedTime: '15:12' })
  expect(bodyOf(shown)).toMatchObject({
    words: '漏れます。',
    author: '@kettle',
    postedAt: '2026-11-20T06:12:00Z',
    postedPrecision: 'minute',
  })
})

test('日だけなら日まで、消せば分からないまま', () => {
  const shown = shownOf(understandReview('★☆☆☆☆ 3 か月前\n割れました', now))
  expect(bodyOf(shown)).toMatchObject({
    postedAt: '2026-08-23T15:00:00Z',
    postedPrecision: 'about',
  })
  expect(bodyOf({ ...shown, precision: 'day' }).postedPrecision).toBe('day')
  expect(bodyOf({ ...shown, postedOn: '' })).toMatchObject({
    postedAt: null,
    postedPrecision: null,
  })
})

test.each([
  ['15:12', '15:12'],
  ['１５：１２', '15:12'],
  ['9時05分', '09:05'],
  ['1512', '15:12'],
  ['21時', '21:00'],
  ['25:00', null],
  ['夕方', null],
])('時刻 %s → %s', (text, time) => expect(clockTime(text)).toBe(time))
