import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { ask, axe, openHouse, press, receive, settled, write } from './desk.ts'
import { startNodes } from './world.ts'

const { sit } = await openHouse(await startNodes(1))

const words = '宅配の方が箱を投げるように置いていきました。'
// A second try meets what the first has left.
let call = ''
let mail = ''

const promises = (page: Page) => page.getByRole('region', { name: /^約束/ })
const ledgerLine = (page: Page | Locator, what: string) =>
  page.locator('[data-promise]').filter({ hasText: what })

/** From the case: what, until when as it was said, and the date that was understood before it is recorded. */
async function promise(page: Page, what: string, phrase: string) {
  await press(page.getByRole('button', { name: '約束を加える' }))
  const dialog = page.getByRole('dialog', { name: '約束を記録する' })
  await write(dialog.getByRole('textbox', { name: /^何をするか/ }), what)
  await write(dialog.getByRole('textbox', { name: /^いつまでに/ }), phrase)
  await dialog.getByText(/までの約束になります$/).waitFor()
  await page.keyboard.press('ControlOrMeta+Enter')
  await dialog.waitFor({ state: 'detached' })
  await promises(page).getByRole('listitem').filter({ hasText: what }).waitFor()
}

/** The headline: how many dates came due, how many of them were kept. */
async function keptRate(page: Page) {
  const figure = page.getByRole('region', { name: '約束を守った割合' })
  await figure.locator('strong').waitFor()
  const said = await figure.innerText()
  const [, all = '', kept = ''] = /期限([\d,]+)件のうち、([\d,]+)件を守りました/.exec(said) ?? []
  const number = (text: string) => Number(text.replaceAll(',', ''))
  const percent = await figure.locator('strong').innerText()
  return { percent, kept: number(kept), broken: number(all) - number(kept) }
}

/** By itself, without anybody reloading: on the first page, and in the inbox. */
async function breaksByItself(page: Page) {
  await hop(page, 't')
  const today = page.getByRole('main').locator('[data-promise]').filter({ hasText: mail })
  await today.waitFor()
  await today.getByText('過ぎた', { exact: true }).waitFor({ timeout: 90_000 })
  await hop(page, 'i')
  await press(page.getByRole('button', { name: /^約束が過ぎた/ }))
  await page.getByRole('list', { name: '苦情の一覧' }).getByText(words).waitFor()
}

async function isWarnedOf(page: Page) {
  await hop(page, 'p')
  await ledgerLine(page, call).getByText('まもなく期限').waitFor({ timeout: 90_000 })
  await press(page.getByRole('link', { name: '危ない', exact: true }))
  await page.waitForURL(/show=at-risk/)
  await settled(page)
  await ledgerLine(page, call).waitFor()
}

/** In place: with the reason and what can be done instead. */
async function renegotiate(page: Page) {
  await walkTo(page, call)
  await page.keyboard.press('r')
  const form = page.getByRole('region', { name: '約束の日時を変える' })
  await write(form.getByRole('textbox', { name: /^新しい期限/ }), '30分以内に')
  await write(form.getByRole('textbox', { name: /^変える理由/ }), '配送会社の返事が遅れています')
  await write(
    form.getByRole('textbox', { name: /^代わりにできること/ }),
    '先に代わりの品を送ります',
  )
  await write(form.getByRole('textbox', { name: /^お客様に伝えた人と方法/ }), '小林が電話で')
  await page.keyboard.press('ControlOrMeta+Enter')
  await form.waitFor({ state: 'detached' })
  await ledgerLine(page, call).waitFor({ state: 'detached' })
  await press(page.getByRole('link', { name: 'すべての約束中' }), 'Shift+Tab')
  await press(ledgerLine(page, call).getByText('期限の変更1回'))
  await ledgerLine(page, call).getByText('配送会社の返事が遅れています').waitFor()
}

async function keep(page: Page) {
  await walkTo(page, call)
  await page.keyboard.press('e')
  const dialog = page.getByRole('dialog', { name: 'どのように守りましたか' })
  await write(dialog.getByRole('textbox', { name: /^したこと/ }), 'お電話で調べの結果をお伝えした')
  await page.keyboard.press('ControlOrMeta+Enter')
  await dialog.waitFor({ state: 'detached' })
  await press(page.getByRole('link', { name: '守った', exact: true }), 'Shift+Tab')
  await ledgerLine(page, call).getByText('守った', { exact: true }).waitFor()
}

/** G, then the letter of the page. */
async function hop(page: Page, letter: string) {
  await page.keyboard.press('g')
  await page.keyboard.press(letter)
}

/** J, until the promise is the active one. */
async function walkTo(page: Page, what: string) {
  const active = ledgerLine(page, what).locator(':focus')
  for (let presses = 0; presses < 100 && (await active.count()) === 0; presses += 1)
    await page.keyboard.press('j')
  expect(await active.count(), `J comes to ${what}`).toBe(1)
}

it('約束は、前もって知らせ、相談し直し、守る。黙って過ぎたものは、ひとりでに「過ぎた」になる', async () => {
  const time = Date.now() % 1000
  call = `配送会社の調べ${time}をお電話でお伝えする`
  mail = `返送の伝票${time}をメールでお送りする`
  const page = await sit('kobayashi', '/promises')
  await settled(page)
  const before = await keptRate(page)
  const complaint = `/complaints/${await receive(page, words)}`
  await page.goto(complaint)
  await settled(page)
  await promise(page, call, '2分以内に')
  await promise(page, mail, '1分以内に')
  await hop(page, 'p')
  for (const what of [call, mail]) await ledgerLine(page, what).waitFor()

  await breaksByItself(page)
  await isWarnedOf(page)
  await renegotiate(page)
  await keep(page)

  const after = await keptRate(page)
  expect(after.broken).toBeGreaterThan(before.broken)
  expect(after.percent).not.toBe(before.percent)
  await page.goto(complaint)
  await settled(page)
  const said = await page.getByRole('log', { name: '経過' }).innerText()
  expect(said).toMatch(
    /約束しました：「配送.*まもなく期限です：「配送.*改めました：「配送.*守りました：「配送/s,
  )
  expect(said).toContain(`約束の期限が過ぎました：「${mail}」`)
})

type Told = { type: string; payload: Record<string, unknown> | null }

/** What the record says became of its promises. */
async function toldOf(page: Page, complaintId: string) {
  const path = `/api/complaints/${complaintId}/timeline`
  const { entries } = await ask<{ entries: Told[] }>(page, path)
  return entries.filter(({ type }) => type.startsWith('commitments.'))
}

it('担当が不在の約束は、危ない約束に載り、代わりの人に一度だけ渡って、そこで日時を改められる', async () => {
  // A second try meets what the first has left.
  const what = `箱${Date.now() % 1000}番のつぶれた原因をお電話でお伝えする`
  const kobayashi = await sit('kobayashi', '/today')
  const complaintId = await receive(kobayashi, '箱がつぶれて届きました。')
  const data = { id: crypto.randomUUID(), words: what, due: { phrase: '2分以内' } }
  const commitments = `/api/complaints/${complaintId}/commitments`
  const made = await kobayashi.request.post(commitments, { data })
  expect(made.status(), await made.text()).toBe(200)

  const sasaki = await sit('sasaki', '/today')
  const { members } = await ask<{ members: { id: string; name: string }[] }>(
    sasaki,
    '/api/access/members',
  )
  const idOf = (name: string) => members.find((each) => each.name === name)?.id ?? ''
  const absence = (isAway: boolean) =>
    sasaki.request.put(`/api/access/members/${idOf('小林 大輔')}/absence`, {
      data: { isAway, substituteId: idOf('松井 あかり') },
    })
  expect((await absence(true)).status()).toBe(200)
  await sasaki.goto('/promises?show=at-risk&by=person')
  await ledgerLine(sasaki, what).waitFor()
  await axe(sasaki)

  const matsui = await sit('matsui', '/today')
  const mine = ledgerLine(matsui.getByRole('main'), what)
  await mine.waitFor({ timeout: 240_000 })
  await press(mine.getByRole('button', { name: `日時を相談し直す：${what}` }))
  const form = matsui.getByRole('region', { name: '約束の日時を変える' })
  await write(form.getByRole('textbox', { name: /^新しい期限/ }), '明日の17時まで')
  await form.getByText(/17:00 までの約束になります$/).waitFor()
  await write(form.getByRole('textbox', { name: /^変える理由/ }), '担当の小林が不在のためです')
  await write(form.getByRole('textbox', { name: /^代わりにできること/ }), '先に代わりの品を送る')
  await write(form.getByRole('textbox', { name: /^お客様に伝えた人と方法/ }), '松井が電話で')
  await axe(matsui)
  await matsui.keyboard.press('ControlOrMeta+Enter')
  await form.waitFor({ state: 'detached' })
  expect((await absence(false)).status()).toBe(200)

  const told = await toldOf(sasaki, complaintId)
  const count = (type: string) => told.filter((each) => each.type === `commitments.${type}`).length
  expect([count('handed-over'), count('warned'), count('renegotiated')]).toEqual([1, 1, 1])
  expect(told.find(({ type }) => type === 'commitments.handed-over')?.payload).toMatchObject({
    toName: '松井 あかり',
  })
})

it('自分の約束をカレンダーに載せ、止めると読めなくなる', async () => {
  const page = await sit('matsui', '/promises')
  await settled(page)
  await press(page.getByRole('button', { name: 'カレンダーに載せる' }))
  await press(page.getByRole('button', { name: /^URLを作/ }))
  const url = await page.getByRole('textbox', { name: 'カレンダーのURL' }).inputValue()
  const read = async () => {
    const answer = await fetch(url)
    return { status: answer.status, text: await answer.text() }
  }
  expect((await read()).text).toMatch(/^BEGIN:VCALENDAR\r\n/)
  await axe(page)
  await press(page.getByRole('button', { name: '追加しました' }))
  await press(page.getByRole('button', { name: '止める' }))
  await page.getByText('まだカレンダーには載せていません').waitFor()
  expect((await read()).status).toBe(404)
})
