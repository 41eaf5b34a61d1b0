import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isUuid, monotonicIds, sequentialIds, uuidv7 } from './ids.ts'

const anyTime = fc.integer({ min: 0, max: 2 ** 48 - 1 })
const anyBytes = fc.uint8Array({ minLength: 10, maxLength: 16 })

test('RFC 9562 付録A.6の例と一致する', () => {
  const random = Uint8Array.of(0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f)
  expect(uuidv7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
})

test('どの時刻・乱数でも版7のUUIDになり、先頭が時刻になる', () => {
  fc.assert(
    fc.property(anyTime, anyBytes, (time, bytes) => {
      const id = uuidv7(time, bytes)
      expect(isUuid(id)).toBe(true)
      expect(id).toMatch(/^.{14}7.{4}[89ab]/)
      expect(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toBe(time)
    }),
  )
})

test('乱数が足りなければ作らない', () => {
  expect(() => uuidv7(0, new Uint8Array(9))).toThrow(RangeError)
})

test('大文字や形の違うものはUUIDと認めない', () => {
  for (const text of [
    '',
    '017F22E2-79B0-7CC3-98C4-DC0C0C07398F',
    '017f22e279b07cc398c4dc0c0c07398f',
  ])
    expect(isUuid(text)).toBe(false)
})

test('同じミリ秒でも、時計が戻っても、後の番号ほど後に並ぶ', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 5, max: 9 }), { minLength: 2 }),
      anyBytes,
      (times, bytes) => {
        let turn = 0
        const ids = monotonicIds(
          () => times[turn++] ?? 0,
          () => Uint8Array.from(bytes),
        )
        const made = times.map(() => ids.next())
        expect(made).toEqual(made.toSorted())
        expect(new Set(made).size).toBe(made.length)
      },
    ),
  )
})

test('一ミリ秒に一万件作っても、重ならず順に並ぶ', () => {
  const ids = monotonicIds(
    () => 1,
    (length) => new Uint8Array(length).fill(0xff),
  )
  const made = Array.from({ length: 10_000 }, () => ids.next())
  expect(made).toEqual([...new Set(made)].toSorted())
})

test('試験用の番号は一から順に並ぶUUID', () => {
  const ids = sequentialIds()
  expect(ids.next()).toBe('00000000-0000-7000-8000-000000000001')
  expect(ids.next()).toBe('00000000-0000-7000-8000-000000000002')
  expect(isUuid(ids.next())).toBe(true)
})
