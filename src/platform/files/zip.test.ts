import { createHash } from 'node:crypto'
import { zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { isWrittenSo, membersOfZip, zipOf } from './zip.ts'

const text = (words: string) => new TextEncoder().encode(words)
const members = [
  { path: 'b/二.txt', bytes: text('二') },
  { path: 'a.txt', bytes: text('one') },
]

it('同じ中身なら、順番が違っても、いつ作っても、同じバイト列になる', () => {
  const zip = zipOf(members)
  expect(zipOf(members.toReversed())).toEqual(zip)
  // Another layout would make every pack that was given out before look altered.
  expect(createHash('sha256').update(zip).digest('hex')).toBe(
    '21d12a14297a9d71074297ff518a8d5caf2b7a4294bd5c9f87e63cadce36b05f',
  )
})

it('開くと、道も中身もそのまま', () => {
  const opened = membersOfZip(zipOf(members)) ?? []
  expect(opened.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)])).toEqual([
    ['a.txt', 'one'],
    ['b/二.txt', '二'],
  ])
})

it('ほかの作り方のZIPや、コメントの付いたZIPは、中身が同じでも別物とわかる', () => {
  const zip = zipOf(members)
  const commented = Buffer.concat([zip, text('x')])
  commented[zip.length - 2] = 1
  const opened = membersOfZip(commented)
  expect(opened).toHaveLength(2)
  expect(isWrittenSo(commented, opened ?? [])).toBe(false)
  expect(isWrittenSo(zip, members)).toBe(true)
  expect(membersOfZip(zipSync({ 'a.txt': text('a'.repeat(1000)) }))).toBeNull()
  expect(membersOfZip(text('これはZIPではない'))).toBeNull()
})
