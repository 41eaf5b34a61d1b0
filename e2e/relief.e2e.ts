import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { ask, axe, choose, openHouse, press, receive, settled, tabTo, write } from './desk.ts'
import { startNodes } from './world.ts'

const { sit, forgive } = await openHouse(await startNodes(1))

const widths = [1440, 1024, 390] as const
const schemes = ['light', 'dark'] as const

async function see(page: Page, name: string): Promise<void> {
  const folder = process.env['UKETOME_PICTURES']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

const card = (page: Page) => page.getByRole('region', { name: 'ひと息いれませんか' })
const relief = (page: Page) => page.getByRole('region', { name: '交代を' })

type Members = { members: { id: string; name: string }[] }
type Complaint = { owner: { name: string } | null }

/** A desk open all day and night, in which 松井 knows more of the matter than anybody else. */
async function openDesk(admin: Page): Promise<void> {
  const { members } = await ask<Members>(admin, '/api/access/members')
  const memberIds = ['松井 あかり', '小林 大輔'].map(
    (name) => members.find((each) => each.name === name)?.id ?? '',
  )
  const today = Temporal.Now.plainDateISO('Asia/Tokyo')
  const openOn = [today, today.add({ days: 1 })].map(String)
  const days = {
    workdays: [1, 2, 3, 4, 5, 6, 7],
    closedOn: [],
    openOn,
    halfWeekdays: {},
    halfDays: {},
  }
  const hours = {
    ...days,
    opens: '00:00',
    closes: '23:59',
    yearEndFrom: '02-29',
    yearEndTo: '02-29',
    breaks: [],
  }
  const skills = [{ kind: 'product', word: '雪平鍋' }]
  const data = { name: '鍋の窓口', memberIds, skills, hours, assignsAtArrival: true }
  const desks = '/api/assignment/desks/019a0000-0000-7000-8000-000000000009'
  expect((await admin.request.put(desks, { data })).status()).toBe(200)
  const [matsui, kobayashi] = memberIds
  const knows = { skills, carries: 400, hours: null }
  for (const [id, profile] of [
    [matsui, knows],
    [kobayashi, { ...knows, skills: [] }],
  ] as const) {
    const saved = await admin.request.put(`/api/assignment/members/${id}`, { data: profile })
    expect(saved.status()).toBe(200)
  }
}

/** As if nothing had been tried before: nobody is on the phone, nobody rests. */
async function afresh(page: Page): Promise<void> {
  const { calls } = await ask<{ calls: { id: string }[] }>(page, '/api/intake/calls?mine=true')
  for (const { id } of calls) {
    const data = { id: crypto.randomUUID(), how: 'cut-off' }
    await page.request.post(`/api/intake/calls/${id}/ending`, { data })
  }
  expect((await page.request.delete('/api/wellbeing/break')).status()).toBe(200)
}

const ownerOf = async (page: Page, complaintId: string) =>
  (await ask<Complaint>(page, `/api/complaints/${complaintId}`)).owner?.name

async function hardCall(page: Page): Promise<void> {
  await page.keyboard.press('F2')
  await page.waitForURL('**/calls/*')
  for (const text of ['ばかやろう。', '殺すぞ。']) {
    await tabTo(page.getByRole('textbox', { name: 'メモ' }))
    await page.keyboard.insertText(text)
    await page.keyboard.press('Enter')
    await page.getByRole('log', { name: 'この通話のメモ' }).getByText(text).waitFor()
  }
  expect(await card(page).count()).toBe(0)
  await page.keyboard.press('F10')
  await page.getByRole('dialog', { name: 'どのように終わりましたか' }).waitFor()
  await page.keyboard.press('4')
  await page.getByRole('heading', { name: /おつかれさまでした/u }).waitFor()
}

it('きつい通話のあと休むと、次の苦情はほかの人へ行き、SVには交代だけが見える', async () => {
  await openDesk(await sit('fujii', '/today'))
  const sasaki = await sit('sasaki', '/board')
  const matsui = await sit('matsui', '/today', { width: 1024 })
  await afresh(matsui)
  await matsui.reload()
  await settled(matsui)
  await hardCall(matsui)
  await card(matsui).getByText('少し休んでください').waitFor()
  await axe(matsui, '休憩の申し出')
  await see(matsui, 'care-offer-1024')

  const onBoard = relief(sasaki).getByRole('button', { name: '松井 あかりさんに休憩を勧める' })
  await onBoard.waitFor()
  const told = await relief(sasaki).innerText()
  expect(told).not.toMatch(/[0-9０-９]|侮辱|脅し|殺|ばか/u)
  await axe(sasaki, '交代を')
  await see(sasaki, 'care-board-1440')

  await matsui.goto('/today')
  await settled(matsui)
  await card(matsui)
    .getByRole('button', { name: /^15分休む/ })
    .waitFor()
  await axe(matsui, 'きょうの申し出')
  await see(matsui, 'care-today-1024')
  await matsui.keyboard.press('h')
  await card(matsui)
    .getByText(/まで休憩/)
    .waitFor()
  await onBoard.waitFor({ state: 'detached' })
  const next = await receive(sasaki, '雪平鍋の取っ手がゆるんでいます。')
  await expect.poll(() => ownerOf(sasaki, next), { timeout: 60_000 }).toBe('小林 大輔')

  await press(card(matsui).getByRole('button', { name: '戻る' }))
  await card(matsui).waitFor({ state: 'detached' })
  // Half an hour after a hard talk the rule still spares them (I7).
  const after = await receive(sasaki, '雪平鍋のふたが届きません。')
  await expect.poll(() => ownerOf(sasaki, after), { timeout: 60_000 }).toBe('小林 大輔')
})

it('管理者は、目安と休憩の長さと社外の窓口を、キーボードだけで決める', async () => {
  const admin = await sit('fujii', '/settings?section=care')
  await admin.getByRole('textbox', { name: 'きつい話（分）' }).waitFor()
  await settled(admin)
  const before = await ask(admin, '/api/wellbeing/settings')
  const lengths = admin.getByRole('textbox', { name: '休憩の長さ（分）' })
  await write(lengths, '10、0')
  await admin.getByText('1から120までの数を、3つまで書いてください。').waitFor()
  await write(lengths, '１０、２０', 'Shift+Tab')
  await press(admin.getByRole('button', { name: '窓口を足す' }))
  await admin.keyboard.press('ControlOrMeta+Enter')
  await admin.getByText('名前を書いてください。').waitFor()
  await axe(admin, 'こころの手当ての設定で、足りないところ')
  await see(admin, 'care-settings-wrong-1440')
  const line = admin.getByRole('group', { name: '社外の窓口', exact: true })
  await write(line.getByRole('textbox', { name: '名前' }), '産業医の相談', 'Shift+Tab')
  const named = admin.getByRole('group', { name: '産業医の相談' })
  await write(named.getByRole('textbox', { name: '電話' }), '0120-000-000')
  await admin.keyboard.press('ControlOrMeta+Enter')
  await admin.getByText('保存しました。').waitFor()
  const shown = await ask(admin, '/api/wellbeing/settings')
  expect(shown).toMatchObject({ breaks: [10, 20], changedByName: '藤井 直子' })

  const page = await sit('kobayashi', '/care')
  await page.getByRole('button', { name: '10分休む' }).waitFor()
  await page.getByRole('button', { name: '30分休む' }).waitFor({ state: 'detached' })
  await page.getByText('産業医の相談').waitFor()
  const back = await admin.request.put('/api/wellbeing/settings', { data: before })
  expect(back.status()).toBe(200)
})

it('仲間の言葉が届き、調子の確認は誰にも渡らず、本人が選んだものだけが窓口へ行く', async () => {
  const kobayashi = await sit('kobayashi', '/care')
  const send = kobayashi.getByRole('region', { name: '仲間の言葉' })
  await send.getByLabel('誰に').selectOption({ label: '松井 あかり' })
  await write(send.getByRole('textbox', { name: '自分の言葉' }), '気にしすぎだよ。')
  await kobayashi.keyboard.press('ControlOrMeta+Enter')
  forgive(/422/)
  await send.getByText(/急かしたり小さく見たり/).waitFor()
  const words = 'さっきの電話、おつかれさまでした。お先にどうぞ。'
  await write(send.getByRole('textbox', { name: '自分の言葉' }), words, 'Shift+Tab')
  await kobayashi.keyboard.press('ControlOrMeta+Enter')
  await kobayashi.getByText('松井 あかりさんに送りました。').waitFor()

  const matsui = await sit('matsui', '/today')
  await settled(matsui)
  await matsui.keyboard.press('g')
  await matsui.keyboard.press('c')
  await matsui.waitForURL('**/care')
  await matsui.getByText(words).waitFor()
  const check = matsui.getByRole('region', { name: 'いまの調子' })
  for (const [question, level] of [
    ['からだは', '重い'],
    ['さっきの話は', '離れない'],
    ['このあと', '休めば続く'],
  ] as const) {
    const group = check.getByRole('group', { name: question })
    await tabTo(group.getByRole('radio').first())
    await matsui.keyboard.press('Space')
    if (!(await group.getByRole('radio', { name: level }).isChecked())) await choose(group, level)
  }
  const own = '青い傘のことを考えている'
  await write(check.getByRole('textbox'), own)
  await matsui.keyboard.press('ControlOrMeta+Enter')
  await check.getByRole('listitem').filter({ hasText: own }).waitFor()

  await press(matsui.getByRole('button', { name: '相談窓口に渡す' }))
  const dialog = matsui.getByRole('dialog', { name: '相談窓口に渡す' })
  await write(dialog.getByRole('textbox', { name: '伝えたいこと' }), '話を聞いてほしいです')
  await axe(matsui, '相談窓口に渡す')
  await matsui.keyboard.press('Escape')
  const sasaki = await sit('sasaki', '/care')
  await settled(sasaki)
  expect(await sasaki.getByText(own).count()).toBe(0)
  const passed = await sasaki.request.get('/api/consultation/cases')
  expect(passed.status()).toBe(403)
})

it.each(widths.flatMap((width) => schemes.map((scheme) => ({ width, scheme }))))(
  '読みやすい：$width $scheme',
  async ({ width, scheme }) => {
    const page = await sit('matsui', '/care', { width, scheme })
    await page.getByRole('region', { name: '話せるところ' }).waitFor()
    expect(await page.getByRole('region', { name: 'いまの調子' }).count()).toBe(1)
    await axe(page, `こころの手当て ${width} ${scheme}`)
    await see(page, `care-${width}-${scheme}`)
    const empty = await sit('nakano', '/care', { width, scheme })
    await empty.getByText('きつい話は、記録にありません。').waitFor()
    await axe(empty, `空のこころの手当て ${width} ${scheme}`)
    await see(empty, `care-empty-${width}-${scheme}`)
  },
)
