import { expect, it } from 'vitest'
import { ask, axe, openHouse, press, receive, settled, write } from './desk.ts'
import { startNodes } from './world.ts'

const { sit } = await openHouse(await startNodes(1))
const words = '箱のつぶれた原因をお電話でお伝えする'

it('担当が不在の約束は、危ない約束に載り、代わりの人に渡り、SVにも知らされ、代わりの人が守る', async () => {
  const kobayashi = await sit('kobayashi', '/today')
  const complaintId = await receive(kobayashi, '箱がつぶれて届きました。')
  const data = { id: crypto.randomUUID(), words, due: { phrase: '3分以内' } }
  const commitments = `/api/complaints/${complaintId}/commitments`
  const made = await kobayashi.request.post(commitments, { data })
  expect(made.status(), await made.text()).toBe(200)

  const sasaki = await sit('sasaki', '/promises?show=at-risk')
  const { members } = await ask<{ members: { id: string; name: string }[] }>(
    sasaki,
    '/api/access/members',
  )
  const idOf = (name: string) => members.find((each) => each.name === name)?.id ?? ''
  const away = await sasaki.request.put(`/api/access/members/${idOf('小林 大輔')}/absence`, {
    data: { isAway: true, substituteId: idOf('松井 あかり') },
  })
  expect(away.status()).toBe(200)
  await sasaki.reload()
  const row = sasaki.locator('[data-promise]').filter({ hasText: words })
  await row.getByText('担当が不在').waitFor()
  await axe(sasaki)

  const matsui = await sit('matsui', '/today')
  const mine = matsui.locator('[data-promise]').filter({ hasText: words })
  await mine.getByText('まもなく期限').waitFor({ timeout: 240_000 })
  await row.getByText('担当 松井 あかり').waitFor()
  await row.getByText('SVに知らせました').waitFor({ timeout: 240_000 })

  await press(mine.getByRole('button', { name: `守りました：${words}` }))
  const dialog = matsui.getByRole('dialog', { name: 'どのように守りましたか' })
  await write(dialog.getByRole('textbox', { name: /^したこと/ }), 'お電話で原因をお伝えした')
  await matsui.keyboard.press('ControlOrMeta+Enter')
  await dialog.waitFor({ state: 'detached' })

  await sasaki.goto(`/complaints/${complaintId}`)
  await settled(sasaki)
  const record = sasaki.getByRole('log', { name: '経過' })
  await record.getByText(/約束を 松井 あかり に引き継ぎました/).waitFor()
  await record.getByText(/期限が迫っているため、SVに知らせました/).waitFor()
  await record.getByText(new RegExp(`(守りました|果たしました)：「${words}」`)).waitFor()
}, 600_000)

it('過ぎた約束は、お詫びの下書きから新しい日時まで、キーボードだけで進み、履歴がすべて残る', async () => {
  const page = await sit('kobayashi', '/today')
  const complaintId = await receive(page, '急須の取っ手が取れました。')
  const what = '修理できるかをお電話でお知らせする'
  const data = { id: crypto.randomUUID(), words: what, due: { phrase: '1分以内' } }
  const made = await page.request.post(`/api/complaints/${complaintId}/commitments`, { data })
  expect(made.status(), await made.text()).toBe(200)
  await page.goto('/promises?show=broken&by=person')
  const row = page.locator('[data-promise]').filter({ hasText: what })
  await row.waitFor({ timeout: 240_000 })
  await press(row.getByRole('button', { name: `お詫びの下書き：${what}` }))
  const apology = page.getByRole('dialog', { name: 'お詫びの下書き' })
  const draft = apology.getByRole('textbox', { name: 'お詫びの言葉' })
  await draft.waitFor()
  expect(await draft.inputValue()).toContain(`「${what}」とお約束した期限は`)
  await axe(page)
  await press(apology.getByRole('button', { name: 'お客様に伝えて、日時を改める' }))
  const moving = page.getByRole('dialog', { name: '約束の日時を変える' })
  await write(moving.getByRole('textbox', { name: /^変える理由/ }), '職人の返事を待っています')
  await write(
    moving.getByRole('textbox', { name: /^代わりにできること/ }),
    '代わりの急須を送ります',
  )
  await write(moving.getByRole('textbox', { name: /^お客様に伝えた人と方法/ }), '小林が電話で')
  await page.keyboard.press('ControlOrMeta+Enter')
  await moving.waitFor({ state: 'detached' })
  await row.waitFor({ state: 'detached' })

  await press(page.getByRole('link', { name: 'すべての約束中' }), 'Shift+Tab')
  await press(row.getByText('期限の変更1回'))
  for (const part of ['過ぎてからの変更', '職人の返事を待っています', '代わりの急須を送ります'])
    await row.getByText(part).waitFor()
  await press(row.getByRole('button', { name: `取り下げる：${what}` }))
  const withdrawing = page.getByRole('dialog', { name: '約束を取り下げる' })
  await write(
    withdrawing.getByRole('textbox', { name: /^取り下げる理由/ }),
    '返金でよいとお電話があった',
  )
  await page.keyboard.press('ControlOrMeta+Enter')
  await withdrawing.waitFor({ state: 'detached' })
  await press(page.getByRole('link', { name: '取り下げ', exact: true }), 'Shift+Tab')
  await row.getByText('理由：返金でよいとお電話があった').waitFor()
  expect(await row.count()).toBe(1)
}, 600_000)

it('自分の約束をカレンダーに載せ、止めると読めなくなる', async () => {
  const page = await sit('matsui', '/promises')
  await settled(page)
  await press(page.getByRole('button', { name: 'カレンダーに載せる' }))
  await press(page.getByRole('button', { name: '住所を作る' }))
  const address = page.getByRole('textbox', { name: 'カレンダーの住所' })
  const url = await address.inputValue()
  const read = () => fetch(url).then(async (answer) => [answer.status, await answer.text()])
  expect((await read())[1]).toMatch(/^BEGIN:VCALENDAR\r\n/)
  await axe(page)
  await press(page.getByRole('button', { name: '追加しました' }))
  await press(page.getByRole('button', { name: '止める' }))
  await page.getByText('まだカレンダーには載せていません').waitFor()
  expect((await read())[0]).toBe(404)
})
