import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { axe, openHouse, press, settled, tabTo, write } from './desk.ts'
import { startNodes } from './world.ts'

const { sit, forgive } = await openHouse(await startNodes(1))

const dialog = (page: Page) => page.getByRole('dialog', { name: /^会社の言葉を/ })
const preview = (page: Page) => page.getByRole('region', { name: 'ためした結果' })
const list = (page: Page) => page.getByRole('list', { name: '加えた言葉' })
const field = (page: Page, name: string) => dialog(page).getByRole('textbox', { name, exact: true })

async function cuesOf(page: Page, text: string): Promise<string[]> {
  const data = { speaker: 'customer', text }
  const answer = await page.request.post('/api/language/listen', { data })
  const { cues }: { cues: { code: string }[] } = await answer.json()
  return cues.map(({ code }) => code)
}

/** A list of the browser's own: arrows choose in it. */
async function chooseCode(page: Page, code: string) {
  const select = dialog(page).getByRole('combobox', { name: '何として扱うか' })
  await tabTo(select, 'Shift+Tab')
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await select.inputValue()) === code) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`${code} cannot be chosen.`)
}

it('管理者が会社の言葉を加え、ためし、直し、外す。すべてキーボードで', async () => {
  forgive(/status of 422/)
  const page = await sit('fujii', '/settings?section=company-words')
  await settled(page)
  await page.getByText('まだ会社の言葉はありません').waitFor()
  await axe(page, '会社の言葉、まだないとき')
  expect(await cuesOf(page, 'パンダさんはいるの')).not.toContain('asks_supervisor')

  await page.keyboard.press('n')
  await dialog(page).waitFor()
  await chooseCode(page, 'asks_supervisor')
  await write(field(page, '言い回し'), 'パンダさん')
  await write(field(page, '理由'), '店では責任者をこう呼ぶお客様が多いため')
  await write(field(page, '光るはずの文'), 'ﾊﾟﾝﾀﾞさんはいるの')
  await write(field(page, '光らないはずの文'), 'パンダさんの絵のお皿です')

  // The result is there while one types, and the server says the same.
  await preview(page).getByText('2文のうち1文が、狙いどおりではありません。').waitFor()
  await preview(page).locator('mark').first().waitFor()
  await axe(page, '会社の言葉、狙いと違うとき')
  await page.keyboard.press('ControlOrMeta+Enter')
  const refused = dialog(page).getByRole('alert')
  await refused.getByText(/パンダさんの絵のお皿です.*光らないはず/u).waitFor()
  expect(await list(page).count()).toBe(0)

  await write(
    field(page, '光らないはずの文'),
    'パンダさんでなくて結構です\nパンダの絵のお皿です',
    'Shift+Tab',
  )
  await preview(page).getByText('3文すべてが狙いどおりです。').waitFor()
  await page.keyboard.press('ControlOrMeta+Enter')
  await dialog(page).waitFor({ state: 'detached' })
  const entry = list(page).getByRole('listitem').first()
  await entry.getByText('合図：上司を出せ').waitFor()
  await entry.getByText('すべて狙いどおり').waitFor()
  await entry.getByText('藤井 直子が変更').waitFor()
  await axe(page, '会社の言葉')
  expect(await cuesOf(page, 'パンダさんはいるの')).toContain('asks_supervisor')

  await press(page.getByRole('button', { name: '「パンダさん」を直す' }))
  await dialog(page).waitFor()
  await write(field(page, '言い回し'), 'パンダさん\nパンダ店長')
  await page.keyboard.press('ControlOrMeta+Enter')
  await dialog(page).waitFor({ state: 'detached' })
  await entry.getByText('「パンダさん」 「パンダ店長」').waitFor()

  await press(page.getByRole('button', { name: /^変更の記録/ }))
  await page.getByText('藤井 直子が「パンダさん」を加えました。').waitFor()
  await page.getByText('藤井 直子が「パンダさん」「パンダ店長」に直しました。').waitFor()

  await press(page.getByRole('button', { name: '「パンダさん」を外す' }))
  await page.getByText('まだ会社の言葉はありません').waitFor()
  expect(await cuesOf(page, 'パンダさんはいるの')).not.toContain('asks_supervisor')
  // Undo instead of a question.
  await press(page.getByRole('button', { name: '元に戻す' }))
  await entry.getByText('「パンダさん」 「パンダ店長」').waitFor()
})

it('加えた言葉は、応対の画面で打つそばから光り、応対ナビにも届く', async () => {
  const admin = await sit('fujii', '/settings?section=company-words')
  const words = { code: 'asks_supervisor', phrases: ['ミケ長'], why: '' }
  const tests = { mustLight: ['ミケ長はいるの'], mustNotLight: ['三毛猫の絵です'] }
  const excuse = { code: 'excuse', phrases: ['便の都合'], why: '届いた日を調べて、お伝えします。' }
  const tries = { mustLight: ['便の都合です。'], mustNotLight: ['便がございます。'] }
  for (const data of [
    { ...words, ...tests },
    { ...excuse, ...tries },
  ]) {
    const path = `/api/language/company-words/${crypto.randomUUID()}`
    const saved = await admin.request.put(path, { data })
    expect(saved.status(), await saved.text()).toBe(200)
  }

  const page = await sit('matsui', '/today', { width: 1024, scheme: 'dark' })
  await settled(page)
  await page.keyboard.press('F2')
  await page.waitForURL('**/calls/*')
  const line = page.getByRole('textbox', { name: 'メモ' })
  await tabTo(line, 'Shift+Tab')
  await page.keyboard.insertText('ミケ長はいるの')
  await page.getByText('聞こえた合図：上司を出せ').waitFor()
  await page.keyboard.press('Enter')
  const log = page.getByRole('log', { name: 'この通話のメモ' })
  await log.locator('mark').getByText('ミケ長').waitFor()
  const guide = page.getByRole('region', { name: '応対ナビ' })
  await guide.getByText('上司を出せ').first().waitFor()
  // Our own words are held to the company's, too.
  await page.keyboard.press('Alt+s')
  await page.keyboard.insertText('便の都合で遅れております。')
  await page.getByText('言い訳「便の都合」：届いた日を調べて、お伝えします。').waitFor()
  await axe(page, '会社の言葉が光る通話')
  await page.keyboard.press('F10')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('2')
  await page.getByRole('heading', { name: /おつかれさまでした/ }).waitFor()
})

it.each([
  { width: 1024, scheme: 'dark' },
  { width: 390, scheme: 'light' },
] as const)('狭い画面でも、会社の言葉を加えられる：$width $scheme', async (seat) => {
  const page = await sit('fujii', '/settings?section=company-words', seat)
  await settled(page)
  await press(page.getByRole('button', { name: '言葉を加える' }))
  await dialog(page).waitFor()
  await chooseCode(page, 'excuse')
  await write(field(page, '言い回し'), '便の都合')
  await write(field(page, '光るはずの文'), '便の都合で遅れました。')
  await write(field(page, '光らないはずの文'), '「便の都合」とのお言葉を伺いました。')
  await preview(page).getByText('2文すべてが狙いどおりです。').waitFor()
  await axe(page, `会社の言葉を加える ${seat.width}`)
  await page.keyboard.press('Escape')
  const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
  expect(await page.evaluate(overflow)).toBe(0)
})

it('管理者でない人の設定には、会社の言葉はない', async () => {
  const page = await sit('matsui', '/settings?section=company-words')
  await settled(page)
  expect(await page.getByRole('link', { name: '会社の言葉' }).count()).toBe(0)
})
