import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { inTime } from './later.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('あとで要るものは、画面が落ち着いてから一つずつ取りに行き、一つが失敗しても続く', async () => {
  const [begun, ended]: [string[], string[]] = [[], []]
  const part = (name: string) => async () => {
    begun.push(name)
    await new Promise((resolve) => setTimeout(resolve, 400))
    if (name === '二つめ') throw new TypeError('Failed to fetch dynamically imported module')
    ended.push(name)
  }
  inTime(part('一つめ'))
  await vi.advanceTimersByTimeAsync(900)
  // Another page came: it asks for what it shows first.
  inTime(part('二つめ'))
  inTime(part('三つめ'))
  await vi.advanceTimersByTimeAsync(900)
  expect(begun).toEqual([])
  await vi.advanceTimersByTimeAsync(400)
  expect(begun).toEqual(['一つめ'])
  expect(ended).toEqual([])
  await vi.advanceTimersByTimeAsync(3000)
  expect(begun).toEqual(['一つめ', '二つめ', '三つめ'])
  expect(ended).toEqual(['一つめ', '三つめ'])
})
