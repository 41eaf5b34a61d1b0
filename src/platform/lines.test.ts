import { expect, test } from 'vitest'
import { type Line, lineBatches, longestLine } from './lines.ts'

async function read(chunks: (Uint8Array | string)[]): Promise<Line[]> {
  async function* stream() {
    yield* chunks
  }
  const lines: Line[] = []
  for await (const batch of lineBatches(stream())) lines.push(...batch)
  return lines
}

test('切れ目がどこにあっても、行は行になる', async () => {
  const bytes = new TextEncoder().encode('\uFEFF一行目\r\n二行目\n\n四行目')
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
  expect(await read(['a\n', 'b\r\n'])).toEqual(['a', 'b'])
  expect(await read([])).toEqual([])
})

test('長すぎる行は捨てて、次の行から読む', async () => {
  const third = 'a'.repeat(longestLine / 2 - 1)
  expect(await read(['前\n', third, third, third, '\n後\n'])).toEqual([
    '前',
    { bad: 'too-long' },
    '後',
  ])
  expect(await read([third, third, third])).toEqual([{ bad: 'too-long' }])
})

test('UTF-8 でない行だけを、読めない行とする', async () => {
  const bytes = new Uint8Array([97, 10, 0x82, 0xa0, 10, 0xef, 0xbf, 0xbd, 10, 98, 10, 0xe3, 0x81])
  for (let cut = 0; cut <= bytes.length; cut++)
    expect(await read([bytes.slice(0, cut), bytes.slice(cut)])).toEqual([
      'a',
      { bad: 'not-utf8' },
      '\uFFFD',
      'b',
      { bad: 'not-utf8' },
    ])
})
