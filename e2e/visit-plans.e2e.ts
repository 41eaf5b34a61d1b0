import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { ask, axe, openHouse, press, receive, settled, tabTo, write } from './desk.ts'
import { startNodes } from './world.ts'

const { sit, forgive } = await openHouse(await startNodes(1))
/** A refused press, and a page on which nobody has pressed anything lets no sound out. */
const known = [/AudioContext was not allowed/, /Failed to load resource/, /preload/]

type Visits = { visits: { id: string; state: string; missing: string[]; report: unknown }[] }

const enter = (page: Page) => page.keyboard.press('ControlOrMeta+Enter')

async function fill(page: Page, lines: Readonly<Record<string, string>>) {
  for (const [name, text] of Object.entries(lines))
    await write(page.getByRole('textbox', { name, exact: true }), text)
}

async function tick(page: Page, group: string, name: string) {
  const box = page.getByRole('group', { name: group }).getByRole('checkbox', { name })
  await box.focus()
  await page.keyboard.press('Space')
}

async function chooseWatcher(page: Page, name: string) {
  const watcher = page.getByLabel('見守る人', { exact: true })
  await tabTo(watcher)
  await watcher.selectOption({ label: name })
}

it('計画、承認、出発できないわけ、取りやめを、キーだけで', async () => {
  forgive(...known)
  const page = await sit('sasaki', '/today')
  const complaintId = await receive(page, '来たら殴ってやるからな。家に来い。')
  await page.goto(`/complaints/${complaintId}`)
  await settled(page)
  await page.keyboard.press('v')
  const dialog = page.getByRole('dialog', { name: '訪問の計画' })
  await dialog.getByText('訪問の目的を書いてください。').waitFor()
  await dialog.getByText('危害の言葉があった').waitFor()
  await axe(page, '訪問の計画')
  await fill(page, {
    '目的（なぜ行くか）': '品を引き取り、お詫びする',
    だれに: '青木 様',
    住所: '静岡市葵区追手町1-1',
    日時に同意いただいた言葉: 'あしたの2時に来て',
    休みの日を選ばれた言葉: '休みの日のほうがいい',
  })
  await tick(page, '訪問する人', '石田')
  await tick(page, '訪問する人', '小林')
  await chooseWatcher(page, '佐々木 恵')
  await fill(page, { 合図の言葉: '青いファイル', 無事を確かめる質問と答え: '昼は？ → そば' })
  await dialog.getByText('外で待つ人を選んでください。').waitFor()
  await enter(page)
  await dialog.waitFor({ state: 'detached' })

  const visit = async () =>
    (await ask<Visits>(page, `/api/complaints/${complaintId}/visits`)).visits[0]
  expect((await visit())?.missing).toEqual(['outside', 'people', 'approval'])
  const kobayashi = await sit('kobayashi', '/visit/', { width: 390 })
  const one = kobayashi.getByRole('listitem').filter({ hasText: '青木 様' })
  await one.getByRole('button', { name: 'この端末で始める' }).tap()
  await kobayashi.getByText('計画に足りないものがあります').waitFor()
  expect(await kobayashi.getByRole('button', { name: '出発' }).isDisabled()).toBe(true)
  await axe(kobayashi, '出発できない計画')

  await press(page.getByRole('button', { name: '計画を変える' }))
  await dialog.waitFor()
  await tick(page, '外で待つ人', '川端')
  await enter(page)
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(async () => (await visit())?.missing).toEqual(['approval'])
  await press(page.getByRole('button', { name: '承認する' }))
  const approval = page.getByRole('dialog', { name: '訪問を承認する' })
  await approval.waitFor()
  await axe(page, '承認')
  await page.keyboard.insertText('玄関先で、外に一人')
  await enter(page)
  await page.getByText('佐々木 恵さんが承認').waitFor()
  await page.getByText('出発できます。').waitFor()

  await press(page.getByRole('button', { name: '取りやめる' }))
  const off = page.getByRole('dialog', { name: '訪問を取りやめる' })
  await off.waitFor()
  await axe(page, '取りやめ')
  await page.keyboard.insertText('お客様から、来なくてよいとお電話')
  await enter(page)
  await off.waitFor({ state: 'detached' })
  await expect.poll(async () => (await visit())?.state).toBe('called-off')
})

it('用紙はA4一枚に収まり、だれが開いて印刷したかが残り、知らせ方は設定で試せる', async () => {
  forgive(...known)
  const page = await sit('sasaki', '/visits')
  await page.getByRole('region', { name: '訓練の記録' }).getByText('引き受けまで 1分').waitFor()
  await axe(page, '訪問')
  const { visits } = await ask<Visits>(page, '/api/visits')
  const out = visits.find(({ state }) => state === 'left')
  await page.goto(`/visits/${out?.id ?? ''}/police`)
  await page.getByRole('article').waitFor()
  await axe(page, '110番の用紙')
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  await page.evaluate(`dispatchEvent(new Event('beforeprint'))`)
  type Kept = { kept: { how: string; byName: string }[] }
  const kept = async () =>
    (await ask<Kept>(page, `/api/visits/${out?.id ?? ''}/police-sheets`)).kept.map(({ how }) => how)
  await expect.poll(async () => new Set(await kept())).toEqual(new Set(['opened', 'printed']))
  await press(page.getByText(/^この用紙を開いた記録/))
  await press(page.getByRole('button', { name: /佐々木 恵さんが見た内容$/ }).first())
  await page.getByRole('dialog').getByText('事件です。').waitFor()
  await axe(page, 'そのときの内容')
  await page.keyboard.press('Escape')

  await page.goto('/visits')
  await press(page.getByRole('button', { name: /^報告(?:済み|を書く)$/ }).first())
  const report = page.getByRole('dialog', { name: '訪問の報告' })
  await report.waitFor()
  await axe(page, '報告')
  await fill(page, { 求められたこと: '念書に署名するように言われた' })
  await enter(page)
  await report.waitFor({ state: 'detached' })

  const fujii = await sit('fujii', '/settings?section=visits')
  await fujii.getByRole('region', { name: '知らせ方で、直すところ' }).waitFor()
  await axe(fujii, '訪問と警報の設定')
  await press(fujii.getByRole('button', { name: '試しに送る' }))
  await fujii.getByText('通知を受け取る端末の登録がありません').waitFor()
})

it('携帯の幅でも、訪問へ一押しで行ける', async () => {
  forgive(...known)
  const page = await sit('ishida', '/today', { width: 390 })
  const bar = page.getByRole('navigation', { name: 'メインメニュー' })
  await bar.getByRole('link', { name: '訪問' }).tap()
  await page.waitForURL('**/visits')
  await page.getByRole('region', { name: '外に出ている訪問' }).waitFor()
  await axe(page, '携帯の幅の訪問')
  expect(await page.evaluate<boolean>('document.body.scrollWidth <= innerWidth')).toBe(true)
})
