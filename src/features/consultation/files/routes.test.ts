import { createHash } from 'node:crypto'
import { Client } from 'pg'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { changeEvidenceLimits } from '#features/complaints/evidence/contract.ts'
import { company, staff, type StaffKey } from '#test/cast.ts'
import { openDesk, value } from '#test/desk.ts'
import * as cases from '../cases/contract.ts'
import * as talks from '../talks/contract.ts'
import { aFileSender } from './factory.ts'
import { codeHeader, filePath, unnamedFile, unnamedUploads, uploadPaths } from './contract.ts'

const desk = await openDesk()
const [matsui, mori, fujii] = [desk.as('matsui'), desk.as('mori'), desk.as('fujii')]
const { begin, patch, send, look } = aFileSender(desk)
const told = { about: 'harassment' as const, complaintNumber: null, excluded: [] }
const params = { slug: company.slug }
const secret = 'ABCD-EFGH-JKLM-NPQR-2345'
const wrong = 'ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ'
const colour = { r: 179, g: 38, b: 30 }
const photo = await sharp({ create: { width: 640, height: 480, channels: 3, background: colour } })
  .withExif({ IFD3: { GPSLatitude: '35/1 41/1 22/1', GPSLatitudeRef: 'N' } })
  .jpeg()
  .toBuffer()
/** Words that can be looked for in the whole database. */
const recording = Buffer.from(`ID3${'ばかやろうと三回言われた録音。'.repeat(60_000)}`)
const caseId = desk.newId()
let unnamedCase = ''
const files = { photo: '', recording: '', kept: '', unnamed: '' }
const everybodyElse = Object.keys(staff).filter(
  (key): key is StaffKey => key in staff && key !== 'matsui' && key !== 'mori',
)

beforeAll(async () => {
  value(
    await matsui.call(talks.beginTalk, {
      body: { ...told, id: caseId, words: '聞いてください。' },
    }),
  )
  const { doorToken } = value(await matsui.call(talks.readEntrance))
  const body = { ...told, words: '名乗れません。', code: secret, doorToken }
  unnamedCase = value(await desk.customer.call(talks.beginUnnamed, { params, body })).caseId
  const as = (key: StaffKey) => ({ 'x-test-person': key })
  files.photo = await send(uploadPaths.talks, as('matsui'), caseId, '待ち伏せ.jpg', photo)
  files.recording = await send(uploadPaths.shared, as('mori'), caseId, '録音.mp3', recording)
  files.kept = await send(uploadPaths.kept, as('mori'), caseId, '面談の控え.jpg', photo)
  const withCode = { [codeHeader]: secret }
  const path = unnamedUploads(company.slug)
  files.unnamed = await send(path, withCode, unnamedCase, '無記名の写真.jpg', photo)
}, 60_000)

const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer())

describe('本人と窓口', () => {
  it('やりとりの中に並び、本人も窓口も、送られたままのバイト列で受け取れる', async () => {
    const { messages } = value(await matsui.call(talks.readTalk, { params: { caseId } }))
    expect(messages.map(({ by, file }) => [by, file?.name])).toEqual([
      ['person', undefined],
      ['person', '待ち伏せ.jpg'],
      ['desk', '録音.mp3'],
    ])
    expect(messages[1]?.file).toMatchObject({
      kind: 'photo',
      type: 'image/jpeg',
      hasPlace: true,
      sha256: createHash('sha256').update(photo).digest('hex'),
    })
    for (const key of ['matsui', 'mori'] as const) {
      const original = await look(key, `${filePath(files.photo)}?keep=original`)
      expect(Buffer.compare(await bytesOf(original), photo)).toBe(0)
      const heard = await look(key, filePath(files.recording))
      expect(Buffer.compare(await bytesOf(heard), recording)).toBe(0)
    }
  })

  it('撮った場所は渡さず、小さな絵も、途中からの再生も、よそのページにならない形で渡る', async () => {
    const shown = await look('mori', filePath(files.photo))
    const bytes = await bytesOf(shown)
    expect([bytes.length, Buffer.compare(bytes, photo) === 0]).toEqual([photo.length, false])
    expect(shown.headers.get('content-security-policy')).toContain('sandbox')
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff')
    const small = await look('mori', `${filePath(files.photo)}?small`)
    expect((await sharp(await bytesOf(small)).metadata()).width).toBe(240)
    const part = await look('mori', filePath(files.recording), { range: 'bytes=600000-600099' })
    expect(part.status).toBe(206)
    expect(Buffer.compare(await bytesOf(part), recording.subarray(600_000, 600_100))).toBe(0)
  })

  it('窓口の控えは本人に見えず、窓口には見える', async () => {
    expect((await look('matsui', filePath(files.kept))).status).toBe(404)
    const own = JSON.stringify(value(await matsui.call(talks.readEntrance)))
    expect(own).not.toContain('面談の控え')
    const file = value(await mori.call(cases.readCase, { params: { caseId } }))
    expect(file.files.map(({ name, byName }) => [name, byName])).toEqual([
      ['面談の控え.jpg', '森 由美子'],
    ])
  })

  it('窓口が開いたファイルは、窓口の記録に一つずつ残る。本人が開いても残らない', async () => {
    desk.clock.advance({ minutes: 20 })
    await look('mori', filePath(files.kept))
    await look('mori', `${filePath(files.photo)}?small`)
    await look('matsui', filePath(files.photo))
    const { readings } = value(await mori.call(cases.readCase, { params: { caseId } }))
    const now = desk.clock.now().toString()
    const latest = readings.filter(({ at }) => Temporal.Instant.compare(at, now) === 0)
    expect(new Set(latest.map(({ fileName }) => fileName))).toEqual(
      new Set(['待ち伏せ.jpg', '面談の控え.jpg', null]),
    )
    expect(new Set(readings.map(({ name }) => name))).toEqual(new Set(['森 由美子']))
  })
})

describe('ほかの人', () => {
  it.each(everybodyElse)(
    '%s は、見ることも、続きを送ることも、加えることもできない',
    async (key) => {
      desk.as(key)
      const headers = { 'x-test-person': key }
      for (const id of Object.values(files)) {
        for (const query of ['', '?small', '?keep=original'])
          expect((await look(key, `${filePath(id)}${query}`)).status).toBe(404)
        for (const path of Object.values(uploadPaths)) {
          const head = { method: 'HEAD', headers: { ...headers, 'tus-resumable': '1.0.0' } }
          expect((await desk.app.request(`${path}/${id}`, head)).ok).toBe(false)
          expect((await patch(`${path}/${id}`, headers, 0, Buffer.from('x'))).ok).toBe(false)
        }
      }
      for (const path of Object.values(uploadPaths))
        expect((await begin(path, headers, caseId, 'x.jpg', 10)).status).toBeGreaterThanOrEqual(403)
    },
  )

  it('サインインしていない人、合い言葉の違う人、窓口の人でも本人の入口からは、何もできない', async () => {
    const plain = await desk.app.request(filePath(files.unnamed))
    expect(plain.status).toBe(401)
    const path = unnamedFile(company.slug, files.unnamed)
    for (const shown of [wrong, 'abc', '']) {
      const answer = await desk.app.request(path, { headers: { [codeHeader]: shown } })
      expect(answer.status).toBe(404)
    }
    // The code of another consultation opens nothing of this one.
    const other = await desk.app.request(unnamedFile(company.slug, files.photo), {
      headers: { [codeHeader]: secret },
    })
    expect(other.status).toBe(404)
    const asPerson = await begin(uploadPaths.talks, { 'x-test-person': 'mori' }, caseId, 'x', 10)
    expect(asPerson.status).toBe(404)
  })
})

describe('名前を伝えない相談', () => {
  it('合い言葉だけで受け取れ、サインインしている人の名前も時刻も残らない', async () => {
    const headers = { [codeHeader]: secret, 'x-test-person': 'matsui' }
    const path = unnamedFile(company.slug, files.unnamed)
    const original = await desk.app.request(`${path}?keep=original`, { headers })
    expect(Buffer.compare(await bytesOf(original), photo)).toBe(0)
    const rows = await everyRow(['consultation_files', 'consultation_messages'])
    const own = rows.filter((row) => row.includes(unnamedCase))
    expect(own.length).toBe(3)
    for (const row of own) {
      expect(row).not.toMatch(/\d\d:\d\d/u)
      expect(row).not.toContain(matsui.memberId)
    }
    expect(files.unnamed.charAt(14)).toBe('4')
  })
})

describe('大きさと中身', () => {
  it('会社の上限を超えるもの、空のもの、多すぎるものは、理由を添えて断る', async () => {
    const headers = { 'x-test-person': 'matsui' }
    const limits = { largestMegabytes: 1, mostFiles: 3 }
    value(await fujii.call(changeEvidenceLimits, { body: limits }))
    const large = await begin(uploadPaths.talks, headers, caseId, '動画.mp4', 1_000_001)
    expect(await large.text()).toContain('complaints.evidence-too-large')
    const empty = await begin(uploadPaths.talks, headers, caseId, '空.txt', 0)
    expect(await empty.text()).toContain('complaints.evidence-empty')
    expect((await begin(uploadPaths.talks, headers, caseId, '一枚.jpg', 10)).status).toBe(201)
    const many = await begin(uploadPaths.talks, headers, caseId, 'もう一枚.jpg', 10)
    expect(await many.text()).toContain('complaints.evidence-too-many')
    value(
      await fujii.call(changeEvidenceLimits, { body: { largestMegabytes: 500, mostFiles: 20 } }),
    )
  })

  it('写真の名前の付いたプログラムは、そうと知らせ、開かずに保存させる', async () => {
    const headers = { 'x-test-person': 'matsui' }
    const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])
    const id = await send(uploadPaths.talks, headers, caseId, '../写真\u202Egpj.exe.jpg', program)
    const { messages } = value(await matsui.call(talks.readTalk, { params: { caseId } }))
    const file = messages.at(-1)?.file
    expect(file).toMatchObject({ isMisnamed: true, type: 'application/x-msdownload' })
    expect(file?.name).toBe('写真gpj.exe.jpg')
    const kept = await look('mori', filePath(id))
    expect(kept.headers.get('content-type')).toBe('application/octet-stream')
    expect(kept.headers.get('content-disposition')).toMatch(/^attachment/u)
  })

  it('切れたところから続き、ほかの相談の続きにはならず、送り終えたものは取り消せない', async () => {
    const headers = { 'x-test-person': 'matsui' }
    const begun = await begin(uploadPaths.talks, headers, caseId, '長い.txt', 10)
    const url = new URL(begun.headers.get('location') ?? '', 'http://x').pathname
    expect((await patch(url, headers, 0, Buffer.from('12345'))).status).toBe(204)
    expect((await patch(url, headers, 3, Buffer.from('xx'))).status).toBe(409)
    const head = await desk.app.request(url, {
      method: 'HEAD',
      headers: { ...headers, 'tus-resumable': '1.0.0' },
    })
    expect(head.headers.get('upload-offset')).toBe('5')
    expect((await patch(url, headers, 5, Buffer.from('67890'))).status).toBe(204)
    const shown = await look('matsui', filePath(url.split('/').at(-1) ?? ''))
    expect((await bytesOf(shown)).toString()).toBe('1234567890')
    const drop = { method: 'DELETE', headers: { ...headers, 'tus-resumable': '1.0.0' } }
    expect((await desk.app.request(url, drop)).ok).toBe(false)
    expect((await look('matsui', filePath(url.split('/').at(-1) ?? ''))).status).toBe(200)
  })
})

it('データベースの中に、名前も中身もそのままでは一つも置かれない', async () => {
  const rows = await everyRow(['consultation_files', 'consultation_file_pieces'])
  expect(rows.length).toBeGreaterThan(10)
  const readable = rows.map((row) => `${row}${inBytes(row)}`).join('\n')
  for (const word of ['待ち伏せ', '録音', 'ばかやろう', '面談の控え', '無記名'])
    expect(readable.includes(word), word).toBe(false)
})

/** What stands in the bytes of a row, read as text. */
function inBytes(row: string): string {
  const found = [...row.matchAll(/\\\\x([\da-f]+)/gu)]
  return found.map(([, hex = '']) => Buffer.from(hex, 'hex').toString('utf8')).join('\n')
}

async function everyRow(tables: readonly string[]): Promise<string[]> {
  const client = new Client({ connectionString: desk.url })
  await client.connect()
  try {
    const rows = await Promise.all(
      tables.map((table) =>
        client.query<{ row: string }>(`select to_jsonb(t)::text as row from ${table} t`),
      ),
    )
    return rows.flatMap((each) => each.rows.map(({ row }) => row))
  } finally {
    await client.end()
  }
}
