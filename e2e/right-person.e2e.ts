import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { ask, axe, choose, openHouse, press, receive, settled, tabTo, write } from './desk.ts'
import { startNodes } from './world.ts'

const { sit } = await openHouse(await startNodes(1))

const askDialog = (page: Page) => page.getByRole('dialog', { name: '引き継ぐ・折り返す' })
const marked = (dialog: Locator, way: string) =>
  dialog.getByRole('radio', { name: way, exact: true, checked: true })
const status = (page: Page) => page.getByRole('list', { name: 'SVへのお願い' })

async function call(who: 'matsui' | 'sasaki') {
  const page = await sit(who, '/today', { width: 1024 })
  await settled(page)
  await page.keyboard.press('F2')
  await page.waitForURL('**/calls/*')
  await page.getByRole('textbox', { name: 'メモ' }).waitFor()
  const callId = page.url().split('/').at(-1)
  const { complaintId } = await ask<{ complaintId: string }>(page, `/api/intake/calls/${callId}`)
  return { page, complaintId }
}

async function end(page: Page) {
  await page.keyboard.press('F10')
  await page.getByRole('dialog', { name: 'どのように終わりましたか' }).waitFor()
  await page.keyboard.press('1')
  await page.getByRole('heading', { name: /おつかれさまでした/ }).waitFor()
}

it('SVの手が空いていれば、いま替わる人と理由が見え、頼むとすぐ届く', async () => {
  const sasaki = await sit('sasaki', '/board')
  await settled(sasaki)
  const { page: matsui, complaintId } = await call('matsui')
  await matsui.keyboard.press('F8')
  const dialog = askDialog(matsui)
  await dialog.getByText('佐々木 恵さんに、いま替わってもらいます').waitFor()
  await dialog.getByText('画面の前にいる').waitFor()
  await marked(dialog, 'いま替わる').waitFor()
  await write(dialog.getByRole('textbox', { name: '伝えること' }), '責任者とのお話をお望みです')
  await axe(matsui, '替わる人と理由')
  await matsui.keyboard.press('ControlOrMeta+Enter')
  await dialog.waitFor({ state: 'detached' })
  await status(matsui).getByText('まだ見ていません').first().waitFor({ state: 'attached' })
  await sasaki.goto(`/hand-over/${complaintId}`)
  await sasaki.getByRole('button', { name: '見ました' }).waitFor()
  await sasaki.keyboard.press('s')
  await status(matsui).getByText('佐々木 恵さんが見ました').waitFor()
  await matsui.keyboard.press('Alt+o')
  const outside = matsui.getByRole('dialog', { name: 'ほかの相談窓口' })
  await outside.getByRole('checkbox', { name: /消費者ホットライン/ }).waitFor()
  await matsui.keyboard.press('Escape')
  await outside.waitFor({ state: 'detached' })
  const { requests } = await ask<{ requests: { mode: string; toName: string }[] }>(
    matsui,
    `/api/escalation/requests?complaintId=${complaintId}`,
  )
  expect(requests).toMatchObject([{ mode: 'connect', toName: '佐々木 恵' }])
  await end(matsui)
})

it('SVが通話中なら折り返しになり、うかがった時間が約束の台帳に残る', async () => {
  const { page: sasaki } = await call('sasaki')
  const { page: matsui, complaintId } = await call('matsui')
  await matsui.keyboard.press('F8')
  const dialog = askDialog(matsui)
  await tabTo(dialog.getByLabel('頼む相手'))
  await dialog.getByLabel('頼む相手').selectOption({ label: '佐々木 恵 · SV' })
  await dialog.getByText('いま替われる人がいません', { exact: false }).waitFor()
  await marked(dialog, '折り返しお電話する').waitFor()
  await dialog.getByText(/責任者の佐々木.*から折り返しお電話いたします/).waitFor()
  expect(await dialog.getByRole('radio', { name: /^いま替わる/ }).isDisabled()).toBe(true)
  await write(dialog.getByRole('textbox', { name: '伝えること' }), '佐々木さんとのお話をお望みです')
  // What was written outlives a crash of the page.
  await matsui.reload()
  await matsui.getByRole('textbox', { name: 'メモ' }).waitFor()
  await matsui.keyboard.press('F8')
  const kept = dialog.getByRole('textbox', { name: '伝えること' })
  await expect.poll(() => kept.inputValue()).toBe('佐々木さんとのお話をお望みです')
  await choose(dialog.getByRole('group', { name: '誰に' }), '名指しされた人')
  await write(dialog.getByRole('textbox', { name: /^名指しされた人/ }), 'ささきさん')
  await press(dialog.getByRole('radio', { name: /佐々木 恵/ }))
  await dialog.getByRole('radio', { name: /佐々木 恵/ }).press('Space')
  await dialog.getByText('佐々木 恵さんから、折り返します').waitFor()
  await dialog.getByText('通話中').first().waitFor()
  await dialog.getByLabel('日', { exact: true }).fill('2031-11-25')
  await dialog.getByLabel('何時から').fill('15:00')
  await dialog.getByLabel('何時まで').fill('16:00')
  await write(dialog.getByRole('textbox', { name: '電話番号' }), '054-000-1234')
  await dialog.getByText('の15:00から16:00のあいだに').waitFor()
  await axe(matsui, '折り返しの取り決め')
  await matsui.keyboard.press('ControlOrMeta+Enter')
  await dialog.waitFor({ state: 'detached' })
  const { commitments } = await ask<{ commitments: { words: string; ownerName: string }[] }>(
    matsui,
    `/api/complaints/${complaintId}/commitments`,
  )
  expect(commitments).toMatchObject([
    { words: '佐々木 恵から折り返しお電話する', ownerName: '佐々木 恵' },
  ])
  await end(matsui)
  await end(sasaki)
})

it('納得されないお客様に、ほかの窓口をご案内し、記録に残す', async () => {
  const sasaki = await sit('sasaki', '/today')
  await settled(sasaki)
  const complaintId = await receive(sasaki, '消費生活センターに相談します。納得できません。')
  await sasaki.goto(`/complaints/${complaintId}`)
  await sasaki.getByRole('button', { name: /^ほかの相談窓口：お客様が社外の窓口を口に/ }).waitFor()
  await sasaki.keyboard.press('Alt+o')
  const bodies = sasaki.getByRole('dialog', { name: 'ほかの相談窓口' })
  await bodies.getByText('社外の窓口を口にされました', { exact: false }).waitFor()
  const first = bodies.getByRole('checkbox', { name: /消費者ホットライン/ })
  await tabTo(first)
  await sasaki.keyboard.press('Space')
  await bodies.getByText('お電話番号は、188番でございます', { exact: false }).waitFor()
  await axe(sasaki, 'ほかの相談窓口')
  await sasaki.keyboard.press('ControlOrMeta+Enter')
  await bodies.waitFor({ state: 'detached' })
  await sasaki.getByText('ほかの相談窓口をご案内しました：消費者ホットライン').first().waitFor()
  await sasaki.goto(`/hand-over/${complaintId}`)
  const onSheet = sasaki.getByRole('region', { name: /ほかの相談窓口/ })
  await onSheet.getByText(/^ご案内済み：消費者ホットライン/).waitFor()
  const { told } = await ask<{ told: string[] }>(
    sasaki,
    `/api/complaints/${complaintId}/outside-bodies`,
  )
  expect(told).toHaveLength(1)
})
