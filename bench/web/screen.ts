import { join } from 'node:path'
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { demoPassword, staff } from '../../test/cast.ts'

/** Frames of a while: milliseconds between them, and what the list lacked in them. */
type Frames = {
  readonly gaps: readonly number[]
  /** Frames with a place without a line, and the longest time in milliseconds that one stood. */
  readonly blank: number
  readonly longestBlank: number
  /** Milliseconds at the end of what was loaded, though there was more. */
  readonly stopped: number
}

/** A page whose frames and keys are watched (watch.js). */
export type Screen = {
  readonly page: Page
  readonly devtools: CDPSession
  /** Milliseconds of each interaction since last asked; browsers tell of none below 16 ms. */
  readonly interactions: () => Promise<number[]>
  readonly loaded: () => Promise<{ readonly largest: number; readonly firstRow: number }>
  /** Milliseconds from the first key or press of the deed to the frame with `selector` under `path`, painted. */
  readonly until: (selector: string, path: string, deed: () => Promise<void>) => Promise<number>
  readonly frames: (deed: () => Promise<void>) => Promise<Frames>
  /** The line that stands first in the list: its id, and the how-manieth of how many it is. */
  readonly place: () => Promise<{ readonly id: string; readonly at: number; readonly of: number }>
  /** MiB of the heap and nodes of the page, after the garbage was collected. */
  readonly weight: () => Promise<{ readonly heap: number; readonly nodes: number }>
  /** How many answers of the server were asked for since last asked. */
  readonly asked: () => number
}

/** Signed in once (nobody may too often in a minute); each screen is fresh, with an empty cache. */
export async function screensOf(browser: Browser, url: string, slow: number) {
  const japanese = {
    baseURL: url,
    viewport: { width: 1440, height: 900 },
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
  }
  const first = await browser.newContext(japanese)
  const data = { email: staff.sasaki.email, password: demoPassword }
  const answer = await first.request.post('/api/access/auth/sign-in/email', { data })
  if (!answer.ok()) throw new Error(`sign-in: ${answer.status()} ${await answer.text()}`)
  const storageState = await first.storageState()
  await first.close()
  return async () => watched(await browser.newContext({ ...japanese, storageState }), slow)
}

async function watched(context: BrowserContext, slow: number): Promise<Screen> {
  const page = await context.newPage()
  await page.addInitScript({ path: join(import.meta.dirname, 'watch.js') })
  const devtools = await context.newCDPSession(page)
  await devtools.send('Performance.enable')
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slow })
  return screenOf(page, devtools)
}

function screenOf(page: Page, devtools: CDPSession): Screen {
  let requests = 0
  page.on('request', (request) => (requests += request.url().includes('/api/') ? 1 : 0))
  return {
    page,
    devtools,
    interactions: () => page.evaluate<number[]>('watch.taken()'),
    loaded: () => page.evaluate('watch.loaded()'),
    place: () => page.evaluate('watch.place()'),
    weight: () => weightOf(devtools),
    asked: () => {
      const since = requests
      requests = 0
      return since
    },
    async until(selector, path, deed) {
      await page.evaluate(`watch.arm(${JSON.stringify(selector)}, ${JSON.stringify(path)})`)
      await deed()
      return page.evaluate<number>('watch.landed()')
    },
    async frames(deed) {
      await page.evaluate('watch.begin()')
      await deed()
      return page.evaluate<Frames>('watch.end()')
    },
  }
}

async function weightOf(devtools: CDPSession) {
  await devtools.send('HeapProfiler.collectGarbage')
  const { metrics } = await devtools.send('Performance.getMetrics')
  const of = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? 0
  return { heap: of('JSHeapUsedSize') / 2 ** 20, nodes: of('Nodes') }
}
