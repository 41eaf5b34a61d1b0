import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ask, axe, choose, openHouse, press, settled, textOf, write } from './desk.ts'
import { decide, writeComposing } from './input-method.ts'
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
  await page.getByText('終わったもの 1').waitFor()
  const { reviews } = await ask<{ reviews: { status: string; author: string }[] }>(
    page,
    '/api/intake/reviews',
  )
  expect(reviews).toMatchObject([{ status: 'left-alone', author: '丘の住人' }])
})

const openings = 'ご投稿をありがとうございます。'

it('返信を書き、お客様が分かる言葉を止められ、窓口へお誘いし、二人めの承認で載せて、記録に残す', async () => {
  const page = await sit('kobayashi', '/today')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const id = crypto.randomUUID()
  const words = '急須の注ぎ口が欠けて届きました。電話してもつながりません。'
  const seen = {
    site: 'Google マップ',
    url: 'https://maps.app.goo.gl/pot',
    author: '丘の上',
    stars: 1,
  }
  const data = { id, words, ...seen }
  expect((await page.request.post('/api/intake/reviews', { data })).status()).toBe(200)
  await page.goto('/reviews')
  await settled(page)
  const item = page.getByRole('listitem').filter({ hasText: '注ぎ口が欠けて' })
  await page.keyboard.press('j')
  expect(await item.evaluate((row) => row.matches(':focus'))).toBe(true)
  await page.keyboard.press('r')
  const reply = item.getByRole('region', { name: '公開の返信' })
  const text = reply.getByRole('textbox', { name: '公開の返信の文面' })
  await press(reply.getByRole('button', { name: '記録から' }))
  await expect.poll(() => textOf(text)).toContain('社内で確かめております')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Delete')
  await press(reply.getByRole('button', { name: 'お話をうかがう' }), 'Shift+Tab')
  await expect.poll(() => textOf(text)).toContain(openings)
  const preview = reply.getByRole('region', { name: 'このように載ります' })
  await preview.getByText('直接うかがいたく存じます', { exact: false }).waitFor()
  expect(await preview.innerText()).toContain('バイト')
  await page.keyboard.press('ControlOrMeta+End')
  const session = await writeComposing(text, 'でんわばんごう', '０９０－１２３４－５６７８')
  await decide(session, '０９０－１２３４－５６７８')
  await reply.getByText('お客様の連絡先が入っています', { exact: false }).first().waitFor()
  forgive(/422|409|403/)
  await page.keyboard.press('ControlOrMeta+Enter')
  await reply.getByRole('alert').waitFor()
  await picture('refused-1440-light', page)
  for (let presses = 0; presses < 13; presses += 1) await page.keyboard.press('Backspace')
  await page.keyboard.press('Alt+i')
  await expect.poll(() => textOf(text)).toContain('お問い合わせフォーム')
  await axe(page, '公開の返信を書くとき')
  await page.keyboard.press('ControlOrMeta+Enter')
  await reply.getByText('この文面の承認を待っています', { exact: false }).waitFor()
  await picture('waiting-1440-light', page)
  await approve()
  await reply.getByText('この文面は承認されています', { exact: false }).waitFor()
  const approved = await textOf(text)
  await page.keyboard.press('Alt+c')
  await expect.poll(() => page.evaluate('navigator.clipboard.readText()')).toBe(approved)
  await page.keyboard.press('Alt+p')
  const recording = reply.getByRole('group', { name: '載せました' })
  await write(recording.getByLabel('載せた場所のURL'), 'https://maps.app.goo.gl/pot?reply')
  await axe(page, '載せたことを記すとき')
  await picture('posted-1440-light', page)
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.getByText('載せた返信を残しました', { exact: false }).waitFor()
  await page.goto(`/complaints/${id}`)
  await page.getByText('Google マップに返信を載せました', { exact: false }).waitFor()
  const { replies } = await ask<{ replies: { text: string; url: string; version: number }[] }>(
    page,
    `/api/complaints/${id}/public-reply`,
  )
  const url = 'https://maps.app.goo.gl/pot?reply'
  expect(replies).toMatchObject([{ text: approved, url, version: 1 }])
})

/** A second person, from the queue of approvals. */
async function approve() {
  const leader = await sit('sasaki', '/approvals')
  await settled(leader)
  await leader.getByText('公開の場に載せる言葉', { exact: false }).first().waitFor()
  const ours = leader
    .locator('[data-approval][aria-current="true"]')
    .filter({ hasText: '公開の場' })
  for (let presses = 0; presses < 20 && (await ours.count()) === 0; presses += 1)
    await leader.keyboard.press('j')
  await leader.keyboard.press('a')
  await leader.getByRole('textbox', { name: /^条件/ }).waitFor()
  await leader.keyboard.press('ControlOrMeta+Enter')
}

it.each([
  [1024, 'dark'],
  [390, 'light'],
] as const)('幅%iの%sでも、読めて、使える', async (width, scheme) => {
  const page = await sit('matsui', '/reviews', { width, scheme })
  await settled(page)
  await page.getByRole('textbox', { name: '口コミをそのまま貼る' }).fill(pasted)
  await page.getByText('すべて', { exact: true }).click()
  await page.getByText('すでにお電話で解決したため').waitFor()
  const answered = page.getByRole('listitem').filter({ hasText: '注ぎ口が欠けて' })
  await answered.getByRole('button', { name: /^返信を開く/ }).click()
  await answered.getByRole('list', { name: '載せた返信' }).waitFor()
  expect(await page.getByLabel('投稿者').inputValue()).toBe('港の見える丘の住人')
  await axe(page, `口コミ ${width}`)
  await picture(`list-${width}-${scheme}`, page)
})

async function picture(name: string, page: Awaited<ReturnType<typeof sit>>) {
  const to = process.env['UKETOME_PICTURES']
  if (to) await page.screenshot({ path: join(to, `reviews-${name}.png`), fullPage: true })
}
