import Encoding from 'encoding-japanese'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { ask, axe, findingsOf, openHouse, press, settled } from './desk.ts'
import { startNodes } from './world.ts'

const { sit } = await openHouse(await startNodes(1))

const shiftJis = (text: string) =>
  Buffer.from(Encoding.convert(Encoding.stringToCode(text), { to: 'SJIS', from: 'UNICODE' }))

/** As a careless mailer sends it: a raw subject, no charset, a name without encoding. */
const letter = Buffer.concat([
  Buffer.from('From: "'),
  shiftJis('杉浦 髙志'),
  Buffer.from('" <sugiura@example.jp>\r\nTo: desk@example.com\r\nSubject: '),
  shiftJis('急須の口が欠けていました'),
  Buffer.from(
    '\r\nMessage-ID: <kyusu@example.jp>\r\nDate: Tue, 24 Nov 2026 09:12:00 +0900\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n',
  ),
  shiftJis(
    '急須の口が欠けています。①の箱でした。\r\n\r\n2026年11月20日 受付 <desk@example.com>:\r\n> 発送いたしました。\r\n\r\n-- \r\n杉浦 髙志\r\n',
  ),
  Buffer.from('\r\n--b\r\nContent-Type: text/html\r\nContent-Disposition: attachment; filename="'),
  shiftJis('写真①.html'),
  Buffer.from('"\r\n\r\n<script>document.title = "x"</script>\r\n--b--\r\n'),
])

async function post(page: Page, data: Buffer) {
  const headers = { 'content-type': 'message/rfc822' }
  const answer = await page.request.post('/api/intake/mail?mailbox=desk@example.com', {
    headers,
    data,
  })
  expect(answer.status(), await answer.text()).toBe(200)
  const { complaint } = await answer.json()
  return String(complaint?.complaintId)
}

async function openMail(page: Page) {
  const entry = page.getByRole('article', { name: 'メール：急須の口が欠けていました' })
  await press(entry.getByRole('button', { name: 'メールを開く' }))
  await entry.getByText('杉浦 髙志 <sugiura@example.jp>').waitFor()
  return entry
}

it('宣言のないメールのバイトが、苦情になり、開けて、引用と署名は畳まれ、添付は保存できる', async () => {
  const page = await sit('matsui', '/inbox')
  const path = `/complaints/${await post(page, letter)}`
  await page.goto(path)
  await settled(page)
  await page
    .getByRole('log', { name: '経過' })
    .getByText('急須の口が欠けています。①の箱でした。')
    .first()
    .waitFor()
  const entry = await openMail(page)
  const quoted = entry.getByText('> 発送いたしました。')
  expect(await quoted.isVisible()).toBe(false)
  await press(entry.getByText('… 引用された部分'))
  await quoted.waitFor()
  await entry.getByText('… 署名').waitFor()
  const attachment = entry.getByRole('link', { name: '写真①.html を保存' })
  const saving = page.waitForEvent('download')
  await press(attachment)
  expect((await saving).suggestedFilename()).toBe('写真①.html')
  await entry.getByRole('link', { name: '元のメールを保存' }).waitFor()
  await axe(page, '開いたメール')
})

const onePixel = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=', 'base64')

const laidOut = Buffer.from(
  [
    'From: Sugiura <html@example.jp>',
    'Subject: =?UTF-8?B?SFRNTOOBruODoeODvOODqw==?=',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<h2>急須の口が欠けています</h2><p style="color:#b00020">交換してください。<a href="https://evil.example/login">https://shop.example</a></p><img src="https://tracker.example/pixel.png" alt="写真"><blockquote>発送いたしました。</blockquote><script>document.title = "x"</script>',
    '',
  ].join('\r\n'),
)

it('HTMLのメールを枠の中で見て、リンクの行き先を確かめ、外部の画像は押したときだけ取り寄せる', async () => {
  const page = await sit('matsui', '/inbox')
  const fetched: string[] = []
  await page.route('https://tracker.example/**', (route) => {
    fetched.push(route.request().url())
    return route.fulfill({ contentType: 'image/gif', body: onePixel })
  })
  await page.goto(`/complaints/${await post(page, laidOut)}`)
  await settled(page)
  const entry = page.getByRole('article', { name: 'メール：HTMLのメール' })
  await press(entry.getByRole('button', { name: 'メールを開く' }))
  await press(entry.getByRole('button', { name: '差出人の見た目（HTML）で見る' }))
  const frame = page.frameLocator('iframe[title="HTMLのメール"]')
  await frame.getByRole('heading', { name: '急須の口が欠けています' }).waitFor()
  expect(await frame.locator('a').getAttribute('data-goes')).toBe('evil.example')
  expect(await frame.getByText('発送いたしました。').isVisible()).toBe(false)
  await frame.getByText('… 引用された部分').click()
  expect(await frame.getByText('発送いたしました。').isVisible()).toBe(true)
  expect(fetched).toEqual([])
  await axe(page, 'HTMLのメール')
  await press(entry.getByRole('button', { name: '画像を読み込む' }))
  await expect.poll(() => fetched).toEqual(['https://tracker.example/pixel.png'])
  expect(await page.title()).not.toBe('x')
  await press(entry.getByRole('button', { name: '文字だけに戻す' }))
  await entry.getByText('交換してください。').waitFor()
})

it('苦情にならなかったメールを設定で見つけ、読み直し、苦情として受け付ける', async () => {
  const page = await sit('matsui', '/inbox')
  await post(
    page,
    Buffer.from(
      'From: o@example.jp\r\nSubject: away\r\nAuto-Submitted: auto-replied\r\n\r\nLid broken.\r\n',
    ),
  )
  await page.goto('/settings?section=mail')
  await settled(page)
  const line = page
    .getByRole('list', { name: '苦情にならなかったメール' })
    .getByRole('listitem')
    .filter({ hasText: 'away' })
  await line.getByText('自動返信').waitFor()
  await axe(page, '残っているメール')
  await press(line.getByRole('button', { name: '読み直す' }))
  await page.getByText('まだ苦情にはなっていません').waitFor()
  await press(line.getByRole('button', { name: '苦情として受け付ける' }))
  await page.getByText(/^U26-\d+ に入りました。$/u).waitFor()
  await line.waitFor({ state: 'detached' })
  expect(await ask(page, '/api/intake/mail')).toEqual({ mails: [], total: 0 })
})

const seats = ([1440, 1024, 390] as const).flatMap((width) =>
  (['light', 'dark'] as const).map((scheme) => ({ width, scheme })),
)

it.each(seats)('$width の幅、$scheme で、メールに axe が見つけるものはない', async (seat) => {
  const page = await sit('matsui', '/inbox', seat)
  const path = `/complaints/${await post(page, letter)}`
  await post(
    page,
    Buffer.from('From: l@example.jp\r\nSubject: news\r\nList-Id: <n.example>\r\n\r\nNews.\r\n'),
  )
  await page.goto(path)
  await settled(page)
  await openMail(page)
  expect(await findingsOf(page), '苦情の画面のメール').toEqual([])
  await page.goto('/settings?section=mail')
  await page.getByText('news').first().waitFor()
  expect(await findingsOf(page), '設定のメール').toEqual([])
})
