import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { ask, axe, openHouse, settled } from './desk.ts'
import { startNodes } from './world.ts'

const { sit } = await openHouse(await startNodes(1))
const guide = (page: Page) => page.getByRole('region', { name: '応対ナビ' })
const goal = (page: Page) => guide(page).getByRole('heading', { level: 2 })

it('黙っておられると一つの鍵で知らせると言葉が出て、時間がたつだけでは、読んでいる一手は替わらない', async () => {
  const page = await sit('matsui', '/today', { width: 1024 })
  await settled(page)
  await page.keyboard.press('F2')
  await page.waitForURL('**/calls/*')
  const callId = page.url().split('/').at(-1) ?? ''
  const { complaintId } = await ask<{ complaintId: string }>(page, `/api/intake/calls/${callId}`)
  await goal(page).waitFor()

  // What was said in so many words needs no key, and goes with one.
  const note = page.getByRole('textbox', { name: 'メモ' })
  await note.fill('すみません、もう少しゆっくり話してください。')
  await note.press('Enter')
  const chips = guide(page).getByRole('list', { name: 'お相手のこと' })
  await chips.getByText('ゆっくりお話しする方').waitFor()
  await guide(page)
    .getByRole('heading', { name: /速さを半分に/ })
    .waitFor()
  await axe(page, 'お相手のこと')
  await chips.getByRole('button', { name: '「ゆっくりお話しする方」を取り消す' }).click()
  await chips.getByText('ゆっくりお話しする方').waitFor({ state: 'detached' })
  await guide(page)
    .getByRole('heading', { name: /遮らずに聴く/ })
    .waitFor()

  const watching = await sit('sasaki', `/board/${callId}`)
  await settled(watching)

  // From speech-to-text the silence is known: it is announced, and the move that is being read stays.
  const data = {
    id: crypto.randomUUID(),
    speaker: 'customer',
    state: 'final',
    text: '妻が楽しみにしていたんです。それが。',
    at: new Date().toISOString(),
  }
  const heard = await page.request.post(`/api/complaints/${complaintId}/utterances`, { data })
  expect(heard.status(), await heard.text()).toBe(200)
  const announced = guide(page).getByRole('button', { name: /頃合いです/ })
  const where = async () => (await goal(page).boundingBox())?.y
  const before = await where()
  await announced.filter({ hasText: '黙って待つ' }).waitFor({ timeout: 20_000 })
  expect(await goal(page).textContent()).toMatch(/遮らずに聴く/)
  await announced.filter({ hasText: '10秒' }).waitFor({ timeout: 20_000 })
  // The supervisor who watches asks again by the same clock.
  await watching.getByRole('status').filter({ hasText: '10秒' }).waitFor({ timeout: 10_000 })
  expect(await where()).toBe(before)
  expect(await goal(page).textContent()).toMatch(/遮らずに聴く/)
  await axe(page, '頃合いの知らせ')
  await note.press('Alt+a')
  await guide(page)
    .getByRole('heading', { name: /急かさないひと言/ })
    .waitFor()
  await note.press('Alt+a')
  await guide(page)
    .getByRole('heading', { name: /遮らずに聴く/ })
    .waitFor()

  await note.fill('ごめんなさい、考えていました。')
  await note.press('Enter')
  await announced.waitFor({ state: 'detached' })
  await note.press('Alt+q')
  await guide(page)
    .getByRole('heading', { name: /黙って待つ/ })
    .waitFor()

  await page.keyboard.press('F10')
  await page.getByRole('dialog', { name: 'どのように終わりましたか' }).waitFor()
  await page.keyboard.press('2')
  await page.getByRole('heading', { name: /おつかれさまでした/ }).waitFor()
})
