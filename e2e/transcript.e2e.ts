import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { ask, axe, openHouse, receive, settled, tabTo } from './desk.ts'
import { startNodes } from './world.ts'

const { sit } = await openHouse(await startNodes(1))

type Said = { id: string; speaker: 'customer' | 'operator'; text: string; state: string }

const transcript = (page: Page) => page.getByRole('region', { name: '文字起こし' })
const guide = (page: Page) => page.getByRole('region', { name: '応対ナビ' })

/** What a speech-to-text of any make sends, one utterance at a time. */
async function hear(page: Page, complaintId: string, said: Said): Promise<void> {
  const data = { ...said, at: new Date().toISOString() }
  const answer = await page.request.post(`/api/complaints/${complaintId}/utterances`, { data })
  expect(answer.status(), await answer.text()).toBe(200)
}

it('話しているそばから言葉が映り、合図が光り、話し終わる前に応対ナビが動く', async () => {
  const page = await sit('matsui', '/today', { width: 1024 })
  await settled(page)
  await page.keyboard.press('F2')
  await page.waitForURL('**/calls/*')
  const callId = page.url().split('/').at(-1) ?? ''
  const { complaintId } = await ask<{ complaintId: string }>(page, `/api/intake/calls/${callId}`)
  await guide(page).getByRole('heading', { level: 2 }).waitFor()
  expect(await transcript(page).count()).toBe(0)

  const greeting = { id: crypto.randomUUID(), speaker: 'operator' as const, state: 'final' }
  await hear(page, complaintId, {
    ...greeting,
    text: 'お電話ありがとうございます。松井でございます。',
  })
  const line = transcript(page).getByRole('listitem').filter({ hasText: 'お電話ありがとう' })
  await line.getByText('こちら：').waitFor({ state: 'attached' })

  // The words grow, and the guide does not wait for the end of the sentence.
  const said = { id: crypto.randomUUID(), speaker: 'customer' as const, state: 'provisional' }
  await hear(page, complaintId, { ...said, text: '箱を開けたら瓶が割れてて' })
  const words = transcript(page).getByRole('log').getByRole('listitem').last()
  await words.getByText('（未確定）').waitFor({ state: 'attached' })
  await hear(page, complaintId, {
    ...said,
    text: '箱を開けたら瓶が割れてて、子どもがけがをしました',
  })
  await words.locator('mark').first().waitFor()
  await guide(page).getByText('安全が先').waitFor()
  const cues = transcript(page).getByRole('list', { name: 'いまのお話に合図' })
  await cues.getByText('けが・事故').waitFor()
  // A screen reader is told the cue, once, and not the growing text.
  const told = transcript(page).getByRole('status')
  await expect.poll(() => told.textContent()).toMatch(/^合図：.*けが・事故/u)
  await axe(page, '通話中の文字起こし')

  const notes = async () => {
    const path = `/api/complaints/${complaintId}/timeline`
    const { entries } = await ask<{ entries: { type: string }[] }>(page, path)
    return entries.filter(({ type }) => type === 'complaints.noted').length
  }
  expect(await notes()).toBe(1)
  const final = {
    ...said,
    text: '箱を開けたら瓶が割れていて、子どもがけがをしました。',
    state: 'final',
  }
  await hear(page, complaintId, final)
  await hear(page, complaintId, final)
  await words.getByText('割れていて').waitFor()
  await words.getByText('（未確定）').waitFor({ state: 'detached' })
  expect(await notes()).toBe(2)
  expect(await told.textContent()).not.toMatch(/。 合図/u)

  // Scrolled by keys, and the note line is still there for what no machine hears.
  await tabTo(transcript(page).getByRole('log'), 'Shift+Tab')
  const noteLine = page.getByRole('textbox', { name: 'メモ' })
  await tabTo(noteLine)
  await page.keyboard.insertText('声が震えている')
  await page.keyboard.press('Enter')
  const noteLog = page.getByRole('log', { name: 'この通話のメモ' })
  await noteLog.getByText('声が震えている').waitFor()
  expect(await noteLog.getByText('割れていて').count()).toBe(0)

  await page.keyboard.press('F10')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('2')
  await page.getByRole('heading', { name: /おつかれさまでした/ }).waitFor()
})

it.each([
  { width: 1440, scheme: 'light' },
  { width: 1024, scheme: 'dark' },
  { width: 390, scheme: 'dark' },
] as const)('苦情の画面でも、いまのお話が映る：$width $scheme', async (seat) => {
  const page = await sit('sasaki', '/today', seat)
  const complaintId = await receive(page, '届いた瓶のことで、電話をいただきました。')
  await page.goto(`/complaints/${complaintId}`)
  await settled(page)
  const said = { id: crypto.randomUUID(), speaker: 'customer' as const, state: 'provisional' }
  await hear(page, complaintId, { ...said, text: '責任者を出してください' })
  await transcript(page).locator('mark').first().waitFor()
  await axe(page, `文字起こし ${seat.width}`)

  const final = {
    ...said,
    text: '責任者を出してくださいよ、先週も電話したんだから。',
    state: 'final',
  }
  await hear(page, complaintId, final)
  // What is final stands in the record, said to be heard by a machine.
  const entry = page.getByRole('log', { name: '経過' }).getByRole('listitem').last()
  await entry.getByText('先週も電話した').waitFor()
  await entry.getByText('文字起こし').waitFor()
  await expect.poll(() => transcript(page).getByText('（未確定）').count()).toBe(0)
  await transcript(page).getByRole('listitem').first().waitFor()
})
