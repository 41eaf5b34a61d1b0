import type { Page } from 'playwright-core'
import { afterAll, expect, it } from 'vitest'
import { imapServerName, openImapServer } from '#test/imap-server.ts'
import { axe, openHouse, press, settled, tabTo, write } from './desk.ts'
import { startNodes } from './world.ts'

const { sit } = await openHouse(await startNodes(1))
const server = await openImapServer()
afterAll(() => server.close())
const { account } = server

const dialog = (page: Page) => page.getByRole('dialog', { name: /^メールボックスを/ })
const field = (page: Page, name: string) => dialog(page).getByLabel(name, { exact: true }).first()

const letter = Buffer.from(
  'From: =?UTF-8?B?5bGx55Sw?= <yamada@example.com>\r\nTo: desk@example.jp\r\nSubject: =?ISO-2022-JP?B?GyRCNV4/XCROJFUkPyQsM2QkbCReJDckPxsoQg==?=\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n鍋のふたが割れて届きました。交換してください。\r\n',
)

it(`管理者がメールボックスを加えて試し、届いたメールが苦情になる（${imapServerName} を相手に）`, async () => {
  const page = await sit('fujii', '/settings?section=mailboxes')
  await settled(page)
  await page.getByText('メールボックスはまだありません').waitFor()
  await axe(page, 'メールボックス、まだないとき')

  await page.keyboard.press('n')
  await dialog(page).waitFor()
  await write(field(page, 'メールアドレス'), 'desk@example.jp')
  await write(field(page, '差出人の名前'), 'お客様相談室')
  await write(field(page, '署名'), 'お客様相談室\n0120-000-000')
  await write(field(page, 'サーバーの名前'), account.host)
  await tabTo(field(page, '暗号化'))
  await page.keyboard.press('End')
  await write(field(page, 'ポート'), String(account.port))
  await write(field(page, 'ユーザー名'), account.user)
  await write(field(page, 'パスワード'), 'chigau')
  await press(dialog(page).getByRole('button', { name: 'つながるか試す' }))
  await dialog(page).getByText('ユーザー名かパスワードが違うようです。').waitFor()
  await axe(page, 'メールボックス、パスワードが違うとき')

  await write(field(page, 'パスワード'), account.secret, 'Shift+Tab')
  await press(dialog(page).getByRole('button', { name: 'つながるか試す' }))
  await dialog(page).getByText('つながりました。フォルダには 0 通あります。').waitFor()
  await page.keyboard.press('ControlOrMeta+Enter')
  await dialog(page).waitFor({ state: 'detached' })
  const list = page.getByRole('list', { name: '登録したメールボックス' })
  await list.getByText('つながっています').waitFor({ timeout: 30_000 })
  expect(await page.content()).not.toContain(account.secret)
  await axe(page, 'メールボックス、つながったとき')

  await server.deliver(letter)
  const inbox = await sit('matsui', '/inbox')
  await inbox.getByText('急須のふたが割れました').first().waitFor({ timeout: 30_000 })
  await settled(inbox)
  expect(await inbox.getByText('山田').count()).toBeGreaterThan(0)
})

it('止めたメールボックスは、すぐ元に戻せる。狭い画面でも同じ', async () => {
  const page = await sit('fujii', '/settings?section=mailboxes', { width: 390, scheme: 'dark' })
  await settled(page)
  await press(page.getByRole('button', { name: 'desk@example.jp を止める' }))
  await page.getByText('止めています').waitFor()
  await axe(page, 'メールボックス、止めたとき')
  await press(page.getByRole('button', { name: '元に戻す' }))
  await page.getByText('つながっています').waitFor({ timeout: 30_000 })
  await press(page.getByRole('button', { name: 'desk@example.jp を変更' }))
  await dialog(page).getByText('保存してあります。変えるときだけ入れてください。').waitFor()
  expect(await field(page, 'パスワード').inputValue()).toBe('')
})
