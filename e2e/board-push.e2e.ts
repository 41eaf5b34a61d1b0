import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { openPushService, type Subscribed } from '#test/push-service.ts'
import { axe, openHouse, press, settled } from './desk.ts'
import { startNodes } from './world.ts'

const service = await openPushService()
const { sit } = await openHouse(
  await startNodes(1, undefined, { UKETOME_PUSH_SERVICES: service.origin }),
)

/** Chromium asks Google for an address; here this machine's own push service gives it. The rest is the browser's. */
const subscribing = ({ address: { endpoint, p256dh, auth } }: Subscribed) => `
  let mine = JSON.parse(localStorage.getItem('subscription'))
  const subscription = {
    endpoint: '${endpoint}',
    toJSON: () => ({ endpoint: '${endpoint}', keys: { p256dh: '${p256dh}', auth: '${auth}' } }),
    unsubscribe: async () => { mine = null; localStorage.removeItem('subscription'); return true },
  }
  PushManager.prototype.getSubscription = async () => mine && subscription
  PushManager.prototype.subscribe = async () => {
    mine = true
    localStorage.setItem('subscription', 'true')
    return subscription
  }`

type Shown = { title: string; body: string }
const shown = (page: Page) =>
  page.evaluate<Shown[]>(`navigator.serviceWorker.ready
    .then((worker) => worker.getNotifications())
    .then((notices) => notices.map(({ title, body }) => ({ title, body })))`)

/** The Chromium in node_modules grants no notification to anybody: its page is told that it may, as others are. */
const allowed = `
  Object.defineProperty(Notification, 'permission', { get: () => 'granted' })`
const showsNotices = async (page: Page) =>
  (await page.evaluate('Notification.permission')) === 'granted'

/** Hands a message to the service worker as the browser does when it comes from outside; what is shown then. */
async function arrives(page: Page, message: unknown): Promise<() => Promise<Shown[]>> {
  const devtools = await page.context().newCDPSession(page)
  const found = new Promise<{ registrationId: string }>((resolve) => {
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [first] = registrations
      if (first) resolve(first)
    })
  })
  await devtools.send('ServiceWorker.enable')
  const { registrationId } = await found
  await devtools.send('ServiceWorker.deliverPushMessage', {
    origin: new URL(page.url()).origin,
    registrationId,
    data: JSON.stringify(message),
  })
  return () => shown(page)
}

/** The same worker outside of the browser, where the browser may show nothing. */
async function arrivesOutside(page: Page, message: unknown): Promise<() => Promise<Shown[]>> {
  const script = await (await page.request.get('/notices.js')).text()
  const notices: Shown[] = []
  const told = new Map<string, (event: unknown) => void>()
  runInNewContext(script, {
    addEventListener: (name: string, listener: (event: unknown) => void) =>
      told.set(name, listener),
    registration: {
      showNotification: (title: string, { body }: { body: string }) =>
        notices.push({ title, body }),
    },
  })
  told.get('push')?.({ data: { json: () => message }, waitUntil: () => {} })
  return async () => notices
}

async function askForHelp(): Promise<void> {
  const page = await sit('matsui', '/today')
  await settled(page)
  await page.keyboard.press('F2')
  await page.waitForURL('**/calls/*')
  await page.getByRole('textbox', { name: 'メモ' }).waitFor()
  await page.keyboard.press('F9')
  await page.getByRole('list', { name: 'SVへのお願い' }).waitFor()
}

it('SVは、ボードを閉じていても、静かな助けを端末で知る。切れば、もう届かない', async () => {
  const device = service.subscribe()
  const page = await sit('sasaki', '/today')
  await page.context().grantPermissions(['notifications'])
  const isReal = await showsNotices(page)
  await page.context().addInitScript(subscribing(device) + (isReal ? '' : allowed))
  await page.goto('/board')
  await settled(page)
  const toggle = page.getByRole('button', { name: '画面を閉じていても知らせる' })
  await press(toggle)
  await page.getByText('この端末に、画面を閉じていても知らせます').waitFor()
  await press(page.getByRole('button', { name: 'ためしに知らせる' }))
  await page.getByText('送りました。まもなく通知が出ます').waitFor()
  await expect.poll(() => device.messages.length, { timeout: 20_000 }).toBe(1)
  await axe(page, '端末に知らせるボード')

  await page.goto('/today')
  await askForHelp()
  await expect.poll(() => device.messages.length, { timeout: 20_000 }).toBe(2)
  const notices = await (isReal ? arrives : arrivesOutside)(page, device.messages[1])
  const title = '松井 あかりさんが、静かに助けを求めています'
  await expect
    .poll(notices, { timeout: 20_000 })
    .toEqual([{ title, body: 'SVボードを開いて、見守ってください。' }])

  await page.goto('/board')
  await settled(page)
  await page.getByRole('button', { name: '画面を閉じていても知らせる', pressed: true }).waitFor()
  await press(toggle)
  await page.getByText('この端末には、画面を開いているあいだだけ知らせます').waitFor()
  const data = { endpoint: device.address.endpoint }
  const answer = await page.request.post('/api/supervision/devices/trial', { data })
  expect(answer.status()).toBe(404)
})
