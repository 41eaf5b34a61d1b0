import { expect, test } from 'vitest'
import { lineBatches, longestLine } from './lines.ts'

async function read(chunks: (Uint8Array | string)[]): Promise<(string | null)[]> {
  async function* stream() {
    yield* chunks
  }
  const lines: (string | null)[] = []
  for await (const batch of lineBatches(stream())) lines.push(...batch)
  return lines
}

test('切れ目がどこにあっても、行は行になる', async () => {
  const bytes = new TextEncoder().encode('一行目\r\n二行目\n\n四行目')
  for (let cut = 0; cut <= bytes.length; cut++)
    expect(await read([bytes.slice(0, cut), bytes.slice(cut)])).toEqual([
      '一行目',
      '二行目',
      '',
      '四行目',
    ])
})

test('最後の改行の後に行はない', async () => {
  expect(await read(['a\n'])).toEqual(['a'])
  expect(await read([])).toEqual([])
})

test('長すぎる行は捨てて、次の行から読む', async () => {
  const half = 'あ'.repeat(longestLine / 2 + 1)
  expect(await read(['前\n', half, half, half, '\n後\n'])).toEqual(['前', null, '後'])
})
