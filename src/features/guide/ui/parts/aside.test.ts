import { expect, test } from 'vitest'
import type { Move } from '#features/guide/contract.ts'
import { asideShown } from './aside.ts'

const move = (id: string, goal = id): Move => ({
  play: '沈黙',
  playTitle: '黙っておられるとき',
  id,
  stage: 'listen',
  goal,
  say: [],
  ask: [],
  write: [],
  avoid: [],
  because: '',
  reasons: [],
  urgency: 'next',
  count: null,
})
const waiting = { move: move('黙って待つ'), head: 7 }

test('取り上げていなければ、頃合いが来ても出ない', () => {
  expect(asideShown(null, { announced: move('黙って待つ'), head: 7 })).toBeNull()
})

test('読んでいるあいだに時計が進んでも、読んでいる一手のまま', () => {
  const next = { announced: move('ひと言添えて、また待つ'), head: 7 }
  expect(asideShown(waiting, next)?.id).toBe('黙って待つ')
  expect(asideShown(waiting, { announced: null, head: 7 })?.id).toBe('黙って待つ')
})

test('お客様が話しはじめたら引っ込み、まだ頃合いなら新しい文で続く', () => {
  expect(asideShown(waiting, { announced: null, head: 8 })).toBeNull()
  expect(asideShown(waiting, { announced: move('ひと言'), head: 8 })).toBeNull()
  expect(asideShown(waiting, { announced: move('黙って待つ', '新'), head: 8 })?.goal).toBe('新')
})
