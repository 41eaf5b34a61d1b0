import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Encoding from 'encoding-japanese'
import { afterAll, describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { listComplaints, readComplaint } from '#features/complaints/contract.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { openDesk, value } from '#test/desk.ts'
import { importCommands } from './commands.ts'

const desk = await openDesk()
const matsui = desk.as('matsui')
const folder = await mkdtemp(join(tmpdir(), 'uketome-'))
afterAll(() => rm(folder, { recursive: true }))

async function run(name: string, content: string | Uint8Array, ...more: string[]) {
  const file = join(folder, name)
  await writeFile(file, content)
  return runOn(file, more)
}

async function runOn(file: string, more: string[] = [], values = {}) {
  const [command] = importCommands(async () => ({
    ports: desk.ports,
    close: async () => undefined,
  }))
  const printed: string[] = []
  const complained: string[] = []
  const status = await command?.run({
    values,
    positionals: [file, ...more],
    stdin: process.stdin,
    now: desk.clock.now().toString(),
    print: (line) => void printed.push(line),
    complain: (line) => complained.push(line),
  })
  return { status, printed, complained, summary: printed.at(-1) }
}

const search = async (words: string) =>
  value(await matsui.call(listComplaints, { query: { view: 'all', words } })).complaints

describe('取り込む', () => {
  it('CP932のCSV。空の行は断り、ほかは取り込み、二度目は何も増えない', async () => {
    const csv = [
      '管理番号,受付日,氏名,ＴＥＬ,商品名,苦情内容,店長メモ',
      '1,令和8年10月5日,髙﨑 斎,０５４－９００－０００１,卓上コンロ,"火がつかず、①番の部品が\r\n外れています",要返金',
      '2,2026/10/06 14:30,,,卓上コンロ,点火のたびに大きな音がします,',
      '3,2026/10/07,匿名,,,　,言葉なし',
    ].join('\r\n')
    const bytes = new Uint8Array(
      Encoding.convert(Encoding.stringToCode(csv), {
        to: 'SJIS',
        from: 'UNICODE',
        fallback: 'error',
      }),
    )
    const first = await run('old.csv', bytes)
    expect(first.complained[0]).toContain('CSV（CP932）')
    expect(first.status).toBe(1)
    expect(first.summary).toBe('取り込み 2 件、すでにあるもの 0 件、取り込めないもの 1 件')
    expect(first.printed[2]).toBe(
      '5行目　取り込めません：お客様の言葉の欄が空です。お申し出の内容を書き足してください。',
    )
    const [complaint] = await search('①番の部品')
    expect(complaint).toMatchObject({
      channel: 'import',
      state: 'received',
      customerName: '髙﨑 斎',
      receivedAt: '2026-10-04T15:00:00Z',
      nextDueAt: null,
    })
    const again = await run('renamed.csv', bytes)
    expect(again.summary).toBe('取り込み 0 件、すでにあるもの 2 件、取り込めないもの 1 件')
    expect(again.printed[0]).toContain(complaint?.number)
  })

  it('元の行は、知らない列ごと残り、お客様にも約束にも何も起きない', async () => {
    const [complaint] = await search('①番の部品')
    const params = { complaintId: complaint?.id ?? '' }
    await desk.runJobs()
    const { entries } = value(await matsui.call(readTimeline, { params }))
    expect(entries.map(({ type }) => type)).toEqual(['complaints.received', 'intake.imported'])
    expect(entries[0]?.payload?.['source']).toMatchObject({
      reference: '1',
      row: { 店長メモ: '要返金', 受付日: '令和8年10月5日', 商品名: '卓上コンロ' },
    })
    const { details, customer } = value(await matsui.call(readComplaint, { params }))
    expect(details).toEqual({ product: '卓上コンロ' })
    expect(customer.phone).toBe('０５４－９００－０００１')
  })

  it('JSONは、一覧でも、complaintsの中でもよい', async () => {
    const rows = [
      { received: '２０２６年１０月８日', text: '椅子の脚が折れました。', extra: { level: 3 } },
      { received: '不明', text: '座面がきしみます。' },
    ]
    const first = await run('chairs.json', JSON.stringify({ source: 'どこか', complaints: rows }))
    expect(first).toMatchObject({ status: 0 })
    expect(first.printed[1]).toContain('受付日「不明」を読めないため')
    const again = await run('list.json', JSON.stringify(rows))
    expect(again.summary).toBe('取り込み 0 件、すでにあるもの 2 件、取り込めないもの 0 件')
    const [complaint] = await search('椅子の脚')
    expect(complaint?.number).toMatch(/^U26-/u)
  })

  it('Excelの日付も読む', async () => {
    const cell = (text: string) => ({ value: text, type: String })
    const date = { value: new Date(Date.UTC(2026, 9, 9)), type: Date, format: 'yyyy/mm/dd' }
    const sheet = [
      [cell('受付日'), cell('申告内容'), cell('金額')],
      [date, cell('蓋が閉まらないのに、返事がありません。'), { value: 3980, type: Number }],
    ]
    const file = join(folder, 'book.xlsx')
    await writeXlsxFile(sheet).toFile(file)
    const taken = await runOn(file)
    expect(taken).toMatchObject({ status: 0 })
    const [complaint] = await search('蓋が閉まらない')
    expect(complaint?.receivedAt).toBe('2026-10-08T15:00:00Z')
    const params = { complaintId: complaint?.id ?? '' }
    expect(value(await matsui.call(readComplaint, { params })).details).toEqual({ price: 3980 })
  })

  it('列は言って選べ、取り込み元と番号があれば、直された行も同じ苦情', async () => {
    const row = { No: '17', 所見: '対応済み', 声: '冷凍便が溶けて届きました。' }
    const file = join(folder, 'desk.json')
    await writeFile(file, JSON.stringify([row]))
    const values = { system: 'old-desk', map: 'words=声' }
    expect(await runOn(file, [], values)).toMatchObject({ status: 0 })
    await writeFile(file, JSON.stringify([{ ...row, 所見: '再対応' }]))
    const again = await runOn(file, [], values)
    expect(again.summary).toBe('取り込み 0 件、すでにあるもの 1 件、取り込めないもの 0 件')
  })

  it('試すだけなら、何も書かない', async () => {
    const file = join(folder, 'dry.csv')
    await writeFile(file, '\uFEFF内容\n試しの言葉です\n')
    const tried = await runOn(file, [], { 'dry-run': true })
    expect(tried.summary).toBe('取り込み 1 件、すでにあるもの 0 件、取り込めないもの 0 件')
    expect(await search('試しの言葉')).toEqual([])
  })

  it('結果は、一行ずつファイルにも残せる', async () => {
    const file = join(folder, 'report.csv')
    await writeFile(file, '内容,受付日\n包丁の柄が割れています,2026/10/10\n"",2026/10/11\n')
    const report = join(folder, 'report.json')
    expect(await runOn(file, [], { report })).toMatchObject({ status: 1 })
    const written: unknown = JSON.parse(await readFile(report, 'utf8'))
    expect(written).toMatchObject({
      taken: 1,
      refused: 1,
      lines: [
        { line: 2, result: 'taken' },
        { line: 3, result: 'refused' },
      ],
    })
  })
})

describe('ほかの窓口の書き出しを取り込む', () => {
  const spoken = { public: true, created_at: '2025-04-02T02:00:00Z' }
  const ticket = {
    id: 7,
    subject: '行灯の紙',
    requester_id: 1,
    status: 'open',
    via: { channel: 'web' },
    created_at: '2025-04-01T02:00:00Z',
    comments: [
      {
        ...spoken,
        author_id: 1,
        body: '行灯の紙が破れて届きました。\u0000',
        created_at: '2025-04-01T02:00:00Z',
      },
      { ...spoken, author_id: 2, body: '張り替えてお送りします。' },
      { ...spoken, author_id: 2, body: '在庫二枚', public: false },
    ],
  }
  const people = [
    { id: 1, name: '寺田 髙', email: 'terada@example.jp', role: 'end-user' },
    { id: 2, name: '中野', role: 'agent' },
  ]

  it('会話がそのままの順で、そのときの名前と日時で残り、壊れた行は断り、二度は入らない', async () => {
    const lines = [...people, ticket, { ...ticket, id: 8, subject: '', comments: [] }]
    const text = `${lines.map((each) => JSON.stringify(each)).join('\n')}\n{"id": 9, \n`
    const first = await run('zendesk.json', text)
    expect(first.complained[0]).toContain('Zendesk')
    expect(first.summary).toBe('取り込み 1 件、すでにあるもの 0 件、取り込めないもの 2 件')
    const [complaint] = await search('行灯の紙が破れて')
    expect(complaint).toMatchObject({ channel: 'web-form', receivedAt: '2025-04-01T02:00:00Z' })
    const params = { complaintId: complaint?.id ?? '' }
    const { entries } = value(await matsui.call(readTimeline, { params }))
    expect(entries.map(({ type }) => type)).toEqual([
      'complaints.received',
      'complaints.noted',
      'complaints.noted',
      'intake.imported',
    ])
    expect(entries[1]?.payload).toMatchObject({
      speaker: 'operator',
      text: '張り替えてお送りします。',
      told: { at: '2025-04-02T02:00:00Z', byName: '中野' },
    })
    expect(entries[2]?.payload).toMatchObject({ speaker: 'internal', text: '在庫二枚' })
    const again = await run('zendesk-2.json', text)
    expect(again.summary).toContain('取り込み 0 件、すでにあるもの 1 件')
  })

  it('言われた窓口の書き出しでなければ、そう言う', async () => {
    const file = join(folder, 'other.json')
    await writeFile(file, '[{"内容": "困る"}]')
    const { status, complained } = await runOn(file, [], { zammad: true })
    expect(status).toBe(2)
    expect(complained.join('')).toContain('zammad の書き出しとして読めません')
  })

  it('どんなに深いJSONでも倒れない', async () => {
    const deep = `[${'['.repeat(50_000)}${']'.repeat(50_000)}]`
    const file = join(folder, 'deep.json')
    await writeFile(file, deep)
    expect((await runOn(file, [], { freshdesk: true })).status).toBe(2)
  })
})

describe('始められないときは、直し方を言って2で終わる', () => {
  it.each([
    ['言葉の列がない', '氏名,日付\n西田,2026/10/1\n', 'どの列か分かりません'],
    ['中身がない', '', '行がありません'],
    ['画像', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), '読み取れません'],
  ])('%s', async (_, content, says) => {
    const { status, complained } = await run('broken.csv', content)
    expect(status).toBe(2)
    expect(complained.join('')).toContain(says)
  })

  it('ファイルがない', async () => {
    const { status, complained } = await runOn(join(folder, 'nothing.csv'))
    expect(status).toBe(2)
    expect(complained[0]).toContain('開けません')
  })

  it('JSONが一覧でない', async () => {
    expect((await run('one.json', '{"text":"一つ"}')).status).toBe(2)
    expect((await run('torn.json', '[{"text":')).status).toBe(2)
  })
})
