import { expect, it } from 'vitest'
import { newsFor } from './rules.ts'

const phone = { memberId: 'm', extension: '101', isAway: false, isResting: false }
const news = { memberId: 'm', extension: '101' }
const waits = (canAnswer: boolean) => [{ id: 'w', memberId: 'm', canAnswer }]

it.each([
  ['いつもどおり', phone, null, [], [], []],
  ['休みはじめた', { ...phone, isResting: true }, null, [], [], [false]],
  ['不在になった', { ...phone, isAway: true }, true, [], [], [false]],
  ['もう伝えた', { ...phone, isResting: true }, false, [], [], []],
  ['まだ届いていない', { ...phone, isResting: true }, null, waits(false), [], []],
  ['届く前に戻った', phone, null, waits(false), ['w'], []],
  ['戻った', phone, false, [], [], [true]],
  ['戻る知らせの前に、また休んだ', { ...phone, isResting: true }, false, waits(true), ['w'], []],
  ['内線のない人', { ...phone, extension: null, isAway: true }, null, [], [], []],
])('%s', (_, one, told, waiting, drop, tell) => {
  const known = new Map(told === null ? [] : [['m', told] as const])
  expect(newsFor([one], known, waiting)).toEqual({
    drop,
    tell: tell.map((canAnswer) => ({ ...news, canAnswer })),
  })
})
