import { Client } from 'pg'
import { describe, expect, it } from 'vitest'
import { company } from '#test/cast.ts'
import { code, openDesk, value } from '#test/desk.ts'
import * as cases from '../cases/contract.ts'
import { filePath, unnamedUploads, uploadPaths, codeHeader } from '../files/contract.ts'
import { aFileSender } from '../files/factory.ts'
import { placeOf } from '../queries.ts'
import * as talks from '../talks/contract.ts'
import * as wall from './contract.ts'

const desk = await openDesk()
const [matsui, mori, fujii, sasaki] = [
  desk.as('matsui'),
  desk.as('mori'),
  desk.as('fujii'),
  desk.as('sasaki'),
]
const { send, look } = aFileSender(desk)
const secret = 'ABCD-EFGH-JKLM-NPQR-2345'
const params = { slug: company.slug }

/** One consultation with words and files in every table, and another that stays. */
const told = { about: 'harassment' as const, excluded: [] }
const unsaid = { ...told, complaintNumber: null }
async function consultation(flower: string) {
  const caseId = desk.newId()
  const one = { caseId }
  const body = { ...told, id: caseId, words: `${flower}のことです。`, complaintNumber: flower }
  value(await matsui.call(talks.beginTalk, { body }))
  const answered = { id: desk.newId(), words: `${flower}の件、伺います。` }
  value(await mori.call(cases.answerPerson, { params: one, body: answered }))
  const entries: cases.Written[] = [
    { kind: 'wish', words: `${flower}は忘れたい`, isAgainst: false, mayTell: '' },
    { kind: 'told', words: `${flower}は済みました`, on: '2026-11-24', isSentHere: false },
  ]
  for (const written of entries)
    value(await mori.call(cases.writeEntry, { params: one, body: { id: desk.newId(), written } }))
  const bytes = Buffer.from(`${flower}の録音です。`.repeat(40_000))
  const name = `${flower}.txt`
  await send(uploadPaths.talks, { 'x-test-person': 'matsui' }, caseId, name, bytes)
  const kept = await send(uploadPaths.kept, { 'x-test-person': 'mori' }, caseId, name, bytes)
  await look('mori', filePath(kept))
  return { caseId, one, kept }
}

type Row = { readonly table: string; readonly row: string }
async function wholeDatabase(): Promise<Row[]> {
  const client = new Client({ connectionString: desk.url })
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')`,
    )
    const found: Row[] = []
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(
        `select to_jsonb(t)::text as row from ${name} t`,
      )
      found.push(...rows.map(({ row }) => ({ table: name, row })))
    }
    return found
  } finally {
    await client.end()
  }
}

/** What somebody with the database and the secret of the installation can read of one consultation. */
async function readableOf(caseId: string, kept: string): Promise<string[]> {
  const { vault } = desk.ports
  return (await wholeDatabase()).flatMap(({ table, row }) => {
    const sealed = [...row.matchAll(/v1\.[\w-]+/gu)].flatMap(
      ([text]) => vault.open(text, placeOf(caseId)) ?? [],
    )
    const pieces = [...row.matchAll(/\\\\x([\da-f]+)/gu)].flatMap(([, hex = '']) => {
      const bytes = Buffer.from(hex, 'hex')
      const opened = vault.openBytes(bytes, `consultation.file:${kept}:0`)
      return opened ? [opened.toString('utf8')] : []
    })
    const plain = row.includes(caseId) || row.includes(kept) ? [row] : []
    return [...sealed, ...pieces, ...plain].map((text) => `${table} ${text}`)
  })
}

describe('残す期間を決める', () => {
  it('はじめは五年。管理者か窓口が、理由と始まる日を添えて決め直し、前の決めも残る', async () => {
    const first = value(await fujii.call(wall.readRetention))
    expect(first.now).toMatchObject({ version: 0, months: 60, reason: null })
    const body = { version: 1, months: 36, reason: '就業規則に合わせる', fromOn: '2026-12-01' }
    expect(code(await sasaki.call(wall.decideRetention, { body }))).toBe('access.not-allowed')
    const decided = value(await fujii.call(wall.decideRetention, { body }))
    expect(decided.now.version).toBe(0)
    expect(decided.versions.map(({ version }) => version)).toEqual([1, 0])
    expect(decided.versions[0]).toMatchObject({ ...body, decidedByName: '藤井 直子' })
    expect(code(await mori.call(wall.decideRetention, { body }))).toBe(
      'consultation.other-retention',
    )
    expect(value(await matsui.call(talks.readEntrance)).keptMonths).toBe(60)
  })
})

describe('消す', () => {
  it('期間が来るまでは消せず、来たら並び、消したあとは、どの表にも、封の中にも、何も残らない', async () => {
    const { caseId, one, kept } = await consultation('紫陽花')
    const other = await consultation('木蓮')
    expect(code(await mori.call(wall.eraseCase, { params: one }))).toBe('consultation.not-ended')
    value(await mori.call(cases.closeCase, { params: one }))
    expect(code(await mori.call(wall.eraseCase, { params: one }))).toBe('consultation.kept-until')
    await desk.runJobs('2029-11-24T10:00:00+09:00')
    const { cases: listed } = value(await mori.call(cases.listCases))
    expect(listed.find((line) => line.caseId === caseId)?.keeping).toMatchObject({
      until: '2029-11-24',
      isDueFor: 'period',
    })
    const before = await readableOf(caseId, kept)
    for (const table of ['cases', 'messages', 'entries', 'files', 'file_pieces', 'readings'])
      expect(
        before.some((row) => row.startsWith(`public.consultation_${table} `)),
        table,
      ).toBe(true)
    expect(before.filter((row) => row.includes('紫陽花')).length).toBeGreaterThan(5)
    expect(code(await fujii.call(wall.eraseCase, { params: one }))).toBe('access.not-allowed')

    const { erasures } = value(await mori.call(wall.eraseCase, { params: one }))
    expect(erasures).toMatchObject([{ on: '2029-11-24', why: 'period', byName: '森 由美子' }])
    expect(await readableOf(caseId, kept)).toEqual([])
    const everything = (await wholeDatabase()).map(({ row }) => row)
    expect(everything.filter((row) => row.includes('紫陽花') || row.includes(caseId))).toEqual([])
    expect((await look('mori', filePath(kept))).status).toBe(404)
    expect(code(await matsui.call(talks.readTalk, { params: one }))).toBe('consultation.missing')
    expect((await readableOf(other.caseId, other.kept)).length).toBeGreaterThan(5)
  })

  it('手続きのために残すあいだは、期間が来ても、本人が望んでも消せない', async () => {
    const { caseId, one } = await consultation('萩')
    const reason = '損害賠償の裁判が続いている'
    value(await mori.call(wall.holdCase, { params: one, body: { reason } }))
    value(await matsui.call(wall.wishErasure, { params: one, body: { isWished: true } }))
    expect(code(await mori.call(wall.eraseCase, { params: one }))).toBe('consultation.held')
    const file = value(await mori.call(cases.readCase, { params: one }))
    expect(file.hold).toMatchObject({ reason, byName: '森 由美子' })
    expect(file.keeping).toMatchObject({ isHeld: true, isDueFor: null })
    expect((await wholeDatabase()).filter(({ row }) => row.includes(reason))).toEqual([])
    for (const who of [matsui, fujii, sasaki])
      expect(code(await who.call(wall.releaseCase, { params: one }))).toBe('access.not-allowed')
    value(await mori.call(wall.releaseCase, { params: one }))
    value(await mori.call(wall.eraseCase, { params: one }))
    const { cases: left } = value(await mori.call(cases.listCases))
    expect(left.map((line) => line.caseId)).not.toContain(caseId)
  })

  it('本人は望みを伝え、取り下げられる。ほかの人は、代わりに望めない', async () => {
    const { caseId, one } = await consultation('桔梗')
    const wished = { params: one, body: { isWished: true } }
    for (const who of [mori, fujii, sasaki])
      expect(code(await who.call(wall.wishErasure, wished))).toBe('consultation.missing')
    value(await matsui.call(wall.wishErasure, wished))
    const line = async () =>
      value(await mori.call(cases.listCases)).cases.find((each) => each.caseId === caseId)
    expect(await line()).toMatchObject({ waits: true, keeping: { isDueFor: 'wish' } })
    value(await matsui.call(wall.wishErasure, { params: one, body: { isWished: false } }))
    expect((await line())?.keeping.isDueFor).toBeNull()
    expect(code(await mori.call(wall.eraseCase, { params: one }))).toBe('consultation.not-ended')
  })

  it('名前を伝えない相談も、合い言葉で望みを伝えられ、消えたあとは合い言葉でも開かない', async () => {
    const { doorToken } = value(await matsui.call(talks.readEntrance))
    const body = { ...unsaid, words: '竜胆のことです。', code: secret, doorToken }
    const { caseId } = value(await desk.customer.call(talks.beginUnnamed, { params, body }))
    const headers = { [codeHeader]: secret }
    const path = unnamedUploads(company.slug)
    const kept = await send(path, headers, caseId, '竜胆.txt', Buffer.from('竜胆の写し'))
    const wish = { params, body: { code: secret, isWished: true } }
    const after = value(await desk.customer.call(talks.wishErasureUnnamed, wish))
    expect(after.erasureWishedOn).not.toBeNull()
    value(await mori.call(wall.eraseCase, { params: { caseId } }))
    const read = await desk.customer.call(talks.readUnnamed, { params, body: { code: secret } })
    expect(code(read)).toBe('consultation.code-unknown')
    expect(await readableOf(caseId, kept)).toEqual([])
  })
})
