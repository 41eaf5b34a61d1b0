import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { ask, axe, openHouse, press, settled, tabTo, write } from './desk.ts'
import { decide, writeComposing } from './input-method.ts'
import { startNodes } from './world.ts'

const { sit, forgive } = await openHouse(await startNodes(1))

/** A broken teapot, bought last week, of which the breaking is confirmed. */
async function brokenTeapot(page: Page, source = '写真'): Promise<string> {
  const send = async (path: string, data: object) => {
    const answer = await page.request.post(path, { data })
    expect(answer.status(), await answer.text()).toBe(200)
  }
  const [id, factId] = [crypto.randomUUID(), crypto.randomUUID()]
  const bought = Temporal.Now.plainDateISO('Asia/Tokyo').subtract({ days: 3 }).toString()
  const details = { product: '急須', price: 3200, purchasedOn: bought }
  const words = '届いた急須の口が欠けていました。'
  await send('/api/intake/complaints', { id, channel: 'phone', words, customer: {}, details })
  const claim = { id: factId, topic: 'what', statement: '口が欠けていた', source: '電話' }
  await send(`/api/complaints/${id}/facts`, claim)
  const fact = { id: crypto.randomUUID(), source, attributedTo: 'us' }
  await send(`/api/complaints/${id}/facts/${factId}/confirmation`, fact)
  return `/complaints/${id}`
}

/** What came in was looked at: the record now holds what the rule wants to be shown. */
async function photograph(page: Page, place: string) {
  const [fact] = await ask<{ facts: { id: string }[] }>(page, `/api${place}`).then(
    ({ facts }) => facts,
  )
  const data = { id: crypto.randomUUID(), source: 'お客様の写真', attributedTo: 'us' }
  const path = `/api${place}/facts/${fact?.id}/confirmation`
  const answer = await page.request.post(path, { data })
  expect(answer.status(), await answer.text()).toBe(200)
}

const once = 'を、届いたらの条件でお出しした'
const remedies = (page: Page) => page.getByRole('region', { name: /^解決策/ })
const offered = (page: Page, label: string) =>
  remedies(page)
    .getByRole('list', { name: 'お出ししたもの' })
    .getByRole('listitem')
    .filter({ hasText: label })

async function offer(page: Page, label: string, how = 'をお出しした') {
  await press(remedies(page).getByRole('button', { name: `「${label}」${how}` }))
  await offered(page, label).waitFor()
}

async function answer(page: Page, label: string, name: string, words: string) {
  const card = offered(page, label)
  const group = card.getByRole('group', { name: `「${label}」へのお返事` })
  await tabTo(group.locator('input').first())
  for (let presses = 0; presses < 5; presses += 1) {
    if (await group.getByRole('radio', { name }).isChecked()) break
    await page.keyboard.press(presses === 0 ? 'Space' : 'ArrowRight')
  }
  await write(card.getByRole('textbox', { name: /^お客様の言葉/ }), words)
  await page.keyboard.press('ControlOrMeta+Enter')
  await card.getByText(`「${words}」`).waitFor()
}

it('一つめを断られ、用意できるかを確かめて別の案を出し、写真が届いてから合意し、このあとすることが約束になる', async () => {
  forgive(/422/)
  const page = await sit('matsui', '/today')
  const place = await brokenTeapot(page, 'お電話')
  await page.goto(place)
  await settled(page)
  await offer(page, '代金の全額のご返金', once)
  await answer(page, '代金の全額のご返金', 'お断りになる', 'お金より品物が要ります')
  await press(remedies(page).getByRole('button', { name: '用意できるか確かめる' }))
  await remedies(page).getByText('同じ品の在庫はありますか。いつ届きますか。').waitFor()
  const can = remedies(page).getByRole('group', { name: '用意できるか' })
  await tabTo(can.locator('input').first())
  await page.keyboard.press('Space')
  await write(remedies(page).getByRole('textbox', { name: /^確かめたこと/ }), '倉庫に三つ、水曜着')
  await page.keyboard.press('ControlOrMeta+Enter')
  await remedies(page).getByText('用意できます：倉庫に三つ、水曜着').waitFor()
  await offer(page, '新しい品との交換', once)
  await answer(page, '新しい品との交換', 'お受けになる', '水曜なら交換で')
  await offered(page, '新しい品との交換')
    .getByText(/^届いたら合意：/)
    .waitFor()
  await press(remedies(page).getByRole('button', { name: '合意を記録する' }))
  await remedies(page)
    .getByText(/次のものが届いてから合意にします/)
    .waitFor()
  await axe(page, 'an offer on condition')
  await photograph(page, place)
  await offered(page, '新しい品との交換')
    .getByText(/^届いたら合意：/)
    .waitFor({ state: 'detached' })
  await press(remedies(page).getByRole('button', { name: 'このあとすることを約束にする' }))
  const due = Temporal.Now.plainDateISO('Asia/Tokyo').add({ days: 7 }).toString()
  await remedies(page).getByLabel('いつまでに').fill(due)
  await press(remedies(page).getByRole('button', { name: '合意を記録する' }))
  await remedies(page).getByText('合意：新しい品との交換').waitFor()
  await page
    .getByRole('region', { name: /^約束/ })
    .getByText('新しい品との交換を手配してお知らせする', { exact: true })
    .waitFor()
  expect(await kept(page)).toMatchObject({
    agreement: {
      words: '新しい品との交換でお進めすることで、ご了承いただいた。',
      channel: 'phone',
    },
    offers: [{ answer: 'rejected' }, { answer: 'accepted', feasibility: '倉庫に三つ、水曜着' }],
  })
  await axe(page, 'the remedies of a case')
})

/** What is recorded of the remedies of the complaint on the screen. */
function kept(page: Page) {
  const complaintId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  return ask(page, `/api/complaints/${complaintId}/remedies`)
}

const sayable =
  '焼き菓子は、お怪我のあったときに限らせていただいております。代わりに、新しい品を水曜までにお届けできます。'

const rough = '今回は承認できません'

async function askBeyond(page: Page, label: string, yen: string) {
  await press(remedies(page).getByRole('button', { name: '規定にないことを頼む' }))
  const form = remedies(page).getByRole('group', { name: '規定にないことを頼む' })
  await write(form.getByRole('textbox', { name: /^お出しするもの/ }), label)
  await write(form.getByRole('textbox', { name: /^言い方/ }), `${label}をお送りいたします。`)
  await write(form.getByRole('textbox', { name: /^金額/ }), yen)
  await write(form.getByRole('textbox', { name: /^理由/ }), '同じ不具合が二度続いたため')
  await page.keyboard.press('ControlOrMeta+Enter')
  await asked(page, label).getByText('承認を待っています').waitFor()
}

const asked = (page: Page, label: string) =>
  remedies(page)
    .getByRole('list', { name: '承認' })
    .getByRole('listitem')
    .filter({ hasText: label })

/** J, until the request is the one that is shown. */
async function walkTo(page: Page, label: string) {
  const row = page.locator('[data-approval]').filter({ hasText: label }).last()
  await row.waitFor()
  const active = row.and(page.locator('[aria-current="true"]'))
  for (let presses = 0; presses < 50 && (await active.count()) === 0; presses += 1)
    await page.keyboard.press('j')
  expect(await active.count(), `J comes to ${label}`).toBe(1)
  await page.getByRole('region', { name: label }).waitFor()
}

it('規定にないことを頼むと、SVが言葉を添えて見送り、次は条件つきで承認し、応対者はその場で知る', async () => {
  forgive(/422/)
  const page = await sit('matsui', '/today')
  await page.goto(await brokenTeapot(page))
  await settled(page)
  await askBeyond(page, 'お詫びの焼き菓子', '2000')
  const leader = await sit('sasaki', '/today')
  await settled(leader)
  await leader.keyboard.press('g')
  await leader.keyboard.press('a')
  await walkTo(leader, 'お詫びの焼き菓子')
  await leader.keyboard.press('r')
  const words = leader.getByRole('textbox', { name: /^お客様にお伝えする言葉/ })
  await words.waitFor()
  const composing = await writeComposing(words, 'こんかいはしょうにんできません', rough)
  expect(await words.inputValue(), 'an Enter that composes sends nothing').toBe(rough)
  expect(await leader.getByText(/このままではお客様に言えません/).count()).toBe(0)
  await decide(composing, rough)
  await leader.keyboard.press('Escape')
  await words.waitFor({ state: 'detached' })
  await leader.keyboard.press('r')
  expect(await words.inputValue(), 'Escape loses nothing').toBe(rough)
  await leader.keyboard.press('ControlOrMeta+Enter')
  await leader.getByText(/このままではお客様に言えません/).waitFor()
  await words.fill(sayable)
  await leader.keyboard.press('ControlOrMeta+Enter')
  await asked(page, 'お詫びの焼き菓子').getByText(`「${sayable}」`).waitFor()
  await asked(page, 'お詫びの焼き菓子').getByText('見送りになりました').waitFor()

  await askBeyond(page, 'お詫びのお茶', '1500')
  await walkTo(leader, 'お詫びのお茶')
  await axe(leader, 'the queue of approvals')
  await leader.keyboard.press('a')
  const condition = leader.getByRole('textbox', { name: /^条件/ })
  await condition.waitFor()
  await condition.fill('お詫びの言葉を添えて')
  await leader.keyboard.press('ControlOrMeta+Enter')
  await asked(page, 'お詫びのお茶').getByText('条件：お詫びの言葉を添えて').waitFor()
  await press(
    remedies(page).getByRole('button', { name: '承認された「お詫びのお茶」をお出しした' }),
  )
  await offered(page, 'お詫びのお茶').waitFor()
  await answer(page, 'お詫びのお茶', 'お受けになる', 'ありがとう')
  expect(await kept(page)).toMatchObject({
    offers: [{ label: 'お詫びのお茶', answer: 'accepted', amountYen: 1500 }],
  })
})

it('預かった権限で、似た依頼を、合計を確かめて、まとめて承認する', async () => {
  const lent = await sit('kobayashi', '/today')
  await settled(lent)
  const entry = lent.getByRole('navigation').getByRole('link', { name: /^承認/ })
  expect(await entry.count(), 'whoever may not decide has no way to the queue').toBe(0)
  const leader = await sit('sasaki', '/settings?section=approvals')
  await settled(leader)
  const lending = leader.getByRole('region', { name: '権限を預ける' })
  await lending.getByLabel('預ける相手').selectOption({ label: '小林 大輔 · オペレーター' })
  const today = Temporal.Now.plainDateISO('Asia/Tokyo')
  await lending.getByLabel('始まりの日').fill(today.toString())
  await lending.getByLabel('終わりの日').fill(today.add({ days: 3 }).toString())
  await press(lending.getByRole('button', { name: '預ける', exact: true }))
  await lending.getByText('佐々木 恵さん → 小林 大輔さん').first().waitFor()

  const page = await sit('matsui', '/today')
  for (const label of ['一つめのお茶', '二つめのお茶']) {
    await page.goto(await brokenTeapot(page))
    await settled(page)
    await askBeyond(page, label, '900')
  }
  await entry.first().waitFor()
  await lent.keyboard.press('g')
  await lent.keyboard.press('a')
  await lent
    .getByText(/佐々木 恵さんの権限も/)
    .first()
    .waitFor()
  await walkTo(lent, '二つめのお茶')
  await lent.keyboard.press('a')
  await lent.getByRole('textbox', { name: /^条件/ }).waitFor()
  await lent.keyboard.press('ControlOrMeta+Enter')
  await asked(page, '二つめのお茶').getByText('承認されました').waitFor()
  const { approvals } = await ask<{ approvals: object[] }>(
    lent,
    '/api/remedies/approvals?show=decided',
  )
  expect(approvals[0]).toMatchObject({
    decidedByName: '小林 大輔',
    onBehalfOfName: '佐々木 恵',
  })

  await leader.goto('/approvals')
  await walkTo(leader, '野口 大輝')
  await leader.keyboard.press('x')
  await leader.keyboard.press('j')
  await leader.keyboard.press('x')
  await leader.keyboard.press('b')
  const batch = leader.getByRole('dialog', { name: '2件をまとめて承認しますか' })
  await batch.getByText('合計 2,000円').waitFor()
  await axe(leader, 'several approved in one go')
  await leader.keyboard.press('ControlOrMeta+Enter')
  await leader.getByText('2件を承認しました。').waitFor()
})

const both = '責任を認める言葉・公開の場に載せる言葉'

/** Asks for these words through the API, as any door may. */
async function askWords(page: Page, complaintId: string, text: string) {
  const data = {
    id: crypto.randomUUID(),
    what: 'words',
    text,
    opens: ['admits-liability', 'public-reply'],
    reason: '写真で確かめられたため',
  }
  const answer = await page.request.post(`/api/complaints/${complaintId}/approvals`, { data })
  expect(answer.status(), await answer.text()).toBe(200)
}

it('責任を認める文面は、印と違いと記録を見て承認され、そのまま一度だけ出る。変えれば頼み直しになる', async () => {
  forgive(/422/)
  const page = await sit('matsui', '/today')
  const complaintId = (await brokenTeapot(page)).split('/').at(-1) ?? ''
  const first = 'このたびは申し訳ございません。急須の欠けは、弊社の過失でございます。'
  const second = 'このたびは申し訳ございません。急須の欠けは、弊社の検品の過失でございます。'
  const leave = async (text: string) => {
    const data = { id: crypto.randomUUID(), text }
    const path = `/api/complaints/${complaintId}/public-words`
    return (await page.request.post(path, { data })).status()
  }
  await askWords(page, complaintId, first)
  const leader = await sit('sasaki', '/approvals')
  await walkTo(leader, both)
  await leader.keyboard.press('r')
  const words = leader.getByRole('textbox', { name: /^応対者に返す言葉/ })
  await words.waitFor()
  await words.fill('どこの過失かを書いてください')
  await leader.keyboard.press('ControlOrMeta+Enter')
  await expect
    .poll(() => leader.locator('[data-approval]').filter({ hasText: both }).count())
    .toBe(0)

  await askWords(page, complaintId, second)
  await walkTo(leader, both)
  const pane = leader.getByRole('region', { name: both })
  await pane.locator('mark').first().waitFor()
  expect(await pane.locator('mark').first().textContent()).toContain('過失')
  expect(await pane.locator('ins').textContent()).toContain('検品の')
  await pane.getByText('確認できたこと').waitFor()
  await axe(leader, 'a text to approve')
  await leader.setViewportSize({ width: 390, height: 844 })
  await pane.locator('ins').waitFor()
  const width = await leader.evaluate<number>('document.documentElement.scrollWidth')
  expect(width).toBeLessThanOrEqual(390)
  await axe(leader, 'a text to approve on a telephone')
  await leader.setViewportSize({ width: 1440, height: 900 })
  await walkTo(leader, both)
  expect(await leave(second)).toBe(422)
  await leader.keyboard.press('a')
  await leader.getByRole('textbox', { name: /^条件/ }).waitFor()
  await leader.keyboard.press('ControlOrMeta+Enter')
  await leader.getByText(/を承認しました/).waitFor()
  expect([await leave(first), await leave(second), await leave(second)]).toEqual([422, 200, 422])
})
