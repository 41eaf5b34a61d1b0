import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { ask, axe, openHouse, press, settled, tabTo, write } from './desk.ts'
import { decide, writeComposing } from './input-method.ts'
import { startNodes } from './world.ts'

const { sit } = await openHouse(await startNodes(1))

type Line = { complaintId: string; number: string }

async function pick(page: Page, label: string, name: string) {
  const select = page.getByLabel(label, { exact: true })
  await tabTo(select)
  await select.selectOption({ label: name })
}

const linesOf = async (page: Page) =>
  (await ask<{ lines: Line[] }>(page, '/api/escalation/shift-lines')).lines

it('申し送りを渡すと、受け取った人が一件ずつ確かめ、渡した人に見える', async () => {
  const matsui = await sit('matsui', '/shift')
  await settled(matsui)
  const lines = await linesOf(matsui)
  expect(lines.length).toBeGreaterThan(0)
  const [first] = lines
  await write(
    matsui.getByRole('textbox', { name: `${first?.number} へのひとこと` }),
    '夕方は留守だそうです',
  )
  await matsui.getByText('この端末に書きかけを保存しています').waitFor()
  await matsui.reload()
  await settled(matsui)
  await expect
    .poll(() => matsui.getByRole('textbox', { name: `${first?.number} へのひとこと` }).inputValue())
    .toBe('夕方は留守だそうです')
  await pick(matsui, '受け取る人', '小林 大輔')
  await axe(matsui, '申し送り')
  await press(matsui.getByRole('button', { name: `${lines.length}件を申し送る` }))
  await matsui.getByText(`${lines.length}件のうち0件を確認`).waitFor()

  const kobayashi = await sit('kobayashi', '/shift', { width: 390, scheme: 'dark' })
  await settled(kobayashi)
  await kobayashi.getByText('夕方は留守だそうです').waitFor()
  await axe(kobayashi, '受け取った申し送り')
  await press(kobayashi.getByRole('button', { name: `${first?.number} を確認しました` }))
  await kobayashi.getByText(`${lines.length}件のうち1件を確認`).waitFor()
  await matsui.getByText(`${lines.length}件のうち1件を確認`).waitFor()
})

it('窓口の全員への申し送りを、変換しながら書いて送り、ほかの人が「見ました」を押すと、その場で分かる', async () => {
  const [matsui, kobayashi] = [await sit('matsui', '/shift'), await sit('kobayashi', '/shift')]
  await settled(matsui)
  await settled(kobayashi)
  const text = '十八時から、注文の画面が止まります。'
  const note = matsui.getByRole('textbox', { name: /^次の番に伝えること/ })
  await pick(matsui, '受け取る人', '電話・窓口（窓口の全員）')
  await tabTo(note)
  const composing = await writeComposing(note, 'じゅうはちじから', text)
  const told = () => matsui.getByRole('button', { name: 'この申し送りを印刷する' }).count()
  const before = await told()
  await decide(composing, text)
  await matsui.keyboard.press('ControlOrMeta+Enter')
  await expect.poll(told, { message: 'sent once, and not while composing' }).toBe(before + 1)

  const received = kobayashi.getByRole('region', { name: /→ 電話・窓口（/ })
  await received.getByText(text).waitFor()
  await axe(kobayashi, '窓口への申し送り')
  await press(received.getByRole('button', { name: '見ました' }))
  await received.getByText(/^見ました：小林 大輔/).waitFor()
  const given = matsui.getByRole('region', { name: /→ 電話・窓口（/ })
  await given.getByText(/^見ました：小林 大輔/).waitFor()
  expect(await given.getByText(/^まだ：.*佐々木 恵/).count()).toBe(1)
})

it('急に休んだ人の仕事を、SVが行き先を見てから引き渡し、元に戻せる', async () => {
  const matsui = await sit('matsui', '/today')
  await settled(matsui)
  const [{ complaintId, number } = { complaintId: '', number: '' }] = await linesOf(matsui)
  const owner = async () =>
    (await ask<{ owner: { name: string } | null }>(matsui, `/api/complaints/${complaintId}`)).owner
      ?.name
  const sasaki = await sit('sasaki', '/shift?part=absence', { width: 1024, scheme: 'dark' })
  await settled(sasaki)
  const before = await owner()
  expect(before).toBe('松井 あかり')
  await pick(sasaki, '引き渡す人', '松井 あかり')
  await sasaki.getByRole('combobox', { name: `${number} 苦情 の行き先` }).waitFor()
  await sasaki
    .getByText(/^理由：/)
    .first()
    .waitFor()
  const make = sasaki.getByRole('button', { name: /件を引き渡す$/ })
  await make.waitFor()
  const selects = sasaki.getByRole('combobox', { name: /の行き先$/ })
  const count = await selects.count()
  expect(count).toBeGreaterThan(0)
  for (let index = 0; index < count; index += 1)
    await selects.nth(index).selectOption({ label: '高木 誠' })
  await sasaki
    .getByText(/が承ります/)
    .first()
    .waitFor()
  await write(sasaki.getByRole('textbox', { name: /^引き渡す理由/ }), '急なお休みのため')
  await axe(sasaki, '不在の引き渡し')
  await press(make)
  await sasaki.getByRole('button', { name: '元に戻す' }).waitFor()
  expect(await owner()).toBe('高木 誠')
  await press(sasaki.getByRole('button', { name: '元に戻す' }))
  await sasaki.getByText('元に戻しました').waitFor()
  expect(await owner()).toBe(before)
})

it('管理者は、引き継ぎの決まりと社外の窓口を直せる', async () => {
  const fujii = await sit('fujii', '/settings?section=hand-over')
  await settled(fujii)
  await press(fujii.getByRole('button', { name: '決まりを加える' }))
  await write(fujii.getByRole('textbox', { name: /^決まりの名前/ }), '営業時間外')
  await pick(fujii, '時間', '営業時間外')
  await pick(fujii, 'つなぎ方', 'いつも折り返し')
  await axe(fujii, '引き継ぎの決まり')
  await press(fujii.getByRole('button', { name: '決まりを保存する' }))
  await fujii.getByText(/藤井 直子さんが変更/).waitFor()
  const { rules } = await ask<{ rules: { name: string; hours: string; mode: string }[] }>(
    fujii,
    '/api/escalation/routes',
  )
  expect(rules).toMatchObject([{ name: '営業時間外', hours: 'closed', mode: 'call-back' }])
})
