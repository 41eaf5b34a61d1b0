import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { ask, openHouse, press, receive, settled, tabTo } from './desk.ts'
import { decide, writeComposing } from './input-method.ts'
import { startNodes } from './world.ts'

const { sit } = await openHouse(await startNodes(1))

/** What the page wanted to change on the server since. */
function changes(page: Page): string[] {
  const sent: string[] = []
  page.on('request', (request) => {
    const isReading = request.method() === 'GET' || request.url().endsWith('/reading')
    if (!isReading && request.url().includes('/api/')) sent.push(request.url())
  })
  return sent
}

type Entries = { entries: { type: string; payload: { text?: string } | null }[] }
const notes = async (page: Page, complaintId: string) => {
  const { entries } = await ask<Entries>(page, `/api/complaints/${complaintId}/timeline`)
  return entries.filter(({ type }) => type === 'complaints.noted')
}

it('苦情の記入欄：変換中の Enter は、Ctrl を足しても書き留めない', async () => {
  const page = await sit('kobayashi', '/today')
  const complaintId = await receive(page, '届いた皿が欠けていました。')
  await page.goto(`/complaints/${complaintId}`)
  await settled(page)
  await page.keyboard.press('n')
  const field = page.locator('textarea:focus')
  await field.waitFor()
  const sent = changes(page)
  const session = await writeComposing(field, 'おさらがかけていた', 'お皿が欠けていた')
  expect(await notes(page, complaintId)).toHaveLength(0)
  await decide(session, 'お皿が欠けていた')
  await page.keyboard.press('Enter')
  expect(await field.inputValue()).toBe('お皿が欠けていた\n')
  expect(sent).toEqual([])
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect.poll(() => notes(page, complaintId)).toHaveLength(1)
})

it('応対の型の編集：変換中の Enter は、下書きに保存しない', async () => {
  const page = await sit('fujii', '/settings?section=playbooks')
  await settled(page)
  const list = page.getByRole('navigation', { name: '型の一覧' })
  await press(list.getByRole('button', { name: /^保留/ }))
  const field = page.getByRole('textbox', { name: '「保留」の文（YAML）' })
  await tabTo(field)
  await page.keyboard.press('ControlOrMeta+End')
  const sent = changes(page)
  const session = await writeComposing(field, '# やかん', '# 夜間')
  await page.getByText('まだ保存していません').waitFor()
  await decide(session, '# 夜間')
  expect(sent).toEqual([])
  await page.keyboard.press('ControlOrMeta+Enter')
  await list.getByText('会社で変更').waitFor()
  expect(sent).toHaveLength(1)
})

it('ささやき：変換中の Enter は届けず、決まってからの Enter が一度だけ届ける', async () => {
  const matsui = await sit('matsui', '/today')
  await settled(matsui)
  await matsui.keyboard.press('F2')
  await matsui.waitForURL('**/calls/*')
  const callId = matsui.url().split('/').at(-1)
  const page = await sit('sasaki', `/board/${callId}`)
  const field = page.getByRole('textbox', { name: 'ささやき（80字まで）' })
  await tabTo(field)
  const list = page.getByRole('list', { name: '届けたささやき' })
  const session = await writeComposing(field, 'ゆっくりでだいじょうぶ', 'ゆっくりで大丈夫')
  await page.waitForTimeout(300) // what was sent by mistake would stand there by now
  expect(await list.count()).toBe(0)
  await decide(session, 'ゆっくりで大丈夫')
  await page.keyboard.press('Enter')
  await list.getByText('ゆっくりで大丈夫').waitFor()
  expect(await list.getByRole('listitem').count()).toBe(1)
  await expect.poll(() => field.inputValue()).toBe('')

  await matsui.keyboard.press('F10')
  await matsui.getByRole('dialog', { name: 'どのように終わりましたか' }).waitFor()
  await matsui.keyboard.press('1')
  await matsui.getByRole('heading', { name: /おつかれさまでした/ }).waitFor()
})

it('コマンドパレット：変換中の Enter と矢印は、選びも動きもしない', async () => {
  const page = await sit('kobayashi', '/today')
  await settled(page)
  await page.keyboard.press('ControlOrMeta+k')
  const field = page.getByRole('combobox')
  await field.waitFor()
  const session = await writeComposing(field, 'じゅしんばこ', '受信箱')
  expect(new URL(page.url()).pathname).toBe('/today')
  await page
    .getByRole('option', { name: /受信箱/ })
    .first()
    .waitFor()
  const active = await field.getAttribute('aria-activedescendant')
  const arrow = { key: 'ArrowDown', code: 'ArrowDown', windowsVirtualKeyCode: 229 }
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...arrow })
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...arrow })
  expect(await field.getAttribute('aria-activedescendant')).toBe(active)
  await decide(session, '受信箱')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/inbox')
  expect(await page.getByRole('combobox').count()).toBe(0)
})
