import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import type { Page } from 'playwright-core'
import { expect, it, onTestFinished } from 'vitest'
import { ask, choose, openHouse, press, receive, settled, write } from './desk.ts'
import { startNodes } from './world.ts'

const nodes = await startNodes(2)
const { sit, forgive } = await openHouse(nodes)

type Entry = { at: string; type: string; payload: { text?: string } }

/** 松井 on the first node and 佐々木 on the second, before the same complaint. */
async function bothBefore(words: string, way = '') {
  const matsui = await sit('matsui', '/today')
  const complaint = `/complaints/${await receive(matsui, words)}`
  await matsui.goto(complaint)
  const sasaki = await sit('sasaki', way + complaint, { node: 1 })
  await Promise.all([settled(matsui), settled(sasaki)])
  // Gone as soon as a page is loaded anew.
  for (const page of [matsui, sasaki]) await page.evaluate('globalThis.sameAsBefore = true')
  return { matsui, sasaki, complaint }
}

const record = (page: Page) => page.getByRole('log', { name: '経過' })
const isSame = (page: Page) => page.evaluate('globalThis.sameAsBefore')

async function writeDown(page: Page, kind: string, text: string) {
  const composer = page.getByRole('region', { name: '記録に書き足す' })
  await choose(composer.getByRole('group', { name: '書くもの' }), kind, 'Shift+Tab')
  await write(composer.getByRole('textbox', { name: kind, exact: true }), text)
  const source = composer.getByRole('textbox', { name: '誰から・何で' })
  if (kind === '事実') await write(source, '配送会社の伝票', 'Shift+Tab')
  await page.keyboard.press('ControlOrMeta+Enter')
  await record(page).getByText(text).waitFor()
}

it('一台めで書いたメモが、二台めの画面に、読み込み直さずに出る', async () => {
  const { matsui, sasaki, complaint } = await bothBefore('急須のふたが届いていません。')
  const took: number[] = []
  for (let count = 1; count <= 10; count += 1) {
    const text = `倉庫に確かめました、その${count}`
    const seen = seenAt(sasaki, text)
    await writeDown(matsui, '社内メモ', text)
    took.push((await seen) - (await writtenAt(sasaki, complaint, text)))
  }
  expect(await isSame(sasaki)).toBe(true)
  took.sort((a, b) => a - b)
  console.log(
    `entry → screen of the other node: ${took.map((ms) => `${Math.round(ms)} ms`).join(', ')}`,
  )
})

it('画面が読んでいるあいだに、線がつながる前に動いたことも、ひとりでに出る', async () => {
  const matsui = await sit('matsui', '/today')
  const complaint = `/complaints/${await receive(matsui, '急須の取っ手が割れていました。')}`
  const sasaki = await sit('sasaki', '/today', { node: 1 })
  const [held, letGo] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  await sasaki.route('**/api/events', async (route) => {
    held.resolve()
    await letGo.promise
    await route.continue()
  })
  await sasaki.goto(complaint)
  await record(sasaki).getByText('急須の取っ手が割れていました。').waitFor()
  await held.promise
  const id = crypto.randomUUID()
  const data = { id, speaker: 'internal', text: '線より先に書きました' }
  const noted = await matsui.request.post(`/api${complaint}/notes`, { data })
  expect(noted.status(), await noted.text()).toBe(200)
  expect(await record(sasaki).getByText(data.text).count()).toBe(0)
  letGo.resolve()
  await record(sasaki).getByText(data.text).waitFor({ timeout: 15_000 })
})

/** When the words stood there, by the browser's clock, which is the server's: the machine is the same. */
function seenAt(page: Page, text: string): Promise<number> {
  return record(page).evaluate(
    (log, wanted) =>
      new Promise<number>((resolve) => {
        const look = () => log.textContent?.includes(wanted) && resolve(Date.now())
        const { MutationObserver } = log.ownerDocument.defaultView
        new MutationObserver(look).observe(log, { childList: true, subtree: true })
        // A busy machine may be slower to look than the other node is to tell.
        look()
      }),
    text,
  )
}

async function writtenAt(page: Page, complaint: string, text: string): Promise<number> {
  const { entries } = await ask<{ entries: Entry[] }>(page, `/api${complaint}/timeline`)
  return Date.parse(entries.find(({ payload }) => payload.text === text)?.at ?? '')
}

it('線が切れているあいだの変更が、つながると一つも欠けずに届く', async () => {
  forgive(/net::ERR_/)
  const line = await lineTo(nodes[1]?.url ?? '')
  const { matsui, sasaki } = await bothBefore('急須の注ぎ口が欠けています。', line.url)
  const told = [
    ['社内メモ', '切れているあいだの覚え書き'],
    ['お困りのこと', '切れているあいだに伺ったお困りごと'],
    ['事実', '切れているあいだに分かった配達の時刻'],
  ] as const
  line.cut()
  const lost = sasaki.getByText('サーバーとの接続が切れています')
  await lost.waitFor()
  for (const [kind, text] of told) await writeDown(matsui, kind, text)
  for (const [, text] of told) expect(await sasaki.getByText(text).count()).toBe(0)

  const resumed = sasaki.waitForRequest((request) => request.url().endsWith('/api/events'))
  line.mend()
  expect((await resumed).headers()['last-event-id']).toBeTruthy()
  await lost.waitFor({ state: 'detached' })
  for (const [, text] of told) await record(sasaki).getByText(text).waitFor({ timeout: 5000 })
  expect(await isSame(sasaki)).toBe(true)
})

/** A line to a server that can be cut: what is on its way is lost, and nothing gets through until it is mended. */
async function lineTo(url: string) {
  const sockets = new Set<Socket>()
  let isCut = false
  const server = createServer((near) => {
    if (isCut) return near.destroy()
    const far = connect(Number(new URL(url).port), 'localhost')
    for (const socket of [near, far]) {
      sockets.add(socket)
      // What breaks on one side breaks on the other.
      socket.on('error', () => undefined).on('close', () => [near, far].map((end) => end.destroy()))
    }
    near.pipe(far).pipe(near)
  }).listen(0, 'localhost')
  await once(server, 'listening')
  const cut = () => {
    isCut = true
    for (const socket of sockets) socket.destroy()
  }
  onTestFinished(() => {
    cut()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return { url: `http://localhost:${port}`, cut, mend: () => void (isCut = false) }
}

it('二人が同じところを直すと、あとの人に、その間のことが見え、書いた文は残る', async () => {
  forgive(/status of 409/)
  const { matsui, sasaki } = await bothBefore('急須の取っ手が熱くて持てません。')
  for (const page of [matsui, sasaki]) {
    await press(page.getByRole('button', { name: '初期評価' }))
    await press(page.getByRole('button', { name: '案をすべて写す' }))
  }
  await sasaki.getByRole('textbox', { name: /見立てた理由/ }).pressSequentially('広がるおそれ')
  await matsui.getByRole('textbox', { name: /見立てた理由/ }).pressSequentially('お一人だけのこと')
  await matsui.keyboard.press('ControlOrMeta+Enter')
  await matsui.getByRole('dialog').waitFor({ state: 'detached' })
  await record(sasaki).getByText('お一人だけのこと').waitFor({ timeout: 5000 })

  await sasaki.keyboard.press('ControlOrMeta+Enter')
  const refusal = sasaki.getByRole('alert')
  await refusal.getByRole('list', { name: 'そのあいだに記録されたこと' }).waitFor()
  expect(await refusal.innerText()).toMatch(/お一人だけのこと.*松井 あかり/s)
  expect(await sasaki.getByRole('textbox', { name: /見立てた理由/ }).inputValue()).toBe(
    '広がるおそれ',
  )

  await sasaki.keyboard.press('ControlOrMeta+Enter')
  await sasaki.getByRole('dialog').waitFor({ state: 'detached' })
  await record(matsui).getByText('広がるおそれ').waitFor({ timeout: 5000 })
})
