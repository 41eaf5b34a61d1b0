import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ask, axe, choose, openHouse, press, settled, write } from './desk.ts'
import { startNodes } from './world.ts'

const { sit, forgive } = await openHouse(await startNodes(1))

const pasted = [
  '港の見える丘の住人',
  'ローカルガイド · 12 件のクチコミ',
  '★★☆☆☆ 3 か月前',
  '包丁の研ぎ直しを頼んだら、柄が割れて戻ってきました。もう頼みません。',
  'https://maps.app.goo.gl/abc123',
].join('\n')

it('口コミを貼り、読み取ったものを直して受け付け、どうしたかを記す。すべて手元のキーだけで', async () => {
  const page = await sit('kobayashi', '/reviews')
  await settled(page)
  await axe(page, '口コミ、何もないとき')
  await write(page.getByRole('textbox', { name: '口コミをそのまま貼る' }), pasted)
  const author = page.getByLabel('投稿者')
  expect(await author.inputValue()).toBe('港の見える丘の住人')
  expect(await page.getByLabel('サイト').inputValue()).toBe('Google マップ')
  expect(await page.getByLabel('星の数').inputValue()).toBe('2')
  await write(author, '丘の住人')
  await picture('paste-1440-light', page)
  await axe(page, '読み取ったあと')
  await press(page.getByRole('button', { name: '苦情として受け付ける' }))
  const item = page.getByRole('listitem').filter({ hasText: '柄が割れて' })
  await item.getByText('丘の住人').waitFor()
  await press(item.getByRole('button', { name: 'どうしたかを記す' }))
  await choose(item.getByRole('group', { name: 'どうしましたか' }), 'そっとしておく')
  forgive(/422/)
  await press(item.getByRole('button', { name: '記す', exact: true }))
  await item.getByText('理由を書いてください', { exact: false }).waitFor()
  await write(item.getByLabel('理由'), 'すでにお電話で解決したため', 'Shift+Tab')
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.getByText('そっとしておく 1').waitFor()
  const { reviews } = await ask<{ reviews: { status: string; author: string }[] }>(
    page,
    '/api/intake/reviews',
  )
  expect(reviews).toMatchObject([{ status: 'left-alone', author: '丘の住人' }])
})

it.each([
  [1024, 'dark'],
  [390, 'light'],
] as const)('幅%iの%sでも、読めて、使える', async (width, scheme) => {
  const page = await sit('matsui', '/reviews', { width, scheme })
  await settled(page)
  await page.getByRole('textbox', { name: '口コミをそのまま貼る' }).fill(pasted)
  await page.getByText('すべて', { exact: true }).click()
  await page.getByText('すでにお電話で解決したため').waitFor()
  expect(await page.getByLabel('投稿者').inputValue()).toBe('港の見える丘の住人')
  await axe(page, `口コミ ${width}`)
  await picture(`list-${width}-${scheme}`, page)
})

async function picture(name: string, page: Awaited<ReturnType<typeof sit>>) {
  const to = process.env['UKETOME_PICTURES']
  if (to) await page.screenshot({ path: join(to, `reviews-${name}.png`), fullPage: true })
}
