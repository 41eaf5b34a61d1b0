import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FrameLocator, Locator, Page } from 'playwright-core'
import { afterAll, expect, it } from 'vitest'
import { ask, axe, openHouse, press, settled, tabTo, textOf, write } from './desk.ts'
import { decide, writeComposing } from './input-method.ts'
import { startNodes } from './world.ts'

const [desk] = await startNodes(1)
const { sit, forgive } = await openHouse(desk ? [desk] : [])

const words = '届いた湯のみの底が欠けていました。子どもが触るところでした。'

/**
 * A shop on another origin of the same site (shop.example.jp and desk.example.jp), with the one line that the settings
 * show: to frames of other sites some browsers give no storage.
 */
async function openShop(): Promise<string> {
  const page = `<!doctype html><html lang="ja"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width"><title>お店</title>
    <link rel="icon" href="data:,"></head><body><h1>うつわの店</h1><p>湯のみ 1,200円</p>
    <script src="${desk?.url ?? ''}/chat.js" data-chat="demo"></script></body></html>`
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
  })
  await once(server.listen(0, 'localhost'), 'listening')
  afterAll(() => void server.close())
  // net.AddressInfo: it listens on a port.
  const { port } = server.address() as AddressInfo
  return `http://localhost:${port}`
}

async function put(page: Page, path: string, data: object) {
  const answer = await page.request.put(path, { data })
  expect(answer.status(), await answer.text()).toBe(200)
}

/** Walks into the window with the Tab key, as somebody without a mouse does. */
async function tabInto(page: Page, target: Locator) {
  const isThere = () => target.evaluate((element) => element.matches(':focus'))
  for (let presses = 0; presses < 60; presses += 1) {
    if (await isThere()) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The Tab key never comes to ${String(target)}.`)
}

const field = (frame: FrameLocator) => frame.getByRole('textbox', { name: 'メッセージ' })
const log = (frame: FrameLocator) => frame.getByRole('log', { name: '会話' })

async function say(customer: Page, frame: FrameLocator, text: string) {
  await tabInto(customer, field(frame))
  // Text that is put in by the protocol does not reach a frame of another process.
  await field(frame).fill(text)
  await customer.keyboard.press('ControlOrMeta+Enter')
}

/** An administrator opens the chat, and names the shop. */
async function prepare(shop: string) {
  const admin = await sit('fujii', '/settings?section=chat')
  await settled(admin)
  const isOn = admin.getByRole('checkbox', { name: 'チャットを開く' })
  await tabTo(isOn)
  await admin.keyboard.press('Space')
  await admin.getByText('チャットを開きました').waitFor()
  await put(admin, '/api/intake/form-settings', { isOpen: true, framedBy: [shop], prepare: '' })
  await admin.getByText('data-chat="demo"').waitFor()
  await axe(admin, 'チャットの設定')
}

it('よそのページの小さな窓から話しかけ、担当者が答え、電波が切れても一度だけ届き、約束を受け取って終わる', async () => {
  forgive(/net::ERR_/, /Failed to load resource/)
  const shop = await openShop()
  await prepare(shop)
  const matsui = await sit('matsui', '/today')
  await settled(matsui)
  const { memberId } = await ask<{ memberId: string }>(matsui, '/api/access/viewer')
  await put(matsui, `/api/access/members/${memberId}/business-name`, { businessName: '木下' })

  // On a phone, in the shop: written, reloaded in the middle of it, sent.
  const customer = await sit(null, shop, { width: 390 })
  const frame = customer.frameLocator('iframe')
  await press(customer.getByRole('button', { name: 'チャットで話す' }))
  const first = frame.getByRole('textbox', { name: /^何がありましたか/ })
  await first.waitFor()
  await tabInto(customer, first)
  await first.fill(words)
  await customer.reload()
  await first.waitFor()
  expect(await first.inputValue()).toBe(words)
  await tabInto(customer, first)
  await customer.keyboard.press('Enter')
  expect(await first.inputValue()).toContain('\n')
  await customer.keyboard.press('ControlOrMeta+Enter')
  await log(frame).getByText('受付番号は').waitFor()
  const number = /U\d\d-\d+/.exec(await log(frame).innerText())?.[0] ?? ''
  expect(number).not.toBe('')

  // At the desk it is on the first page at once, and is taken by keyboard.
  const waiting = matsui.getByRole('main').getByRole('region', { name: 'チャットでお待ちの方' })
  await press(waiting.getByRole('link', { name: /湯のみの底/ }))
  const reply = matsui.getByRole('region', { name: 'チャットで返す' })
  await press(reply.getByRole('button', { name: '受ける' }))
  await log(frame).getByText('木下がお話を伺います。').waitFor()
  await frame.getByText('担当：木下').waitFor()

  // A phrase of the guide is put in; what is written instead of it goes at once, and is seen to be read.
  const answer = reply.getByRole('textbox', { name: 'お客様への返事' })
  await tabTo(answer)
  await matsui
    .getByRole('region', { name: '応対ナビ' })
    .getByRole('list', { name: '言い方' })
    .waitFor()
  await matsui.keyboard.press('Alt+1')
  await expect.poll(() => textOf(answer)).not.toBe('')
  await write(answer, '{お名前}様、お怪我はございませんでしたか。')
  await matsui.keyboard.press('ControlOrMeta+Enter')
  await reply.getByRole('alert').getByText('直すところ').waitFor()
  expect(await log(frame).innerText()).not.toContain('お怪我')
  await write(answer, 'お子様にもお客様にも、お怪我はございませんでしたか。')
  await frame.getByText('木下が書いています…').waitFor()
  await matsui.keyboard.press('ControlOrMeta+Enter')
  await log(frame).getByText('お怪我はございませんでしたか').waitFor()
  await reply.getByText('読まれました').waitFor()
  await axe(matsui, 'チャットで返しているところ')

  // The line is cut: what is said meanwhile waits, says so, and arrives once.
  await customer.context().setOffline(true)
  await say(customer, frame, '怪我はありません。')
  await log(frame).getByText('まだ届いていません').waitFor()
  await say(customer, frame, '代わりのものが欲しいです。')
  await customer.context().setOffline(false)
  const record = matsui.getByRole('log', { name: '経過' })
  await record.getByText('代わりのものが欲しいです。').waitFor()
  await record.getByText('怪我はありません。').waitFor()
  expect(await record.getByText('怪我はありません。').count()).toBe(1)
  await log(frame).getByText('まだ届いていません').first().waitFor({ state: 'detached' })
  expect(await log(frame).getByText('怪我はありません。').count()).toBe(1)

  // Something comes between the last key and the sending: the reply waits until it was read.
  await write(answer, '確かめてまいります。少しお待ちください。')
  await say(customer, frame, 'できれば水曜までに。')
  await record.getByText('できれば水曜までに。').waitFor()
  await tabTo(answer)
  await matsui.keyboard.press('ControlOrMeta+Enter')
  await reply.getByText('まだ送っていません。').first().waitFor()
  expect(await log(frame).innerText()).not.toContain('確かめてまいります')
  await matsui.keyboard.press('ControlOrMeta+Enter')
  await log(frame).getByText('確かめてまいります').waitFor()

  // The end: what comes next by when, from the record; the customer keeps it.
  await press(reply.getByRole('button', { name: '終える' }))
  const last = reply.getByRole('textbox', { name: '終わりのことば' })
  await expect.poll(() => textOf(last)).toContain(number)
  await press(reply.getByRole('button', { name: '送って終える' }))
  await frame.getByRole('heading', { name: 'お話しくださり、ありがとうございました' }).waitFor()
  await frame.getByText(/次のご連絡/).waitFor()
  const [saved] = await Promise.all([
    customer.waitForEvent('download'),
    frame.getByRole('button', { name: '会話を保存する' }).press('Enter'),
  ])
  expect(saved.suggestedFilename()).toContain(number)
  expect(await frame.locator('body').innerText()).not.toContain('松井')
  await reply.getByText('このチャットは終わりました。').waitFor()
})

it('ページでも話せて、画面を閉じて開き直しても続き、名乗らないサイトの窓には出ない', async () => {
  const customer = await sit(null, '/chat/demo', { width: 390, scheme: 'dark' })
  const page = customer.getByRole('main')
  await settled(customer)
  await axe(customer, '話しかける前')
  await press(page.getByRole('button', { name: '話しかける' }))
  await page.getByText('ひとことだけ、お書きください。').waitFor()
  const first = page.getByRole('textbox', { name: /^何がありましたか/ })
  const session = await writeComposing(first, 'さらがたりない', '皿が一枚足りません')
  expect(await page.getByRole('log').count()).toBe(0)
  await decide(session, '皿が一枚足りません')
  await customer.keyboard.press('ControlOrMeta+Enter')
  await page.getByText('受付番号は').waitFor()
  await axe(customer, '話しているところ')
  await customer.reload()
  await page.getByRole('log', { name: '会話' }).getByText('皿が一枚足りません').waitFor()
  await press(page.getByRole('button', { name: 'チャットを終える' }))
  await press(page.getByRole('button', { name: '終える', exact: true }))
  await page.getByRole('heading', { name: 'お話しくださり、ありがとうございました' }).waitFor()
  await axe(customer, '終えたところ')
  const { headers } = await fetch(`${desk?.url ?? ''}/chat/demo`)
  const ancestors = /frame-ancestors[^;]*/.exec(headers.get('content-security-policy') ?? '')?.[0]
  expect(ancestors).toMatch(/^frame-ancestors 'self' http:\/\/localhost:\d+$/)
})
