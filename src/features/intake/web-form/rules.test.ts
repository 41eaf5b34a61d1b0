import { describe, expect, test } from 'vitest'
import { doorkeeper, take } from './rules.ts'

const allowance = { atOnce: 3, secondsPerMore: 60 }
const minute = 60_000

describe('同じところから続けて届くとき', () => {
  test('三件までは続けて受け、四件目で止め、一分で一件ぶん戻る', () => {
    const ask = doorkeeper(allowance)
    expect([0, 0, 0, 0].map((now) => ask('192.0.2.1', now))).toEqual([null, null, null, 1])
    expect(ask('192.0.2.1', minute)).toBeNull()
    expect(ask('192.0.2.1', minute)).toBe(1)
  })

  test('ほかのところからは、いつでも受ける', () => {
    const ask = doorkeeper(allowance)
    for (let i = 0; i < 9; i += 1) ask('192.0.2.1', 0)
    expect(ask('192.0.2.2', 0)).toBeNull()
  })

  test('止めているあいだに叩かれても、待ち時間は延びない', () => {
    const ask = doorkeeper(allowance)
    for (let i = 0; i < 30; i += 1) ask('192.0.2.1', i * 1000)
    expect(ask('192.0.2.1', minute + 30_000)).toBeNull()
  })

  test('覚えておく数には限りがある', () => {
    const ask = doorkeeper({ atOnce: 1, secondsPerMore: 60 }, 2)
    ask('a', 0)
    ask('b', 0)
    ask('c', 0)
    expect(ask('a', 0)).toBeNull()
    expect(ask('c', 0)).toBe(1)
  })

  test('時計が戻っても、増えも減りもしない', () => {
    expect(take({ left: 1, at: 1000 }, 0, allowance).bucket.left).toBe(0)
  })
})
