import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { ask, axe, openHouse, press, settled, tabTo, write } from './desk.ts'
import { startNodes } from './world.ts'

const { sit } = await openHouse(await startNodes(2))

type Request = { id: string; complaintId: string; state: string; askedByName: string }

const guide = (page: Page) => page.getByRole('region', { name: '応対ナビ' })
const status = (page: Page) => page.getByRole('list', { name: 'SVへのお願い' })

/** 松井 takes a call on which somebody higher is wanted. */
async function callWanting(words: string) {
  const page = await sit('matsui', '/today', { width: 1024 })
  await settled(page)
  await page.keyboard.press('F2')
  await page.waitForURL('**/calls/*')
  const callId = page.url().split('/').at(-1)
  const { complaintId } = await ask<{ complaintId: string }>(page, `/api/intake/calls/${callId}`)
  const line = page.getByRole('textbox', { name: 'メモ' })
  await line.waitFor()
  await tabTo(line)
  await page.keyboard.insertText(words)
  await page.keyboard.press('Enter')
  await page.getByRole('log', { name: 'この通話のメモ' }).getByText(words).waitFor()
  return { page, complaintId }
}

async function end(page: Page) {
  await page.keyboard.press('F10')
  await page.getByRole('dialog', { name: 'どのように終わりましたか' }).waitFor()
  await page.keyboard.press('1')
  await page.getByRole('heading', { name: /おつかれさまでした/ }).waitFor()
}

it('「上司を出せ」から引き継ぎ票まで、見ましたが応対者に届き、引き受けると担当が替わる', async () => {
  const sasaki = await sit('sasaki', '/today', { node: 1 })
  await settled(sasaki)
  const { page: matsui, complaintId } = await callWanting('いいから上司を出してください。')
  // The play that was called up stands in front.
  await guide(matsui)
    .getByText(/とおっしゃいました/)
    .waitFor()

  await matsui.keyboard.press('F8')
  const dialog = matsui.getByRole('dialog', { name: '引き継ぐ・折り返す' })
  await dialog.waitFor()
  expect(await dialog.getByRole('textbox', { name: '伝えること' }).inputValue()).toBe(
    '「いいから上司を出してください。」',
  )
  await axe(matsui, '引き継ぎを頼む')
  await matsui.keyboard.press('ControlOrMeta+Enter')
  await status(matsui).getByText('まだ見ていません').first().waitFor({ state: 'attached' })

  // The supervisor hears of it at once, on the other node, and opens the sheet from the notice.
  await press(sasaki.getByRole('button', { name: '引き継ぎ票を見る' }))
  await sasaki.waitForURL(`**/hand-over/${complaintId}`)
  const sheet = sasaki.getByRole('article', { name: '引き継ぎ票' })
  await sheet.getByRole('heading', { name: '最初の一言' }).waitFor()
  await sheet.getByText('上司を出してください').first().waitFor()
  await axe(sasaki, '引き継ぎ票')

  await sasaki.getByRole('button', { name: '見ました' }).waitFor()
  await sasaki.keyboard.press('s')
  await status(matsui).getByText('佐々木 恵さんが見ました').waitFor({ timeout: 5000 })

  await sasaki.keyboard.press('a')
  await sasaki.waitForURL(`**/complaints/${complaintId}`)
  await status(matsui).getByText('佐々木 恵さんが引き受けました').waitFor({ timeout: 5000 })
  const { owner } = await ask<{ owner: { name: string } }>(matsui, `/api/complaints/${complaintId}`)
  expect(owner.name).toBe('佐々木 恵')
  await axe(matsui, '引き継いだ通話')
  await end(matsui)
})

it('静かに助けを呼ぶと、SVに届き、返事をそえて戻せる', async () => {
  const { page: matsui, complaintId } = await callWanting('もう何度も同じ話をしています。')
  await matsui.keyboard.press('F9')
  await status(matsui).getByText('まだ見ていません').first().waitFor({ state: 'attached' })
  const waiting = await ask<{ requests: Request[] }>(
    matsui,
    `/api/escalation/requests?complaintId=${complaintId}`,
  )
  expect(waiting.requests.map(({ askedByName }) => askedByName)).toEqual(['松井 あかり'])

  const sasaki = await sit('sasaki', `/hand-over/${complaintId}`, { node: 1, width: 390 })
  await sasaki.getByRole('button', { name: '戻す' }).waitFor()
  await axe(sasaki, '携帯の引き継ぎ票')
  await sasaki.keyboard.press('r')
  const dialog = sasaki.getByRole('dialog', { name: '応対者に戻す' })
  await write(dialog.getByRole('textbox'), '送料の返金までは、このままご案内して大丈夫です')
  await sasaki.keyboard.press('ControlOrMeta+Enter')
  await dialog.waitFor({ state: 'detached' })
  await status(matsui)
    .getByText('佐々木 恵さんから戻りました：送料の返金までは', { exact: false })
    .waitFor({ timeout: 5000 })
  await end(matsui)
})

it('引き継ぎ票は、A4一枚に収まる', async () => {
  const sasaki = await sit('sasaki', '/today')
  await settled(sasaki)
  const { requests } = await ask<{ requests: Request[] }>(
    sasaki,
    '/api/escalation/requests?show=all',
  )
  const complaints = [...new Set(requests.map(({ complaintId }) => complaintId))]
  expect(complaints.length).toBeGreaterThan(0)
  for (const complaintId of complaints.slice(0, 4)) {
    await sasaki.goto(`/hand-over/${complaintId}`)
    await sasaki.getByRole('heading', { name: '最初の一言' }).waitFor()
    await settled(sasaki)
    const pdf = await sasaki.pdf({ format: 'A4' })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  }
})
