import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { readWorkbook } from '#platform/files/excel.ts'
import { ask, axe, openHouse, press, settled, tabTo, write } from './desk.ts'
import { startNodes } from './world.ts'

const folder = await mkdtemp(join(tmpdir(), 'uketome-import-screen-'))
afterAll(() => rm(folder, { recursive: true, force: true }))
const { sit } = await openHouse(await startNodes(1))

const total = 5000
const isBad = (at: number) => at % 135 === 100
const bad = Array.from({ length: total }, (_, at) => at).filter(isBad)

const heading = [
  '管理番号',
  '受付日',
  'お客様名',
  'ＴＥＬ',
  '受付経路',
  '対応状況',
  '品',
  '申告内容',
]
const faults = ['蓋が閉まりません', '音が鳴り続けます', '溶けて届きました', '縫い目がほどけました']

/** Four ways to be mistaken: no words, a day that is none, a day to come, a number that lacks digits. */
function cells(at: number): string[] {
  const day = `2025/${1 + (at % 12)}/${1 + (at % 28)}`
  const words = `${at + 1}番目に買った品の${faults[at % faults.length]}。返事をください。`
  const whole = [`K-${at + 1}`, day, `港 ${at}子`, `045-900-${1000 + (at % 9000)}`]
  const row = [...whole, at % 2 ? '電話' : 'メール', '対応済', `品目${at % 40}`, words]
  if (!isBad(at)) return row
  const mistake = bad.indexOf(at) % 4
  if (mistake === 0) row[7] = ''
  if (mistake === 1) row[1] = '2025/2/30'
  if (mistake === 2) row[1] = '2099/1/1'
  if (mistake === 3) row[3] = '045'
  return row
}

async function workbook(): Promise<string> {
  const rows = [heading, ...Array.from({ length: total }, (_, at) => cells(at))]
  const file = join(folder, '苦情台帳2025.xlsx')
  await writeXlsxFile(rows.map((row) => row.map((text) => ({ value: text, type: String })))).toFile(
    file,
  )
  return file
}

/** Chooses a file as somebody without a mouse does: Tab to the field, Space, and the browser's own dialog. */
async function bring(page: Page, file: string) {
  const field = page.getByLabel('ファイルを選ぶ')
  await tabTo(field)
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.keyboard.press('Space'),
  ])
  await chooser.setFiles(file)
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

async function checkAndTake(page: Page, count: number) {
  await press(page.getByRole('button', { name: '取り込まずに確かめる' }))
  const start = page.getByRole('button', { name: `${count.toLocaleString('ja')}件を取り込む` })
  await start.waitFor({ timeout: 120_000 })
  return start
}

it('Excelの5,000行のうち37行が読めなくても、確かめ、取り込み、37行を直して送り直せば、5,000件になる', async () => {
  expect(bad).toHaveLength(37)
  const page = await sit('fujii', '/settings?section=import')
  await settled(page)
  const before = await countOf(page)
  await axe(page, '取り込み、何もないとき')
  await bring(page, await workbook())
  await choose(page, '「品」の列', '商品・サービス')
  await write(page.getByLabel('割り当ての名前'), '毎月の台帳', 'Shift+Tab')
  await press(page.getByRole('button', { name: '割り当てを覚える' }))
  await page.getByText('「毎月の台帳」として覚えました。').waitFor()
  const start = await checkAndTake(page, total - 37)
  await page.getByText('取り込めない 37', { exact: true }).waitFor()
  await axe(page, '確かめたあと')
  expect(await countOf(page)).toBe(before)
  await press(start)
  const progress = page.getByRole('progressbar', { name: /取り込みの進み/ })
  await expect
    .poll(async () => Number(await progress.getAttribute('value')), { timeout: 60_000 })
    .toBeGreaterThan(37)
  await page.getByText('取り込みが終わりました。').waitFor({ timeout: 560_000 })
  expect(await countOf(page)).toBe(before + total - 37)
  await axe(page, '終わったあと')
  await mendAndSendAgain(page)
  expect(await countOf(page)).toBe(before + total)
  const found = await ask<{ total: number }>(page, '/api/complaints?view=all&words=品目7')
  expect(found.total).toBeGreaterThan(0)
}, 900_000)

async function mendAndSendAgain(page: Page) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    press(page.getByRole('button', { name: 'Excel（.xlsx）' })),
  ])
  expect(download.suggestedFilename()).toBe('苦情台帳2025_取り込めなかった行.xlsx')
  const sheet = await readWorkbook(await readFile(await download.path()))
  expect(sheet?.[0]).toEqual([...heading, '取り込めなかった理由'])
  const refused = sheet?.slice(1) ?? []
  expect(refused).toHaveLength(37)
  expect(refused.every((row) => (row[8] ?? '').length > 5)).toBe(true)
  const mended = refused.map((row) => [
    row[0] ?? '',
    '2025/3/1',
    row[2] ?? '',
    '045-900-0000',
    ...row.slice(4, 7),
    row[7] || 'あとから聞き取りました。取っ手が熱くなります。',
    row[8] ?? '',
  ])
  const file = join(folder, '直した行.csv')
  const lines = [[...heading, '取り込めなかった理由'], ...mended].map((row) => row.join(','))
  await writeFile(file, `\uFEFF${lines.join('\r\n')}`)
  await bring(page, file)
  await press(await checkAndTake(page, 37))
  await page.getByText('取り込みが終わりました。').waitFor({ timeout: 60_000 })
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
  await picture(page, `list-${width}-${scheme}`)
  await page.getByRole('button', { name: '苦情台帳2025.xlsx を開く' }).click()
  await page.getByRole('heading', { name: '一行ずつの結果' }).waitFor()
  await axe(page, `取り込みの結果 ${width}`)
  await picture(page, `run-${width}-${scheme}`)
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
  await picture(page, `mapping-${width}-${scheme}`)
})

async function picture(page: Page, name: string) {
  const to = process.env['UKETOME_PICTURES']
  if (to) await page.screenshot({ path: join(to, `import-${name}.png`), fullPage: true })
}
