import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { ask, axe, openHouse, press, settled, tabTo, write } from './desk.ts'
import { startNodes } from './world.ts'

const { sit, forgive } = await openHouse(await startNodes(1))

const words = 'やかんのふたの大きさが合わず、湯気がもれて困っています。三日前に届いたばかりです。'

/** On a phone: written, reloaded in the middle of it, written on, sent. */
async function tells(customer: Page) {
  await settled(customer)
  const first = customer.getByRole('textbox', { name: /^何がありましたか/ })
  await write(first, words)
  await write(customer.getByRole('textbox', { name: 'お名前' }), '岸本 さやか')
  await customer.reload()
  await settled(customer)
  expect(await first.inputValue()).toBe(words)
  expect(await customer.getByRole('textbox', { name: 'お名前' }).inputValue()).toBe('岸本 さやか')
  await customer.getByText('前に書きかけたものが残っていました').waitFor()
  await axe(customer, '書きかけのフォーム')
  await write(customer.getByRole('textbox', { name: '電話番号' }), '０９０ー００００ー２２２２')
  await press(customer.getByRole('button', { name: '送る' }))
}

/** What the customer is told at once: the number and the next date. */
async function toldAtOnce(customer: Page) {
  await customer.getByRole('heading', { name: 'お聞かせくださり、ありがとうございます' }).waitFor()
  const told = (await customer.locator('dl').innerText()).replaceAll('\n', ' ')
  const number = /U\d\d-\d+/.exec(told)?.[0] ?? ''
  expect(number, told).not.toBe('')
  expect(told).toMatch(/次のご連絡 \d+\/\d+（.）\d\d:\d\d まで/)
  await axe(customer, '送ったあと')
  // Sent is sent: nothing is left to be sent again.
  await customer.reload()
  await settled(customer)
  const field = customer.getByRole('textbox', { name: /^何がありましたか/ })
  expect(await field.inputValue()).toBe('')
  return { number, until: /\d+\/\d+（.）\d\d:\d\d/.exec(told)?.[0] ?? '' }
}

it('お客様が電話の画面から書くと、その場で番号と次の日時が分かり、受信箱に出て、応対が始まる', async () => {
  const matsui = await sit('matsui', '/inbox')
  await settled(matsui)
  await matsui.evaluate('globalThis.sameAsBefore = true')
  const customer = await sit(null, '/form/demo', { width: 390 })
  await tells(customer)
  const { number, until } = await toldAtOnce(customer)

  const line = matsui.getByRole('list', { name: '苦情の一覧' }).getByRole('link', { name: /岸本/ })
  await line.waitFor({ timeout: 5000 })
  expect(await matsui.evaluate('globalThis.sameAsBefore')).toBe(true)
  await press(line)
  await matsui.getByRole('log', { name: '経過' }).getByText(words).waitFor()
  expect(await matsui.title()).toContain(number)

  const guide = matsui.getByRole('region', { name: '応対ナビ' })
  await guide.getByRole('heading', { name: /書き出す/ }).waitFor()
  const promise = matsui.getByRole('region', { name: /^約束/ }).getByRole('listitem')
  await promise.getByText(until).waitFor()
  await axe(matsui, '届いた苦情')

  // The guide asks for what upset them; once that is written, it says how to go on.
  const concern = guide.getByRole('textbox').first()
  await write(concern, '湯気がもれて困っている')
  await matsui.keyboard.press('ControlOrMeta+Enter')
  await guide.getByRole('heading', { name: /書き出す/ }).waitFor({ state: 'detached' })
  await guide.getByRole('heading', { level: 2 }).waitFor()
})

it('何も書かずに送っても責めず、書くところへ戻る。届け先がなくても送れ、危ないことなら安全が先になる', async () => {
  const customer = await sit(null, '/form/demo', { width: 390 })
  await settled(customer)
  await press(customer.getByRole('button', { name: '送る' }))
  const field = customer.getByRole('textbox', { name: /^何がありましたか/ })
  await customer.getByText('ひとことだけ、お書きください。').waitFor()
  await field.and(customer.locator(':focus')).waitFor()
  await axe(customer, '空のまま送ったとき')
  await customer.keyboard.insertText('電気ケトルの底から煙が出て、焦げたにおいがします。')
  await press(customer.getByRole('button', { name: '送る' }))
  await customer.getByText('受付番号', { exact: true }).waitFor()
  expect(await customer.getByText('次のご連絡').count()).toBe(0)

  // Whoever opens it is told what comes before everything else.
  const matsui = await sit('matsui', '/inbox')
  await press(matsui.getByRole('link', { name: /電気ケトルの底から煙/ }))
  await matsui.getByRole('region', { name: '応対ナビ' }).getByText('安全が先').waitFor()
})

it('つながらないときは、書いたものを残してそう言い、つながれば同じものが一度だけ届く', async () => {
  forgive(/net::ERR_/)
  const customer = await sit(null, '/form/demo', { width: 390 })
  await settled(customer)
  const field = customer.getByRole('textbox', { name: /^何がありましたか/ })
  await write(field, '届いた茶葉の缶が、開けた跡のあるものでした。')
  await customer.context().setOffline(true)
  await press(customer.getByRole('button', { name: '送る' }))
  await customer.getByRole('heading', { name: /電波を待っています/ }).waitFor()
  await customer.getByText('茶葉の缶').waitFor()
  await customer.context().setOffline(false)
  await customer.getByText('受付番号', { exact: true }).waitFor()
  const matsui = await sit('matsui', '/inbox')
  const { total } = await ask<{ total: number }>(matsui, '/api/complaints?view=all&words=茶葉の缶')
  expect(total).toBe(1)
})

it('管理者がフォームを整えると、用意するものと止めた知らせがお客様に届き、サイトに貼る一行が出る', async () => {
  forgive(/409/u)
  const admin = await sit('fujii', '/settings?section=form')
  await settled(admin)
  await admin.getByText('先に、出してよいサイトを書いて保存してください。').waitFor()
  await axe(admin, '受付フォームの設定')
  await write(admin.getByLabel('用意していただくもの'), '会員証の裏の番号')
  await write(admin.getByLabel('ファイル一つの大きさ（MBまで）'), '３００')
  await write(admin.getByLabel('フォームを出してよいサイト'), 'shop.example.jp')
  await admin.keyboard.press('ControlOrMeta+Enter')
  await admin.getByText('受付フォームの設定を保存しました。').waitFor()
  await admin.getByText('<script src="', { exact: false }).waitFor()
  await admin.getByText('最後に変えた人：藤井 直子').waitFor()
  const preview = admin.frameLocator('iframe')
  await preview.getByText('会員証の裏の番号').waitFor()
  await axe(admin, '受付フォームの設定、保存したあと')
  const customer = await sit(null, '/form/demo', { width: 390 })
  await settled(customer)
  await customer.getByText('会員証の裏の番号').waitFor()
  await customer.getByText('一つ300MBまで', { exact: false }).waitFor()
  await write(customer.getByRole('textbox', { name: /^何がありましたか/ }), words)
  await tabTo(admin.getByRole('checkbox', { name: 'フォームで受け付ける' }), 'Shift+Tab')
  await admin.keyboard.press('Space')
  await admin.keyboard.press('ControlOrMeta+Enter')
  await preview.getByRole('heading', { name: /受け付けておりません/ }).waitFor()
  await press(customer.getByRole('button', { name: '送る' }))
  await customer
    .getByText('ただいま、このフォームでは受け付けておりません。', { exact: false })
    .waitFor()
  await customer.reload()
  await customer.getByRole('heading', { name: /受け付けておりません/ }).waitFor()
  await axe(customer, '止めたフォーム')
  await admin.getByRole('button', { name: '元に戻す' }).last().click()
  await preview.getByRole('textbox', { name: /^何がありましたか/ }).waitFor()
  await customer.reload()
  await settled(customer)
  const field = customer.getByRole('textbox', { name: /^何がありましたか/ })
  expect(await field.inputValue()).toBe(words)
})
