import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { bucketKeys, startBucketServer } from '#test/bucket-server.ts'
import { openBucket } from './bucket.ts'
import { openFolder } from './folder.ts'
import type { FileStore } from './store.ts'

const folder = await mkdtemp(join(tmpdir(), 'uketome-files-'))
const server = await startBucketServer()
afterAll(() => server.close())
const place = { bucket: 'kujo', prefix: 'files/', region: 'ap-northeast-1' }
const bucket = openBucket({ ...place, endpoint: server.endpoint, ...bucketKeys })
const stores: [string, FileStore][] = [
  ['フォルダー', openFolder(folder)],
  ['バケット', bucket],
]

const bytes = randomBytes(1_300_000)
const whole = { size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }

async function* inPieces(of: Buffer, size = 512 * 1024): AsyncGenerator<Buffer> {
  for (let at = 0; at < of.length; at += size) yield of.subarray(at, at + size)
}

async function all(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(pieces))
}

async function throwing(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

describe.each(stores)('%s', (_, store) => {
  it('置いたものを、はじめからでも途中からでも、そのまま読める', async () => {
    await store.put('org/a', inPieces(bytes), whole)
    expect((await all(store.read('org/a', { from: 0, to: whole.size - 1 }))).equals(bytes)).toBe(
      true,
    )
    const part = await all(store.read('org/a', { from: 600_000, to: 600_009 }))
    expect(part.equals(bytes.subarray(600_000, 600_010))).toBe(true)
  })

  it('中身が違えば置かず、何も残さない', async () => {
    const other = inPieces(Buffer.from(bytes).fill(0, 5, 6))
    expect(await throwing(store.put('org/b', other, whole))).not.toBe('')
    expect(await throwing(all(store.read('org/b', { from: 0, to: 9 })))).not.toBe('')
  })

  it('途中で切れたものは置かず、何も残さない', async () => {
    async function* cut() {
      yield bytes.subarray(0, 100_000)
      throw new Error('the line was cut')
    }
    expect(await throwing(store.put('org/c', cut(), whole))).toContain('the line was cut')
    expect(await throwing(all(store.read('org/c', { from: 0, to: 9 })))).not.toBe('')
  })

  it('終わりより先は読めたことにしない', async () => {
    await store.put('org/d', inPieces(bytes), whole)
    const tooFar = { from: 0, to: whole.size }
    expect(await throwing(all(store.read('org/d', tooFar)))).toContain('ends at')
  })

  it('消すと読めなくなり、もう一度消しても困らない', async () => {
    await store.put('org/e', inPieces(bytes), whole)
    await store.remove('org/e')
    await store.remove('org/e')
    expect(await throwing(all(store.read('org/e', { from: 0, to: 9 })))).not.toBe('')
  })
})

it('フォルダーには、書きかけの名前が残らない', async () => {
  const names = await readdir(folder, { recursive: true })
  expect(names.filter((name) => name.endsWith('.part'))).toEqual([])
})

it('バケットは、鍵が違えば断られ、その理由を言う', async () => {
  const keys = { ...bucketKeys, secretAccessKey: 'other' }
  const stranger = openBucket({ ...place, endpoint: server.endpoint, ...keys })
  const said = await throwing(stranger.put('org/f', inPieces(bytes), whole))
  expect(said).toContain('403 SignatureDoesNotMatch')
})

it('バケットが一度だけ断ったときは、次に置ける', async () => {
  server.failNext(503)
  expect(await throwing(bucket.put('org/g', inPieces(bytes), whole))).toContain('503')
  await bucket.put('org/g', inPieces(bytes), whole)
  expect(server.objects.has('/kujo/files/org/g')).toBe(true)
})
