import { afterEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { address, call } from './call.ts'

const read = endpoint({
  method: 'get',
  path: '/api/things/:thingId',
  summary: 'A thing.',
  params: z.object({ thingId: z.string() }),
  answer: z.object({ name: z.string() }),
})

function answering(status: number, said: unknown) {
  vi.stubGlobal('fetch', async () => Response.json(said, { status }))
}

afterEach(() => vi.unstubAllGlobals())

test('住所に、番号と尋ねることを入れる', () => {
  expect(address('/api/a/:x/b/:y', { params: { x: '1/2', y: 'あ' } })).toBe(
    '/api/a/1%2F2/b/%E3%81%82',
  )
  expect(address('/api/a', { query: { words: '返金 100%', cursor: undefined, limit: 5 } })).toBe(
    '/api/a?words=%E8%BF%94%E9%87%91+100%25&limit=5',
  )
})

test('断りは、サーバーの一文のまま伝わる', async () => {
  answering(409, { code: 'things.taken', data: { by: 'x' }, detail: '先に取られました。' })
  const answered = await call(read, { params: { thingId: '1' } })
  expect(answered).toEqual({
    ok: false,
    refusal: {
      kind: 'conflict',
      code: 'things.taken',
      data: { by: 'x' },
      sentence: '先に取られました。',
    },
  })
})

test('届かなければ、書いた内容が残っていることを伝える', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))
  const answered = await call(read, { params: { thingId: '1' } })
  expect(answered).toMatchObject({ ok: false, refusal: { kind: 'unreachable' } })
  expect(answered.ok ? '' : answered.refusal.sentence).toContain('残っています')
})

test('約束した形でない答えは、答えとして扱わない', async () => {
  vi.spyOn(console, 'error').mockImplementationOnce(() => undefined)
  answering(200, { name: 7 })
  expect(await call(read, { params: { thingId: '1' } })).toMatchObject({
    ok: false,
    refusal: { kind: 'unexpected' },
  })
})

test('言葉のない故障にも、次にすることを添える', async () => {
  answering(502, 'Bad Gateway')
  const answered = await call(read, { params: { thingId: '1' } })
  expect(answered.ok ? '' : answered.refusal.sentence).toContain('もう一度')
})
