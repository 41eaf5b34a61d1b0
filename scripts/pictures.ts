/**
 * Pictures of every screen with the demo company, at three widths, light and dark: `npm run pictures [folder] [screen …]`.
 * A screen says in whose session it is seen.
 * The screens must have been built (`npm run build`).
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import sharp from 'sharp'
import { startNode } from '../e2e/node.ts'
import { demoPassword, staff } from '../test/cast.ts'
import { launchBrowser } from '../test/browser.ts'
import { letterScreens } from './picture-letters.ts'

const [folder = 'docs/pictures', ...only] = process.argv.slice(2)
const widths = { 1440: 900, 1024: 768, 390: 844 }

type Somebody = 'sasaki' | 'fujii' | 'matsui' | 'mori' | 'ishida'
export type Screen = {
  name: string
  open: (page: Page, desk: Desk) => Promise<unknown>
  /** A supervisor's when left out; null: nobody is signed in. */
  by?: Somebody | null
}
export type Desk = {
  url: string
  complaintOf: (words: string) => Promise<string>
  callId: string
  watchedId: string
}

const screens: readonly Screen[] = [
  { name: 'sign-in', by: null, open: (page, { url }) => page.goto(`${url}/sign-in`) },
  { name: 'form', by: null, open: (page, { url }) => page.goto(`${url}/form/demo`) },
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
  { name: 'customer', open: openCustomer },
  { name: 'approvals', open: (page, { url }) => page.goto(`${url}/approvals`) },
  { name: 'promises', open: (page, { url }) => page.goto(`${url}/promises`) },
  { name: 'settings', open: (page, { url }) => page.goto(`${url}/settings`) },
  { name: 'settings-admin', by: 'fujii', open: (page, { url }) => page.goto(`${url}/settings`) },
  { name: 'rules', by: 'fujii', open: (page, { url }) => page.goto(`${url}/remedies`) },
  { name: 'rules-gaps', by: 'fujii', open: openGaps },
  { name: 'rules-trial', by: 'fujii', open: openTrial },
  { name: 'desks', open: (page, { url }) => page.goto(`${url}/settings?section=desks`) },
  { name: 'paper', open: (page, { url }) => page.goto(`${url}/paper`) },
  { name: 'reviews', open: (page, { url }) => page.goto(`${url}/reviews`) },
  { name: 'playbooks', open: (page, { url }) => page.goto(`${url}/settings?section=playbooks`) },
  { name: 'words', open: (page, { url }) => page.goto(`${url}/settings?section=company-words`) },
  { name: 'board', open: (page, { url }) => page.goto(`${url}/board`) },
  ...letterScreens,
  { name: 'consultation', by: 'mori', open: openConsultation },
  { name: 'consultation-own', open: (page, { url }) => page.goto(`${url}/consultation`) },
  { name: 'consult', by: null, open: (page, { url }) => page.goto(`${url}/consult/demo`) },
  { name: 'protection', open: openProtection },
  { name: 'harassment', open: openConduct },
  {
    name: 'contact-plan',
    open: (page, { url }) => page.goto(`${url}/settings?section=contact-plans`),
  },
  { name: 'visits', open: (page, { url }) => page.goto(`${url}/visits`) },
  { name: 'visit-phone', by: 'ishida', open: (page, { url }) => page.goto(`${url}/visit/`) },
  { name: 'care', by: 'matsui', open: (page, { url }) => page.goto(`${url}/care`) },
  { name: 'watch', open: (page, { url, watchedId }) => page.goto(`${url}/board/${watchedId}`) },
]

const japanese = {
  locale: 'ja-JP',
  timezoneId: 'Asia/Tokyo',
  reducedMotion: 'reduce',
} as const
const sessions = new Map<Somebody, Awaited<ReturnType<BrowserContext['storageState']>>>()
const data = await mkdtemp(join(tmpdir(), 'uketome-pictures-'))
const node = await startNode({ UKETOME_DATA: data })
const browser = await launchBrowser()
try {
  const watchedId = await callOfSomebodyElse()
  await mkdir(folder, { recursive: true })
  for (const scheme of ['light', 'dark'] as const) {
    for (const [width, height] of Object.entries(widths))
      await take(Number(width), height, scheme, watchedId)
  }
} finally {
  await browser.close()
  await node.stop()
  await rm(data, { recursive: true, force: true })
}

async function take(width: number, height: number, scheme: 'light' | 'dark', watchedId: string) {
  const look = { viewport: { width, height }, colorScheme: scheme, ...japanese }
  const pages = new Map<Somebody | null, Page>()
  const pageOf = async (by: Somebody | null) => {
    const page = pages.get(by) ?? (await sit(by, look))
    pages.set(by, page)
    return page
  }
  const desk = { ...(await openDesk(await pageOf('sasaki'))), watchedId }
  for (const { name, open, by = 'sasaki' } of screens) {
    if (only.length > 0 && !only.includes(name)) continue
    const page = await pageOf(by)
    await open(page, desk)
    // The stream of live updates never ends, so the network is never idle.
    await page.waitForLoadState('load')
    await page.waitForTimeout(1500)
    const path = join(folder, `${name}-${width}-${scheme}.png`)
    // 256 colours are enough for a screen, in a third of the size.
    await sharp(await page.screenshot())
      .png({ palette: true, effort: 10 })
      .toFile(path)
    console.log(path)
  }
  await Promise.all([...pages.values()].map((page) => page.context().close()))
}

/** The one consultation of the demo company, as the desk works on it. */
async function openConsultation(page: Page, { url }: Desk) {
  await page.goto(`${url}/consultation/desk`)
  await page.getByRole('link', { name: /開く$/u }).first().click()
  await page.getByRole('heading', { name: '窓口の記録' }).waitFor()
}

/** Every look says why. */
async function openProtection(page: Page, { url, complaintOf }: Desk) {
  await page.goto(`${url}/protection/${await complaintOf('お年寄りには難しい')}`)
  await page.getByRole('textbox', { name: /^読む理由/u }).fill('危険がないかを、訪問の前に確かめる')
  await page.getByRole('button', { name: '記録を開く' }).click()
}

/** A right complaint, and a threat that two people judged apart from it. */
async function openConduct(page: Page, desk: Desk) {
  await openCase(page, desk, '約束の電話がまた来ない')
  const facts = page.getByRole('tab', { name: '要点' })
  if ((page.viewportSize()?.width ?? 0) < 1280) await facts.click()
  const pane = page.getByRole('region', { name: '保護', exact: true })
  await pane.getByText('二人で判断').waitFor()
  await pane.evaluate((each) => each.scrollIntoView({ block: 'start' }))
}

/** Signed in once: nobody may try too often in a minute. */
async function sit(by: Somebody | null, look: BrowserContextOptions): Promise<Page> {
  const session = by && sessions.get(by)
  const context = await browser.newContext(session ? { ...look, storageState: session } : look)
  const page = await context.newPage()
  if (by && !session) {
    await signIn(page, staff[by].email)
    sessions.set(by, await context.storageState())
  }
  return page
}

async function signIn(page: Page, email: string) {
  const answer = await page.request.post(`${node.url}/api/access/auth/sign-in/email`, {
    data: { email, password: demoPassword },
  })
  if (!answer.ok()) throw new Error(`sign-in: ${answer.status()} ${await answer.text()}`)
}

async function openDesk(page: Page): Promise<Omit<Desk, 'watchedId'>> {
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

async function openRules(page: Page, { url }: Desk, tab: string) {
  await page.goto(`${url}/remedies`)
  await page.getByRole('tab', { name: tab }).click()
}

async function openGaps(page: Page, desk: Desk) {
  await openRules(page, desk, 'お出しできない場面')
  await page.getByRole('region', { name: 'お出しできない場面' }).waitFor()
  await lookUnderneath(page)
}

/** What stands under the sheet, to the end of the page. */
async function lookUnderneath(page: Page) {
  const { width, height } = page.viewportSize() ?? { width: 1440, height: 900 }
  await page.mouse.move(width / 2, height - 150)
  await page.mouse.wheel(0, 10_000)
}

async function draftShorter(page: Page, { url }: Desk) {
  const at = `${url}/api/remedies/table`
  const { draft, version } = await (await page.request.get(at)).json()
  if (draft) return
  const file = await page.request.get(`${at}/file?number=${version.number}`)
  const shorter = (await file.text()).replaceAll(/^(R-01,.*?),30,/gmu, '$1,7,')
  const headers = { 'content-type': 'application/octet-stream' }
  const data = Buffer.from(shorter)
  const read = await page.request.post(`${at}/readings`, { headers, data })
  const { lines } = await read.json()
  const body = { revision: 0, fromNumber: version.number, lines }
  await page.request.put(`${at}/draft`, { data: body })
}

/** The exchange of faulty goods taken back to a week, tried on what has come in the last 90 days. */
async function openTrial(page: Page, desk: Desk) {
  await draftShorter(page, desk)
  await openRules(page, desk, '過去の苦情で試す')
  await page.getByRole('button', { name: '90日間' }).click()
  await page.getByRole('button', { name: '試す', exact: true }).click()
  await page.getByRole('heading', { name: '案が変わる苦情' }).waitFor()
  await lookUnderneath(page)
}

async function openCustomer(page: Page, { url, complaintOf }: Desk) {
  const complaintId = await complaintOf('折り返しがない')
  const { customer } = await (await page.request.get(`${url}/api/complaints/${complaintId}`)).json()
  await page.goto(`${url}/customers/${customer.customerId}`)
}

/** A hard call that an operator is in, heard by speech-to-text, with silent help asked for. */
async function callOfSomebodyElse(): Promise<string> {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, staff.matsui.email)
  const [id, complaintId] = [crypto.randomUUID(), crypto.randomUUID()]
  const post = async (path: string, data: object) => {
    const answer = await page.request.post(`${node.url}${path}`, { data })
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
  }
  await post('/api/intake/calls', { id, complaintId, phone: '090-0000-2202' })
  const said = [
    ['customer', '先週届いた鍋の取っ手が、はじめて使った日に外れたんです。'],
    ['operator', '取っ手が外れたのですね。お怪我はございませんでしたか。'],
    ['customer', 'けがはないけど、熱い汁が足もとにこぼれて、子どもがそばにいたんですよ。'],
    ['customer', '交換するだけで済むと思ってるんですか。責任者に代わってください。'],
  ] as const
  for (const [speaker, text] of said) {
    const utterance = { id: crypto.randomUUID(), speaker, text, state: 'final' }
    await post(`/api/complaints/${complaintId}/utterances`, {
      ...utterance,
      at: new Date().toISOString(),
    })
  }
  await post(`/api/complaints/${complaintId}/escalations`, {
    id: crypto.randomUUID(),
    kind: 'silent-help',
    mode: 'watch',
    reason: '静かに助けを求めています',
  })
  return id
}
