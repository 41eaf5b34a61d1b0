import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { ask, axe, keepPromises, openHouse, press, settled, tabTo, write } from './desk.ts'
import { decide, writeComposing } from './input-method.ts'
import { startNodes } from './world.ts'

const { sit, forgive } = await openHouse(await startNodes(1))

type Call = { id: string; complaintId: string }
type Complaint = {
  state: string
  subject: string
  facts: { statement: string }[]
  closing: { agreementWords: string | null } | null
}

const noteLine = (page: Page) => page.getByRole('textbox', { name: 'メモ' })
const noteLog = (page: Page) => page.getByRole('log', { name: 'この通話のメモ' })
const guide = (page: Page) => page.getByRole('region', { name: '応対ナビ' })

async function callOf(page: Page): Promise<Call> {
  await page.waitForURL('**/calls/*')
  return ask<Call>(page, `/api/intake/calls/${page.url().split('/').at(-1)}`)
}

/** Writes one line of what was said and sends it with Enter. */
async function note(page: Page, text: string, speaker: 'お客様' | 'こちら' = 'お客様') {
  await tabTo(noteLine(page), 'Shift+Tab')
  if (speaker === 'こちら') await page.keyboard.press('Alt+s')
  await page.keyboard.insertText(text)
  await page.keyboard.press('Enter')
  await noteLog(page).getByText(text).waitFor()
  await noteLog(page).getByLabel('送っています').waitFor({ state: 'detached' })
}

it('変換中の Enter は書き留めず、確定してからの Enter が書き留める', async () => {
  const page = await sit('kobayashi', '/today')
  await settled(page)
  await page.keyboard.press('F2')
  const { complaintId } = await callOf(page)
  await noteLine(page).waitFor()
  await tabTo(noteLine(page))

  const session = await writeComposing(noteLine(page), 'せんしゅうもでんわした', '先週も電話した')
  const notes = async () => {
    const { entries } = await ask<{ entries: { type: string }[] }>(
      page,
      `/api/complaints/${complaintId}/timeline`,
    )
    return entries.filter(({ type }) => type === 'complaints.noted').length
  }
  expect(await notes()).toBe(0)

  await decide(session, '先週も電話した')
  await page.keyboard.press('Enter')
  await noteLog(page).getByText('先週も電話した').waitFor()
  await expect.poll(notes).toBe(1)
  expect(await noteLine(page).inputValue()).toBe('')

  await page.keyboard.press('F10')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('3')
  await page.getByRole('heading', { name: /おつかれさまでした/ }).waitFor()

  // Nothing was written: what they are owed stands there all the same.
  const owed = page.getByRole('region', { name: /お客様にお返しすること/ })
  await owed.getByText('次にいつ、どちらから連絡するかが、まだ決まっていません。').waitFor()
  await owed.getByText(/^担当：/).waitFor()
  await press(owed.getByRole('button', { name: '次のご連絡を約束に書く' }))
  await page.getByRole('dialog').waitFor()
})

it('書きかけのメモは、画面が落ちても、通話に戻ると残っている', async () => {
  const page = await sit('kobayashi', '/today')
  await settled(page)
  await page.keyboard.press('F2')
  await callOf(page)
  await noteLine(page).waitFor()
  await tabTo(noteLine(page))
  await page.keyboard.insertText('書きかけの言葉')

  await page.goto('/inbox')
  await settled(page)
  // The call that is going on is one key away, from wherever one is.
  await page.keyboard.press('F2')
  await page.waitForURL('**/calls/*')
  await noteLine(page).waitFor()
  expect(await noteLine(page).inputValue()).toBe('書きかけの言葉')

  await page.keyboard.press('F10')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('2')
  await page.getByRole('heading', { name: /おつかれさまでした/ }).waitFor()
})

it('ほかで終わった通話は、ひとりでに仕上げの画面になり、書きかけの言葉も残る', async () => {
  const page = await sit('kobayashi', '/today')
  const other = await sit('kobayashi', '/today', { width: 1024 })
  await settled(page)
  await page.keyboard.press('F2')
  const { id, complaintId } = await callOf(page)
  await note(page, '担当の方につないでください。')
  await page.keyboard.press('Alt+s')
  await page.keyboard.insertText('少々お待ちくださいませ、いま')
  await other.goto(`/calls/${id}`)
  await noteLine(other).waitFor()

  const data = { id: crypto.randomUUID(), how: 'caller-hung-up' }
  const ended = await page.request.post(`/api/intake/calls/${id}/ending`, { data })
  expect(ended.status()).toBe(200)
  const at = performance.now()
  const wrapUp = page.getByRole('heading', { name: /おつかれさまでした/ })
  await wrapUp.waitFor()
  // A busy machine is slow: elsewhere it is a fraction of a second.
  expect(performance.now() - at).toBeLessThan(3000)
  await other.getByRole('heading', { name: /おつかれさまでした/ }).waitFor()

  // The next letters go where the last ones went, and on no key of the page.
  await page.keyboard.type(' xc')
  const left = page.getByRole('region', { name: '書きかけのメモ' })
  const line = left.getByRole('textbox', { name: 'メモ（こちら）' })
  expect(await line.inputValue()).toBe('少々お待ちくださいませ、いま xc')
  expect(await page.getByRole('dialog').count()).toBe(0)
  await axe(page, 'ほかで終わった通話')
  await page.keyboard.press('Enter')
  type Entries = { entries: { type: string; payload: { text?: string; callId?: string } }[] }
  const written = async () => {
    const { entries } = await ask<Entries>(page, `/api/complaints/${complaintId}/timeline`)
    return entries.findLast(({ type }) => type === 'complaints.noted')?.payload
  }
  await expect
    .poll(written)
    .toMatchObject({ text: '少々お待ちくださいませ、いま xc', speaker: 'operator', callId: id })
})

it('電話の苦情を、ベルから終了まで、キーボードだけで受けとめる', async () => {
  forgive(/status of 422/)
  const page = await sit('matsui', '/today', { width: 1024 })
  await settled(page)
  await page.keyboard.press('F2')
  const { complaintId } = await callOf(page)
  await guide(page).getByRole('heading', { level: 2 }).waitFor()
  await axe(page, '通話の始まり')

  // Who is it: what we owe her stands there before anything is typed.
  await page.keyboard.press('F4')
  await page.keyboard.insertText('09000001101')
  await press(page.getByRole('button', { name: '森本 千尋 様として記録する' }))
  const owed = page.getByRole('list', { name: 'これまでのお申し出での約束' })
  await owed.getByText('過ぎた').first().waitFor()

  // The first sentence, said and marked by its number.
  await tabTo(noteLine(page), 'Shift+Tab')
  const greeting = guide(page).getByRole('list', { name: '言い方' }).getByRole('button').first()
  await greeting.waitFor()
  await page.keyboard.press('Alt+1')
  await greeting.getByText('言いました').waitFor()

  await note(page, '箱を開けたら瓶が割れていて、子どもがけがをしました。')
  await noteLog(page).locator('mark').first().waitFor()
  // Safety comes before everything else.
  await guide(page).getByText('安全が先').waitFor()
  await axe(page, '安全の一手')
  await press(page.getByRole('button', { name: '「けがをされた」と記録する' }).first())
  const record = () => ask<Complaint>(page, `/api/complaints/${complaintId}`)
  await expect.poll(async () => (await record()).state).toBe('handling')

  // What is unknown is filled in where it stands.
  await fill(page, '何があったか', '瓶が箱の中で割れていた')
  await expect
    .poll(async () => (await record()).facts.map(({ statement }) => statement))
    .toContain('瓶が箱の中で割れていた')
  await fill(page, '商品・サービス', 'オリーブオイル')

  await photographArrived(page, complaintId)
  await agreeOnExchange(page)

  // A date in what we said becomes a promise with one key.
  await note(page, '明日の17時までに、私から折り返しお電話いたします。', 'こちら')
  await page.getByRole('region', { name: 'いまのお話にあった約束' }).waitFor()
  await page.keyboard.press('Alt+p')
  const promises = page.getByRole('region', { name: /^約束/ })
  await promises
    .getByText('明日の17時までに、私から折り返しお電話いたします', { exact: true })
    .waitFor()

  await page.keyboard.press('F7')
  await page.getByRole('dialog', { name: '保留にする' }).waitFor()
  await page.keyboard.press('1')
  await page.getByText(/^保留 00:/).waitFor()
  await page.keyboard.press('F7')
  await page.getByText(/^保留 00:/).waitFor({ state: 'detached' })

  await page.keyboard.press('F10')
  await page.getByRole('dialog', { name: 'どのように終わりましたか' }).waitFor()
  await axe(page, '終わり方')
  await page.keyboard.press('1')
  await page.getByRole('heading', { name: /おつかれさまでした/ }).waitFor()
  await axe(page, '仕上げ')
  await press(page.getByRole('button', { name: '件名：書き留める' }))
  await expect
    .poll(async () => (await record()).subject)
    .toBe('箱を開けたら瓶が割れていて、子どもがけがをしました')

  await closeTheComplaint(page, complaintId)
})

/** The rule of the exchange wants it to be seen: the customer sent a photograph, and somebody looked at it. */
async function photographArrived(page: Page, complaintId: string) {
  type Facts = { facts: { id: string; statement: string }[] }
  const { facts } = await ask<Facts>(page, `/api/complaints/${complaintId}`)
  const broken = facts.find(({ statement }) => statement === '瓶が箱の中で割れていた')
  const data = { id: crypto.randomUUID(), source: 'お客様の写真', attributedTo: 'unknown' }
  const path = `/api/complaints/${complaintId}/facts/${broken?.id}/confirmation`
  const answer = await page.request.post(path, { data })
  expect(answer.status(), await answer.text()).toBe(200)
}

/** What the rules allow is offered, answered in the customer's words, and agreed as it was repeated. */
async function agreeOnExchange(page: Page) {
  const remedies = page.getByRole('region', { name: /^解決策/ })
  const fold = remedies.getByRole('button', { name: '解決策' })
  if ((await fold.getAttribute('aria-expanded')) === 'false') await press(fold)
  await press(remedies.getByRole('button', { name: '購入日', exact: true }))
  const bought = Temporal.Now.plainDateISO('Asia/Tokyo').subtract({ days: 2 }).toString()
  await tabTo(page.getByLabel('購入日', { exact: true }), 'Shift+Tab')
  await page.keyboard.insertText(bought)
  await page.keyboard.press('ControlOrMeta+Enter')

  await note(page, '交換でお願いします。')
  await press(page.getByRole('button', { name: '「新しい品との交換」をお出しした' }).first())
  await tabTo(page.getByRole('radio', { name: 'お受けになる' }).first())
  await page.keyboard.press('Space')
  const words = page.getByRole('textbox', { name: 'お客様の言葉', exact: true }).first()
  expect(await words.inputValue()).toBe('交換でお願いします。')
  await press(page.getByRole('button', { name: /返事を書き留める$/ }).first())
  await press(page.getByRole('button', { name: '合意を記録する' }).first())
  await page.getByText('合意：新しい品との交換').first().waitFor()
}

/** Opens a chip of what is unknown and writes it down. */
async function fill(page: Page, label: string, text: string) {
  await press(page.getByRole('button', { name: `${label}を書き留める`, exact: true }))
  const field = page.getByRole('textbox', { name: label, exact: true }).last()
  await write(field, text, 'Shift+Tab')
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.getByRole('button', { name: `${label}を書き留める` }).waitFor({ state: 'detached' })
}

/** Refused while a promise is open, with the way on; closed once it is kept. */
async function closeTheComplaint(page: Page, complaintId: string) {
  const dialog = page.getByRole('dialog', { name: '苦情を終了する' })
  await page.keyboard.press('x')
  const agreed = dialog.getByRole('textbox', { name: '合意した言葉' })
  expect(await agreed.inputValue()).toBe('新しい品との交換でお進めすることで、ご了承いただいた。')
  await write(agreed, '新しい瓶をお届けすることでご納得')
  await page.keyboard.press('ControlOrMeta+Enter')
  await dialog.getByRole('alert').getByText('守っていない約束が残っています').waitFor()
  await axe(page, '終了できない理由')
  await press(dialog.getByRole('button', { name: '約束を見る' }))

  await keepPromises(page, '電話でお伝えした')

  await page.keyboard.press('x')
  await dialog.waitFor()
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.waitForURL(`**/complaints/${complaintId}`)
  const complaint = await ask<Complaint>(page, `/api/complaints/${complaintId}`)
  expect(complaint.state).toBe('closed')
  expect(complaint.closing?.agreementWords).toBe('新しい瓶をお届けすることでご納得')
  await page.getByRole('button', { name: '再開する' }).waitFor()
  await axe(page, '終わった苦情')
}
