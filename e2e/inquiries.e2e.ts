import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { understand } from '#platform/mail/understand.ts'
import { openPostOffice } from '#test/post-office.ts'
import { ask, axe, openHouse, press, receive, settled, tabTo, write } from './desk.ts'
import { decide, writeComposing } from './input-method.ts'
import { giveMailbox } from './mailbox.ts'
import { startNodes } from './world.ts'

const [desk] = await startNodes(1)
const { sit, forgive } = await openHouse(desk ? [desk] : [])
const office = await openPostOffice()
const factory = 'kiln@minato.example'

/** The administrator names a department, by keyboard. */
async function nameDepartment(page: Page) {
  await page.goto('/settings?section=departments')
  await settled(page)
  const save = page.getByRole('button', { name: '保存する' })
  if (await save.isEnabled()) {
    await press(save)
    await page.getByText('保存しました').first().waitFor()
  }
  await press(page.getByRole('button', { name: '部署を加える' }))
  const dialog = page.getByRole('dialog', { name: '部署を加える' })
  await write(dialog.getByRole('textbox', { name: '名前', exact: true }), '窯元工房')
  await write(dialog.getByRole('textbox', { name: 'メールアドレス', exact: true }), factory)
  await tabTo(dialog.getByRole('textbox', { name: '答える人（一行に一人）' }))
  await page.keyboard.insertText('佐藤\n長谷川')
  await axe(page, '部署を加える')
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.getByText('窯元工房を保存しました').waitFor()
  await page.getByText(factory).waitFor()
  await axe(page, '部署の設定')
}

async function linkIn(address: string): Promise<string> {
  const theirs = () => office.posted.filter(({ to }) => to.includes(address))
  await expect.poll(() => theirs().length).toBeGreaterThan(0)
  const { passages } = understand(theirs().at(-1)?.bytes ?? Buffer.alloc(0))
  const text = passages.map((each) => each.text).join('\n')
  return /https?:\S+#[0-9a-f]{64}/u.exec(text)?.[0] ?? ''
}

const theirs = '急須の口が欠けていました。母への贈り物でした。'

it('管理者が、キーボードだけで、窓口のアドレスと部署を決める', async () => {
  const admin = await sit('fujii', '/today')
  await giveMailbox(admin, office.port, 3)
  await nameDepartment(admin)
  const { departments } = await ask<{ departments: { name: string; people: string[] }[] }>(
    admin,
    '/api/inquiries/departments',
  )
  expect(departments).toContainEqual(
    expect.objectContaining({ name: '窯元工房', people: ['佐藤', '長谷川'] }),
  )
})

it('部署に一本のリンクで聞き、電話の画面で答えが書かれ、回線が切れても一度だけ届き、事実になる', async () => {
  forgive(/net::ERR_/, /Failed to load resource/)
  const matsui = await sit('matsui', '/today')
  const id = await receive(matsui, theirs)
  await matsui.goto(`/complaints/${id}`)
  await settled(matsui)
  const panel = matsui.getByRole('region', { name: /^部署照会/u })
  await panel.waitFor()
  await matsui.getByRole('log', { name: '経過' }).focus()
  await matsui.keyboard.press('d')
  const dialog = matsui.getByRole('dialog', { name: '部署に聞く' })
  const question = dialog.getByRole('textbox', { name: '聞きたいこと' })
  await question.waitFor()
  const where = dialog.getByRole('combobox', { name: 'どこに' })
  await tabTo(where)
  await where.selectOption({ label: '窯元工房' })
  await tabTo(question)
  const typed = await writeComposing(question, 'けんさ', '検査')
  await decide(typed, '検査の記録はありますか。')
  const preview = dialog.getByRole('region', { name: '相手に見えるもの' })
  await preview.getByText('検査の記録はありますか。').first().waitFor()
  await axe(matsui, '部署に聞く')
  await matsui.keyboard.press('ControlOrMeta+Enter')
  const card = panel.getByRole('article', { name: '部署照会：窯元工房' })
  await card.getByText('答えを待っています').waitFor()
  await card.getByText('まだ開かれていません').waitFor()

  // In the workshop, on a telephone, without an account.
  const link = await linkIn(factory)
  expect(link).toContain('/answer/demo#')
  const phone = await sit(null, link, { width: 390 })
  await phone.getByRole('heading', { name: '窯元工房に聞きたいこと' }).waitFor()
  await card.getByText('開かれました').waitFor()
  expect(await phone.content()).not.toContain(link.split('#')[1] ?? '…')
  await axe(phone, '答えるページ')
  const answer = phone.getByRole('textbox', { name: '答え', exact: true })
  await press(phone.getByRole('button', { name: '佐藤' }))
  await tabTo(answer)
  const said = await writeComposing(answer, 'ごうかく', '合格')
  await decide(said, '合格でした。検査の票も残っています。')
  await phone.reload()
  await answer.waitFor()
  expect(await answer.inputValue()).toContain('検査の票も残っています。')
  await tabTo(phone.getByRole('radio', { name: 'まだ確かめている途中です' }))
  await phone.keyboard.press('ArrowLeft')
  await phone.getByLabel('写真や書類を選ぶ').setInputFiles({
    name: '検査票.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('11月10日 合格'),
  })
  await phone
    .getByRole('listitem')
    .filter({ hasText: '検査票.txt' })
    .getByText('届きました')
    .waitFor()
  await phone.context().setOffline(true)
  await press(phone.getByRole('button', { name: 'この答えを送る' }))
  await phone.getByText('回線が切れています。', { exact: false }).waitFor()
  await axe(phone, '回線が切れているとき')
  await phone.context().setOffline(false)
  await phone.getByText('答えを受け取りました。ありがとうございました。').waitFor()
  await axe(phone, '答えたあと')

  // The asker hears of it at once, and the answer is a fact with a name.
  await matsui.getByText('窯元工房から答えが届きました').waitFor()
  await card.getByText('答えが届きました').waitFor()
  await card.getByText('検査の票も残っています。', { exact: false }).waitFor()
  await axe(matsui, '答えが届いた苦情')
  const { evidence } = await ask<{ evidence: { name: string; note: string }[] }>(
    matsui,
    `/api/complaints/${id}/evidence`,
  )
  expect(evidence).toContainEqual(
    expect.objectContaining({ name: '検査票.txt', note: '窯元工房から（部署照会）' }),
  )
  const { entries } = await ask<{ entries: { type: string; payload: { source?: string } }[] }>(
    matsui,
    `/api/complaints/${id}/timeline`,
  )
  const answered = entries.filter(({ type }) => type === 'inquiries.answered')
  expect(answered).toHaveLength(1)
  const facts = entries.filter(({ type }) => type === 'complaints.fact-confirmed')
  expect(facts.at(-1)?.payload.source).toBe('窯元工房 佐藤さんの回答（部署照会）')
})

it('聞き返しは机に届き、答えるとまたリンクに届く。台帳に部署ごとの待ちが出る', async () => {
  forgive(/404/u, /Failed to load resource/)
  const matsui = await sit('matsui', '/today')
  const id = await receive(matsui, theirs)
  await matsui.goto(`/complaints/${id}`)
  await settled(matsui)
  const before = office.posted.length
  await matsui.getByRole('region', { name: /^部署照会/u }).waitFor()
  await matsui.getByRole('log', { name: '経過' }).focus()
  await matsui.keyboard.press('d')
  const dialog = matsui.getByRole('dialog', { name: '部署に聞く' })
  await dialog.getByRole('combobox', { name: 'どこに' }).selectOption({ label: '窯元工房' })
  await write(
    dialog.getByRole('textbox', { name: '聞きたいこと' }),
    '同じ窯の品はほかにありますか。',
  )
  await matsui.keyboard.press('ControlOrMeta+Enter')
  const card = matsui.getByRole('article', { name: '部署照会：窯元工房' }).first()
  await card.getByText('答えを待っています').waitFor()
  await expect.poll(() => office.posted.length).toBeGreaterThan(before)
  const phone = await sit(null, await linkIn(factory), { width: 390 })
  await phone.getByRole('heading', { name: '窯元工房に聞きたいこと' }).waitFor()
  await tabTo(phone.getByRole('radio', { name: '答える', exact: true }))
  await phone.keyboard.press('ArrowRight')
  await press(phone.getByRole('button', { name: '長谷川' }))
  await write(phone.getByRole('textbox', { name: '聞き返したいこと' }), 'どの月の品ですか。')
  await press(phone.getByRole('button', { name: '聞き返しを送る' }))
  await phone.getByText('聞き返しを送りました。', { exact: false }).waitFor()
  await card.getByText('聞き返されています').waitFor()
  await press(card.getByRole('button', { name: '伝える' }))
  const telling = matsui.getByRole('dialog', { name: '窯元工房に伝える' })
  await write(telling.getByRole('textbox', { name: '伝えること' }), '十一月の品です。')
  await matsui.keyboard.press('ControlOrMeta+Enter')
  await card.getByText('十一月の品です。').waitFor()
  await phone.reload()
  await phone.getByText('十一月の品です。').waitFor()
  await matsui.goto('/promises')
  await matsui.getByRole('row', { name: /^窯元工房/u }).waitFor()
  await axe(matsui, '部署ごとの台帳')
})
