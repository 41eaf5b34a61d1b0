import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { ask, axe, openHouse, press, receive, settled, tabTo } from './desk.ts'
import { startNodes } from './world.ts'

const nodes = await startNodes(1)
const { sit, forgive } = await openHouse(nodes)

type Members = { members: { id: string; name: string }[] }
type Complaint = { owner: { name: string } | null }

async function put(page: Page, path: string, data: unknown) {
  const answer = await page.request.put(path, { data })
  expect(answer.status(), await answer.text()).toBe(200)
}
const everything = { deskId: null, channel: null, severity: null }
const always = {
  workdays: [1, 2, 3, 4, 5, 6, 7],
  opens: '00:00',
  closes: '23:59',
  closedOn: [],
  openOn: [],
  halfWeekdays: {},
  halfDays: {},
  yearEndFrom: '02-29',
  yearEndTo: '02-29',
  breaks: [],
}

/** A desk that is open all day, with these people, and targets from today on. */
async function setUp(admin: Page, names: readonly string[]) {
  const { members } = await ask<Members>(admin, '/api/access/members')
  const idOf = (name: string) => members.find((each) => each.name === name)?.id ?? ''
  const { today } = await ask<{ today: string }>(admin, '/api/assignment/targets')
  // Also on a public holiday, and when the day ends during the journey.
  const tomorrow = Temporal.PlainDate.from(today).add({ days: 1 }).toString()
  const hours = { ...always, openOn: [today, tomorrow] }
  const skills = [{ kind: 'product', word: '土鍋' }]
  const fields = { name: '商品窓口', memberIds: names.map(idOf), skills, hours }
  const desks = '/api/assignment/desks/019a0000-0000-7000-8000-000000000001'
  await put(admin, desks, { ...fields, assignsAtArrival: true })
  const rows = [{ ...everything, first: 240, next: 240, resolution: 2400 }]
  await put(admin, `/api/assignment/targets/${today}`, { rows })
  return idOf
}

it('届くと理由とともに担当が決まり、不在になると代わりの人へ移る', async () => {
  const admin = await sit('fujii', '/today')
  const idOf = await setUp(admin, ['松井 あかり', '小林 大輔'])
  const skills = [{ kind: 'product', word: '土鍋' }]
  const kobayashi = idOf('小林 大輔')
  await put(admin, `/api/assignment/members/${kobayashi}`, { skills, carries: 40, hours: null })
  const sasaki = await sit('sasaki', '/inbox')
  const complaintId = await receive(sasaki, '土鍋にひびが入っていました。')
  await sasaki.goto(`/complaints/${complaintId}`)
  const record = sasaki.getByRole('log', { name: '経過' })
  await record.getByText(/小林 大輔さんを選びました：土鍋の担当/).waitFor()
  const owner = sasaki.getByRole('region', { name: '応答の目標' })
  await owner.getByText(/最初のお返事 あと/).waitFor()
  await axe(sasaki)

  await sasaki.keyboard.press('a')
  const dialog = sasaki.getByRole('dialog', { name: '担当を決める' })
  await dialog.getByText('土鍋の担当', { exact: false }).waitFor()
  await axe(sasaki)
  await sasaki.keyboard.press('Escape')

  const to = idOf('松井 あかり')
  const now = Date.now()
  const absence = { promisesTo: to, complaintsTo: to, arrivalsTo: to, memberId: kobayashi }
  const [fromAt, untilAt] = [now, now + 48 * 3_600_000].map((ms) => new Date(ms).toISOString())
  await put(sasaki, `/api/assignment/absences/${crypto.randomUUID()}`, {
    ...absence,
    fromAt,
    untilAt,
  })
  await record.getByText(/松井 あかりさんが、不在の担当の代わりに受け持ちます/).waitFor()
  const { owner: nowOwner } = await ask<Complaint>(sasaki, `/api/complaints/${complaintId}`)
  expect(nowOwner?.name).toBe('松井 あかり')
})

it('二つのブラウザーが、互いのペンを見る', async () => {
  const matsui = await sit('matsui', '/today')
  const complaintId = await receive(matsui, '湯のみの色が違います。')
  await matsui.goto(`/complaints/${complaintId}`)
  const sasaki = await sit('sasaki', `/complaints/${complaintId}`)
  await matsui.getByText('佐々木 恵さんも見ています').waitFor()
  await tabTo(sasaki.getByRole('textbox', { name: '社内メモ', exact: true }))
  await matsui.getByText('佐々木 恵さんが返信を書いています').waitFor()
  await axe(matsui)
  await matsui.goto('/inbox')
  await matsui
    .getByRole('listitem')
    .getByText('佐々木 恵さんが返信を書いています')
    .first()
    .waitFor({ state: 'attached' })
  await sasaki.context().close()
  const gone = matsui.getByRole('listitem').getByText('佐々木 恵さんが返信を書いています')
  await gone.first().waitFor({ state: 'detached', timeout: 90_000 })
  expect(await gone.count()).toBe(0)
})

it('電話で話している人と、書いている人が、二人めの画面に生きて映り、ブラウザーが死ぬと消える', async () => {
  forgive(/ERR_INTERNET_DISCONNECTED/)
  const matsui = await sit('matsui', '/today')
  const complaintId = await receive(matsui, '急須の注ぎ口が欠けています。')
  await matsui.goto(`/complaints/${complaintId}`)
  await settled(matsui)
  const sasaki = await sit('sasaki', `/complaints/${complaintId}`)
  await sasaki.getByText('松井 あかりさんも見ています').waitFor()

  await matsui.keyboard.press('b')
  await matsui.waitForURL('**/calls/*')
  const talking = sasaki.getByText('松井 あかりさんが電話でお話し中です')
  await talking.waitFor()
  await axe(sasaki, '電話でお話し中の人がいる苦情')
  const callId = matsui.url().split('/').at(-1)
  const data = { id: crypto.randomUUID(), how: 'agreed' }
  const ended = await matsui.request.post(`/api/intake/calls/${callId}/ending`, { data })
  expect(ended.status(), await ended.text()).toBe(200)
  await talking.waitFor({ state: 'detached' })

  await matsui.goto(`/complaints/${complaintId}`)
  await tabTo(matsui.getByRole('textbox', { name: '社内メモ', exact: true }))
  const writing = sasaki.getByText('松井 あかりさんが返信を書いています')
  await writing.waitFor()
  // Nobody is told that it dies: the line is cut first.
  await matsui.context().setOffline(true)
  await matsui.context().close()
  await writing.waitFor({ state: 'detached', timeout: 90_000 })
  const { people } = await ask<{ people: { name: string }[] }>(sasaki, '/api/assignment/presence')
  expect(people.map(({ name }) => name)).not.toContain('松井 あかり')
})

it('受信箱で選び、下見してからまとめて決める', async () => {
  const sasaki = await sit('sasaki', '/inbox')
  await settled(sasaki)
  for (let count = 0; count < 3; count += 1) {
    await sasaki.keyboard.press('j')
    await sasaki.keyboard.press('s')
  }
  await sasaki.getByText('3件を選択中').waitFor()
  await axe(sasaki)
  await press(sasaki.getByRole('button', { name: 'まとめて操作' }), 'Shift+Tab')
  const dialog = sasaki.getByRole('dialog', { name: 'まとめて操作' })
  await dialog.getByLabel('すること').selectOption({ label: '目印を付ける' })
  await dialog.getByLabel('目印の言葉').fill('本社へ報告')
  await press(dialog.getByRole('button', { name: '下見する' }))
  await dialog.getByText('目印「本社へ報告」を付けます。').first().waitFor()
  await press(dialog.getByRole('button', { name: '3件を実行する' }))
  await sasaki.getByText('3件を実行しました').waitFor()
  const { total } = await ask<{ total: number }>(
    sasaki,
    `/api/assignment/complaints?mark=${encodeURIComponent('本社へ報告')}`,
  )
  expect(total).toBe(3)
})

it('広い画面でも狭い画面でも、明るくても暗くても読める', async () => {
  for (const width of [1440, 1024, 390] as const)
    for (const scheme of ['light', 'dark'] as const) {
      const page = await sit('sasaki', '/inbox', { width, scheme })
      await settled(page)
      expect(await page.getByRole('list', { name: '苦情の一覧' }).count()).toBe(1)
      await axe(page)
      await page.context().close()
    }
})
