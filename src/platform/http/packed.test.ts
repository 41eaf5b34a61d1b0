import { gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { packed, worthPacking } from './packed.ts'

const long = JSON.stringify('返金のご相談。'.repeat(4000))

async function sent(text: string, coding?: string) {
  const app = new Hono().get('/', (c) => packed(c, text))
  const headers = coding === undefined ? {} : { 'accept-encoding': coding }
  const answer = await app.request('/', { headers })
  return { bytes: Buffer.from(await answer.arrayBuffer()), headers: answer.headers }
}

describe('答えを縮めて送る', () => {
  it('長い答えは縮め、もどすと一字も変わらない', async () => {
    const { bytes, headers } = await sent(long, 'gzip, deflate, br')
    expect(headers.get('content-encoding')).toBe('gzip')
    expect(headers.get('content-length')).toBe(String(bytes.length))
    expect(bytes.length).toBeLessThan(Buffer.byteLength(long) / 5)
    expect(gunzipSync(bytes).toString()).toBe(long)
  })

  it.each([undefined, 'identity', 'br', 'gzip;q=0'])(
    '読めない相手（%s）には縮めない',
    async (coding) => {
      const { bytes, headers } = await sent(long, coding)
      expect(headers.get('content-encoding')).toBe(null)
      expect(headers.get('vary')).toBe('Accept-Encoding')
      expect(bytes.toString()).toBe(long)
    },
  )

  it.each([
    ['短い', 'a'.repeat(worthPacking - 1)],
    ['とても長い', 'a'.repeat(1_000_001)],
  ])('%s答えは、ここでは縮めない', async (_, text) => {
    const { bytes, headers } = await sent(text, 'gzip')
    expect(headers.get('content-encoding')).toBe(null)
    expect(headers.get('content-length')).toBe(String(text.length))
    expect(bytes.toString()).toBe(text)
  })
})
