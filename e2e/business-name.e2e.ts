import { expect, it } from 'vitest'
import { axe, openHouse, press, settled } from './desk.ts'
import { startNodes } from './world.ts'

const { sit } = await openHouse(await startNodes(1))

it('応対者は、お客様に名乗る名前を自分で決め、通話の言葉もその名になり、取り消せる', async () => {
  const page = await sit('matsui', '/settings?section=members')
  await settled(page)
  await press(page.getByRole('button', { name: '松井 あかりさんがお客様に名乗る名前を変える' }))
  await page.keyboard.insertText('木下')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await page.getByText('松井 あかりさんは、お客様に「木下」と名乗ります。').waitFor()
  await axe(page, '名乗る名前を決めた設定')
  const others = page.getByRole('button', { name: /名乗る名前を変える/ })
  expect(await others.count(), 'ほかの人の名前は変えられない').toBe(1)

  await page.keyboard.press('F2')
  await page.waitForURL('**/calls/*')
  await page
    .getByRole('button', { name: /木下でございます/ })
    .first()
    .waitFor()
  expect(await page.getByRole('button', { name: /松井でございます/ }).count()).toBe(0)
})
