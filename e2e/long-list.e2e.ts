import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { writeFinds } from '#test/many-finds.ts'
import { ask, axe, openHouse, receive, settled } from './desk.ts'
import { startNodes } from './world.ts'

const database = await testDatabase()
const { sit } = await openHouse(await startNodes(1, database))

const count = 320
type Line = { id: string; subject: string }

/** Hundreds of complaints that came by mail, the last one first. */
async function many(page: Page): Promise<readonly Line[]> {
  for (let nth = 0; nth < count; nth += 8) {
    const some = Array.from({ length: 8 }, (_, at) => `${nth + at + 1}番めの傘の骨が折れました`)
    await Promise.all(some.map((words) => receive(page, words)))
  }
  const lines: Line[] = []
  for (let skip = 0; skip < count; skip += 200) {
    const path = `/api/assignment/complaints?words=傘の骨&view=all&limit=200&skip=${skip}`
    lines.push(...(await ask<{ complaints: Line[] }>(page, path)).complaints)
  }
  return lines
}

const list = (page: Page) => page.getByRole('list', { name: '苦情の一覧' })
const shown = (page: Page) =>
  list(page)
    .locator('[data-line]')
    .evaluateAll((rows: { dataset: { line?: string } }[]) =>
      rows.map(({ dataset }) => dataset.line),
    )

/** Wherever one looks stands a line; those that were passed are not kept. */
async function whole(page: Page, lines: readonly Line[]) {
  await expect.poll(() => list(page).locator('li:not(:has([data-line]))').count()).toBe(0)
  const ids = await shown(page)
  const from = lines.findIndex(({ id }) => id === ids[0])
  expect(ids).toEqual(lines.slice(from, from + ids.length).map(({ id }) => id))
  expect(ids.length).toBeLessThan(40)
}

/** The line at the top edge of the list, and how far it has been pushed out. */
const place = (page: Page) =>
  list(page).evaluate(
    (each: { parentElement: { scrollTop: number } | null }) => each.parentElement?.scrollTop,
  )

/** The how-manieth line has the focus; 0: none. */
const focusedAt = (page: Page) =>
  list(page).evaluate(
    (each: { querySelector(selector: string): { ariaPosInSet: string | null } | null }) =>
      Number(each.querySelector('li:focus-within')?.ariaPosInSet ?? 0),
  )

/** Counts the frames in which a place of the list is painted with nothing at all; asked for at the end. */
const watchGaps = `globalThis.gaps = (() => {
  const list = document.querySelector('[data-line]').closest('ul').parentElement
  const { left, top, bottom } = list.getBoundingClientRect()
  let gaps = 0
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => {
    for (let y = top + 8; y < bottom - 8; y += 28)
      if (!document.elementFromPoint(left + 150, y)?.closest('li')) { gaps += 1; break }
    requestAnimationFrame(() => port2.postMessage(null))
  }
  port2.postMessage(null)
  return () => gaps
})()`

async function hold(page: Page, key: string, times: number) {
  for (let time = 0; time < times; time += 1) {
    await page.keyboard.down(key)
    await page.waitForTimeout(33)
  }
  await page.keyboard.up(key)
}

it('長い受信箱を、まわしても、跳んでも、開いて戻っても、見ていたところを見失わない', async () => {
  const page = await sit('sasaki', '/today', { moves: true })
  const lines = await many(page)
  expect(lines.length).toBe(count)
  await page.goto('/inbox?view=all&words=傘の骨')
  await list(page).locator('[data-line]').first().waitFor()
  await settled(page)
  await whole(page, lines)

  await list(page).hover()
  for (let turn = 0; turn < 12; turn += 1) await page.mouse.wheel(0, 1500)
  await expect.poll(() => place(page)).toBeGreaterThan(15_000)
  await whole(page, lines)

  // Into one of them and back: the same lines stand there, and the keys go on from it.
  const [left, ids] = [await place(page), await shown(page)]
  const there = ids[Math.floor(ids.length / 2)] ?? ''
  await page.locator(`[data-line="${there}"]`).click()
  await page.waitForURL(`**/complaints/${there}`)
  await settled(page)
  await page.goBack()
  await list(page).locator(`[data-line="${there}"]`).waitFor()
  expect(await place(page)).toBe(left)
  await whole(page, lines)
  await page.keyboard.press('j')
  const next = lines[lines.findIndex(({ id }) => id === there) + 1]
  await page.locator(`[data-line="${next?.id}"]:focus`).waitFor()
  expect(await place(page)).toBe(left)

  await page.keyboard.press('End')
  await page.locator(`[data-line="${lines.at(-1)?.id}"]:focus`).waitFor()
  await page.keyboard.press('k')
  await page.locator(`[data-line="${lines.at(-2)?.id}"]:focus`).waitFor()
  await whole(page, lines)

  // A new one comes while one reads far down: what one reads stays where it is.
  await expect.poll(() => place(page)).toBeGreaterThan(25_000)
  const [still, below] = [await shown(page), lines.at(-2)]
  const newest = await receive(page, 'いま届いた傘の骨の折れ')
  await page.getByText(`${count + 1}件`).waitFor()
  expect(await shown(page)).toEqual(still)
  await page.locator(`[data-line="${below?.id}"]:focus`).waitFor()
  await axe(page, '長い受信箱')

  await page.keyboard.press('Home')
  await page.locator(`[data-line="${newest}"]`).waitFor()
  await expect.poll(() => place(page)).toBe(0)

  // A screenful at a time, held down: the focus goes along, and no place is left empty on the way.
  await page.keyboard.press('Home')
  await page.locator(`[data-line="${newest}"]:focus`).waitFor()
  await page.evaluate(watchGaps)
  await hold(page, 'PageDown', 12)
  await expect.poll(() => focusedAt(page)).toBeGreaterThan(80)
  await hold(page, 'PageUp', 12)
  await expect.poll(() => focusedAt(page)).toBe(1)
  // The browser glides by itself.
  const before = await place(page)
  await hold(page, 'Space', 12)
  await expect.poll(() => place(page)).toBeGreaterThan((before ?? 0) + 2000)
  expect(await page.evaluate('gaps()'), 'frames with an empty place').toBe(0)
})

it('スマホの幅でも、どのビューにいるかが見えている', async () => {
  const page = await sit('sasaki', '/inbox?view=all', { width: 390 })
  await list(page).locator('[data-line]').first().waitFor()
  await axe(page, '390の受信箱')
  const chosen = page.getByRole('navigation', { name: '保存ビュー' }).locator('[aria-current=true]')
  expect(await chosen.innerText()).toContain('すべて')
  const { x, width } = (await chosen.boundingBox()) ?? { x: -1, width: 0 }
  expect(x).toBeGreaterThanOrEqual(0)
  expect(x + width).toBeLessThanOrEqual(390)
})

it('一万件を超える言葉は「以上」と出て、キーだけで、その先まで読める', async () => {
  const page = await sit('sasaki', '/inbox?view=all', { width: 1024 })
  await writeFinds(database.url, 10_300)
  await page.keyboard.press('/')
  await page.keyboard.type('返金')
  await page.getByText('10,000件以上').waitFor()
  await list(page).locator('[data-line]').first().waitFor()
  await axe(page, '数えきらない受信箱')

  // Without the words all are counted again.
  await page.keyboard.press('Escape')
  await expect.poll(() => list(page).locator('li[aria-setsize="-1"]').count()).toBe(0)
  await page.goto('/inbox?view=all&words=返金')
  await list(page).locator('li[aria-setsize="-1"] [data-line]').first().waitFor()
  await page.keyboard.press('j')
  await list(page).locator('[data-line]:focus').waitFor()
  await page.keyboard.press('End')
  await page.locator('li[aria-posinset="10000"] [data-line]:focus').waitFor()
  for (let nth = 0; nth < 30; nth += 1) await page.keyboard.press('j')
  await page.locator('li[aria-posinset="10030"] [data-line]:focus').waitFor()
})
