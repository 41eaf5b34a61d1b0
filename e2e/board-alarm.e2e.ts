import type { Page } from 'playwright-core'
import { afterEach, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { onServer } from '#test/on-server.ts'
import { ask, axe, openHouse, press, settled } from './desk.ts'
import { startNodes } from './world.ts'

const database = await testDatabase()
const { sit } = await openHouse(await startNodes(1, database))

afterEach(() =>
  onServer(
    database.url,
    `update intake_calls set ended_at = now() where ended_at is null;
     update escalation_requests set state = 'withdrawn', ended_at = now() where ended_at is null`,
  ),
)

type Machine = {
  speakers: number
  tones: number
  asked: boolean[]
  notices: { title: string; body: string }[]
}
type Given = { permission?: 'default' | 'granted' | 'denied'; answer?: 'granted' | 'denied' }

/** A loudspeaker that stays silent until something is pressed, as browsers have it, and notices nobody sees. */
const loudspeaker = `
  let isPressed = false
  addEventListener('keydown', () => (isPressed = true), { capture: true })
  const audio = class extends EventTarget {
    state = isPressed ? 'running' : 'suspended'
    currentTime = 0
    destination = {}
    constructor() { super(); machine.speakers += 1 }
    async resume() {
      if (this.state === 'running') return
      if (!isPressed) return new Promise(() => {})
      this.state = 'running'
      this.dispatchEvent(new Event('statechange'))
    }
    createOscillator() {
      const connect = (to) => to
      return { frequency: {}, connect, start: () => (machine.tones += 1), stop() {} }
    }
    createGain() {
      const ramp = () => {}
      return { gain: { setValueAtTime: ramp, linearRampToValueAtTime: ramp, exponentialRampToValueAtTime: ramp }, connect: (to) => to }
    }
  }
  globalThis.AudioContext = audio`
const notices = ({ permission = 'default', answer = 'granted' }: Given) => `
  globalThis.Notification = class extends EventTarget {
    static permission = sessionStorage.getItem('permission') ?? '${permission}'
    static async requestPermission() {
      machine.asked.push(navigator.userActivation.isActive)
      sessionStorage.setItem('permission', '${answer}')
      return (this.permission = '${answer}')
    }
    constructor(title, { body }) { super(); machine.notices.push({ title, body }) }
    close() {}
  }`
const machine = 'globalThis.machine = { speakers: 0, tones: 0, asked: [], notices: [] };'

async function boardOn(...parts: string[]): Promise<Page> {
  const page = await sit('sasaki', '/today')
  await page.context().addInitScript([machine, ...parts].join('\n'))
  await page.goto('/board')
  await settled(page)
  return page
}
const of = (page: Page) => page.evaluate<Machine>('machine')
const sound = (page: Page) => page.getByRole('button', { name: '音で知らせる' })
const isOn = (page: Page) => sound(page).getAttribute('aria-pressed')
const help = (page: Page) => page.getByRole('region', { name: '静かな助け' })

async function askForHelp(): Promise<void> {
  const page = await sit('matsui', '/today')
  await settled(page)
  await page.keyboard.press('F2')
  await page.waitForURL('**/calls/*')
  await page.getByRole('textbox', { name: 'メモ' }).waitFor()
  await page.keyboard.insertText('海鮮しゃぶしゃぶの件で、森本様がお怒りです')
  await page.keyboard.press('F9')
  await page.getByRole('list', { name: 'SVへのお願い' }).waitFor()
}
const asking = '松井 あかりさんが、静かに助けを求めています'

it('頼まれる前は、音も通知も使わず、通知は押したときにだけ許しを求める', async () => {
  const page = await boardOn(loudspeaker, notices({}))
  await askForHelp()
  await help(page).getByText(asking).waitFor()
  expect(await of(page)).toEqual({ speakers: 0, tones: 0, asked: [], notices: [] })
  await expect.poll(() => page.title()).toMatch(/^\(1\) SVボード/u)
  await press(page.getByRole('button', { name: '通知を許可する' }))
  await page.getByText('通知を許可しています').waitFor()
  expect((await of(page)).asked).toEqual([true])
  await axe(page, '通知を許可したボード')
})

it('静かな助けが来ると、音と通知で知らせ、見るまで音をくり返し、題にも出る', async () => {
  const page = await boardOn(loudspeaker, notices({ permission: 'granted' }))
  await press(sound(page))
  await page.getByText('音で知らせます').waitFor()
  await expect.poll(async () => (await of(page)).tones).toBe(2)
  await askForHelp()
  await help(page).getByText(asking).waitFor()
  await expect.poll(async () => (await of(page)).tones).toBe(4)
  const { notices: shown } = await of(page)
  // It may light up on a screen that others see: nothing of the customer.
  expect(shown).toEqual([{ title: asking, body: 'SVボードを開いて、見守ってください。' }])
  await expect.poll(() => page.title()).toMatch(/^\(1\) SVボード/u)
  await expect.poll(async () => (await of(page)).tones, { timeout: 30_000 }).toBe(6)
  await press(help(page).getByRole('button', { name: /見ました/ }))
  await expect.poll(() => page.title()).toMatch(/^SVボード/u)
  expect((await of(page)).notices).toHaveLength(1)
})

it('音は、読み直しても覚えられ、切ったことも覚えられる。読み直したあとの無音は、そうと分かる', async () => {
  const page = await boardOn(loudspeaker, notices({ permission: 'granted' }))
  await press(sound(page))
  await page.getByText('音で知らせます').waitFor()
  await page.reload()
  await page.getByText('どこか一度押すと、音が出るようになります').waitFor()
  expect(await isOn(page)).toBe('true')
  await askForHelp()
  await help(page).getByText(asking).waitFor()
  expect((await of(page)).tones).toBe(0)
  await axe(page, 'まだ音の出ないボード')
  await page.keyboard.press('Tab')
  await page.getByText('音で知らせます').waitFor()

  await press(sound(page))
  await page.getByText('音は切ってあります').waitFor()
  await page.reload()
  await help(page).getByText(asking).waitFor()
  expect(await isOn(page)).toBe('false')
  const after = await of(page)
  expect(after).toMatchObject({ speakers: 0, tones: 0 })
  expect(after.notices.map(({ title }) => title)).toEqual([asking])
})

it.each([
  [
    '断られた',
    [loudspeaker, notices({ permission: 'denied' })],
    '通知はブラウザーの設定で止められています',
  ],
  [
    'どちらもないブラウザー',
    ['delete globalThis.AudioContext; delete globalThis.Notification'],
    '通知は、https で開いた画面でだけ使えます',
  ],
] as const)('通知が使えなくても、何も壊れず、題と一覧で分かる：%s', async (_, parts, told) => {
  const page = await boardOn(...parts)
  await page.getByText(told).waitFor()
  await press(sound(page))
  expect(await isOn(page)).toBe('true')
  await askForHelp()
  await help(page).getByText(asking).waitFor()
  await expect.poll(() => page.title()).toMatch(/^\(1\) SVボード/u)
  expect(await of(page)).toMatchObject({ asked: [], notices: [] })
  const requests = await ask<{ requests: unknown[] }>(page, '/api/escalation/requests?show=waiting')
  expect(requests.requests.length).toBeGreaterThan(0)
})
