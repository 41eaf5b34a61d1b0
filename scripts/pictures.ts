/**
 * Pictures of every screen with the demo company, at three widths, light and dark: `npm run pictures [folder] [screen …]`.
 * The screens must have been built (`npm run build`).
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { startNode } from '../e2e/node.ts'
import { demoPassword, staff } from '../test/cast.ts'
import { launchBrowser } from '../test/browser.ts'

const [folder = 'docs/pictures', ...only] = process.argv.slice(2)
const widths = { 1440: 900, 1024: 768, 390: 844 }

type Screen = { name: string; open: (page: Page, desk: Desk) => Promise<unknown>; isPublic?: true }
type Desk = { url: string; complaintOf: (words: string) => Promise<string>; callId: string }

const screens: readonly Screen[] = [
  { name: 'sign-in', isPublic: true, open: (page, { url }) => page.goto(`${url}/sign-in`) },
  { name: 'form', isPublic: true, open: (page, { url }) => page.goto(`${url}/form/demo`) },
  { name: 'today', open: (page, { url }) => page.goto(`${url}/today`) },
  { name: 'inbox', open: (page, { url }) => page.goto(`${url}/inbox`) },
  { name: 'case', open: (page, desk) => openCase(page, desk, '折り返しがない') },
  { name: 'case-hard', open: (page, desk) => openCase(page, desk, '海鮮しゃぶしゃぶ') },
  { name: 'call', open: (page, { url, callId }) => page.goto(`${url}/calls/${callId}`) },
  {
    name: 'hand-over',
    open: async (page, { url, complaintOf }) =>
      page.goto(`${url}/hand-over/${await complaintOf('定期便 引き落とされた')}`),
  },
  { name: 'promises', open: (page, { url }) => page.goto(`${url}/promises`) },
  { name: 'settings', open: (page, { url }) => page.goto(`${url}/settings`) },
]

const data = await mkdtemp(join(tmpdir(), 'uketome-pictures-'))
const node = await startNode({ UKETOME_DATA: data })
const browser = await launchBrowser()
try {
  await mkdir(folder, { recursive: true })
  for (const scheme of ['light', 'dark'] as const) {
    for (const [width, height] of Object.entries(widths)) await take(Number(width), height, scheme)
  }
} finally {
  await browser.close()
  await node.stop()
  await rm(data, { recursive: true, force: true })
}

async function take(width: number, height: number, scheme: 'light' | 'dark') {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await signIn(page)
  const desk = await openDesk(page)
  for (const { name, open } of screens) {
    if (only.length > 0 && !only.includes(name)) continue
    await open(page, desk)
    // The stream of live updates never ends, so the network is never idle.
    await page.waitForLoadState('load')
    await page.waitForTimeout(1500)
    const path = join(folder, `${name}-${width}-${scheme}.png`)
    await page.screenshot({ path })
    console.log(path)
  }
  await context.close()
}

async function signIn(page: Page) {
  const answer = await page.request.post(`${node.url}/api/access/auth/sign-in/email`, {
    data: { email: staff.sasaki.email, password: demoPassword },
  })
  if (!answer.ok()) throw new Error(`sign-in: ${answer.status()} ${await answer.text()}`)
}

async function openDesk(page: Page): Promise<Desk> {
  const complaintOf = async (words: string) => {
    const answer = await page.request.get(`${node.url}/api/complaints`, {
      params: { view: 'all', words },
    })
    const { complaints } = await answer.json()
    if (!complaints[0]) throw new Error(`no complaint says ${words}`)
    return complaints[0].id
  }
  return { url: node.url, complaintOf, callId: await liveCall(page, complaintOf) }
}

/** One live call, the same for all pictures: the second call about the broken bottle goes on. */
async function liveCall(page: Page, complaintOf: Desk['complaintOf']): Promise<string> {
  const live = await page.request.get(`${node.url}/api/intake/calls`, { params: { mine: 'true' } })
  const { calls } = await live.json()
  if (calls[0]) return calls[0].id
  const id = crypto.randomUUID()
  const complaintId = await complaintOf('折り返しがない')
  const data = { id, complaintId, continues: true, phone: '090-0000-1101' }
  const started = await page.request.post(`${node.url}/api/intake/calls`, { data })
  if (!started.ok()) throw new Error(`call: ${started.status()} ${await started.text()}`)
  return id
}

async function openCase(page: Page, { url, complaintOf }: Desk, words: string) {
  await page.goto(`${url}/complaints/${await complaintOf(words)}`)
}
