import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { FileStore } from '#platform/file-stores/store.ts'
import { openFolder } from '#platform/file-stores/folder.ts'
import { systemScope } from '#features/access/door.ts'
import { receiveComplaint } from '#features/intake/contract.ts'
import { openDesk, value } from '#test/desk.ts'
import { filePath, uploadsPath } from '../evidence/contract.ts'
import { exportLines } from '../export/queries.ts'
import { closeComplaint, erasePersonalData } from '../handling/contract.ts'
import { contentCommands } from './commands.ts'

const folder = await mkdtemp(join(tmpdir(), 'uketome-contents-'))
const disk = openFolder(folder)
/** What happens to the next file before its first byte goes, and after its last has arrived. */
let onTheWay: () => Promise<void> = async () => undefined
let onArrival: () => Promise<void> = async () => undefined
const store: FileStore = {
  ...disk,
  async put(key, bytes, whole) {
    await onTheWay()
    await disk.put(key, bytes, whole)
    await onArrival()
  },
}
const here = await openDesk()
const outside = await openDesk('2026-11-24T10:00:00+09:00', [], { files: store })
type Desk = typeof here

const tus = { 'tus-resumable': '1.0.0', 'x-test-person': 'matsui' }
const coded = (text: string) => Buffer.from(text).toString('base64')
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const photo = () =>
  Buffer.concat([Buffer.from('\xff\xd8\xff\xe0', 'latin1'), randomBytes(1_200_000)])

async function complaint({ as, newId }: Desk): Promise<string> {
  const id = newId()
  const body = { id, channel: 'counter' as const, words: '鍋の取っ手が割れていました。' }
  value(await as('matsui').call(receiveComplaint, { body }))
  return id
}

async function send({ app }: Desk, complaintId: string, bytes: Buffer): Promise<string> {
  const metadata = `complaint ${coded(complaintId)},filename ${coded('写真.jpg')}`
  const announced = { 'upload-length': String(bytes.length), 'upload-metadata': metadata }
  const begun = await app.request(uploadsPath, {
    method: 'POST',
    headers: { ...tus, ...announced },
  })
  const url = begun.headers.get('location') ?? ''
  const type = { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' }
  const body = new Uint8Array(bytes)
  const sent = await app.request(url, { method: 'PATCH', headers: { ...tus, ...type }, body })
  if (sent.status !== 204) throw new Error(await sent.text())
  return url.split('/').at(-1) ?? ''
}

async function read({ app }: Desk, evidenceId: string, headers: Record<string, string> = {}) {
  const answer = await app.request(filePath(evidenceId), { headers: { ...tus, ...headers } })
  return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) }
}

async function erase({ as, newId }: Desk, complaintId: string): Promise<void> {
  const params = { complaintId }
  const close = { id: newId(), outcome: 'withdrawn' as const, reason: '取り下げ' }
  value(await as('fujii').call(closeComplaint, { params, body: close }))
  const body = { id: newId(), reason: 'お客様の希望' }
  value(await as('fujii').call(erasePersonalData, { params, body }))
}

/** How often these bytes lie in the database, whole or in part. */
async function copiesHere({ ports }: Desk, bytes: Buffer): Promise<number> {
  const rows = await ports.db
    .selectFrom('complaints_pieces as piece')
    .innerJoin('complaints_contents as content', 'content.id', 'piece.content_id')
    .where('content.sha256', '=', sha256(bytes))
    .where('piece.position', '=', 0)
    .select('piece.content_id')
    .execute()
  return rows.length
}

const filesOutside = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((each) => each.isFile())

describe('同じファイルは一度だけしまう', () => {
  it('二つの苦情に同じ写真が届いても、中身は一つで、どちらからも読める', async () => {
    const bytes = photo()
    const [first, second] = [await complaint(here), await complaint(here)]
    const sent = [await send(here, first, bytes), await send(here, second, bytes)]
    expect(await copiesHere(here, bytes)).toBe(1)
    for (const each of sent) expect(sha256((await read(here, each)).bytes)).toBe(sha256(bytes))
  })

  it('片方の個人情報を消しても、もう片方の証拠は残り、両方消すと中身も消える', async () => {
    const bytes = photo()
    const [first, second] = [await complaint(here), await complaint(here)]
    const [gone, stays] = [await send(here, first, bytes), await send(here, second, bytes)]
    await erase(here, first)
    expect((await read(here, gone)).status).toBe(404)
    expect(sha256((await read(here, stays)).bytes)).toBe(sha256(bytes))
    await erase(here, second)
    expect(await copiesHere(here, bytes)).toBe(0)
  })

  it('同時に届いても、一つになる', async () => {
    const bytes = photo()
    const several = await Promise.all(Array.from({ length: 6 }, () => complaint(here)))
    const sent = await Promise.all(several.map((id) => send(here, id, bytes)))
    expect(await copiesHere(here, bytes)).toBe(1)
    for (const each of sent) expect(sha256((await read(here, each)).bytes)).toBe(sha256(bytes))
  })
})

describe('外の置き場', () => {
  it('届いたファイルは置き場へ移り、データベースには残らず、途中からも読める', async () => {
    const bytes = photo()
    const evidenceId = await send(outside, await complaint(outside), bytes)
    expect(await copiesHere(outside, bytes)).toBe(1)
    await outside.runJobs()
    expect(await copiesHere(outside, bytes)).toBe(0)
    expect(sha256((await read(outside, evidenceId)).bytes)).toBe(sha256(bytes))
    const part = await read(outside, evidenceId, { range: 'bytes=700000-700099' })
    expect(part.status).toBe(206)
    expect(part.bytes.equals(bytes.subarray(700_000, 700_100))).toBe(true)
  })

  it('置き場にあるファイルも、書き出しから組み立て直せる', async () => {
    const bytes = photo()
    const evidenceId = await send(outside, await complaint(outside), bytes)
    await outside.runJobs()
    const pieces: Buffer[] = []
    const house = systemScope(outside.as('matsui').scope.organisationId, 'complaints')
    await outside.ports.db.transaction().execute(async (tx) => {
      for await (const line of exportLines(tx, house, store, ['evidence']))
        if (line['evidenceId'] === evidenceId)
          pieces.push(Buffer.from(String(line['base64']), 'base64'))
    })
    expect(sha256(Buffer.concat(pieces))).toBe(sha256(bytes))
  })

  it('個人情報を消すと、置き場からも消える', async () => {
    const complaintId = await complaint(outside)
    await send(outside, complaintId, photo())
    await outside.runJobs()
    const before = (await filesOutside()).length
    await erase(outside, complaintId)
    await outside.runJobs()
    expect((await filesOutside()).length).toBe(before - 1)
  })

  it.each(['出る前', '着いたあと'] as const)(
    '移しているあいだに消されたファイルは、どこにも残らない：%s',
    async (when) => {
      const [bytes, complaintId] = [photo(), await complaint(outside)]
      await send(outside, complaintId, bytes)
      const before = (await filesOutside()).length
      const nothing = async () => undefined
      const forget = async () => {
        onTheWay = onArrival = nothing
        await erase(outside, complaintId)
      }
      if (when === '出る前') onTheWay = forget
      else onArrival = forget
      await outside.runJobs()
      expect((await filesOutside()).length).toBe(before)
      expect(await copiesHere(outside, bytes)).toBe(0)
    },
  )

  it('置き場に届かないあいだは、データベースから読め、届くようになると移る', async () => {
    const bytes = photo()
    const evidenceId = await send(outside, await complaint(outside), bytes)
    onTheWay = () => Promise.reject(new Error('the disk is full'))
    await outside.runJobs().catch(() => undefined)
    expect(sha256((await read(outside, evidenceId)).bytes)).toBe(sha256(bytes))
    onTheWay = async () => undefined
    await outside.runJobs('2026-11-25T10:00:00+09:00')
    expect(await copiesHere(outside, bytes)).toBe(0)
    expect(sha256((await read(outside, evidenceId)).bytes)).toBe(sha256(bytes))
  })
})

describe('uketome files', () => {
  async function run(desk: Desk, files: FileStore | null, move: boolean) {
    const lines: string[] = []
    const [command] = contentCommands(async () => ({
      ports: { ...desk.ports, files },
      close: async () => undefined,
    }))
    const say = (line: string) => void lines.push(line)
    const now = '2026-11-24T10:00:00+09:00'
    const call = { values: { move }, positionals: [], stdin: process.stdin, now }
    const code = await command?.run({ ...call, print: say, complain: say })
    return { code, lines }
  }

  it('前からあるファイルを、まとめて置き場へ移し、二度目は何もしない', async () => {
    const bytes = photo()
    await send(here, await complaint(here), bytes)
    const first = await run(here, store, true)
    expect(first).toMatchObject({ code: 0 })
    expect(first.lines[0]).toMatch(/移しました: [1-9]/u)
    expect(await copiesHere(here, bytes)).toBe(0)
    expect((await run(here, store, true)).lines[0]).toBe('移しました: 0件')
  })

  it('置き場が決まっていなければ、どうすればよいかを言う', async () => {
    expect(await run(here, null, true)).toMatchObject({
      code: 1,
      lines: [expect.stringContaining('UKETOME_FILES')],
    })
  })
})
