import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { listComplaints } from '#features/complaints/contract.ts'
import { openDesk, value } from '#test/desk.ts'
import { importCommands } from '../import/commands.ts'

const desk = await openDesk()
const folder = await mkdtemp(join(tmpdir(), 'uketome-'))
afterAll(() => rm(folder, { recursive: true }))

async function run(values: Record<string, string | boolean>, positionals: string[] = []) {
  const [command] = importCommands(async () => ({
    ports: desk.ports,
    close: async () => undefined,
  }))
  const printed: string[] = []
  const status = await command?.run({
    values,
    positionals,
    stdin: process.stdin,
    now: desk.clock.now().toString(),
    print: (line) => void printed.push(line),
    complain: (line) => void printed.push(line),
  })
  return { status, printed, summary: printed.at(-1) }
}

const mail = (name: string, ...more: string[]) =>
  [
    `From: ${name}@example.jp`,
    `Subject: ${name}`,
    `Message-ID: <${name}@example.jp>`,
    ...more,
    '',
    `${name} が割れました。`,
    '',
  ].join('\n')

it('emlは、二度取り込んでも一度。受付日時は送られた日', async () => {
  const files = [join(folder, 'a.eml'), join(folder, 'b.eml')]
  await writeFile(files[0] ?? '', mail('nabe', 'Date: Mon, 5 Oct 2026 10:00:00 +0900'))
  await writeFile(files[1] ?? '', mail('away', 'Auto-Submitted: auto-replied'))
  const report = join(folder, 'report.json')
  const first = await run({ eml: files[0] ?? '', report }, [files[1] ?? ''])
  expect(first.printed[0]).toMatch(/^a\.eml　取り込み U26-\d+$/u)
  expect(first.printed[1]).toBe('b.eml　取り分けました：自動返信')
  expect(first).toMatchObject({
    status: 0,
    summary: '取り込み 1 通、すでにあるもの 0 通、取り分けたもの 1 通、読み取れないもの 0 通',
  })
  expect(JSON.parse(await readFile(report, 'utf8'))).toMatchObject({
    lines: [{ where: 'a.eml', result: 'taken' }, {}],
  })
  expect((await run({ eml: files[0] ?? '' })).summary).toContain(
    '取り込み 0 通、すでにあるもの 1 通',
  )
  const query = { view: 'all', words: 'nabe が割れました' } as const
  const { complaints } = value(await desk.as('kobayashi').call(listComplaints, { query }))
  expect(complaints).toMatchObject([{ channel: 'mail', receivedAt: '2026-10-05T01:00:00Z' }])
})

it('mboxは一通ずつ分け、本文のFromで切らない', async () => {
  const file = join(folder, 'box')
  const box = [
    'From x Mon Oct  5 10:00:00 2026',
    mail('kama'),
    'From y Mon Oct  5 11:00:00 2026',
    mail('sara'),
    '>From here on',
    '',
  ]
  await writeFile(file, box.join('\n'))
  const { printed, summary } = await run({ mbox: file })
  expect(printed.map((line) => line.split('　')[0]).slice(0, 2)).toEqual([
    'box（1通目）',
    'box（2通目）',
  ])
  expect(summary).toContain('取り込み 2 通')
  expect((await run({ mbox: file })).summary).toContain('すでにあるもの 2 通')
})

it('Maildirは、フォルダの中まで読む', async () => {
  for (const place of ['cur', 'new', '.Old/cur'])
    await mkdir(join(folder, 'Maildir', place), { recursive: true })
  await writeFile(join(folder, 'Maildir/cur/1:2,S'), mail('hashi'))
  await writeFile(join(folder, 'Maildir/.Old/cur/2:2,S'), mail('wan'))
  expect((await run({ maildir: join(folder, 'Maildir') })).summary).toContain('取り込み 2 通')
})

it('空のファイルは理由を言い、ない場所は始める前に断り、残りを読み直せる', async () => {
  const file = join(folder, 'empty.eml')
  await writeFile(file, '')
  const { status, printed } = await run({ eml: file })
  expect(printed[0]).toBe(
    'empty.eml　取り込めません：メールの中身がありません。元のファイルを確かめて、送り直してください。',
  )
  expect(status).toBe(1)
  expect(await run({ mbox: join(folder, 'none') })).toMatchObject({ status: 2 })
  expect(await run({ reread: true })).toMatchObject({ status: 0 })
})
