import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { ask, axe, openHouse, press, receive, settled, tabTo, write } from './desk.ts'
import { startNodes } from './world.ts'

const [desk] = await startNodes(1)
const { sit } = await openHouse(desk ? [desk] : [])

type Ledger = { commitments: { words: string; state: string; dueOn: string }[] }

/** As it is typed into the parts of a day. */
function inTwoWeeks(): string {
  const day = Temporal.Now.plainDateISO('Asia/Tokyo').add({ days: 14 })
  return day.toString().replaceAll('-', '')
}

async function statesOf(page: Page, id: string): Promise<string[]> {
  const { commitments } = await ask<Ledger>(page, `/api/complaints/${id}/commitments`)
  return commitments.map(({ state }) => state).toSorted()
}

it('言ったとおりの間隔を約束にし、「連絡した」の一打ちで次が立ち、名のある人を待ち、終える', async () => {
  const page = await sit('matsui', '/today')
  const id = await receive(page, '急須の口が欠けていました。母への贈り物でした。')
  const said = await page.request.post(`/api/complaints/${id}/notes`, {
    data: { id: crypto.randomUUID(), speaker: 'operator', text: '経過は3日ごとにご連絡します。' },
  })
  expect(said.status()).toBe(200)
  await page.goto(`/complaints/${id}`)
  await settled(page)
  const panel = page.getByRole('region', { name: '経過のご連絡' })
  await panel.getByText('「経過は3日ごとにご連絡します」とお伝えしています。').waitFor()
  await press(panel.getByRole('button', { name: '3日ごとの約束にする' }))
  const interval = page.getByRole('dialog', { name: 'ご連絡の間隔を決める' })
  await interval.getByText('最初のご連絡は', { exact: false }).waitFor()
  await axe(page, 'ご連絡の間隔を決める')
  await tabTo(interval.getByRole('textbox', { name: 'お客様にお伝えした言葉' }))
  await page.keyboard.press('ControlOrMeta+Enter')
  await panel.getByText('3日ごと', { exact: true }).waitFor()
  expect(await statesOf(page, id)).toEqual(['open'])
  const promises = page.getByRole('region', { name: /^約束/u })
  await promises.waitFor()
  expect(await promises.getByText('経過のご連絡').count(), 'the note due stands once').toBe(0)

  // One key, a sentence that stands there already, and the next date follows.
  await page.getByRole('log', { name: '経過' }).focus()
  await page.keyboard.press('e')
  const note = page.getByRole('dialog', { name: '経過をお伝えする' })
  const told = note.getByRole('textbox', { name: 'お伝えすること' })
  await told.waitFor()
  const first = await told.inputValue()
  expect(first).toContain('まだございません')
  await axe(page, '経過をお伝えする')
  await tabTo(told)
  await page.keyboard.press('ControlOrMeta+Enter')
  await panel.getByText('1回ご連絡', { exact: false }).waitFor()
  await expect.poll(() => statesOf(page, id)).toEqual(['kept', 'open'])
  await expect.poll(() => promises.getByText('経過のご連絡（3日ごと）').count()).toBe(1)

  // The same from the ledger, in other words.
  await page.goto('/promises?mine=true')
  await settled(page)
  const row = page
    .getByRole('listitem')
    .filter({ hasText: '経過のご連絡（3日ごと）' })
    .filter({ hasText: '電話' })
  await row.first().waitFor()
  await page.goto(`/complaints/${id}`)
  await settled(page)
  // The key is there with its button.
  await panel.getByRole('button', { name: /^連絡した/u }).waitFor()
  await page.getByRole('log', { name: '経過' }).focus()
  await page.keyboard.press('e')
  await told.waitFor()
  expect(await told.inputValue()).not.toBe(first)
  await page.keyboard.press('Escape')

  await press(panel.getByRole('button', { name: '待つ' }))
  const pause = page.getByRole('dialog', { name: 'ご連絡を待つ' })
  await write(pause.getByRole('textbox', { name: '名前' }), '製造部の佐藤さん')
  await write(pause.getByRole('textbox', { name: '待つ理由' }), '検査の結果が出るまで')
  await pause
    .getByRole('group', { name: /^いつまで/u })
    .getByRole('spinbutton')
    .first()
    .focus()
  await page.keyboard.type(inTwoWeeks())
  await pause.getByText('製造部の佐藤さんを待っております', { exact: false }).waitFor()
  await write(pause.getByRole('textbox', { name: 'お客様に伝えた人と方法' }), '松井が電話で')
  await axe(page, 'ご連絡を待つ')
  await page.keyboard.press('ControlOrMeta+Enter')
  await panel.getByText('製造部の佐藤さんを待っています（検査の結果が出るまで）').waitFor()
  await axe(page, '待っている経過のご連絡')

  await press(panel.getByRole('button', { name: '終える' }))
  const end = page.getByRole('dialog', { name: '約束を取り下げる' })
  await write(end.getByRole('textbox', { name: '取り下げる理由' }), 'もうご連絡はいらないとのこと')
  await page.keyboard.press('ControlOrMeta+Enter')
  await panel.getByRole('button', { name: '間隔を決める' }).waitFor()
  expect(await statesOf(page, id)).toEqual(['kept', 'withdrawn'])
})
