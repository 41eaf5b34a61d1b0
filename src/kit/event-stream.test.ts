import fc from 'fast-check'
import { expect, test } from 'vitest'
import { eventReader, type StreamEvent } from './event-stream.ts'

function readAll(...pieces: string[]): StreamEvent[] {
  const events: StreamEvent[] = []
  const read = eventReader((event) => events.push(event))
  for (const piece of pieces) read(piece)
  return events
}

const stream =
  ': 起きています\n\nevent: movement\nid: 7\ndata: {"a":1}\n\nevent: beat\r\nid: 8\r\ndata: 一行目\r\ndata: 二行目\r\n\r\ndata: 名なし\n\n'
const told: StreamEvent[] = [
  { event: 'movement', id: '7', data: '{"a":1}' },
  { event: 'beat', id: '8', data: '一行目\n二行目' },
  { event: 'message', id: '8', data: '名なし' },
]

test('出来事を、名前と再開の印とともに読む', () => {
  expect(readAll(stream)).toEqual(told)
})

test('どこで切れて届いても同じに読む', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(stream.length), { maxLength: 12 }), (cuts) => {
      const places = [0, ...cuts.toSorted((a, b) => a - b), stream.length]
      const pieces = places.slice(1).map((end, index) => stream.slice(places[index], end))
      expect(readAll(...pieces)).toEqual(told)
    }),
  )
})

test('途中で切れた出来事は伝えない', () => {
  expect(readAll('event: movement\ndata: {"a"')).toEqual([])
})
