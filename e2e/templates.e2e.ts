import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { openPostOffice } from '#test/post-office.ts'
import { ask, axe, openHouse, press, settled, tabTo, textOf, write } from './desk.ts'
import { decide, writeComposing } from './input-method.ts'
import { arrive, giveMailbox } from './mailbox.ts'
import { startNodes } from './world.ts'

const { sit } = await openHouse(await startNodes(1))
const office = await openPostOffice()

type Templates = { templates: { id: string; name: string; body: string; revision: number }[] }
const templatesOf = async (page: Page) =>
  (await ask<Templates>(page, '/api/letters/templates')).templates

const file = `templates:
  - name: お礼のご連絡
    kana: おれいのごれんらく
    kinds: [mail]
    body: |
      お知らせくださり、ありがとうございました。
      {{伝えたいこと}}
`

it('ひな形：変換中は保存せず、離れても書きかけが残り、版を重ねて前の版に戻す', async () => {
  const page = await sit('fujii', '/settings?section=templates')
  await settled(page)
  await page.getByRole('button', { name: /^調査の途中経過/u }).waitFor()
  const before = await templatesOf(page)
  await page.keyboard.press('n')
  const name = page.getByRole('textbox', { name: '名前', exact: true })
  await name.and(page.locator(':focus')).waitFor()
  const session = await writeComposing(name, 'けんぴんのきろく', '検品の記録')
  expect(await templatesOf(page)).toHaveLength(before.length)
  await decide(session, '検品の記録')
  await write(page.getByRole('textbox', { name: /^よみ/u }), 'けんぴんのきろく')
  const body = page.getByRole('textbox', { name: '文面', exact: true })
  await tabTo(body)
  await page.keyboard.insertText('{{確かめた日}}に、検品の記録を確かめました。受付番号は')
  await page.getByRole('region', { name: 'この件で見る' }).getByText('確かめた日').first().waitFor()
  await press(page.getByRole('button', { name: /^\{受付番号\} を入れる/u }))
  await expect.poll(() => textOf(body)).toContain('受付番号は{受付番号}')
  await axe(page, 'ひな形の編集')

  await press(page.getByRole('button', { name: '一覧に戻る' }), 'Shift+Tab')
  await press(page.getByRole('button', { name: /^ひな形を作る/u }))
  await page.getByText('保存していない変更があります。').waitFor()
  expect(await textOf(body)).toContain('検品の記録を確かめました')
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.getByText('保存しました。').waitFor()
  await tabTo(body)
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.insertText('です。')
  await page.keyboard.press('ControlOrMeta+Enter')
  const editions = page.getByRole('button', { name: /^これまでの版/u })
  await expect.poll(() => editions.innerText()).toContain('2')
  await press(editions)
  await press(page.getByRole('button', { name: 'この版を書き写す' }))
  await expect.poll(() => textOf(body)).not.toContain('です。')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect.poll(() => editions.innerText()).toContain('3')
  const kept = (await templatesOf(page)).find(({ name }) => name === '検品の記録')
  expect(kept).toMatchObject({ revision: 3, body: expect.stringMatching(/\{受付番号\}$/u) })
})

it('ひな形：直す所のあるファイルは何も変えず、直したものは見てから入り、書き出したファイルに入っている', async () => {
  const page = await sit('fujii', '/settings?section=templates', { width: 390, scheme: 'dark' })
  await settled(page)
  const bring = async (text: string) => {
    const chooser = page.waitForEvent('filechooser')
    await press(page.getByRole('button', { name: 'ファイルから読み込む' }))
    const buffer = Buffer.from(text)
    await (await chooser).setFiles([{ name: 'ひな形.yaml', mimeType: 'text/yaml', buffer }])
    const dialog = page.getByRole('dialog', { name: '読み込むひな形' })
    await dialog.waitFor()
    return dialog
  }
  const before = await templatesOf(page)
  const held = await bring(file.replace('{{伝えたいこと}}', '{電話番号}'))
  await held.getByText('{電話番号} は、記録から入る言葉にありません', { exact: false }).waitFor()
  await axe(page, '直す所のあるファイル')
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.keyboard.press('Escape')
  await held.waitFor({ state: 'detached' })
  expect(await templatesOf(page)).toEqual(before)

  const dialog = await bring(file)
  await dialog.getByText('お礼のご連絡').waitFor()
  await axe(page, '読み込む前のひな形')
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.getByText('ひな形を読み込みました。').waitFor()
  await page.getByRole('button', { name: /^お礼のご連絡/u }).waitFor()
  const download = page.waitForEvent('download')
  await press(page.getByRole('button', { name: 'ファイルに書き出す' }), 'Shift+Tab')
  const saved = await readFile(await (await download).path(), 'utf8')
  expect(saved).toContain('name: お礼のご連絡')
  expect(saved).toContain('{{伝えたいこと}}')
})

it('言い方を探す：変換中の Enter は選ばず、決まってからの Enter が一つだけ入れ、途中の行からは Ctrl+/ で開く', async () => {
  await giveMailbox(await sit('fujii', '/today'), office.port, 3)
  const page = await sit('matsui', '/inbox', { width: 1024, scheme: 'dark' })
  const head = ['From: 森本 <mori@example.jp>', 'Subject: kyusu', 'Message-ID: <f@example.jp>']
  const id = await arrive(page, head, '急須の口が欠けていました。')
  await page.goto(`/complaints/${id}`)
  await settled(page)
  await page.getByRole('log', { name: '経過' }).focus()
  await page.keyboard.press('m')
  const area = page.getByRole('textbox', { name: 'お客様への返事' })
  await area.and(page.locator(':focus')).waitFor()
  const opening = await textOf(area)
  await page.keyboard.press('/')
  const field = page.getByRole('combobox', { name: '言い方を探す' })
  await field.waitFor()
  await page.getByRole('option').first().waitFor()
  const session = await writeComposing(field, 'ちょうさ', '調査')
  expect(await textOf(area)).toBe(opening)
  expect(await field.isVisible()).toBe(true)
  await decide(session, '調査')
  await page.getByRole('option', { name: /^調査の途中経過/u }).waitFor()
  await axe(page, '言い方を探す')
  await page.keyboard.press('Enter')
  await field.waitFor({ state: 'detached' })
  await expect.poll(() => textOf(area)).toContain('{{いま調べていること}}を確かめております。')
  expect((await textOf(area)).match(/いま調べていること/gu)).toHaveLength(1)
  await page.keyboard.press('Escape')
  await area.focus()
  await page.keyboard.press('ControlOrMeta+/')
  await field.waitFor()
  await page.keyboard.press('Escape')
  await field.waitFor({ state: 'detached' })
  await area.and(page.locator(':focus')).waitFor()
})
