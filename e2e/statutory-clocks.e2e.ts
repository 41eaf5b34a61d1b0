import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { axe, ask, openHouse, press, receive, settled, write } from './desk.ts'
import { startNodes } from './world.ts'

const { sit, forgive } = await openHouse(await startNodes(1))

const words = '電気ケトルの取っ手が外れて、熱湯で手にやけどをしました。病院に行きます。'
const accident = '重大製品事故の報告'

const clocks = (page: Page) => page.getByRole('region', { name: /^期限/ })
const record = (page: Page) => page.getByRole('log', { name: '経過' })

async function openCase(page: Page, id: string) {
  await page.goto(`/complaints/${id}`)
  await settled(page)
  await clocks(page).getByText(accident, { exact: true }).first().waitFor()
}

/** Eight questions, one key each: hurt and ill yes, a sector not known yet, the others no. */
async function triage(page: Page) {
  await page.keyboard.press('q')
  const dialog = page.getByRole('dialog', { name: '確かめる' })
  const asked: string[] = []
  for (const key of ['1', '1', '2', '2', '2', '3', '2', '2']) {
    await dialog.getByText(`8のうち${asked.length + 1}つめ`).waitFor()
    asked.push(await dialog.getByRole('status').innerText())
    await page.keyboard.press(key)
  }
  await dialog.getByText('確かめ終わりました。').waitFor()
  await page.keyboard.press('ControlOrMeta+Enter')
  await dialog.waitFor({ state: 'detached' })
  return asked
}

async function start(page: Page) {
  await press(clocks(page).getByRole('button', { name: `「${accident}」を始める` }))
  const dialog = page.getByRole('dialog', { name: `${accident}：期限を始める` })
  const last = await dialog.getByRole('list', { name: '最後の日' }).innerText()
  await write(dialog.getByRole('textbox', { name: /^理由/ }), 'メールでやけどを知ったため')
  await page.keyboard.press('ControlOrMeta+Enter')
  await dialog.waitFor({ state: 'detached' })
  return last
}

async function finish(page: Page) {
  await press(clocks(page).getByRole('button', { name: '「事故の報告」が済んだ' }))
  const dialog = page.getByRole('dialog', { name: '事故の報告：済んだと記録する' })
  await write(dialog.getByRole('textbox', { name: /^何で済みましたか/ }), '消費者庁へWebで報告した')
  await page.keyboard.press('ControlOrMeta+Enter')
  await dialog.waitFor({ state: 'detached' })
}

async function assess(page: Page) {
  await page.keyboard.press('i')
  const dialog = page.getByRole('dialog', { name: '初期評価' })
  const hint: Locator = dialog.getByText(/記録からの案：/).first()
  await hint.waitFor()
  expect(await dialog.getByRole('radio', { checked: true }).count()).toBe(0)
  await press(dialog.getByRole('button', { name: '案をすべて写す' }))
  await write(
    dialog.getByRole('textbox', { name: /^すぐにすること/ }),
    '同じ型の販売を止めるか確かめる',
  )
  await write(dialog.getByRole('textbox', { name: /^そう見立てた理由/ }), 'やけどで受診される')
  await axe(page, '初期評価')
  await page.keyboard.press('ControlOrMeta+Enter')
  await dialog.waitFor({ state: 'detached' })
}

it('やけどの苦情で、確かめ、期限を始め、きょうに載り、済ませて残す。すべてキーボードで', async () => {
  const page = await sit('kobayashi', '/today')
  const id = await receive(page, words)
  await openCase(page, id)
  expect(await clocks(page).innerText()).toContain('お客様の言葉')
  const asked = await triage(page)
  expect(asked[0]).toMatch(/けが、煙や火/)
  expect(asked[0]).toContain(accident)
  await clocks(page).getByText('金融か電気通信のサービスについてですか').waitFor()
  await assess(page)

  const last = await start(page)
  const { clocks: running } = await ask<{ clocks: { stages: { dueOn: string }[] }[] }>(
    page,
    `/api/assessment/complaints/${id}/clocks`,
  )
  const due = running[0]?.stages[0]?.dueOn ?? ''
  const [, month, day] = due.split('-').map(Number)
  expect(last).toContain(`${month}/${day}`)
  await clocks(page).getByText(`${month}/${day}`).first().waitFor()
  await axe(page, '期限')

  await page.keyboard.press('g')
  await page.keyboard.press('t')
  const today = page.getByRole('region', { name: '期限', exact: true })
  await today.getByText(accident).first().waitFor()
  expect(await today.innerText()).toContain(`${month}/${day}`)
  await axe(page, 'きょう')

  await page.goto(`/hand-over/${id}`)
  const sheet = page.getByRole('article', { name: '引き継ぎ票' })
  const handed = sheet.getByRole('region', { name: '法令の期限' })
  await handed.getByText(accident).waitFor()
  expect(await handed.innerText()).toContain(`${month}/${day}`)
  await axe(page, '引き継ぎ票の期限')

  await openCase(page, id)
  await finish(page)
  await clocks(page)
    .getByText(/に済み/)
    .waitFor()
  const said = await record(page).innerText()
  expect(said).toMatch(/確かめました：けが.*はい/s)
  expect(said).toMatch(/期限を始めました：重大製品事故の報告.*メールでやけどを知ったため/s)
  expect(said).toMatch(/済みました：重大製品事故の報告の事故の報告.*消費者庁へWebで報告した/s)
})

it('過ぎた期限は、SVのきょうでも応対者のきょうでも、ほかのどの用事よりも上に立つ', async () => {
  const leader = await sit('sasaki', '/today')
  const id = await receive(leader, words)
  const start = { on: Temporal.Now.plainDateISO('Asia/Tokyo').subtract({ days: 20 }).toString() }
  const path = `/api/assessment/complaints/${id}/clocks/product-accident/start`
  const data = { id: crypto.randomUUID(), start, reason: '他部署が先に知っていた' }
  expect((await leader.request.put(path, { data })).status()).toBe(200)
  await leader.goto('/today')
  const over = leader.getByRole('region', { name: '期限が過ぎています' })
  await over.getByText(accident).first().waitFor()
  const below = leader.getByRole('complementary', { name: '待っている方' })
  await below.waitFor()
  const [first, second] = await Promise.all([over.boundingBox(), below.boundingBox()])
  expect((first?.y ?? 0) + (first?.height ?? 0)).toBeLessThanOrEqual(second?.y ?? 0)
  await axe(leader, '過ぎた期限のあるきょう')
})

it('「あたらない」はSVが決め、応対者には決められない', async () => {
  const operator = await sit('kobayashi', '/today')
  const id = await receive(operator, words)
  await openCase(operator, id)
  expect(
    await clocks(operator)
      .getByRole('button', { name: /あたらない/ })
      .count(),
  ).toBe(0)
  await clocks(operator).getByText('「あたらない」はSVか管理者が決めます。').waitFor()
  const leader = await sit('sasaki', '/today')
  await openCase(leader, id)
  await press(clocks(leader).getByRole('button', { name: `「${accident}」はあたらない` }))
  const dialog = leader.getByRole('dialog', { name: `${accident}：あたらないと記録する` })
  await write(dialog.getByRole('textbox', { name: /^理由/ }), '他社の製品だった')
  await leader.keyboard.press('ControlOrMeta+Enter')
  await dialog.waitFor({ state: 'detached' })
  await clocks(operator).getByText('他社の製品だった').waitFor()
})

it('管理者は定義を読み、読めない書き方は行を言って断られ、書いたものは残る', async () => {
  forgive(/status of 4\d\d/)
  const page = await sit('fujii', '/settings?section=clocks')
  await settled(page)
  await axe(page, '設定')
  await press(page.getByRole('button', { name: `「${accident}」の定義を開く` }))
  const dialog = page.getByRole('dialog', { name: `${accident}の定義` })
  const text = dialog.getByRole('textbox', { name: '定義' })
  await text.waitFor()
  const wrong = (await text.inputValue()).replace('unit: day', 'unit: week')
  await write(text, wrong)
  await write(dialog.getByRole('textbox', { name: /^変える理由/ }), '試し')
  await page.keyboard.press('ControlOrMeta+Enter')
  await dialog.getByText(/product-accident\.yaml:\d+/).waitFor()
  expect(await text.inputValue()).toBe(wrong)
  await axe(page, '定義')
})
