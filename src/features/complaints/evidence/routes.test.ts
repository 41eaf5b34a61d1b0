import { createHash, randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { problem } from '#platform/http/mount.ts'
import { withoutPlace } from '#platform/files/photo-place.ts'
import { systemScope } from '#features/access/door.ts'
import { listReadings } from '#features/audit/contract.ts'
import { verifyRecord } from '#features/complaints/checkpoints/contract.ts'
import { exportLines } from '#features/complaints/export/queries.ts'
import { closeComplaint, erasePersonalData } from '#features/complaints/handling/contract.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { formFilesPath, receiveComplaint, submitWebForm } from '#features/intake/contract.ts'
import { company } from '#test/cast.ts'
import { code, openDesk, value } from '#test/desk.ts'
import { changeEvidenceLimits, filePath, listEvidence, uploadsPath } from './contract.ts'

const desk = await openDesk()
const [matsui, admin] = [desk.as('matsui'), desk.as('fujii')]
const jpeg = Buffer.concat([Buffer.from('\xff\xd8\xff\xe0', 'latin1'), randomBytes(1_500_000)])
const grain = { type: 'gaussian' as const, mean: 128, sigma: 60 }
const formPath = formFilesPath(company.slug)

const other = desk.another()

type App = { request: typeof desk.app.request }
const tus = { 'tus-resumable': '1.0.0' }
const coded = (text: string | Uint8Array) => Buffer.from(text).toString('base64')
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

type Sending = { name?: string | Uint8Array; path?: string; person?: string; note?: string }

async function begin(
  forId: string,
  size: number,
  { name = '写真.jpg', path = uploadsPath, person = 'matsui', note = '' }: Sending = {},
) {
  const told = `complaint ${coded(forId)},filename ${coded(name)}${note ? `,note ${coded(note)}` : ''}`
  const headers = { ...tus, 'upload-length': String(size), 'upload-metadata': told }
  const given = person ? { ...headers, 'x-test-person': person } : headers
  return desk.app.request(path, { method: 'POST', headers: given })
}

function patch(
  app: App,
  url: string,
  at: number,
  body: string | Uint8Array | ReadableStream,
  person = 'matsui',
) {
  const type = 'application/offset+octet-stream'
  const headers = { ...tus, 'content-type': type, 'upload-offset': String(at) }
  const given = person ? { ...headers, 'x-test-person': person } : headers
  const half = { duplex: 'half' as const } // Node wants it said for a body that flows
  return app.request(url, { method: 'PATCH', headers: given, body, ...half })
}

async function offsetOf(app: App, url: string) {
  const headers = { ...tus, 'x-test-person': 'matsui' }
  const answer = await app.request(url, { method: 'HEAD', headers })
  return Number(answer.headers.get('upload-offset'))
}

async function send(forId: string, bytes: Buffer, options: Sending = {}) {
  const begun = await begin(forId, bytes.length, options)
  expect(begun.status, await begun.clone().text()).toBe(201)
  const url = begun.headers.get('location') ?? ''
  const sent = await patch(desk.app, url, 0, new Uint8Array(bytes), options.person ?? 'matsui')
  expect(sent.status).toBe(204)
  return url.split('/').at(-1) ?? ''
}

async function complaint() {
  const id = desk.newId()
  const body = { id, channel: 'counter' as const, words: '鍋の取っ手が割れていました。' }
  value(await matsui.call(receiveComplaint, { body }))
  return id
}

const list = async (complaintId: string) =>
  value(await matsui.call(listEvidence, { params: { complaintId } })).evidence
const file = (evidenceId: string, headers: Record<string, string> = {}, query = '') =>
  desk.app.request(`${filePath(evidenceId)}${query}`, {
    headers: { 'x-test-person': 'matsui', ...headers },
  })

describe('証拠を送る', () => {
  it('送ったファイルが、指紋つきで記録に入り、同じ中身で読める', async () => {
    const complaintId = await complaint()
    const evidenceId = await send(complaintId, jpeg, { note: '割れたところ' })
    const found = await list(complaintId)
    expect(found).toMatchObject([
      {
        name: '写真.jpg',
        type: 'image/jpeg',
        kind: 'photo',
        sha256: sha256(jpeg),
        note: '割れたところ',
      },
    ])
    const { entries } = value(await matsui.call(readTimeline, { params: { complaintId } }))
    expect(entries.at(-1)).toMatchObject({
      type: 'complaints.evidence-added',
      payload: { evidenceId, sha256: sha256(jpeg), size: jpeg.length },
    })
    const read = Buffer.from(await (await file(evidenceId)).arrayBuffer())
    expect(sha256(read)).toBe(sha256(jpeg))
  })

  it('途中で線が切れても、届いたところまでは残り、別のサーバーで続きから送れる', async () => {
    const complaintId = await complaint()
    const begun = await begin(complaintId, jpeg.length)
    const url = begun.headers.get('location') ?? ''
    let given = 0
    const cut = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (given >= 700_000) return controller.error(new Error('the line was cut'))
        controller.enqueue(new Uint8Array(jpeg.subarray(given, given + 100_000)))
        given += 100_000
      },
    })
    await Promise.resolve(patch(desk.app, url, 0, cut)).catch(() => undefined)
    const offset = await offsetOf(other, url)
    expect(offset).toBeGreaterThanOrEqual(512 * 1024)
    expect(offset).toBeLessThan(jpeg.length)
    expect(await list(complaintId)).toEqual([])
    const rest = await patch(other, url, offset, new Uint8Array(jpeg.subarray(offset)))
    expect(rest.status).toBe(204)
    expect((await list(complaintId))[0]?.sha256).toBe(sha256(jpeg))
  })

  it('二つのサーバーへ同時に同じ続きが来ても、一度だけ入る', async () => {
    const complaintId = await complaint()
    const url = (await begin(complaintId, jpeg.length)).headers.get('location') ?? ''
    const body = () => new Uint8Array(jpeg)
    const answers = await Promise.all([
      patch(desk.app, url, 0, body()),
      patch(other, url, 0, body()),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409])
    expect((await list(complaintId)).map((each) => each.sha256)).toEqual([sha256(jpeg)])
  })

  it('最後まで届いたあとにサーバーが倒れても、あとで記録に入る', async () => {
    const complaintId = desk.newId()
    await send(complaintId, jpeg)
    const body = { id: complaintId, channel: 'letter' as const, words: 'お手紙のとおりです。' }
    // Received by a server that ended before it could look for the files.
    value(await matsui.call(receiveComplaint, { body }))
    await desk.runJobs(desk.clock.now().add({ minutes: 3 }).toString())
    expect(await list(complaintId)).toHaveLength(1)
  })

  it('一日たっても苦情にならないものと、送りかけのものは片づける', async () => {
    const [forId, half] = [desk.newId(), desk.newId()]
    const whole = await send(forId, jpeg)
    const url = (await begin(half, jpeg.length)).headers.get('location') ?? ''
    await patch(desk.app, url, 0, new Uint8Array(jpeg.subarray(0, 600_000)))
    await desk.runJobs(desk.clock.now().add({ hours: 25 }).toString())
    const left = await desk.ports.db
      .selectFrom('complaints_evidence')
      .where('id', 'in', [whole, url.split('/').at(-1) ?? ''])
      .select('id')
      .execute()
    expect(left).toEqual([])
  })
})

describe('名前と種類', () => {
  const cp932 = Buffer.from([0x8e, 0xca, 0x90, 0x5e, 0x2e, 0x6a, 0x70, 0x67]) // 写真.jpg
  it.each([
    [cp932, '写真.jpg'],
    ['か\u3099.jpg', 'が.jpg'],
    ['../../../../etc/passwd', 'passwd'],
    ['', 'file'],
  ])('%j を %j として受ける', async (name, shown) => {
    const complaintId = await complaint()
    await send(complaintId, Buffer.from('x'), { name })
    expect((await list(complaintId))[0]?.name).toBe(shown)
  })

  it('ページの形をしたものは、画像を名のっても、開かずに保存するものとして渡す', async () => {
    const complaintId = await complaint()
    const page = Buffer.from('<html><script>fetch("/api/access/viewer")</script></html>')
    const evidenceId = await send(complaintId, page, { name: '写真.jpg' })
    const { headers } = await file(evidenceId)
    expect(headers.get('content-type')).toBe('application/octet-stream')
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="_\.jpg"; filename\*=UTF-8''%E5/,
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/)
    expect((await list(complaintId))[0]).toMatchObject({ type: 'text/plain', isMisnamed: true })
  })

  it('画像はその場で見え、閉じた箱の中にある。動画は途中から読める', async () => {
    const evidenceId = await send(await complaint(), jpeg)
    const shown = await file(evidenceId)
    expect(shown.headers.get('content-disposition')).toMatch(/^inline/)
    expect(shown.headers.get('content-security-policy')).toMatch(/sandbox$/)
    expect((await file(evidenceId, {}, '?keep')).headers.get('content-disposition')).toMatch(
      /^attachment/,
    )
    const part = await file(evidenceId, { range: 'bytes=524280-524300' })
    expect(part.status).toBe(206)
    expect(part.headers.get('content-range')).toBe(`bytes 524280-524300/${jpeg.length}`)
    expect(Buffer.from(await part.arrayBuffer())).toEqual(jpeg.subarray(524_280, 524_301))
    const etag = shown.headers.get('etag') ?? ''
    expect((await file(evidenceId, { 'if-none-match': etag })).status).toBe(304)
  })

  it('写真の位置は、見せるものと保存するものから除き、元のファイルには残し、小さな絵は別に作る', async () => {
    const noise = { width: 900, height: 600, channels: 3 as const, noise: grain }
    const place = { GPSLatitude: '35/1 26/1 0/1', GPSLongitude: '139/1 38/1 0/1' }
    const photo = await sharp({ create: { ...noise, background: '#fff' } })
      .withExif({ IFD3: place })
      .jpeg()
      .toBuffer()
    const complaintId = await complaint()
    const evidenceId = await send(complaintId, photo)
    expect(await list(complaintId)).toMatchObject([{ hasPlace: true, sha256: sha256(photo) }])
    const bytes = async (query: string, headers = {}) =>
      Buffer.from(await (await file(evidenceId, headers, query)).arrayBuffer())
    const [shown, kept, original] = [
      await bytes(''),
      await bytes('?keep'),
      await bytes('?keep=original'),
    ]
    expect(sha256(original)).toBe(sha256(photo))
    expect(kept.equals(shown)).toBe(true)
    expect(withoutPlace(photo).bytes).toEqual(Uint8Array.from(shown))
    expect(withoutPlace(shown).hadPlace).toBe(false)
    const middle = await bytes('', { range: 'bytes=10-300000' })
    expect(middle.equals(shown.subarray(10, 300_001))).toBe(true)
    const small = await sharp(await bytes('?small')).metadata()
    expect(small).toMatchObject({ format: 'webp', width: 240, height: 160 })
  })

  it('絵にならない画像は、小さな絵がなくても読める', async () => {
    const evidenceId = await send(await complaint(), jpeg)
    expect((await file(evidenceId, {}, '?small')).headers.get('content-type')).toBe('image/jpeg')
  })

  it('圧縮の爆弾は、ただの箱として受け、開かない', async () => {
    const bomb = gzipSync(Buffer.alloc(30_000_000))
    const complaintId = await complaint()
    await send(complaintId, bomb, { name: '資料.gz' })
    expect(await list(complaintId)).toMatchObject([
      { type: 'application/gzip', kind: 'other', size: bomb.length },
    ])
  })
})

describe('だれが、どこまで', () => {
  it('大きすぎるもの、多すぎるもの、空のものは、次にすることを言って断る', async () => {
    const before = { largestMegabytes: 500, mostFiles: 20 }
    const limits = { largestMegabytes: 2, mostFiles: 1 }
    expect(code(await matsui.call(changeEvidenceLimits, { body: limits }))).toBe(
      'access.not-allowed',
    )
    value(await admin.call(changeEvidenceLimits, { body: limits }))
    const complaintId = await complaint()
    const large = await begin(complaintId, 3_000_000)
    expect([large.status, problem.parse(await large.json()).detail]).toEqual([
      413,
      expect.stringContaining('2MBまで'),
    ])
    await send(complaintId, jpeg)
    expect((await begin(complaintId, 10)).status).toBe(429)
    expect((await begin(desk.newId(), 0)).status).toBe(422)
    value(await admin.call(changeEvidenceLimits, { body: before }))
  })

  it('サインインしない人は、机の口から送れず、読めない', async () => {
    const complaintId = await complaint()
    expect((await begin(complaintId, 10, { person: '' })).status).toBe(401)
    const evidenceId = await send(complaintId, jpeg)
    expect((await desk.app.request(filePath(evidenceId))).status).toBe(401)
    const nobody = await patch(desk.app, `${formPath}/${evidenceId}`, 0, 'x', '')
    expect(nobody.status).toBe(404)
  })

  it('フォームの写真は言葉より先に届いてよく、送られた苦情に入る', async () => {
    const id = desk.newId()
    await send(id, jpeg, { path: formPath, person: '' })
    const body = { id, words: '届いた器が割れていました。', customer: {}, details: {} }
    value(await desk.customer.call(submitWebForm, { params: { slug: company.slug }, body }))
    desk.clock.advance(Temporal.Duration.from({ seconds: 1 }))
    await send(id, jpeg, { path: formPath, person: '', name: 'あとから.jpg' })
    expect((await list(id)).map(({ name, byName }) => [name, byName])).toEqual([
      ['写真.jpg', 'お客様'],
      ['あとから.jpg', 'お客様'],
    ])
  })

  it('お客様は、フォームで送っていない苦情や、古い苦情には足せない', async () => {
    expect((await begin(await complaint(), 10, { path: formPath, person: '' })).status).toBe(409)
  })

  it('送る前なら取り消せる。記録に入ったあとは消せない', async () => {
    const id = desk.newId()
    const evidenceId = await send(id, jpeg, { path: formPath, person: '' })
    const drop = (path: string) => desk.app.request(path, { method: 'DELETE', headers: tus })
    expect((await drop(`${formPath}/${evidenceId}`)).status).toBe(204)
    const kept = await send(await complaint(), jpeg)
    expect((await drop(`${formPath}/${kept}`)).status).toBe(400)
    expect((await file(kept)).status).toBe(200)
  })

  it('読んだことが残る', async () => {
    const evidenceId = await send(await complaint(), jpeg, { name: '診断書.jpg' })
    await file(evidenceId)
    const { readings } = value(await admin.call(listReadings, { query: {} }))
    const mine = readings.find(({ subjectId }) => subjectId === evidenceId)
    expect(mine?.subject).toBe('evidence')
    expect(mine?.label).toContain('診断書.jpg')
  })
})

describe('消去と書き出し', () => {
  it('個人情報を消すと中身も消え、記録の鎖は確かめられるまま', async () => {
    const complaintId = await complaint()
    const evidenceId = await send(complaintId, jpeg)
    const params = { complaintId }
    const close = { id: desk.newId(), outcome: 'withdrawn' as const, reason: '取り下げ' }
    value(await admin.call(closeComplaint, { params, body: close }))
    value(
      await admin.call(erasePersonalData, {
        params,
        body: { id: desk.newId(), reason: 'お客様の希望' },
      }),
    )
    expect((await file(evidenceId)).status).toBe(404)
    const { count } = await desk.ports.db
      .selectFrom('complaints_pieces')
      .where('content_id', '=', evidenceId)
      .select((of) => of.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    expect(count).toBe(0)
    const { findings } = value(await admin.call(verifyRecord, {}))
    expect(findings).toEqual([])
    const { entries } = value(await matsui.call(readTimeline, { params }))
    const erased = entries.find(({ type }) => type === 'complaints.evidence-added')
    expect(erased?.payload).toBeNull()
  })

  it('書き出しから、元のファイルを組み立て直せる', async () => {
    const evidenceId = await send(await complaint(), jpeg)
    const { organisationId } = matsui.scope
    const pieces: Buffer[] = []
    await desk.ports.db.transaction().execute(async (tx) => {
      for await (const line of exportLines(tx, systemScope(organisationId, 'complaints'), null, [
        'evidence',
      ]))
        if (line['evidenceId'] === evidenceId)
          pieces.push(Buffer.from(String(line['base64']), 'base64'))
    })
    expect(sha256(Buffer.concat(pieces))).toBe(sha256(jpeg))
  })
})
