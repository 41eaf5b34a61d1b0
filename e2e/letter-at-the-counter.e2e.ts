import { expect, it } from 'vitest'
import { ask, axe, choose, openHouse, press, settled, tabTo, write } from './desk.ts'
import { startNodes } from './world.ts'

const { sit } = await openHouse(await startNodes(1))

/** A page of a letter, drawn here; in two colours, so that turning it can be seen. */
const drawPage = `(async () => {
  const canvas = new OffscreenCanvas(900, 1200)
  const context = canvas.getContext('2d')
  context.fillStyle = '#fdfcf7'
  context.fillRect(0, 0, 900, 1200)
  context.fillStyle = '#333'
  context.font = '34px sans-serif'
  for (const [at, line] of ['前略', '先日お届けの味噌の箱が、', 'つぶれておりました。', '早々', '大森節子'].entries())
    context.fillText(line, 90, 160 + at * 90)
  const blob = await canvas.convertToBlob({ type: 'image/png' })
  return new Uint8Array(await blob.arrayBuffer()).toBase64()
})()`

it('窓口に届いた手紙を、キーボードだけで読み取り、書き写し、証拠つきの苦情にする', async () => {
  const matsui = await sit('matsui', '/today')
  await settled(matsui)
  await matsui.keyboard.press('g')
  await matsui.keyboard.press('l')
  await matsui.getByRole('heading', { name: '手紙・窓口を登録する' }).waitFor()
  await settled(matsui)
  await axe(matsui, '手紙の登録')
  const buffer = Buffer.from(await matsui.evaluate<string>(drawPage), 'base64')
  const page = { name: '一枚目.png', mimeType: 'image/png', buffer }

  const chooser = matsui.waitForEvent('filechooser')
  await press(matsui.getByRole('button', { name: '読み取り・写真を選ぶ' }))
  await (await chooser).setFiles(page)
  await matsui.getByRole('img', { name: '一枚目.png' }).waitFor()
  await matsui.getByText('届きました').waitFor()
  await press(matsui.getByRole('button', { name: '大きくする' }))
  await press(matsui.getByRole('button', { name: '右へ回す' }))
  await choose(matsui.getByRole('group', { name: '届き方' }), '手紙')
  await write(matsui.getByRole('textbox', { name: '届けた人・届き方' }), '息子さんがお持ちになった')
  const words = '前略　先日お届けの味噌の箱が、つぶれておりました。　早々'
  await write(matsui.getByRole('textbox', { name: /^お客様の言葉/ }), words)
  await axe(matsui, '書き写した手紙')
  await write(matsui.getByRole('textbox', { name: 'お名前' }), '大森 節子')
  await write(matsui.getByRole('textbox', { name: '電話番号' }), '０３ー１２３４ー５６７８')
  await matsui.keyboard.press('ControlOrMeta+Enter')

  await matsui.getByRole('log', { name: '経過' }).getByText(words).waitFor()
  await matsui.getByText(/手紙が届きました（.*息子さんがお持ちになった/).waitFor()
  const strip = matsui.getByRole('region', { name: '証拠', exact: true })
  const picture = strip.getByRole('button', { name: '一枚目.png を大きく見る' })
  await picture.waitFor()
  await settled(matsui)
  await axe(matsui, '証拠のある苦情')

  await press(picture)
  const box = matsui.getByRole('dialog', { name: '一枚目.png' })
  await box.getByRole('img', { name: '一枚目.png' }).waitFor()
  await settled(matsui)
  await axe(matsui, '大きく見た証拠')
  await matsui.keyboard.press('Escape')
  await box.waitFor({ state: 'detached' })

  await press(strip.getByRole('button', { name: '証拠を足す' }))
  const more = matsui.waitForEvent('filechooser')
  await press(strip.getByRole('button', { name: 'ファイルを選ぶ' }))
  await (
    await more
  ).setFiles({ name: '封筒.txt', mimeType: 'text/plain', buffer: Buffer.from('消印') })
  await strip.getByRole('button', { name: '封筒.txt を大きく見る' }).waitFor()
  const id = matsui.url().split('/').at(-1) ?? ''
  const { evidence } = await ask<{ evidence: unknown[] }>(matsui, `/api/complaints/${id}/evidence`)
  expect(evidence).toMatchObject([
    { name: '一枚目.png', type: 'image/png', size: buffer.length },
    { name: '封筒.txt', type: 'text/plain' },
  ])
})

it('知っているお客様なら、すでにある苦情に加えられる', async () => {
  const matsui = await sit('matsui', '/inbox')
  const { complaints } = await ask<{
    complaints: { id: string; number: string; customerName: string | null }[]
  }>(matsui, '/api/complaints?view=open')
  const known = complaints.find(({ customerName }) => customerName)
  await matsui.goto('/paper')
  await settled(matsui)
  await choose(matsui.getByRole('group', { name: '届き方' }), '窓口')
  await write(matsui.getByRole('textbox', { name: /^お客様の言葉/ }), 'その後どうなりましたか。')
  await write(matsui.getByRole('searchbox', { name: /^お客様を探す/ }), known?.customerName ?? '')
  const where = matsui.getByRole('group', { name: 'どの苦情ですか' })
  const wanted = where.getByRole('radio', { name: new RegExp(known?.number ?? '-') })
  await wanted.waitFor()
  await tabTo(where.locator('input:checked'))
  for (let presses = 0; presses < 20 && !(await wanted.isChecked()); presses += 1)
    await matsui.keyboard.press('ArrowRight')
  await matsui.keyboard.press('ControlOrMeta+Enter')
  await matsui.getByRole('log', { name: '経過' }).getByText('その後どうなりましたか。').waitFor()
  expect(matsui.url()).toContain(known?.id)
})
