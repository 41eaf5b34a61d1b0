import { expect, it } from 'vitest'
import { ask, axe, openHouse, press, settled, write } from './desk.ts'
import { startNodes } from './world.ts'

const [node] = await startNodes(1)
const { sit, forgive } = await openHouse(node ? [node] : [])
const seats = [
  { width: 1440, scheme: 'light' },
  { width: 1024, scheme: 'dark' },
  { width: 390, scheme: 'light' },
] as const

type Extension = { of: string; id: string; name: string }

it('キーを作り、電話の着信を知らせると、受ける人の画面に出て、一つのキーで通話になる', async () => {
  const admin = await sit('fujii', '/settings?section=keys')
  await settled(admin)
  await axe(admin, 'APIキーがまだない')
  await admin.keyboard.press('n')
  const dialog = admin.getByRole('dialog')
  await write(dialog.getByRole('textbox', { name: '何に使うか' }), 'コールセンターの電話')
  await dialog.getByRole('checkbox', { name: '電話の着信を知らせる' }).press('Space')
  await admin.keyboard.press('Control+Enter')
  const shown = admin.getByRole('dialog', { name: /キーができました/u })
  const key = await shown.getByRole('textbox', { name: 'APIキー' }).inputValue()
  await axe(admin, 'APIキーの表示')
  await press(shown.getByRole('button', { name: '写しました' }))
  await admin.getByText('コールセンターの電話', { exact: true }).waitFor()

  const { extensions } = await ask<{ extensions: Extension[] }>(admin, '/api/access/extensions')
  const matsui = extensions.find(({ name }) => name === '松井 あかり')
  const path = `/api/access/extensions/member/${matsui?.id}`
  const given = { id: crypto.randomUUID(), extension: '101' }
  expect((await admin.request.put(path, { data: given })).status()).toBe(200)

  const page = await sit('matsui', '/today')
  await settled(page)
  const customer = { name: '北条 みどり', phone: '080-5555-0101' }
  const received = { id: crypto.randomUUID(), channel: 'mail', words: '届いた皿が欠けていました。' }
  const made = await page.request.post('/api/intake/complaints', {
    data: { ...received, customer },
  })
  expect(made.status()).toBe(200)
  const tell = async (state: string, more = {}) => {
    const answer = await fetch(`${node?.url}/api/intake/telephony/calls`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ callId: 'e2e', state, at: new Date().toISOString(), ...more }),
    })
    expect(answer.status, await answer.clone().text()).toBe(200)
  }

  await tell('ringing', { from: '０８０ー５５５５ー０１０１', extension: '101' })
  const pop = page.getByRole('region', { name: '電話の着信' })
  await pop.getByText('北条 みどり 様').waitFor()
  expect(await pop.locator(':focus').count()).toBe(0)
  await axe(page, '着信')
  for (const seat of seats.slice(1)) {
    const other = await sit('matsui', '/today', seat)
    await other.getByRole('region', { name: '電話の着信' }).getByText('北条 みどり 様').waitFor()
    await axe(other, `着信 ${seat.width}`)
  }

  await page.keyboard.press('F2')
  await page.waitForURL('**/calls/*')
  await pop.waitFor({ state: 'detached' })
  await page.getByText('北条 みどり 様').first().waitFor()
  await tell('ended')
  await page.getByText('電話は切れました').waitFor()
  await settled(page)
  await axe(page, '電話が切れた通話')
  await page.keyboard.press('F10')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('2')
  await page.getByRole('heading', { name: /おつかれさまでした/u }).waitFor()
})

it.each(seats)('Webhookの設定は、キーボードだけで使える：$width $scheme', async (seat) => {
  forgive(/status of 422/u) // an address that nothing may be sent to
  const page = await sit('fujii', '/settings?section=webhooks', seat)
  await settled(page)
  await page.keyboard.press('n')
  const dialog = page.getByRole('dialog')
  await write(dialog.getByRole('textbox', { name: '何の仕組みか' }), `基幹システム ${seat.width}`)
  const address = dialog.getByRole('textbox', { name: '送り先のアドレス' })
  await write(address, 'https://10.0.0.1/hook')
  await page.keyboard.press('Control+Enter')
  await dialog.getByText('このアドレスには送れません').waitFor()
  await write(address, 'https://does-not-exist.invalid/hook', 'Shift+Tab')
  // A sheet covers the whole telephone, and with it the page's own landmarks.
  if (seat.width > 390) await axe(page, `送り先を加える ${seat.width}`)
  await page.keyboard.press('Control+Enter')
  const shown = page.getByRole('dialog', { name: /の合言葉/u })
  expect(await shown.getByRole('textbox').inputValue()).toMatch(/^whsec_/u)
  await press(shown.getByRole('button', { name: '写しました' }))
  const line = page.getByRole('listitem', { name: `基幹システム ${seat.width}` })
  await press(line.getByRole('button', { name: '記録を見る' }))
  await press(line.getByRole('button', { name: /^ためしに送る/u }))
  const log = line.getByRole('region', { name: /に送った記録/u })
  await log.getByText('届かなかった').waitFor()
  await press(log.getByRole('button', { name: /^ためし$/u }))
  await log.getByText('アドレスの名前が見つかりません。').first().waitFor()
  await axe(page, `Webhook ${seat.width}`)
})
