import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { understand } from '#platform/mail/understand.ts'
import { openPostOffice } from '#test/post-office.ts'
import {
  ask,
  axe,
  findingsOf,
  openHouse,
  press,
  receive,
  settled,
  tabTo,
  textOf,
  write,
} from './desk.ts'
import { decide, writeComposing } from './input-method.ts'
import { arrive, giveMailbox } from './mailbox.ts'
import { startNodes } from './world.ts'

const { sit, forgive } = await openHouse(await startNodes(1))
const office = await openPostOffice()

const first = (name: string) => [
  `From: =?UTF-8?B?${Buffer.from('森本 千尋').toString('base64')}?= <${name}@example.jp>`,
  `Subject: =?UTF-8?B?${Buffer.from('急須の口が欠けていました').toString('base64')}?=`,
  `Message-ID: <${name}@example.jp>`,
]

async function posted(to: string, count: number) {
  const theirs = () => office.posted.filter((mail) => mail.to.includes(`${to}@example.jp`))
  await expect.poll(() => theirs().length, { timeout: 60_000 }).toBe(count)
  return theirs().map(({ bytes }) => understand(bytes))
}

const theirWords = '昨日届いた急須の口が欠けていました。\n母への贈り物でしたので、とても残念です。'
const answer = 'お申し出の急須について、出荷前の検品の記録を確かめております。'

/** The promise of the acknowledgement is kept by the reply; then the complaint is over. */
async function end(page: Page, id: string) {
  const path = `/api/complaints/${id}/commitments`
  const { commitments } = await ask<{ commitments: { id: string }[] }>(page, path)
  for (const { id: promise } of commitments) {
    const data = { id: crypto.randomUUID(), how: 'メールでお返事しました' }
    await page.request.post(`/api/commitments/${promise}/keeping`, { data })
  }
  const data = {
    id: crypto.randomUUID(),
    outcome: 'withdrawn',
    reason: 'お客様から、もうよいとのご連絡がありました',
  }
  const closed = await page.request.post(`/api/complaints/${id}/closing`, { data })
  expect(closed.status(), await closed.text()).toBe(200)
}

/** The composer of a mail, opened by its key, with the cursor behind the salutation. */
async function compose(page: Page) {
  const area = page.getByRole('textbox', { name: 'お客様への返事' })
  await page.getByRole('log', { name: '経過' }).focus()
  await page.keyboard.press('m')
  await area.waitFor()
  await area.and(page.locator(':focus')).waitFor()
  return area
}

/** A template by its reading: the number comes from the record, one place is left, and until it is filled nothing leaves. */
async function fromTemplate(page: Page, area: Locator) {
  const content = { name: '調べているご連絡', kana: 'しらべている', kinds: ['mail'] }
  const body = '受付番号は{受付番号}です。{{調べていること}}を調べております。'
  const admin = await sit('fujii', '/today')
  const saved = await admin.request.put(`/api/letters/templates/${crypto.randomUUID()}`, {
    data: { ...content, body, basedOn: 0 },
  })
  expect(saved.status(), await saved.text()).toBe(200)
  await page.keyboard.press('/')
  const finder = page.getByRole('combobox', { name: '言い方を探す' })
  await finder.waitFor()
  await page.keyboard.insertText('しらべて')
  await page.getByRole('option', { name: /^調べているご連絡/u }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('空いている所 1　Tabで次の空いた所へ').waitFor()
  forgive(/422/)
  expect(await textOf(area)).toMatch(/受付番号はU26-\d+です。\{\{調べていること\}\}を/u)
  await page.getByText('「{{調べていること}}」がまだ埋まっていません').first().waitFor()
  await page.keyboard.press('ControlOrMeta+Enter')
  // Until it was answered nothing else is sent.
  await page.getByText('送る前に、直すところか理由の要るところがあります').waitFor()
  await page.keyboard.insertText('検品の記録')
  await page.getByText('空いた所は、もうありません。').waitFor()
  expect(await textOf(area)).toContain('検品の記録を調べております。')
  await page.keyboard.press('Tab')
  expect(await area.and(page.locator(':focus')).count()).toBe(0)
  await area.focus()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.press('Enter')
}

it('メールが届き、受付のご連絡が出て、キーボードで返事を書き、返信が同じ件に入り、終わる', async () => {
  await giveMailbox(await sit('fujii', '/today'), office.port, 3)
  const page = await sit('matsui', '/inbox')
  const id = await arrive(page, first('mori'), theirWords)
  const [acknowledgement] = await posted('mori', 1)
  expect(acknowledgement?.kind).toBe('auto-reply')
  await page.goto(`/complaints/${id}`)
  await settled(page)
  await page.getByRole('article', { name: /^受付のご連絡：/u }).waitFor()
  const area = await compose(page)
  expect(await textOf(area)).toMatch(/^森本 千尋様\n/u)
  await fromTemplate(page, area)
  await page.keyboard.insertText(answer)
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: 'お客様の言葉' }).getByText('母への贈り物').waitFor()
  await axe(page, '返事を書いている画面')
  await page.keyboard.press('ControlOrMeta+Enter')
  const entry = page.getByRole('article', { name: /^メールの返事：Re: 急須/u })
  const [, reply] = await posted('mori', 2)
  await entry.getByText('送りました').waitFor()
  expect(reply?.passages[0]?.text).toContain(answer)
  expect(reply?.answers).toContain('<mori@example.jp>')
  const saved = await page.request.get(
    (await entry.getByRole('link', { name: '送ったメールを保存' }).getAttribute('href')) ?? '',
  )
  const last = office.posted.findLast(({ to }) => to.includes('mori@example.jp'))
  expect((await saved.body()).equals(last?.bytes ?? Buffer.alloc(0))).toBe(true)
  const again = ['From: mori@example.jp', 'Subject: Re: a', `In-Reply-To: ${reply?.messageId}`]
  expect(await arrive(page, again, 'ありがとうございます。待っています。')).toBe(id)
  await page.getByRole('log', { name: '経過' }).getByText('待っています。').first().waitFor()
  await axe(page, 'メールのやりとり')
  await end(page, id)
  expect(await ask(page, `/api/complaints/${id}`)).toMatchObject({ state: 'closed' })
})

it('取り消せば文面が戻り、届いたものがあれば止まって、読んでから一度で送れる', async () => {
  forgive(/409|422/u)
  await giveMailbox(await sit('fujii', '/today'), office.port, 120)
  const page = await sit('matsui', '/inbox')
  const id = await arrive(page, first('undo'), theirWords)
  await posted('undo', 1)
  await page.goto(`/complaints/${id}`)
  await settled(page)
  const area = await compose(page)
  await page.keyboard.insertText(answer)
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.getByText('120秒後に、お客様に送ります。').waitFor()
  await page.keyboard.press('ControlOrMeta+z')
  await page.getByText('取り消しました。文面は残っています。').waitFor()
  expect(await textOf(area)).toContain(answer)
  const news = ['From: undo@example.jp', 'Subject: b', 'References: <undo@example.jp>']
  await arrive(page, news, '箱も濡れていました。')
  await page.keyboard.press('ControlOrMeta+Enter')
  const composer = page.getByRole('region', { name: 'メールで返す' })
  await composer.getByRole('alert').getByText('書いているあいだに、届いたものがあります').waitFor()
  expect(await textOf(area)).toContain(answer)
  await axe(page, '届いたものがあるとき')
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.getByText('120秒後に、お客様に送ります。').first().waitFor()
  const entry = page.getByRole('article', { name: /^メールの返事：/u }).last()
  await entry.getByText('まだ送っていません').waitFor()
  await press(entry.getByRole('button', { name: '取り消す' }))
  await entry.getByText('取り消しました').waitFor()
})

it('門が尋ねることは書きながら見え、直すまで送れない', async () => {
  forgive(/422/u)
  const page = await sit('matsui', '/inbox')
  const id = await arrive(page, first('gate'), theirWords)
  await page.goto(`/complaints/${id}`)
  await settled(page)
  const area = await compose(page)
  await write(
    area,
    '森木様\n\n{商品名}の代金を全額返金いたします。明日の17時までにご連絡いたします。',
  )
  const findings = page.getByRole('region', { name: '送る前に' })
  await findings.getByText('直すまで送れません').waitFor()
  await findings.getByText('上長の理由が要ります').waitFor()
  await axe(page, '門が尋ねている画面')
  await tabTo(area, 'Shift+Tab')
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.getByText('文面は残っています。', { exact: false }).first().waitFor()
  const { letters } = await ask<{ letters: { kind: string }[] }>(
    page,
    `/api/complaints/${id}/letters`,
  )
  expect(letters.filter(({ kind }) => kind === 'reply')).toEqual([])
})

/** What the page asks to be judged or sent from here on, where these words are in it. */
function changes(page: Page, words: RegExp): string[] {
  const sent: string[] = []
  page.on('request', (request) => {
    // The shared draft, and who has it open, are kept whatever happens.
    const isKept = request.method() === 'GET' || request.url().includes('/letters/draft')
    const isAbout = request.url().includes('/api/') && words.test(request.postData() ?? '')
    if (!isKept && isAbout) sent.push(request.url())
  })
  return sent
}

it('メールの返事：変換中は送らず、印も付けず、直しもせず、閉じない。決まれば見つけ、一つのキーで直る', async () => {
  await giveMailbox(await sit('fujii', '/today'), office.port, 0)
  const page = await sit('matsui', '/today')
  const id = await receive(page, '届いた皿が欠けていました。')
  await page.goto(`/complaints/${id}`)
  await settled(page)
  const area = await compose(page)
  const asked = changes(page, /りょうかい|了解/u)
  const session = await writeComposing(area, 'りょうかいしました', '了解しました')
  const escape = { key: 'Escape', code: 'Escape', windowsVirtualKeyCode: 229 }
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...escape })
  await page.keyboard.press('ControlOrMeta+.')
  await page.waitForTimeout(300) // what was asked or marked by mistake would be there by now
  expect(asked).toEqual([])
  expect(await textOf(area)).toMatch(/了解しました$/u)
  expect(await area.locator('.cm-lintRange').count()).toBe(0)
  await decide(session, '了解しました')
  const found = page.getByRole('region', { name: '送る前に' }).getByText('「了解しました」')
  await found.waitFor()
  await area.locator('.cm-lintRange', { hasText: '了解しました' }).waitFor()
  await page.keyboard.press('Alt+j')
  await page.locator('.cm-tooltip').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('.cm-tooltip').waitFor({ state: 'detached' })
  await page.keyboard.press('ControlOrMeta+.')
  await expect.poll(() => textOf(area)).toMatch(/承知いたしました$/u)
  await found.waitFor({ state: 'detached' })
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(() => textOf(area)).toMatch(/了解しました$/u)
  await page.keyboard.press('Tab')
  expect(await area.and(page.locator(':focus')).count()).toBe(0)
  await tabTo(area, 'Shift+Tab')
  await page.keyboard.press('Escape')
  await area.waitFor({ state: 'detached' })
})

/** From the meter to the record and back, by keys: a measure is considered, then decided, and the letter is there as it was. */
async function decideMeasure(page: Page, point: Locator) {
  await press(point.getByRole('button', { name: '今後の対策を記録に書く' }))
  const dialog = page.getByRole('dialog', { name: '今後の対策' })
  await press(dialog.getByRole('button', { name: '対策を書く', exact: true }))
  const field = dialog.getByRole('textbox', { name: /^何を改めるか/u })
  const session = await writeComposing(field, 'けんぴんをふたりで', '検品を二人で')
  await decide(session, '検品を二人で')
  await page.keyboard.press('Enter')
  await page.keyboard.insertText('行う')
  await axe(page, '対策を書く')
  await page.keyboard.press('ControlOrMeta+Enter')
  const measure = dialog.getByRole('listitem', { name: '対策「検品を二人で行う」' })
  await measure.getByText('検討中').first().waitFor()
  await press(measure.getByRole('button', { name: '対策「検品を二人で行う」の状態を変える' }))
  await write(measure.getByRole('textbox', { name: /^決めた人/u }), '品質保証部長 大西')
  await axe(page, '対策を決める')
  await page.keyboard.press('ControlOrMeta+Enter')
  await measure.getByText('決定', { exact: true }).waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
}

it('四つの要点は記録と並んで見え、足りない原因は一つのキーで入り、読む長さは言葉で分かる', async () => {
  await giveMailbox(await sit('fujii', '/today'), office.port, 0)
  const page = await sit('matsui', '/inbox')
  const id = await arrive(page, first('points'), theirWords)
  await posted('points', 1)
  const cause = { cause: 'defect', detail: '検品の見落とし', answeringFunction: 'product' }
  const data = { id: crypto.randomUUID(), ...cause }
  const found = await page.request.put(`/api/complaints/${id}/cause`, { data })
  expect(found.status(), await found.text()).toBe(200)
  await page.goto(`/complaints/${id}`)
  await settled(page)
  const area = await compose(page)
  await page.keyboard.insertText(
    '口の欠けた急須をお届けし、誠に申し訳ございません。新しい品を本日お送りしました。',
  )
  const points = page.getByRole('list', { name: '四つの要点' })
  const standing = (name: string) => points.getByRole('listitem').filter({ hasText: name })
  await standing('原因').getByText('まだです。記録で確かめた言葉').waitFor()
  const prevention = standing('今後の対策')
  await prevention.getByText('記録でも、まだ確かめていません').waitFor()
  await page.getByText(/読むのに約\d+秒。お詫びは1回、要点は\dつ。/u).waitFor()
  await axe(page, '四つの要点')
  await page.keyboard.press('Alt+v')
  await standing('原因').getByText('書いてあります').waitFor()
  expect(await textOf(area)).toMatch(/お送りしました。\n原因は、検品の見落としでございました。$/u)
  await decideMeasure(page, prevention)
  await prevention.getByText('まだです。記録で確かめた言葉').waitFor()
  await tabTo(area, 'Shift+Tab')
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.press('Alt+v')
  await prevention.getByText('書いてあります').waitFor()
  const decided = /同じことが起きないよう、\d+月\d+日に、検品を二人で行うことを決めました。$/u
  await expect.poll(() => textOf(area)).toMatch(decided)
  await page.keyboard.press('ControlOrMeta+/')
  await page.getByRole('combobox', { name: '言い方を探す' }).waitFor()
  await page.keyboard.insertText('最後まで拝読いたしました')
  await page.getByRole('option', { name: /率直にお書きくださり/u }).waitFor()
  await axe(page, '言い方を探す')
  await page.keyboard.press('Enter')
  await expect.poll(() => textOf(area)).toMatch(/。率直にお書き.+最後まで拝読いたしました。$/u)
  await page.keyboard.press('ControlOrMeta+Enter')
  const [, mail] = await posted('points', 2)
  expect(mail?.passages[0]?.text).toContain('原因は、検品の見落としでございました。')
})

/** From the text of the composer back to its panes, and on to the drafts. */
async function openDrafts(page: Page) {
  await tabTo(page.getByRole('tab', { name: 'お客様の言葉' }), 'Shift+Tab')
  await page.keyboard.press('ArrowRight')
}

const seats = ([1440, 1024, 390] as const).flatMap((width) =>
  (['light', 'dark'] as const).map((scheme) => ({ width, scheme })),
)

it.each(seats)('$width の幅、$scheme で、返事と設定に axe が見つけるものはない', async (seat) => {
  const page = await sit('fujii', '/inbox', seat)
  const id = await arrive(page, first(`seat${seat.width}${seat.scheme}`), theirWords)
  await page.goto(`/complaints/${id}`)
  await settled(page)
  await compose(page)
  expect(await findingsOf(page), '返事を書く画面').toEqual([])
  await openDrafts(page)
  await press(page.getByRole('button', { name: '経過のご連絡' }))
  await page.getByRole('button', { name: '文面に入れる' }).waitFor()
  expect(await findingsOf(page), '下書き').toEqual([])
  await page.goto('/settings?section=letters')
  await page.getByRole('region', { name: '見本' }).getByText('山田 花子様').waitFor()
  expect(await findingsOf(page), '設定').toEqual([])
})

it('ファイルを添えるまで「添付」は尋ねられ、この端末からキーボードで添えて、名前のまま届く', async () => {
  await giveMailbox(await sit('fujii', '/today'), office.port, 0)
  const page = await sit('matsui', '/inbox')
  const id = await arrive(page, first('enclosed'), theirWords)
  await posted('enclosed', 1)
  await page.goto(`/complaints/${id}`)
  await settled(page)
  await compose(page)
  await page.keyboard.insertText('お手入れの手順書を添付いたします。')
  const findings = page.getByRole('region', { name: '送る前に' })
  await findings.getByText('ファイルを添えるか').waitFor()
  await page.keyboard.press('Alt+f')
  const chooser = page.waitForEvent('filechooser')
  await press(page.getByRole('button', { name: 'この端末から選ぶ' }))
  const name = 'お手入れの手順書（急須）.pdf'
  const buffer = Buffer.from('%PDF-1.7 手順')
  await (await chooser).setFiles([{ name, mimeType: 'application/pdf', buffer }])
  await page.getByRole('button', { name: `${name} を外す` }).waitFor()
  await findings.getByText('気になる所はありません').waitFor()
  await axe(page, 'ファイルを添えた返事')
  await page.keyboard.press('ControlOrMeta+Enter')
  const [, mail] = await posted('enclosed', 2)
  expect(mail?.attachments.map((file) => file.name)).toEqual([name])
  const entry = page.getByRole('article', { name: /^メールの返事：/u })
  await entry.getByRole('link', { name: new RegExp(name.replace(/[（）.]/gu, '.'), 'u') }).waitFor()
  await axe(page, '添えたものが並ぶ経過')
})

const chipped = '急須の口が欠けた状態でお届けしていた'

/** Somebody else at the desk confirms a fact; answers its id. */
async function confirm(page: Page, complaint: string) {
  const [factId, source] = [crypto.randomUUID(), '出荷の記録']
  const path = `/api/complaints/${complaint}/facts`
  const claim = { id: factId, topic: 'what', statement: chipped, source }
  expect((await page.request.post(path, { data: claim })).status()).toBe(200)
  const data = { id: crypto.randomUUID(), source, attributedTo: 'us' }
  await page.request.post(`${path}/${factId}/confirmation`, { data })
  return factId
}

it('お詫びの下書きをキーボードで入れ、根拠が取り下げられると赤くなり、直して送れる', async () => {
  forgive(/409|422/u)
  await giveMailbox(await sit('fujii', '/today'), office.port, 0)
  const page = await sit('matsui', '/inbox')
  const other = await sit('kobayashi', '/inbox')
  const id = await arrive(page, first('drafted'), theirWords)
  await posted('drafted', 1)
  const factId = await confirm(other, id)
  await page.goto(`/complaints/${id}`)
  await settled(page)
  const area = await compose(page)
  await openDrafts(page)
  await press(page.getByRole('button', { name: 'お詫び（メール）' }))
  const draft = page.getByRole('region', { name: 'お詫び（メール）' })
  await draft.getByText(`事実：${chipped}`).first().waitFor()
  await axe(page, '下書きを見ている画面')
  await press(page.getByRole('button', { name: '文面に入れる' }))
  await expect.poll(() => textOf(area)).toContain(`${chipped}こと`)
  expect(await textOf(area)).toMatch(/^森本 千尋様\n/u)
  const withdrawal = { id: crypto.randomUUID(), reason: '別のお客様の記録でした' }
  const path = `/api/complaints/${id}/facts/${factId}/withdrawal`
  await other.request.post(path, { data: withdrawal })
  const fallen = page.getByRole('region', { name: '根拠が変わった文' })
  await fallen.getByText(`事実「${chipped}」は、取り下げられました。`).first().waitFor()
  await axe(page, '根拠が変わった文のある画面')
  await press(fallen.getByRole('button', { name: /^この文を消す/u }).first(), 'Shift+Tab')
  await fallen.waitFor({ state: 'detached' })
  expect(await textOf(area)).not.toContain(chipped)
  await tabTo(area)
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.getByText('書いているあいだに、届いたものがあります').first().waitFor()
  await page.keyboard.press('ControlOrMeta+Enter')
  const [, mail] = await posted('drafted', 2)
  expect(mail?.passages[0]?.text).not.toContain(chipped)
})
