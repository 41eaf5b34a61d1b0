import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { deskAddress, deskMailbox } from '#test/desk-mailbox.ts'
import { ask } from './desk.ts'

export const desk = deskAddress

/** The administrator (`page`) gives the desk its mailbox, whose mail leaves by the post office at this port. */
export async function giveMailbox(page: Page, port: number, undoSeconds: number): Promise<void> {
  const data = deskMailbox(port)
  const { mailboxes } = await ask<{ mailboxes: { id: string }[] }>(page, '/api/intake/mailboxes')
  const id = mailboxes[0]?.id ?? crypto.randomUUID()
  const kept = await page.request.put(`/api/intake/mailboxes/${id}`, { data })
  expect(kept.status(), await kept.text()).toBe(200)
  const settings = { undoSeconds, acknowledges: true, acknowledgement: null, silentMailboxes: [] }
  const set = await page.request.put('/api/letters/settings', { data: settings })
  expect(set.status(), await set.text()).toBe(200)
}

/** A message comes to the desk; answers with the complaint it became, or went to. */
export async function arrive(page: Page, head: readonly string[], text: string): Promise<string> {
  const lines = [...head, `To: ${desk}`, 'Content-Type: text/plain; charset=utf-8', '', text, '']
  const answer = await page.request.post(`/api/intake/mail?mailbox=${desk}`, {
    headers: { 'content-type': 'message/rfc822' },
    data: Buffer.from(lines.join('\r\n')),
  })
  expect(answer.status(), await answer.text()).toBe(200)
  const { complaint } = await answer.json()
  return String(complaint?.complaintId)
}
