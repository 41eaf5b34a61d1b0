import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FileChooser, Page } from 'playwright-core'
import { afterAll, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { readWorkbook } from '#platform/files/excel.ts'
import { openPostOffice } from '#test/post-office.ts'
import { ask, axe, openHouse, press, settled, tabTo, write } from './desk.ts'
import { arrive, giveMailbox } from './mailbox.ts'
import { startNodes } from './world.ts'

const folder = await mkdtemp(join(tmpdir(), 'uketome-import-screen-'))
afterAll(() => rm(folder, { recursive: true, force: true }))
const { sit } = await openHouse(await startNodes(1))
const office = await openPostOffice()

const total = 5000
const isBad = (at: number) => at % 135 === 100
const bad = Array.from({ length: total }, (_, at) => at).filter(isBad)

const heading = [
  '管理番号',
  '受付日',
  'お客様名',
  'ＴＥＬ',
  'メールアドレス',
  '受付経路',
  '対応状況',
  '品',
  '申告内容',
]
const faults = ['蓋が閉まりません', '音が鳴り続けます', '溶けて届きました', '縫い目がほどけました']

/** Four ways to be mistaken: no words, a day that is none, a day to come, a number that lacks digits. */
function cells(at: number): string[] {
  const row = wellWritten(at)
  if (!isBad(at)) return row
  const mistake = bad.indexOf(at) % 4
  if (mistake === 0) row[8] = ''
  if (mistake === 1) row[1] = '2025/2/30'
  if (mistake === 2) row[1] = '2099/1/1'
  if (mistake === 3) row[3] = '045'
  return row
}

function wellWritten(at: number): string[] {
  const day = `2025/${1 + (at % 12)}/${1 + (at % 28)}`
  const words = `${at + 1}番目に買った品の${faults[at % faults.length]}。返事をください。`
  const who = [`港 ${at}子`, `045-900-${1000 + (at % 9000)}`, `k${at}@example.jp`]
  const how = [at % 2 ? '電話' : 'メール', '対応済']
  return [`K-${at + 1}`, day, ...who, ...how, `品目${at % 40}`, words]
}

/** A row that was refused, as somebody mends it who has only the reason beside it to go by. */
function mended(row: readonly string[]): string[] {
  const [number = '', , name = '', , ...rest] = row
  const [mail = '', channel = '', state = '', product = '', words = ''] = rest
  const heard = words || 'あとから聞き取りました。取っ手が熱くなります。'
  return [number, '2025/3/1', name, '045-900-0000', mail, channel, state, product, heard]
}

async function workbook(name: string, row: (at: number) => string[]): Promise<string> {
  const rows = [heading, ...Array.from({ length: total }, (_, at) => row(at))]
  const file = join(folder, name)
  await writeXlsxFile(rows.map((row) => row.map((text) => ({ value: text, type: String })))).toFile(
    file,
  )
  return file
}

/** Chooses a file as somebody without a mouse does: Tab to the field, Space, and the browser's own dialog. */
async function bring(page: Page, file: string) {
  const field = page.getByLabel('ファイルを選ぶ')
  const opened: FileChooser[] = []
  page.once('filechooser', (chooser) => opened.push(chooser))
  // The browser looks out for its dialog a moment after it was asked to: until it comes, Space again.
  const open = async () => {
    if (opened.length > 0) return true
    await tabTo(field)
    await page.keyboard.press('Space')
    return false
  }
  await expect.poll(open, { interval: 1500, timeout: 60_000 }).toBe(true)
  await opened[0]?.setFiles(file)
  await page.getByRole('heading', { name: '列の割り当て' }).waitFor({ timeout: 60_000 })
}

async function choose(page: Page, label: string, wanted: string) {
  const select = page.getByLabel(label)
  await tabTo(select)
  for (let presses = 0; presses < 40; presses += 1) {
    if ((await select.locator('option:checked').textContent()) === wanted) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`${wanted} is no choice of ${label}`)
}

const countOf = async (page: Page) => {
  const { counts } = await ask<{ counts: { all: number } }>(page, '/api/complaints/views')
  return counts.all
}

async function check(page: Page) {
  await press(page.getByRole('button', { name: '取り込まずに確かめる' }))
}

/** So many lines become complaints; `meanwhile` looks on. */
async function take(page: Page, count: number, meanwhile = async () => {}) {
  const start = page.getByRole('button', { name: `${count.toLocaleString('ja')}件を取り込む` })
  await start.waitFor({ timeout: 120_000 })
  await press(start)
  await meanwhile()
  await page.getByText('取り込みが終わりました。').waitFor({ timeout: 560_000 })
}

it('Excelの5,000行のうち37行が読めなくても、確かめ、取り込み、37行を直して送り直せば、5,000件になる', async () => {
  expect(bad).toHaveLength(37)
  const page = await sit('fujii', '/settings?section=import')
  await giveMailbox(page, office.port, 0)
  await settled(page)
  const before = await countOf(page)
  await axe(page, '取り込み、何もないとき')
  await bring(page, await workbook('苦情台帳2025.xlsx', cells))
  await choose(page, '「品」の列', '商品・サービス')
  await write(page.getByLabel('割り当ての名前'), '毎月の台帳', 'Shift+Tab')
  await press(page.getByRole('button', { name: '割り当てを覚える' }))
  await page.getByText('「毎月の台帳」として覚えました。').waitFor()
  await check(page)
  await page.getByText('取り込めない 37', { exact: true }).waitFor({ timeout: 60_000 })
  await axe(page, '確かめたあと')
  expect(await countOf(page)).toBe(before)
  await take(page, total - 37, () => seesItMove(page))
  expect(await countOf(page)).toBe(before + total - 37)
  await axe(page, '終わったあと')
  await mendAndSendAgain(page)
  expect(await countOf(page)).toBe(before + total)
  await bringAllAgain(page)
  expect(await countOf(page)).toBe(before + total)
  const found = await ask<{ total: number }>(page, '/api/complaints?view=all&words=品目7')
  expect(found.total).toBeGreaterThan(0)
  await nobodyWasWrittenTo(page)
}, 900_000)

async function seesItMove(page: Page) {
  const progress = page.getByRole('progressbar', { name: /取り込みの進み/ })
  const moved = async () => Number(await progress.getAttribute('value'))
  await expect.poll(moved, { timeout: 60_000 }).toBeGreaterThan(37)
}

const reasons = ['お申し出の内容を書き足してください', '2025/2/30', 'いまより先', '電話番号']

async function mendAndSendAgain(page: Page) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    press(page.getByRole('button', { name: 'Excel（.xlsx）' })),
  ])
  expect(download.suggestedFilename()).toBe('苦情台帳2025_取り込めなかった行.xlsx')
  const sheet = await readWorkbook(await readFile(await download.path()))
  const columns = [...heading, '取り込めなかった理由']
  expect(sheet?.[0]).toEqual(columns)
  const refused = sheet?.slice(1) ?? []
  expect(refused).toHaveLength(37)
  for (const [at, row] of refused.entries()) expect(row.at(-1)).toContain(reasons[at % 4])
  const file = join(folder, '直した行.csv')
  const lines = refused.map((row) => [...mended(row), row.at(-1) ?? ''])
  await writeFile(file, `\uFEFF${[columns, ...lines].map((row) => row.join(',')).join('\r\n')}`)
  await bring(page, file)
  await choose(page, '「品」の列', '商品・サービス')
  await check(page)
  await take(page, 37)
}

/** Whoever mends the whole file and brings it again has every line here already. */
async function bringAllAgain(page: Page) {
  await press(page.getByRole('button', { name: '取り込みの一覧へ' }), 'Shift+Tab')
  await bring(
    page,
    await workbook('苦情台帳2025_直し.xlsx', (at) => (isBad(at) ? mended(cells(at)) : cells(at))),
  )
  await check(page)
  await page.getByText('すでにある 5,000', { exact: true }).waitFor({ timeout: 60_000 })
  expect(await page.getByRole('button', { name: /件を取り込む/ }).count()).toBe(0)
}

/** Of all of them only the one that comes by mail now is answered by mail. */
async function nobodyWasWrittenTo(page: Page) {
  const head = ['From: ima@example.jp', 'Subject: question', 'Message-ID: <ima@example.jp>']
  await arrive(page, head, '急須のふたが割れていました。')
  await expect.poll(() => office.posted.length, { timeout: 60_000 }).toBe(1)
  expect(office.posted[0]?.to).toEqual(['ima@example.jp'])
}

it.each([
  [1440, 'light'],
  [1024, 'dark'],
  [390, 'light'],
  [390, 'dark'],
] as const)('幅%iの%sでも、読めて、使える', async (width, scheme) => {
  const page = await sit('fujii', '/settings?section=import', { width, scheme })
  await settled(page)
  await axe(page, `取り込みの一覧 ${width}`)
  await page.getByRole('button', { name: /苦情台帳2025\.xlsx/ }).click()
  await page.getByRole('heading', { name: '一行ずつの結果' }).waitFor()
  await axe(page, `取り込みの結果 ${width}`)
  await page.getByRole('button', { name: '取り込みの一覧へ' }).click()
  const file = join(folder, '口コミ.csv')
  await writeFile(
    file,
    '投稿日,サイト,星,本文,受付経路,状況\n2026/10/1,食べログ,★☆☆☆☆,冷めた料理が出てきました,口コミ,未対応\n2026/10/2,地図,2,呼んでも誰も来ない,本社経由,完了\n',
  )
  await page.getByLabel('ファイルを選ぶ').setInputFiles(file)
  await page.getByRole('heading', { name: '列の割り当て' }).waitFor()
  expect(await page.getByLabel('「サイト」の列').inputValue()).toBe('site')
  await axe(page, `列の割り当て ${width}`)
})
