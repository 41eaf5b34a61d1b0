import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { fromHex, sha256, sha256Hex, toHex, utf8 } from './hash.ts'

test('FIPS 180-4の例と一致する', () => {
  expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

test('どの言葉でも、別の実装と同じ値になる', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (words) => {
      expect(sha256Hex(words)).toBe(createHash('sha256').update(words, 'utf8').digest('hex'))
    }),
  )
})

test('分けて渡しても、つなげて渡しても同じ', () => {
  expect(sha256(utf8('受け'), utf8('とめ'))).toEqual(sha256(utf8('受けとめ')))
})

test('16進にして戻すと元に戻り、半端な16進は断る', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(fromHex(toHex(bytes))).toEqual(bytes)
    }),
  )
  expect(() => fromHex('abc')).toThrow()
  expect(() => fromHex('zz')).toThrow()
})

test('Node がなくても、同じ値になる', async () => {
  vi.stubGlobal('process', undefined)
  vi.resetModules()
  const inBrowser = await import('./hash.ts')
  vi.unstubAllGlobals()
  expect(inBrowser.sha256Hex).not.toBe(sha256Hex)
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.uint8Array(), (words, bytes) => {
      expect(inBrowser.sha256Hex(words)).toBe(sha256Hex(words))
      expect(inBrowser.sha256Hex(bytes)).toBe(sha256Hex(bytes))
      expect(inBrowser.sha256(bytes, utf8(words))).toEqual(sha256(bytes, utf8(words)))
    }),
  )
})
