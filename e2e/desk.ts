import axeCore from 'axe-core'
import type { AxeResults, RunOptions } from 'axe-core'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, expect } from 'vitest'
import { launchBrowser } from '#test/browser.ts'
import { demoPassword, staff } from '#test/cast.ts'
import type { UketomeNode } from './node.ts'

/** Who of the cast can sign in. */
export type Somebody = {
  [K in keyof typeof staff]: (typeof staff)[K] extends { email: string } ? K : never
}[keyof typeof staff]

export type Seat = {
  readonly node?: number
  readonly width?: 1440 | 1024 | 390
  readonly scheme?: 'light' | 'dark'
  /** The screens move as for somebody who has not asked for less of it. */
  readonly moves?: boolean
}

export type House = {
  /** Somebody of the cast, signed in, or a customer (null), before an open page. */
  readonly sit: (who: Somebody | null, path: string, seat?: Seat) => Promise<Page>
  /** What a journey provokes on purpose (a refused change, a cut line) may be logged by the browser. */
  readonly forgive: (...logged: RegExp[]) => void
}

const heights = { 1440: 900, 1024: 768, 390: 844 } as const

/** Chromium's own: it took a connection that the server had just closed. What was asked is asked again. */
const chromiumsOwn = /ERR_SOCKET_NOT_CONNECTED/

/**
 * A browser before these servers, for the journeys of one file: `const { sit } = await openHouse(await startNodes(1))`
 * at its top. A journey fails when something goes wrong behind its back: an error in a console, an exception.
 */
export async function openHouse(nodes: readonly UketomeNode[]): Promise<House> {
  const browser = await launchBrowser()
  const open: BrowserContext[] = []
  const troubles: string[] = []
  const signedIn = new Map<Somebody, Cookies>()
  let forgiven: RegExp[] = []
  afterAll(() => browser.close())
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await Promise.all(open.flatMap(pagesOf).map(tell))
    await Promise.all(open.splice(0).map((context) => context.close()))
    const [logged, known] = [troubles.splice(0), [...forgiven, chromiumsOwn]]
    forgiven = []
    const unexpected = logged.filter((text) => !known.some((pattern) => pattern.test(text)))
    expect(unexpected, 'what went wrong behind the screens').toEqual([])
  })
  return {
    forgive: (...logged) => void forgiven.push(...logged),
    async sit(who, path, { node = 0, width = 1440, scheme = 'light', moves = false } = {}) {
      const context = await browser.newContext({
        baseURL: nodes[node]?.url ?? '',
        viewport: { width, height: heights[width] },
        hasTouch: width === 390,
        colorScheme: scheme,
        locale: 'ja-JP',
        timezoneId: 'Asia/Tokyo',
        reducedMotion: moves ? 'no-preference' : 'reduce',
      })
      // A busy machine is slow, not wrong.
      context.setDefaultTimeout(90_000)
      open.push(context)
      const page = await context.newPage()
      listenTo(page, troubles)
      if (who) await signIn(page, who, signedIn)
      await page.goto(path)
      return page
    },
  }
}

const pagesOf = (context: BrowserContext) => context.pages()

/** What stood on the screens of a journey that failed. */
async function tell(page: Page) {
  const seen = await page.locator('body').innerText({ timeout: 5000 }).catch(String)
  console.error(`${page.url()} showed:\n${seen.slice(0, 3000)}`)
}

function listenTo(page: Page, troubles: string[]) {
  page.on('pageerror', (error) => troubles.push(`${page.url()}: ${error.stack ?? error.message}`))
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return
    troubles.push(`${page.url()}: ${message.text()} (${message.location().url})`)
  })
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>

/** Without the form, for journeys that are not about signing in; once, because nobody may try too often in a minute. */
async function signIn(page: Page, who: Somebody, known: Map<Somebody, Cookies>): Promise<void> {
  const context = page.context()
  await context.addCookies(known.get(who) ?? [])
  if (known.has(who) && (await page.request.get('/api/access/viewer')).ok()) return
  const data = { email: staff[who].email, password: demoPassword }
  const answer = await page.request.post('/api/access/auth/sign-in/email', { data })
  expect(answer.status(), `${staff[who].name} signs in`).toBe(200)
  known.set(who, await context.cookies())
}

/** What this person's screens would be answered. */
export async function ask<T = Record<string, unknown>>(page: Page, path: string): Promise<T> {
  const answer = await page.request.get(path)
  expect(answer.status(), path).toBe(200)
  return answer.json()
}

/** Somebody writes down a complaint that came by mail; answers with its id. */
export async function receive(page: Page, words: string): Promise<string> {
  const data = { id: crypto.randomUUID(), channel: 'mail', words, customer: {}, details: {} }
  const answer = await page.request.post('/api/intake/complaints', { data })
  expect(answer.status(), await answer.text()).toBe(200)
  return data.id
}

type Line = { readonly textContent: string }
type Written = { readonly value?: string; querySelectorAll(selector: string): ArrayLike<Line> }

/** What stands in a field, also in an editor, which is made of lines. */
export function textOf(field: Locator): Promise<string> {
  return field.evaluate((written: Written) => {
    const lines = Array.from(written.querySelectorAll('.cm-line'), (line) => line.textContent)
    return written.value ?? lines.join('\n')
  })
}

type Stroke = 'Tab' | 'Shift+Tab'

/** Walks there with the Tab key, as somebody without a mouse does. */
export async function tabTo(target: Locator, stroke: Stroke = 'Tab'): Promise<void> {
  await target.waitFor({ state: 'attached' })
  let found = await target.elementHandles()
  for (let presses = 0; presses < 200; presses += 1) {
    const reached = await Promise.all(found.map((each) => each.evaluate(whetherReached)))
    if (reached.includes('reached')) return
    // Looking by role reads the whole page: only again when the screen has drawn it anew.
    if (!reached.includes('ahead')) found = await target.elementHandles()
    else await target.page().keyboard.press(stroke)
  }
  throw new Error(`The Tab key never comes to ${String(target)}.`)
}

type OnScreen = { readonly isConnected: boolean; matches(selector: string): boolean }

function whetherReached(element: OnScreen): 'reached' | 'ahead' | 'gone' {
  if (!element.isConnected) return 'gone'
  return element.matches(':focus') ? 'reached' : 'ahead'
}

/** Presses a button, a link or a choice without a mouse. */
export async function press(target: Locator, stroke?: Stroke): Promise<void> {
  await tabTo(target, stroke)
  await target.page().keyboard.press('Enter')
}

/** Writes into a field without a mouse; what stood in it is replaced. */
export async function write(target: Locator, text: string, stroke?: Stroke): Promise<void> {
  await tabTo(target, stroke)
  const { keyboard } = target.page()
  await keyboard.press('ControlOrMeta+a')
  await keyboard.insertText(text)
}

/** Chooses one of a few answers side by side: Tab to the group, arrows within it. */
export async function choose(group: Locator, name: string, stroke: Stroke = 'Tab'): Promise<void> {
  const wanted = group.getByRole('radio', { name, exact: true })
  if (await wanted.isChecked()) return
  await tabTo(group.locator('input:checked'), stroke)
  for (let presses = 0; presses < 20 && !(await wanted.isChecked()); presses += 1)
    await group.page().keyboard.press('ArrowRight')
  expect(await wanted.isChecked(), `${name} is chosen`).toBe(true)
}

/** Keeps every promise that stands on this page, without a mouse. */
export async function keepPromises(page: Page, told: string): Promise<void> {
  const keep = page.getByRole('button', { name: /^守りました/ })
  for (let open = await keep.count(); open > 0; open -= 1) {
    await press(keep.first())
    const how = page.getByRole('dialog', { name: 'どのように守りましたか' })
    await how.waitFor()
    await page.keyboard.insertText(told)
    await page.keyboard.press('ControlOrMeta+Enter')
    await how.waitFor({ state: 'detached' })
    await expect.poll(() => keep.count()).toBe(open - 1)
  }
}

/** Nothing loads, fades in or moves any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('load')
  await page.locator('h1:not(:empty)').first().waitFor({ state: 'attached' })
  const loading = page.getByText(/^(読み込んでいます|Loading)$/).first()
  await loading.waitFor({ state: 'detached' })
  await page.evaluate('document.fonts.ready')
  await page.evaluate('Promise.allSettled(document.getAnimations().map((each) => each.finished))')
}

const standards: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
}

/** The page as it stands has nothing that axe finds against WCAG 2.2 AA or its own best practice. */
export async function axe(page: Page, where = page.url()): Promise<void> {
  expect(await findingsOf(page), `what axe finds on ${where}`).toEqual([])
}

export async function findingsOf(page: Page): Promise<string[]> {
  await settled(page)
  await page.evaluate(axeCore.source)
  const run = `axe.run(document, ${JSON.stringify(standards)})`
  const { violations } = await page.evaluate<AxeResults>(run)
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html, failureSummary }) =>
      [id, help, target.join(' '), html.slice(0, 300), failureSummary].join('\n  '),
    ),
  )
}
