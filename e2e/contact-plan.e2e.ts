import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { ask, axe, choose, openHouse, press, settled, tabTo, write } from './desk.ts'
import { startNodes } from './world.ts'

const [node] = await startNodes(1)
const { sit } = await openHouse(node ? [node] : [])
const seats = [
  { width: 1440, scheme: 'light' },
  { width: 1024, scheme: 'dark' },
  { width: 390, scheme: 'light' },
] as const
const customer = { name: '石川 剛', phone: '080-6666-0202', email: 'ishikawa@example.jp' }
type Chosen = { readonly selectedOptions: ArrayLike<{ readonly label: string }> }
const send = (page: Page) => page.keyboard.press('ControlOrMeta+Enter')
const ownerOf = async (page: Page, id: string) =>
  (await ask<{ owner: { name: string } | null }>(page, `/api/complaints/${id}`)).owner?.name

async function received(page: Page, words: string) {
  const id = crypto.randomUUID()
  const data = { id, channel: 'mail', words, customer, details: {} }
  const answer = await page.request.post('/api/intake/complaints', { data })
  expect(answer.status(), await answer.text()).toBe(200)
  const read = await ask<{ customer: { customerId: string } }>(page, `/api/complaints/${id}`)
  return { id, customerId: read.customer.customerId }
}

/** As it comes from a mailer: the bytes, and whose complaint they became. */
async function mailed(page: Page, subject: string, text: string) {
  const lines = [
    `From: =?UTF-8?B?${Buffer.from(customer.name).toString('base64')}?= <${customer.email}>`,
    'To: desk@example.com',
    `Subject: =?UTF-8?B?${Buffer.from(subject).toString('base64')}?=`,
    `Message-ID: <${crypto.randomUUID()}@example.jp>`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    '',
  ]
  const answer = await page.request.post('/api/intake/mail?mailbox=desk@example.com', {
    headers: { 'content-type': 'message/rfc822' },
    data: Buffer.from(lines.join('\r\n')),
  })
  expect(answer.status(), await answer.text()).toBe(200)
  const { complaint } = await answer.json()
  return String(complaint.complaintId)
}

/** A new matter by mail is a complaint of its own with the window; danger goes the usual way and is held up by nothing. */
async function mailsOfAPlannedSender(desk: Page, firstId: string) {
  const id = await mailed(
    desk,
    '別の品のこと',
    '先週の急須とは別に、今朝届いた皿が欠けていました。',
  )
  expect(id).not.toBe(firstId)
  await expect.poll(() => ownerOf(desk, id)).toBe('佐々木 恵')
  type Read = { state: string; number: string }
  const { state, number } = await ask<Read>(desk, `/api/complaints/${id}`)
  expect(number).toMatch(/^U26-\d+$/u)
  expect(state).not.toBe('closed')
  await desk.goto(`/complaints/${id}`)
  const band = desk.getByRole('region', { name: '連絡の取り決め' })
  await band.getByText('窓口は佐々木 恵').waitFor()
  await desk
    .getByRole('log', { name: '経過' })
    .getByText('今朝届いた皿が欠けていました')
    .first()
    .waitFor()
  await axe(desk, '取り決めのある方のメール')
  const danger = await mailed(
    desk,
    'けが',
    '届いた皿が割れていて、子どもが手を切ってけがをしました。',
  )
  type Holds = { holds: { why: string; restricts: boolean }[] }
  const { holds } = await ask<Holds>(desk, `/api/complaints/${danger}/contact-plan`)
  expect(holds).toMatchObject([{ why: 'safety', restricts: false }])
}

async function propose(page: Page, customerId: string) {
  await page.goto(`/customers/${customerId}`)
  await settled(page)
  await page.getByRole('button', { name: /^取り決めを作る/ }).waitFor()
  await page.keyboard.press('c')
  const dialog = page.getByRole('dialog', { name: '連絡の取り決めの案' })
  await tabTo(dialog.getByRole('checkbox', { name: /お客様の言葉/ }).first())
  await page.keyboard.press('Space')
  const windows = dialog.getByRole('combobox', { name: /^窓口/ }).first()
  await tabTo(windows)
  const chosen = () => windows.evaluate((field: Chosen) => field.selectedOptions[0]?.label ?? '')
  for (let presses = 0; presses < 40 && !(await chosen()).startsWith('佐々木'); presses += 1)
    await page.keyboard.press('ArrowDown')
  expect(await chosen()).toContain('佐々木')
  await write(dialog.getByRole('textbox', { name: /^何について/ }), '配送の遅れのお申し出')
  await choose(dialog.getByRole('group', { name: 'どこまで及ぶか' }), 'このお客様のすべての件')
  await tabTo(dialog.getByRole('checkbox', { name: 'お電話', exact: true }))
  await page.keyboard.press('Space')
  await write(
    dialog.getByRole('textbox', { name: /^窓口でない人が伝える一言/ }),
    'この件は、担当の佐々木が承ります。',
  )
  await axe(page, '案を書く')
  await send(page)
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('合意待ち', { exact: true }).first().waitFor()
}

async function agree(page: Page) {
  await settled(page)
  const agreeing = page.getByRole('button', { name: '合意する' })
  await press(agreeing)
  await agreeing.waitFor({ state: 'detached' })
  await page.getByText('効いている', { exact: true }).first().waitFor()
}

async function rings(admin: Page) {
  const data = { id: crypto.randomUUID(), name: '電話', permissions: ['telephone'] }
  const made = await admin.request.post('/api/access/keys', { data })
  const { secret } = await made.json()
  type Extension = { id: string; name: string }
  const { extensions } = await ask<{ extensions: Extension[] }>(admin, '/api/access/extensions')
  const matsui = extensions.find(({ name }) => name === '松井 あかり')
  const given = { id: crypto.randomUUID(), extension: '101' }
  const path = `/api/access/extensions/member/${matsui?.id}`
  expect((await admin.request.put(path, { data: given })).status()).toBe(200)
  const at = new Date().toISOString()
  const call = { callId: 'e2e', state: 'ringing', at, from: customer.phone, extension: '101' }
  const told = await fetch(`${node?.url}/api/intake/telephony/calls`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: JSON.stringify(call),
  })
  expect(told.status).toBe(200)
}

it('二人で決めた取り決めが、電話とメールで窓口につながり、異議で解ける。お申し出は一つも断らない', async () => {
  const desk = await sit('kobayashi', '/today')
  const first = await received(desk, '返事がないなら家に火をつけるぞ。')
  await propose(desk, first.customerId)
  const leader = await sit('sasaki', '/settings?section=contact-plans')
  await agree(leader)
  await axe(leader, '取り決めの一覧')
  await expect.poll(() => ownerOf(desk, first.id)).toBe('佐々木 恵')
  const draft = `/api/complaints/${first.id}/letters/from-record/warning`
  expect(JSON.stringify(await ask(desk, draft))).toContain('お受けしないということではございません')

  await mailsOfAPlannedSender(desk, first.id)

  const admin = await sit('fujii', '/today')
  const phone = await sit('matsui', '/today')
  await settled(phone)
  await rings(admin)
  const pop = phone.getByRole('region', { name: '電話の着信' })
  await pop.getByText('「この件は、担当の佐々木が承ります。」').waitFor()
  await axe(phone, '着信')
  await phone.keyboard.press('F2')
  await phone.waitForURL('**/calls/*')
  const band = phone.getByRole('region', { name: '連絡の取り決め' })
  await band.getByText('窓口は佐々木 恵').waitFor()
  await axe(phone, '通話')
  await phone.keyboard.press('F3')
  const deed = phone.getByRole('dialog', { name: '窓口は佐々木 恵です' })
  await deed.waitFor()
  await phone.keyboard.insertText('返金の日をお尋ねです')
  await send(phone)
  await deed.waitFor({ state: 'detached' })
  type Requests = { requests: { toName: string | null; reason: string }[] }
  const { requests } = await ask<Requests>(phone, '/api/escalation/requests')
  expect(requests).toContainEqual(
    expect.objectContaining({ toName: '佐々木 恵', reason: '返金の日をお尋ねです' }),
  )

  const mail = await received(desk, '先日の返金の件です。')
  await expect.poll(() => ownerOf(desk, mail.id)).toBe('佐々木 恵')
  for (const seat of seats) {
    const page = await sit('kobayashi', `/complaints/${mail.id}`, seat)
    await page.getByRole('region', { name: '連絡の取り決め' }).waitFor()
    await axe(page, `お申し出 ${seat.width}`)
  }
  await desk.goto(`/complaints/${mail.id}`)
  await desk.getByRole('region', { name: '連絡の取り決め' }).waitFor()
  await desk.keyboard.press('F3')
  const why = desk.getByRole('dialog', { name: '窓口は佐々木 恵です' })
  await why.getByRole('textbox', { name: /^取り決めと違う応対をする理由/ }).waitFor()
  await desk.keyboard.insertText('佐々木が出張のため')
  await send(desk)
  await desk.getByText('理由：佐々木が出張のため', { exact: false }).waitFor()

  await desk.goto(`/customers/${first.customerId}`)
  await settled(desk)
  await press(desk.getByRole('button', { name: '異議を記録する' }))
  const objecting = desk.getByRole('dialog', { name: 'お客様の異議を記録する' })
  await objecting.waitFor()
  await desk.keyboard.insertText('電話でも話したい')
  await send(desk)
  await objecting.waitFor({ state: 'detached' })

  for (const seat of seats) {
    const page = await sit('fujii', `/customers/${first.customerId}`, seat)
    await page.getByText('お客様の異議：「電話でも話したい」').waitFor()
    await axe(page, `お客様のページ ${seat.width}`)
  }
  await admin.goto('/settings?section=contact-plans')
  await settled(admin)
  await press(admin.getByRole('button', { name: '異議に答える' }))
  const answering = admin.getByRole('dialog', { name: '異議に答える' })
  await choose(answering.getByRole('group', { name: '答え' }), '取り決めを解く', 'Shift+Tab')
  await write(answering.getByRole('textbox'), 'お話を伺い、終わりにします')
  await send(admin)
  await answering.waitFor({ state: 'detached' })
  type Standing = { holds: unknown[] }
  const path = `/api/complaints/${mail.id}/contact-plan`
  expect((await ask<Standing>(desk, path)).holds).toEqual([])
})
