import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { openPostOffice } from '#test/post-office.ts'
import { ask, axe, choose, findingsOf, openHouse, press, settled, tabTo, write } from './desk.ts'
import { arrive, giveMailbox } from './mailbox.ts'
import { startNodes } from './world.ts'

const { sit, forgive } = await openHouse(await startNodes(1))
const office = await openPostOffice()

const head = [
  `From: =?UTF-8?B?${Buffer.from('森本 千尋').toString('base64')}?= <mori@example.jp>`,
  `Subject: =?UTF-8?B?${Buffer.from('急須の口が欠けていました').toString('base64')}?=`,
  'Message-ID: <paper@example.jp>',
]

it('管理者が差出人を決め、見本と版の違いを見て、読めないロゴは言葉で断られる', async () => {
  forgive(/422|400/u)
  const page = await sit('fujii', '/settings?section=letterhead')
  await giveMailbox(page, office.port, 3)
  const sample = page.getByRole('region', { name: '見本' })
  await sample.getByRole('img', { name: '見本の手紙の見本　1枚目（全1枚）' }).waitFor()
  await write(page.getByRole('textbox', { name: '電話番号' }), '054-000-0000')
  await write(page.getByRole('textbox', { name: '住所' }), '静岡市葵区追手町1-2-3')
  const chooser = page.waitForEvent('filechooser')
  await press(page.getByRole('button', { name: 'ロゴを選ぶ' }))
  const broken = { name: 'ロゴ.png', mimeType: 'image/png', buffer: Buffer.from('絵ではない') }
  await (await chooser).setFiles([broken])
  await page.keyboard.press('ControlOrMeta+Enter')
  const refused = page.getByRole('alert').getByText('ロゴの画像を読み込めません').first()
  await refused.waitFor()
  await press(page.getByRole('button', { name: 'ロゴを外す' }))
  await choose(page.getByRole('group', { name: '会社名の色' }), '紺')
  await tabTo(page.getByRole('checkbox', { name: '窓付き封筒を使う' }))
  await page.keyboard.press('Space')
  await page.getByRole('group', { name: '窓の大きさと位置' }).waitFor()
  await axe(page, '手紙の差出人')
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.getByText('保存しました。次の手紙から変わります。').waitFor()
  const editions = page.getByRole('region', { name: /これまでの版/u })
  await editions.getByText('電話番号：054-000-0000').waitFor()
  await choose(page.getByRole('group', { name: '会社名の色' }), '黒', 'Shift+Tab')
  await page.keyboard.press('ControlOrMeta+Enter')
  await editions.getByText('会社名の色：紺 → 黒').waitFor()
  await settled(page)
  await axe(page, '版の並ぶ差出人')
  expect(await ask(page, '/api/letters/letterhead')).toMatchObject({ accent: 'none', logo: null })
})

it('返事を紙の手紙にし、関所の問いに答え、上長の承認を得て発行し、経過から同じバイトが開き、投函を残す', async () => {
  forgive(/422|409/u)
  const fujii = await sit('fujii', '/today')
  await giveMailbox(fujii, office.port, 3)
  const before = await ask(fujii, '/api/letters/letterhead')
  const windowed = { ...before, hasWindow: true }
  await fujii.request.put('/api/letters/letterhead', { data: windowed })
  const page = await sit('matsui', '/inbox')
  const id = await arrive(page, head, '昨日届いた急須の口が欠けていました。')
  await page.goto(`/complaints/${id}`)
  await settled(page)
  await page.getByRole('log', { name: '経過' }).focus()
  await page.keyboard.press('m')
  const area = page.getByRole('textbox', { name: 'お客様への返事' })
  await area.and(page.locator(':focus')).waitFor()
  await page.keyboard.insertText(
    '{商品名}の件で、ご迷惑をおかけしました。1万円をお支払いいたします。',
  )
  const beside = page.getByRole('tablist', { name: '書くための手がかり' })
  await tabTo(beside.getByRole('tab', { selected: true }), 'Shift+Tab')
  const pane = page.getByRole('region', { name: '紙の手紙' })
  const tab = beside.getByRole('tab', { name: '紙の手紙' })
  for (
    let presses = 0;
    presses < 9 && (await tab.getAttribute('aria-selected')) !== 'true';
    presses += 1
  )
    await page.keyboard.press('ArrowRight')
  await pane.getByRole('img', { name: /^回答書の見本/u }).waitFor()
  await tabTo(pane.getByRole('combobox', { name: '手紙の種類' }))
  await page.keyboard.press('Home')
  await pane.getByRole('img', { name: /^お詫び状の見本/u }).waitFor()
  await choose(pane.getByRole('group', { name: '組み方' }), '縦書き')
  await choose(pane.getByRole('group', { name: '組み方' }), '横書き', 'Shift+Tab')
  await pane.getByText('窓付き封筒には、郵便番号と住所が要ります。').waitFor()
  await write(pane.getByRole('textbox', { name: '郵便番号' }), '150-0001')
  await write(pane.getByRole('textbox', { name: '住所' }), '東京都渋谷区神宮前1-2-3')
  const asked = pane.getByRole('region', { name: '印刷する前に', exact: true })
  await asked.getByText('直すまで送れません').waitFor()
  await axe(page, '関所が尋ねている紙の手紙')
  await write(
    area,
    '森本 千尋様\n\n急須の件で、ご迷惑をおかけしました。1万円をお支払いいたします。',
  )
  await asked.getByText('直すまで送れません').waitFor({ state: 'detached' })
  const why = asked.getByRole('textbox', { name: '承認を頼む理由' })
  await write(why, '上長と電話で話し、お支払いすると決めました', 'Shift+Tab')
  await page.keyboard.press('ControlOrMeta+Enter')
  await asked.getByText('この文面の承認を頼んでいます').waitFor()
  const { approvals } = await ask<{ approvals: { id: string }[] }>(
    page,
    `/api/complaints/${id}/approvals`,
  )
  const sasaki = await sit('sasaki', '/today')
  const granted = await sasaki.request.post(
    `/api/remedies/approvals/${approvals[0]?.id}/granting`,
    {
      data: { id: crypto.randomUUID() },
    },
  )
  expect(granted.status(), await granted.text()).toBe(200)
  await asked.getByText('上長の理由が要ります').waitFor({ state: 'detached' })
  await press(pane.getByRole('button', { name: 'お詫び状を発行する' }))
  // The approval arrived meanwhile: whoever issues says that they have read it, as for a mail.
  await press(pane.getByRole('button', { name: '読んでから発行する' }))
  await page.getByText('お詫び状を発行しました。記録に残っています。').waitFor()
  const entry = page.getByRole('article', { name: /^お詫び状：「急須の口が欠けていました」/u })
  const opened = entry.getByRole('link', { name: /新しいタブで開く$/u })
  const original = await page.request.get((await opened.getAttribute('href')) ?? '')
  expect(original.headers()['content-type']).toBe('application/pdf')
  const { papers } = await ask<{ papers: { sha256: string }[] }>(
    page,
    `/api/complaints/${id}/letters/papers`,
  )
  const hash = createHash('sha256')
    .update(await original.body())
    .digest('hex')
  expect(papers).toMatchObject([{ sha256: hash }])
  await press(pane.getByRole('button', { name: /を投函しました$/u }))
  await pane.getByRole('group', { name: '投函しました' }).waitFor()
  await write(pane.getByRole('textbox', { name: 'お問い合わせ番号' }), '123-45-67890-1')
  await axe(page, '投函を書くところ')
  await page.keyboard.press('ControlOrMeta+Enter')
  await pane.getByText('お問い合わせ番号 123-45-67890-1').waitFor()
  await page
    .getByRole('log', { name: '経過' })
    .getByText(/普通郵便で投函しました/u)
    .waitFor()
  expect(office.posted.filter(({ to }) => to.includes('mori@example.jp')).length).toBeLessThan(2)
})

it.each([
  [1024, 'dark'],
  [390, 'light'],
  [390, 'dark'],
] as const)(
  '%s の幅、%s で、紙の手紙と差出人の設定に axe が見つけるものはない',
  async (width, scheme) => {
    const page = await sit('fujii', '/inbox', { width, scheme })
    const { complaints } = await ask<{ complaints: { id: string; title: string }[] }>(
      page,
      '/api/complaints?view=open',
    )
    await page.goto(`/complaints/${complaints[0]?.id}`)
    await settled(page)
    await page.getByRole('log', { name: '経過' }).focus()
    await page.keyboard.press('m')
    await page.getByRole('tab', { name: '紙の手紙' }).click()
    const pane = page.getByRole('region', { name: '紙の手紙' })
    await pane.getByRole('img').first().waitFor()
    expect(await findingsOf(page), '紙の手紙').toEqual([])
    await page.goto('/settings?section=letterhead')
    await page.getByRole('region', { name: '見本' }).getByRole('img').waitFor()
    expect(await findingsOf(page), '手紙の差出人').toEqual([])
  },
)
