import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { understand } from '#platform/mail/understand.ts'
import { openPostOffice } from '#test/post-office.ts'
import { ask, axe, findingsOf, keepPromises, openHouse, press, settled, write } from './desk.ts'
import { decide, writeComposing } from './input-method.ts'
import { arrive, desk, giveMailbox } from './mailbox.ts'
import { startNodes } from './world.ts'

const { sit, forgive } = await openHouse(await startNodes(1))
const office = await openPostOffice()
const customer = 'iwasaki@example.jp'
const head = (more: readonly string[]) => [`From: ${customer}`, 'Subject: lid', ...more]

async function posted(count: number) {
  const theirs = () => office.posted.filter(({ to }) => to.includes(customer))
  await expect.poll(() => theirs().length, { timeout: 60_000 }).toBe(count)
  return theirs().map(({ bytes }) => understand(bytes))
}

/** The composer, opened by its key. */
async function open(page: Page) {
  await page.getByRole('log', { name: '経過' }).focus()
  await page.keyboard.press('m')
  const area = page.getByRole('textbox', { name: 'お客様への返事' })
  await area.and(page.locator(':focus')).waitFor()
  return area
}

it('受付のご連絡、変換しながらの返事、一つのキーで約束、返信、終了まで、キーボードだけで運ぶ', async () => {
  forgive(/422/u)
  await giveMailbox(await sit('fujii', '/today'), office.port, 0)
  const page = await sit('matsui', '/inbox')
  const id = await arrive(
    page,
    head(['Message-ID: <a@example.jp>']),
    '鍋の取っ手が割れていました。',
  )
  const [acknowledgement] = await posted(1)
  expect(acknowledgement?.kind).toBe('auto-reply')
  await page.goto(`/complaints/${id}`)
  await settled(page)
  const area = await open(page)
  const session = await writeComposing(area, 'かくにんします', '確認いたします')
  expect(await posted(1)).toHaveLength(1)
  await decide(session, '確認いたします。明日の17時までにご連絡いたします。')
  const promises = page.getByRole('region', { name: 'この返事にある約束' })
  await promises.getByText('ご連絡いたします').first().waitFor()
  await page.getByRole('region', { name: '送る前に' }).getByText('理由が要ります').waitFor()
  await axe(page, '約束のある返事')
  await page.keyboard.press('Alt+p')
  await promises.waitFor({ state: 'detached' })
  await page.keyboard.press('ControlOrMeta+Enter')
  const [, reply] = await posted(2)
  expect(reply?.answers).toContain('<a@example.jp>')
  const desked = page.getByRole('region', { name: /^約束/u }).first()
  await desked.getByText('ご連絡いたします').first().waitFor()
  const thanks = head([`In-Reply-To: ${reply?.messageId}`])
  expect(await arrive(page, thanks, 'ありがとうございます。もう大丈夫です。')).toBe(id)
  await page.getByRole('log', { name: '経過' }).getByText('もう大丈夫です').first().waitFor()
  await keepPromises(page, 'メールでお知らせしました')
  await close(page)
  expect(await ask(page, `/api/complaints/${id}`)).toMatchObject({ state: 'closed' })
  expect(await posted(2)).toHaveLength(2)
})

async function close(page: Page) {
  await page.keyboard.press('x')
  const dialog = page.getByRole('dialog', { name: '苦情を終了する' })
  await write(
    dialog.getByRole('textbox', { name: '合意した言葉' }),
    'もう大丈夫とのご返信をいただいた',
  )
  await page.keyboard.press('ControlOrMeta+Enter')
  await dialog.waitFor({ state: 'detached' })
}

const seats = ([1440, 1024, 390] as const).flatMap((width) =>
  (['light', 'dark'] as const).map((scheme) => ({ width, scheme })),
)

it('署名の鍵を作り、レコードをコピーし、公開されていない鍵では署名を始めない', async () => {
  forgive(/422/u)
  const page = await sit('fujii', '/settings?section=letters')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const keys = page.getByRole('region', { name: '送るメールの署名（DKIM）' })
  await keys.getByText(desk).waitFor()
  await press(keys.getByRole('button', { name: '鍵を作る' }))
  const card = keys.getByRole('article')
  await press(card.getByRole('button', { name: '中身をコピー' }))
  await page.getByText('コピーしました。').waitFor()
  expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(/^v=DKIM1; k=rsa; p=MII/u)
  await press(card.getByRole('button', { name: 'この鍵で署名する' }))
  await card.getByText('まだ公開を確かめていません').waitFor()
  await axe(page, '署名の鍵')
})

it.each(seats)('$width の幅、$scheme で、署名の鍵に axe が見つけるものはない', async (seat) => {
  const page = await sit('fujii', '/settings?section=letters', seat)
  await page
    .getByRole('region', { name: '送るメールの署名（DKIM）' })
    .getByRole('article')
    .waitFor()
  expect(await findingsOf(page)).toEqual([])
})
