import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { ask, axe, openHouse, press, settled, tabTo, write } from './desk.ts'
import { startNodes } from './world.ts'

const { sit } = await openHouse(await startNodes(1, await testDatabase()))

const ladder = (page: Page) => page.getByRole('region', { name: '対応の段階' })
const asked = (page: Page) => page.getByRole('region', { name: '確認の依頼' })
const panel = (page: Page) => page.getByRole('region', { name: '保護', exact: true })

async function see(page: Page, name: string): Promise<void> {
  const folder = process.env['UKETOME_PICTURES']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
}

async function note(page: Page, text: string): Promise<void> {
  await tabTo(page.getByRole('textbox', { name: 'メモ' }))
  await page.keyboard.insertText(text)
  await page.keyboard.press('Enter')
  await page.getByRole('log', { name: 'この通話のメモ' }).getByText(text).waitFor()
}

/** One key: said. The step stands in the list of those that were taken. */
async function said(page: Page, step: string, times = 1): Promise<void> {
  await ladder(page)
    .getByRole('button', { name: `${step}を伝えた` })
    .waitFor()
  await page.keyboard.press('F3')
  const taken = ladder(page).getByRole('listitem').filter({ hasText: step })
  await expect.poll(() => taken.count()).toBe(times)
}

async function choose(page: Page, group: string, answer: string): Promise<void> {
  const radio = page.getByRole('group', { name: group }).getByRole('radio', { name: answer })
  await radio.focus()
  await page.keyboard.press('Space')
  expect(await radio.isChecked()).toBe(true)
}

it('最初の暴言から、応対の終わり、休み、二人の判断まで、キーボードだけで', async () => {
  const matsui = await sit('matsui', '/today', { width: 1024 })
  await settled(matsui)
  await matsui.keyboard.press('F2')
  await matsui.waitForURL('**/calls/*')
  const callId = matsui.url().split('/').at(-1) ?? ''
  const { complaintId } = await ask<{ complaintId: string }>(matsui, `/api/intake/calls/${callId}`)
  const promise = {
    id: crypto.randomUUID(),
    words: '原因を調べて電話する',
    due: { on: '2030-11-27' },
  }
  const made = await matsui.request.post(`/api/complaints/${complaintId}/commitments`, {
    data: promise,
  })
  expect(made.status()).toBe(200)

  expect(await ladder(matsui).count()).toBe(0)
  await note(matsui, 'ばかやろう、お前みたいな無能は辞めてしまえ。')
  await ladder(matsui).getByText('人を傷つけるお言葉').waitFor()
  await axe(matsui, '段階の帯 1024')
  await see(matsui, 'ladder-call')
  await said(matsui, '中止のお願い', 1)
  await ladder(matsui).getByText('2回目').waitFor()
  await said(matsui, '中止のお願い', 2)
  await said(matsui, '警告')

  // From the final warning on somebody else decides, wherever they are.
  const sasaki = await sit('sasaki', '/board')
  await settled(sasaki)
  await ladder(matsui).getByRole('button', { name: 'SVに確認を頼む' }).waitFor()
  await matsui.keyboard.press('F3')
  await ladder(matsui).getByText('SVの確認を待っています').waitFor()
  await asked(sasaki).getByText('松井 あかりさんが').waitFor()
  await axe(sasaki, '確認の依頼')
  await see(sasaki, 'ladder-decision')
  await sasaki.keyboard.press('Alt+z')
  await ladder(matsui).getByText('佐々木 恵さんが「応対の終わり」まで確認しました').waitFor()
  await expect.poll(() => asked(sasaki).count()).toBe(0)
  await said(matsui, '最終の警告')
  await ladder(matsui).getByRole('button', { name: '応対の終わりを伝えた' }).waitFor()
  await matsui.keyboard.press('F3')
  await ladder(matsui).getByRole('button', { name: '電話を終える' }).waitFor()
  await see(matsui, 'ladder-end')
  await matsui.keyboard.press('F3')
  await expect
    .poll(async () => (await ask(matsui, `/api/intake/calls/${callId}`))['endedAt'])
    .not.toBeNull()

  await matsui.goto('/today')
  await matsui.getByText('電話を離れています').waitFor()
  await axe(matsui, '電話を離れている人の今日')
  await sasaki.getByText('松井 あかりさん').first().waitFor()
  await judge(matsui, complaintId)
  await agree(sasaki, complaintId)
  const { state } = await ask(sasaki, `/api/complaints/${complaintId}`)
  expect(state).not.toBe('closed')
  const { commitments } = await ask<{ commitments: { state: string; words: string }[] }>(
    sasaki,
    `/api/complaints/${complaintId}/commitments`,
  )
  expect(commitments).toMatchObject([{ words: promise.words, state: 'open' }])
  await lookAround(complaintId)
})

async function judge(page: Page, complaintId: string): Promise<void> {
  await page.goto(`/complaints/${complaintId}`)
  await panel(page).getByText('暴言型に近い').waitFor()
  await page.keyboard.press('Alt+n')
  const dialog = page.getByRole('dialog', { name: '判断を書く' })
  await dialog.waitFor()
  const words = dialog.getByRole('checkbox', { name: /お前みたいな無能/ }).first()
  await tabTo(words)
  await page.keyboard.press('Space')
  await dialog.getByRole('textbox', { name: '言葉（記録のまま）' }).waitFor()
  for (const question of ['正当な申出ですか', '障害、聞こえ', '当社の落ち度'])
    await choose(page, question, 'いいえ')
  await choose(page, '求めの中身', '範囲の中')
  await choose(page, '言い方・やり方', '範囲を超える')
  await choose(page, '働く人への影響', '範囲を超える')
  const why = dialog.getByRole('textbox', { name: 'そう見る理由' })
  for (const at of [0, 1, 2]) await write(why.nth(at), 'お願いのあとも同じ言葉が続いた')
  await choose(page, '4 判断の提案', '当たる')
  const reason = dialog.getByRole('textbox', { name: '理由（二人めと' })
  await write(reason, '二回のお願いと警告のあとも続いた')
  await reason.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true })
  await axe(page, '判断を書く画面')
  await see(page, 'judgement-dialog')
  await page.keyboard.press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
  await panel(page).getByText('ご自分の提案です').waitFor()
}

async function agree(page: Page, complaintId: string): Promise<void> {
  await page.goto(`/complaints/${complaintId}`)
  await panel(page).getByText('同意待ち').waitFor()
  await press(panel(page).getByRole('button', { name: '根拠を見る' }))
  await panel(page).getByText('聞いた人 松井 あかりさん').waitFor()
  const reason = panel(page).getByRole('textbox', { name: '二人めの理由' })
  await write(reason, '録音を聴き、同じ見方をした')
  await page.keyboard.press('Control+Enter')
  await panel(page).getByText('二人で判断').waitFor()
  await panel(page).getByText('苦情と約束は、このまま続きます。').waitFor()
}

async function lookAround(complaintId: string): Promise<void> {
  for (const width of [1440, 1024, 390] as const) {
    const page = await sit('sasaki', `/complaints/${complaintId}`, {
      width,
      scheme: width === 1024 ? 'dark' : 'light',
    })
    if (width === 390) {
      await tabTo(page.getByRole('tab', { selected: true }))
      await page.keyboard.press('ArrowRight')
    }
    await panel(page).getByText('二人で判断').waitFor()
    await press(panel(page).getByRole('button', { name: '窓口・訪問での段階' }))
    await ladder(page).getByRole('button', { name: '中止のお願いを伝えた' }).waitFor()
    await axe(page, `保護の欄 ${width}`)
    await panel(page).scrollIntoViewIfNeeded()
    await see(page, `protection-pane-${width}`)
    await page.goto(`/police-sheet/${complaintId}?kind=call`)
    await page.getByRole('heading', { name: '110の票' }).last().waitFor()
    await axe(page, `110の票 ${width}`)
    await see(page, `police-sheet-${width}`)
    await page.context().close()
  }
}

async function emergency(page: Page, where: string): Promise<void> {
  await page.keyboard.press('Shift+F3')
  const dialog = page.getByRole('dialog', { name: '身の危険を知らせる' })
  await dialog.waitFor()
  await axe(page, `緊急 ${where}`)
  await page.keyboard.press('2')
  await dialog.getByRole('status').getByText('110に電話した').waitFor()
  await dialog.getByRole('link', { name: '110の票' }).waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
}

it('緊急は、通話でも窓口でも、三つのキーで110番まで進み、票を開いたことが保護の記録に残る', async () => {
  const page = await sit('kobayashi', '/today', { width: 1024 })
  await settled(page)
  await page.keyboard.press('F2')
  await page.waitForURL('**/calls/*')
  const callId = page.url().split('/').at(-1) ?? ''
  const { complaintId } = await ask<{ complaintId: string }>(page, `/api/intake/calls/${callId}`)
  await note(page, 'お前の家に火をつけてやる。')
  await ladder(page).getByText('危害を加える').first().waitFor()
  await emergency(page, '通話')
  await ladder(page).getByRole('listitem').filter({ hasText: '警察' }).first().waitFor()

  await page.goto(`/police-sheet/${complaintId}?kind=call&callId=${callId}`)
  await page.getByRole('heading', { name: '110の票' }).last().waitFor()
  await page.getByText('「お前の家に火をつけてやる。」').first().waitFor()
  const printed = page.waitForResponse(
    (answer) =>
      answer.url().includes('police-sheets') &&
      answer.request().postData()?.includes('printed') === true,
  )
  await write(page.getByRole('textbox', { name: '場所（目印・階）' }), '静岡駅前店 一階')
  await page.evaluate("dispatchEvent(new Event('beforeprint'))")
  expect((await printed).status()).toBe(200)
  await page.emulateMedia({ media: 'print' })
  const sheet = await page.pdf({ format: 'A4' })
  expect(sheet.toString('latin1').match(/\/Type\s*\/Page\b/gu)).toHaveLength(1)
  await page.emulateMedia({ media: 'screen' })

  await page.goto(`/complaints/${complaintId}`)
  await press(panel(page).getByRole('button', { name: '窓口・訪問での段階' }))
  await ladder(page).getByRole('button', { name: '中止のお願いを伝えた' }).waitFor()
  await emergency(page, '窓口')
})

it('当社基準は、だれがいつ、いつからかとともに変わり、前の数も残る', async () => {
  const page = await sit('sasaki', '/settings?section=harassment', { scheme: 'dark' })
  await settled(page)
  const history = page.getByRole('region', { name: 'これまでの当社基準' })
  await history.getByText('高木 誠さんが決めました').waitFor()
  const minutes = page.getByRole('spinbutton', { name: '同じ話の電話（分）' })
  await tabTo(minutes)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText('20')
  await write(page.getByRole('textbox', { name: /^変える理由/ }), '安全衛生委員会で決めた')
  await press(page.getByRole('button', { name: '当社基準にする' }))
  await history.getByText('佐々木 恵さんが決めました').waitFor()
  await history.getByText(/^電話20分/u).waitFor()
  await history.getByText(/^電話40分/u).waitFor()
  await history
    .getByText(/^\d+\/\d+（.）から$/u)
    .first()
    .waitFor()
  await axe(page, '当社基準')
  type Known = { current: { thresholds: { callMinutes: number } } }
  const { current } = await ask<Known>(page, '/api/harassment/standards')
  expect(current.thresholds.callMinutes).toBe(20)
})
