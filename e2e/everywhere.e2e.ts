import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { ask, findingsOf, openHouse, press, settled, type Somebody } from './desk.ts'
import { startNodes } from './world.ts'

const { sit } = await openHouse(await startNodes(1))

const staffScreens = [
  '/today',
  '/inbox',
  '/promises',
  '/promises?show=broken',
  '/board',
  '/reviews',
  '/settings',
]

/** Whatever the settings lead to: a new section is looked at without being named here. */
async function settingsOf(who: Somebody): Promise<string[]> {
  const page = await sit(who, '/settings')
  await settled(page)
  const ways = page.getByRole('navigation', { name: '設定' }).getByRole('link')
  const found = await ways.evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  expect(found.length).toBeGreaterThan(15)
  return found.filter((path) => path !== null)
}

/** The screens of one case, for one that is with a supervisor, one whose promise was broken and one that is over. */
async function caseScreens(page: Page): Promise<string[]> {
  const ids = await Promise.all(
    ['escalated', 'broken', 'closed'].map((view) => firstOf(page, view)),
  )
  return [...ids.map((id) => `/complaints/${id}`), `/hand-over/${ids[0]}`, await liveCall(page)]
}

async function firstOf(page: Page, view: string): Promise<string> {
  type Found = { complaints: { id: string }[] }
  const { complaints } = await ask<Found>(page, `/api/complaints?view=${view}&limit=1`)
  expect(complaints, `the demo company has a complaint that is ${view}`).toHaveLength(1)
  return complaints[0]?.id ?? ''
}

async function liveCall(page: Page): Promise<string> {
  const { calls } = await ask<{ calls: { id: string }[] }>(page, '/api/intake/calls?mine=true')
  const id = calls[0]?.id ?? crypto.randomUUID()
  const data = { id, complaintId: await firstOf(page, 'broken'), continues: true }
  if (calls.length === 0) await page.request.post('/api/intake/calls', { data })
  return `/calls/${id}`
}

/** What sticks out to the right of the page or of its main part, in pixels. */
function overhang(page: Page): Promise<number[]> {
  return page
    .locator('html, main')
    .evaluateAll((parts) => parts.map((part) => part.scrollWidth - part.clientWidth))
}

/** How far the main part can be scrolled beyond the last thing that stands in it, in pixels. */
function emptyBelow(page: Page): Promise<number> {
  return page.locator('main').evaluate((main) => {
    const top = main.getBoundingClientRect().top - main.scrollTop
    const bottoms = [...main.children].map((part) => part.getBoundingClientRect().bottom - top)
    return main.scrollHeight - Math.max(main.clientHeight, ...bottoms)
  })
}

/** Every screen of the product: who looks at it, and its address. */
async function screens(withSettings: boolean): Promise<[Somebody | null, string][]> {
  const settings = withSettings ? await settingsOf('fujii') : []
  const page = await sit('sasaki', '/today')
  const ofSasaki = [...staffScreens, ...(await caseScreens(page))]
  return [
    [null, '/sign-in'],
    [null, '/form/demo'],
    ...ofSasaki.map((path): [Somebody, string] => ['sasaki', path]),
    ...settings.map((path): [Somebody, string] => ['fujii', path]),
  ]
}

it.for([
  [1440, 'light'],
  [1440, 'dark'],
  [390, 'light'],
  [390, 'dark'],
] as const)(
  'どの画面も、幅%i・%sで、axeの指摘がなく、横にはみ出さない',
  { timeout: 400_000 },
  async ([width, scheme]) => {
    const pages = new Map<Somebody | null, Page>()
    // The settings, each once in the light and once in the dark.
    for (const [who, path] of await screens((width === 390) === (scheme === 'dark'))) {
      const page = pages.get(who) ?? (await sit(who, path, { width, scheme }))
      if (pages.has(who)) await page.goto(path)
      pages.set(who, page)
      const where = `${path} at ${width}, ${scheme}`
      expect.soft(await findingsOf(page), `what axe finds on ${where}`).toEqual([])
      expect.soft(Math.max(...(await overhang(page))), `${where} sticks out`).toBeLessThanOrEqual(0)
      expect.soft(await emptyBelow(page), `${where} goes on, empty`).toBeLessThanOrEqual(64)
    }
  },
)

it('どの画面でも、Tabの一つめで本文へ移り、Ctrl+Kと ? が開き、Escで戻る', async () => {
  const page = await sit('sasaki', '/today')
  for (const path of [...staffScreens, ...(await caseScreens(page)).slice(0, -1)]) {
    await page.goto(path)
    await settled(page)
    await page.keyboard.press('Tab')
    const focused = page.locator(':focus')
    expect.soft(await focused.innerText(), `${path}: first Tab`).toBe('本文へ移動')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    const inMain = page.locator('main :focus')
    expect.soft(await inMain.count(), `${path}: Tab after the skip link is in main`).toBe(1)
    await opensAndShuts(page, 'ControlOrMeta+k', 'コマンドを探す')
    await opensAndShuts(page, '?', 'キーボードショートカット')
  }
})

async function opensAndShuts(page: Page, keys: string, name: string) {
  await page.evaluate('document.activeElement.blur()')
  await page.keyboard.press(keys)
  const dialog = page.getByRole('dialog', { name })
  await dialog.waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
}

it.for([
  ['ControlOrMeta+k', 'light'],
  ['ControlOrMeta+k', 'dark'],
  ['?', 'light'],
  ['?', 'dark'],
] as const)('%s で開くものにも、%sで、axeの指摘がない', async ([keys, scheme]) => {
  const page = await sit('matsui', '/today', { scheme })
  await settled(page)
  await page.keyboard.press(keys)
  await page.getByRole('dialog').waitFor()
  expect(await findingsOf(page)).toEqual([])
})

const japanese = /[\u3041-\u30ff\u3400-\u9fff]/

/** Texts, names and tips that belong to the product and not to what people wrote. */
async function spokenByTheShell(page: Page): Promise<string[]> {
  const parts = page.locator('header[data-print], nav, [role=dialog], a[href="#main"]')
  const texts = await parts.evaluateAll((found) =>
    found.flatMap((part) =>
      [part, ...part.querySelectorAll('*')].flatMap((each) => [
        ...['aria-label', 'title', 'placeholder'].map((name) => each.getAttribute(name) ?? ''),
        ...[...each.childNodes].map((node) => (node.nodeType === 3 ? node.textContent : '')),
      ]),
    ),
  )
  return texts.filter((text: string) => japanese.test(text))
}

/** Of people and desks. */
async function namesOf(page: Page): Promise<string[]> {
  type Named = { name: string }[]
  const { members } = await ask<{ members: Named }>(page, '/api/access/members')
  const { desks } = await ask<{ desks: Named }>(page, '/api/assignment/desks')
  return [...members, ...desks].map(({ name }) => name)
}

it('英語に切り替えると、画面の枠に日本語が残らない', async () => {
  const page = await sit('sasaki', '/today')
  const paths = [...staffScreens, ...(await caseScreens(page))]
  await settled(page)
  await press(page.getByRole('button', { name: '佐々木 恵さんのメニュー' }))
  await page.getByRole('menuitem', { name: 'English' }).waitFor()
  while (
    (await page.getByRole('menuitem', { name: 'English' }).and(page.locator(':focus')).count()) ===
    0
  )
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: 'Main menu' }).waitFor()
  // What people are called, and the way back for those who cannot read English.
  const kept = new RegExp(['佐', '日本語', ...(await namesOf(page))].join('|'), 'u')
  for (const path of paths) {
    await page.goto(path)
    await settled(page)
    const shell = (await spokenByTheShell(page)).filter((text) => !kept.test(text))
    expect.soft(shell, `Japanese in the shell of ${path}`).toEqual([])
    expect.soft(await page.locator('html').getAttribute('lang')).toBe('en')
  }
  for (const [keys, name] of [
    ['ControlOrMeta+k', 'Find a command'],
    ['?', 'Keyboard shortcuts'],
  ] as const) {
    await page.goto('/today')
    await settled(page)
    await page.keyboard.press(keys)
    await page.getByRole('dialog', { name }).waitFor()
    const said = (await spokenByTheShell(page)).filter((text) => !kept.test(text))
    expect.soft(said, name).toEqual([])
  }
})

it('動きを控える人の画面は、動かない', async () => {
  const longest = async (moves: boolean) => {
    const page = await sit('matsui', '/today', { moves })
    await settled(page)
    await page.keyboard.press('ControlOrMeta+k')
    await page.getByRole('dialog').waitFor()
    const seconds = await page.locator('*').evaluateAll((all) =>
      all.flatMap((each) => {
        const style = each.ownerDocument.defaultView.getComputedStyle(each)
        const given: string = `${style.transitionDuration}, ${style.animationDuration}`
        return given.split(', ').map((text) => Number.parseFloat(text) || 0)
      }),
    )
    return Math.max(...seconds)
  }
  expect(await longest(false)).toBeLessThan(0.001)
  expect(await longest(true)).toBeGreaterThan(0.05)
})
