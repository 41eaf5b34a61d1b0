import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import Encoding from 'encoding-japanese'
import type { Page } from 'playwright-core'
import { afterAll, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { ask, openHouse, press, settled, write } from './desk.ts'
import { startNode } from './node.ts'

const folder = await mkdtemp(join(tmpdir(), 'uketome-import-'))
afterAll(() => rm(folder, { recursive: true, force: true }))
const database = await testDatabase()
const settings = { UKETOME_DATA: join(folder, 'data'), DATABASE_URL: database.url }
const node = await startNode(settings)
afterAll(() => node.stop())
const { sit } = await openHouse([node])

/** The command as it is typed, beside the server that goes on running. */
async function uketome(...told: string[]): Promise<{ printed: string[]; complained: string }> {
  const command = ['src/app/cli.ts', 'import', ...told]
  const env = { PATH: process.env['PATH'], ...settings }
  const cwd = join(import.meta.dirname, '..')
  const most = { maxBuffer: 10_000_000 }
  const said = await promisify(execFile)(process.execPath, command, { cwd, env, ...most })
  return { printed: said.stdout.trim().split('\n'), complained: said.stderr }
}

const things = [
  ['電気ケトル', '注ぎ口から湯がもれます', 'やけどをしそうになりました'],
  ['折りたたみ傘', '一度使っただけで骨が曲がりました', '返品をお願いしましたが返事がありません'],
  ['羽毛布団', '縫い目から羽が出てきます', '修理に出したら、もっとひどくなって戻りました'],
  ['卓上加湿器', '夜中に勝手に止まります', '窓口の方に「仕様です」とだけ言われました'],
  ['子ども用の椅子', 'ねじがはずれて座面が傾きました', '責任のある方から説明してください'],
  ['冷凍餃子', '溶けて届いて食べられません', '全額返してください'],
  ['炊飯器', 'ふたが閉まりません', '買い替えの費用を出してもらえますか'],
  ['掃除機', '焦げたにおいがして煙が出ました', '家族が驚いています'],
  ['通販の定期便', '解約したのに引き落とされています', '三度も同じ話をさせられました'],
  ['革の手袋', '色が落ちて服が汚れました', '弁償してください'],
] as const
const shops = ['港北店', '丸の内店', '通販', '桜木町店', '豊橋店']

/** Complaints as a company may keep them: each with words of its own by which it can be found. */
const complaints = Array.from({ length: 200 }, (_, index) => {
  const [product, fault, more] = things[index % things.length] ?? things[0]
  const day = `2026/${1 + (index % 9)}/${1 + (index % 28)}`
  const shop = shops[Math.floor(index / things.length) % shops.length]
  const mark = `控え${String.fromCodePoint(0x3041 + (index % 80))}${1000 + index}`
  const text = `${day}に${shop}で買った${product}ですが、${fault}。${more}。${mark}です。`
  return { mark, row: { 管理番号: `K-${index + 1}`, 受付日: day, 商品名: product, 申告内容: text } }
})
const half = complaints.length / 2
const inJson = complaints.slice(0, half)
const inCsv = complaints.slice(half)

async function files() {
  const json = join(folder, '過去の苦情.json')
  await writeFile(
    json,
    JSON.stringify({ source: '旧システム', complaints: inJson.map((c) => c.row) }),
  )
  const csv = join(folder, '過去の苦情.csv')
  const heading = Object.keys(inCsv[0]?.row ?? {}).join(',')
  const lines = [heading, ...inCsv.map(({ row }) => Object.values(row).join(','))].join('\r\n')
  const codes = Encoding.stringToCode(lines)
  const cp932 = Encoding.convert(codes, { from: 'UNICODE', to: 'SJIS', fallback: 'error' })
  await writeFile(csv, new Uint8Array(cp932))
  return { json, csv }
}

const countOf = async (page: Page) => {
  const { counts } = await ask<{ counts: { all: number } }>(page, '/api/complaints/views')
  return counts.all
}

it('過去の苦情をJSONとCP932のCSVから取り込むと、受信箱に並び、言葉で見つかり、どれにも次の一手がある', async () => {
  const page = await sit('matsui', '/inbox?view=all')
  await settled(page)
  const before = await countOf(page)
  const { json, csv } = await files()
  const first = await uketome(json)
  expect(first.printed).toHaveLength(half + 1)
  expect(first.printed[0]).toMatch(/^1行目　取り込み U26-\d+/)
  expect(first.printed.at(-1)).toContain(`取り込み ${half} 件、すでにあるもの 0 件`)
  const second = await uketome(csv)
  expect(second.complained).toContain('CP932')
  expect(second.complained).toContain('words ← 申告内容')
  expect(second.printed.at(-1)).toContain(`取り込み ${half} 件、すでにあるもの 0 件`)
  for (const file of [json, csv]) {
    const again = await uketome(file)
    expect(again.printed.at(-1)).toContain(`取り込み 0 件、すでにあるもの ${half} 件`)
  }

  const all = before + complaints.length
  expect(await countOf(page)).toBe(all)
  await page.getByRole('button', { name: `すべて ${all.toLocaleString('ja')}` }).waitFor()
  await findsByWords(page)
  await eachHasItsMove(page)
})

/** In the browser, by words that only this complaint has, and by words that a tenth of them share. */
async function findsByWords(page: Page) {
  const search = page.getByRole('textbox', { name: '受信箱を探す' })
  const found = page.getByRole('search').getByRole('status')
  await write(search, '焦げたにおい')
  await found.getByText(`${complaints.length / things.length}件`, { exact: true }).waitFor()
  for (const { mark, row } of [inJson[17], inCsv[62]].filter((each) => each !== undefined)) {
    await write(search, mark)
    await found.getByText('1件', { exact: true }).waitFor()
    await press(page.getByRole('list', { name: '苦情の一覧' }).getByRole('link'))
    await page.getByRole('log', { name: '経過' }).getByText(row.申告内容).waitFor()
    await page.goto('/inbox?view=all')
    await settled(page)
  }
}

type Lines = { complaints: { id: string; subject: string }[] }
type Guidance = { current: { goal: string; urgency: string } | null }

async function eachHasItsMove(page: Page) {
  const of = async (words: string) => {
    const query = new URLSearchParams({ view: 'all', words, limit: '200' })
    return (await ask<Lines>(page, `/api/complaints?${query.toString()}`)).complaints
  }
  const taken = await of('控え')
  expect(taken).toHaveLength(complaints.length)
  const dangerous = new Set((await of('焦げたにおい')).map(({ id }) => id))
  const goals = new Map<string, number>()
  for (const { id, subject } of taken) {
    const { current } = await ask<Guidance>(page, `/api/guide/complaints/${id}`)
    expect(current, subject).not.toBeNull()
    const { goal, urgency } = current ?? { goal: '', urgency: '' }
    // What smokes is asked about first.
    const isFirst = urgency === 'safety' || !dangerous.has(id)
    expect(isFirst, `${urgency}: ${subject}`).toBe(true)
    goals.set(goal, (goals.get(goal) ?? 0) + 1)
  }
  console.log('moves of what was imported:', Object.fromEntries(goals))
}
