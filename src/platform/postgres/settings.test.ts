import { expect, it } from 'vitest'
import { cacheFor } from './settings.ts'

const GB = 1024 ** 3

it.each([
  ['はじめての会社は、小さく始める', 0.02, 16, 96],
  ['データが増えれば、その十六分の一', 4, 16, 256],
  ['どれほど大きくても、512 MiB まで', 100, 64, 512],
  ['小さな機械では、メモリーの八分の一まで', 100, 2, 256],
  ['ごく小さな機械でも、64 MiB はある', 0.02, 0.25, 64],
])('%s', (_, data, memory, expected) => {
  expect(cacheFor(data * GB, memory * GB)).toBe(expected)
})
