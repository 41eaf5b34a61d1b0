import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { openPostOffice } from '#test/post-office.ts'
import {
  ask,
  axe,
  choose,
  findingsOf,
  openHouse,
  press,
  settled,
  tabTo,
  textOf,
  write,
} from './desk.ts'
import { decide, writeComposing } from './input-method.ts'
import { arrive, giveMailbox } from './mailbox.ts'
import { startNodes } from './world.ts'

const { sit, forgive } = await openHouse(await startNodes(1))
const office = await openPostOffice()

const first = 'お申し出の急須について、確かめております。'
const second = '少しお待ちください。'
const better = '明日17時までにお電話いたします。'

const area = (page: Page) => page.getByRole('textbox', { name: 'お客様への返事' })
const says = (page: Page, words: RegExp | string) => page.getByText(words).first().waitFor()

/** The composer of a mail, opened by its key, with the cursor behind what stands there. */
async function compose(page: Page) {
  await page.getByRole('log', { name: '経過' }).focus()
  await page.keyboard.press('m')
  await area(page).and(page.locator(':focus')).waitFor()
}

/** The pane beside the reply, by the arrow keys of its tabs. */
async function openAdvice(page: Page) {
  const tab = page.getByRole('tab', { name: '相談と履歴' })
  await tabTo(page.getByRole('tab', { selected: true }).last(), 'Shift+Tab')
  for (let presses = 0; presses < 5; presses += 1) {
    if ((await tab.getAttribute('aria-selected')) === 'true') return
    await page.keyboard.press('ArrowRight')
  }
}

it('二人で返事を書く：書きかけが見え、コメントと提案を受け、前の文面に戻し、送る', async () => {
  await giveMailbox(await sit('fujii', '/today'), office.port, 3)
  const writer = await sit('matsui', '/inbox')
  const head = ['From: 森本 <mori@example.jp>', 'Subject: kyusu', 'Message-ID: <t@example.jp>']
  const id = await arrive(writer, head, '急須の口が欠けていました。')
  await writer.goto(`/complaints/${id}`)
  await settled(writer)
  await compose(writer)
  await writer.keyboard.insertText(first)
  await says(writer, /に保存しました/u)
  await writer.keyboard.insertText(second)
  const path = `/api/complaints/${id}/letters/draft`
  type There = { draft: { content: { text: string } } | null }
  const saved = async () => (await ask<There>(writer, path)).draft?.content.text ?? ''
  await expect.poll(saved, { timeout: 20_000 }).toContain(second)

  const reader = await sit('sasaki', `/complaints/${id}`, { width: 390 })
  await says(reader, /書きかけの返事があります/u)
  await press(reader.getByRole('button', { name: '読んで相談する' }))
  await tabTo(reader.getByRole('listbox', { name: '文を選ぶ' }))
  await reader.keyboard.press('End')
  await reader.getByRole('option', { name: second, selected: true }).waitFor()
  const field = reader.getByRole('textbox', { name: 'コメント' })
  await tabTo(field)
  const session = await writeComposing(field, 'ひにちを', '日にちを')
  await decide(session, '日にちを')
  await reader.keyboard.insertText('書きましょう')
  await reader.keyboard.press('ControlOrMeta+Enter')
  await reader.getByRole('article', { name: /^コメント：/u }).waitFor()
  await choose(reader.getByRole('group', { name: 'どちらを書きますか' }), '言い換え', 'Shift+Tab')
  await write(reader.getByRole('textbox', { name: '代わりの言い方' }), better)
  await axe(reader, '書きかけを読む画面')
  await reader.keyboard.press('ControlOrMeta+Enter')

  await says(writer, /佐々木 恵 さん が、この返事を読んでいます/u)
  await says(writer, /コメントが2件、残っています/u)
  await openAdvice(writer)
  const suggestion = writer.getByRole('article', { name: /^提案：/u })
  await axe(writer, '相談と履歴')
  await press(suggestion.getByRole('button', { name: 'この言い方にする' }))
  await expect.poll(() => textOf(area(writer))).toContain(first + better)
  await suggestion.getByText('文面に入りました').waitFor()
  const comment = writer.getByRole('article', { name: /^コメント：/u })
  await press(comment.getByRole('button', { name: '済みにする' }), 'Shift+Tab')
  await comment.getByText('済み').waitFor()

  await press(writer.getByRole('button', { name: /この文面を見る$/u }).last())
  await axe(writer, '前の文面との違い')
  await press(writer.getByRole('button', { name: 'この文面に戻す' }))
  await expect.poll(() => textOf(area(writer))).not.toContain(better)
  await tabTo(area(writer))
  await writer.keyboard.press('ControlOrMeta+Enter')
  await writer.getByRole('article', { name: /^メールの返事：/u }).waitFor()
  await says(reader, /この返事は、もう書き終わっています/u)
  expect(await saved()).toBe('')
})

it('別の画面で開けば続きがあり、捨てても戻せて、390 の幅でも axe が見つけるものはない', async () => {
  const page = await sit('matsui', '/inbox')
  const head = ['From: 森本 <mori2@example.jp>', 'Subject: kyusu', 'Message-ID: <u@example.jp>']
  const id = await arrive(page, head, '急須の口が欠けていました。')
  await page.goto(`/complaints/${id}`)
  await settled(page)
  await compose(page)
  await page.keyboard.insertText(first)
  await says(page, /に保存しました/u)
  const phone = await sit('kobayashi', `/complaints/${id}`, { width: 390 })
  await settled(phone)
  await compose(phone)
  await expect.poll(() => textOf(area(phone))).toContain(first)
  await says(page, /小林 大輔 さん も、この返事を開いています/u)
  await openAdvice(phone)
  expect(await findingsOf(phone)).toEqual([])
  await press(page.getByRole('button', { name: '書きかけを捨てる' }))
  await says(phone, /松井 あかり さんが、この書きかけを捨てました/u)
  await press(page.getByRole('button', { name: '元に戻す' }))
  await expect.poll(() => textOf(area(page))).toContain(first)
  await expect.poll(() => textOf(area(phone))).toContain(first)
})

it('見てもらう：変換中は頼まず、頼まれた人の「きょう」に並び、言い換えを受けて、見たことが伝わる', async () => {
  await giveMailbox(await sit('fujii', '/today'), office.port, 3)
  const writer = await sit('matsui', '/inbox')
  const head = ['From: 森本 <mori3@example.jp>', 'Subject: kyusu', 'Message-ID: <v@example.jp>']
  const id = await arrive(writer, head, '急須の口が欠けていました。')
  await writer.goto(`/complaints/${id}`)
  await settled(writer)
  await compose(writer)
  await writer.keyboard.insertText(first + second)
  await says(writer, /に保存しました/u)
  await openAdvice(writer)
  const whom = writer.getByRole('combobox', { name: 'だれに' })
  await tabTo(whom)
  const chosen = () => whom.locator('option:checked').innerText()
  for (let presses = 0; presses < 20 && (await chosen()) !== '佐々木 恵'; presses += 1)
    await writer.keyboard.press('ArrowDown')
  const about = writer.getByRole('textbox', { name: '見てほしい所' })
  await tabTo(about)
  const session = await writeComposing(about, 'さいごのぶん', '最後の文')
  type Looks = { looks: unknown[] }
  const looks = async () =>
    (await ask<Looks>(writer, `/api/complaints/${id}/letters/draft/comments`)).looks
  expect(await looks()).toEqual([])
  await decide(session, '最後の文')
  await axe(writer, '見てもらう')
  await writer.keyboard.press('ControlOrMeta+Enter')
  await says(writer, /佐々木 恵 さんに頼みました/u)
  expect(await looks()).toMatchObject([{ words: '最後の文', askedName: '佐々木 恵' }])

  const reader = await sit('sasaki', '/today', { width: 1024, scheme: 'dark' })
  const asked = reader.getByRole('region', { name: /^見てほしい返事/u })
  await press(asked.getByRole('link', { name: /最後の文/u }))
  await press(reader.getByRole('button', { name: '読んで相談する' }))
  await says(reader, /松井 あかり さんから/u)
  await tabTo(reader.getByRole('listbox', { name: '文を選ぶ' }))
  await reader.keyboard.press('End')
  await choose(reader.getByRole('group', { name: 'どちらを書きますか' }), '言い換え')
  await write(reader.getByRole('textbox', { name: '代わりの言い方' }), better)
  await reader.keyboard.press('ControlOrMeta+Enter')
  await reader.getByRole('article', { name: /^提案：/u }).waitFor()
  await press(reader.getByRole('button', { name: '見ました' }), 'Shift+Tab')
  await reader.getByRole('button', { name: '見ました' }).waitFor({ state: 'detached' })
  await axe(reader, '見てから')

  await says(writer, /佐々木 恵 さんが見ました/u)
  await press(writer.getByRole('button', { name: 'この言い方にする' }), 'Shift+Tab')
  await expect.poll(() => textOf(area(writer))).toContain(first + better)
})

it('同じ返事を二人が直したら、違いを見て一つを選び、選ばなかった文面も残る', async () => {
  forgive(/409/u)
  const writer = await sit('matsui', '/inbox')
  const head = ['From: 森本 <mori4@example.jp>', 'Subject: kyusu', 'Message-ID: <w@example.jp>']
  const id = await arrive(writer, head, '急須の口が欠けていました。')
  await writer.goto(`/complaints/${id}`)
  await settled(writer)
  await compose(writer)
  await writer.keyboard.insertText(first)
  await says(writer, /に保存しました/u)
  const other = await sit('kobayashi', `/complaints/${id}`, { width: 1024, scheme: 'dark' })
  await settled(other)
  await compose(other)
  await expect.poll(() => textOf(area(other))).toContain(first)
  // What the second one typed is on its way while the first one's words are saved.
  const saved = Promise.withResolvers<void>()
  await other.route('**/letters/draft', async (route) => {
    if (route.request().method() === 'PUT') await saved.promise
    await route.continue()
  })
  await other.keyboard.insertText('お急ぎのところ、恐れ入ります。')
  await writer.keyboard.insertText(second)
  const path = `/api/complaints/${id}/letters/draft`
  type There = { draft: { content: { text: string } } | null }
  const kept = async () => (await ask<There>(writer, path)).draft?.content.text ?? ''
  await expect.poll(kept, { timeout: 20_000 }).toContain(second)
  saved.resolve()
  const conflict = other.getByRole('alert', { name: '同じ返事が、別の画面でも直されました' })
  await conflict.waitFor()
  expect(await conflict.locator('del').innerText()).toContain('お急ぎのところ、恐れ入ります。')
  expect(await conflict.locator('ins').innerText()).toContain(second)
  await axe(other, '二つの文面')
  const session = await writeComposing(area(other), 'さて', 'さて')
  await conflict.waitFor()
  await decide(session, 'さて')
  await press(conflict.getByRole('button', { name: '松井 あかり さんの文面にする' }), 'Shift+Tab')
  await conflict.waitFor({ state: 'detached' })
  await expect.poll(() => textOf(area(other))).toContain(first + second)
  expect(await textOf(area(other))).not.toContain('お急ぎのところ')
  await openAdvice(other)
  await says(other, '選ばなかった文面')
})
