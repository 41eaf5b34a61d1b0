import type { Locator, Page } from 'playwright-core'
import { anchorAt } from '../src/features/letters/comments/rules.ts'
import { demoPassword, staff } from '../test/cast.ts'
import { deskAddress, deskMailbox } from '../test/desk-mailbox.ts'
import type { Desk, Screen } from './pictures.ts'

/** The rooms in which replies are written, as full as they get: a long mail, a text with much to say about it. */
export const letterScreens: readonly Screen[] = [
  { name: 'composer', open: openComposer },
  {
    name: 'drafts',
    open: async (page, desk) => {
      await openBeside(page, desk, '下書き')
      await look(page, page.getByRole('button', { name: '経過のご連絡' }))
    },
  },
  {
    name: 'review',
    open: async (page, desk) => {
      await openBeside(page, desk, '相談と履歴')
      await look(page, page.getByRole('article', { name: /^提案/u }))
    },
  },
  {
    name: 'letter',
    open: async (page, desk) => {
      await openBeside(page, desk, '紙の手紙')
      await look(page, page.getByRole('img', { name: /の見本/u }).first())
    },
  },
  { name: 'public-reply', open: openPublicReply },
  {
    name: 'templates',
    by: 'fujii',
    open: async (page, { url }) => {
      await page.goto(`${url}/settings?section=templates`)
      await page.getByRole('button', { name: '調査の途中経過' }).waitFor()
    },
  },
]

const desk = deskAddress

const complained = `11月18日に届いた急須（常滑焼、注文 A-20611）の注ぎ口が欠けていました。写真を付けます。

先週の火曜日に電話をしたときは、担当の方から「二日のうちに折り返します」と言われましたが、今日まで何の連絡もありません。こちらから二度掛け直しても、そのたびに初めから説明することになりました。母の古希の祝いに間に合うように注文したものです。祝いの席は11月29日です。

新しいものを送っていただけるのか、間に合わないなら返金なのか、きちんと書面でお返事をください。折り返しがなかった理由も教えてください。

> 2026年11月17日 10:12 みなと食卓 お客様相談室 <desk@minato.example>:
> このたびはご注文をありがとうございます。ご注文の品を発送いたしました。
> お届けの予定日は11月18日です。箱を開けてお気づきのことがありましたら、
> このメールにそのままお返事ください。
>> 2026年11月16日 21:40 森本 千尋:
>> 祝いの品なので、のしを付けてください。箱に傷がないものをお願いします。`

const written = `森本 千尋様

このたびは、ご迷惑をおかけして大変申し訳ございません。11月18日にお届けした急須の注ぎ口が欠けておりましたこと、また折り返しのお電話を差し上げなかったことを、お詫び申し上げます。
普通は出荷の前に検品をしておりますので、お客様の使い方が悪かった可能性もございますが、担当者が多忙のため確認が遅れております。
新しい品は、なるべく早くお送りさせていただきます。当社の過失ですので、慰謝料もお支払いいたします！
二度とこのようなことは絶対にございません。お祝いの席は11月29日とうかがっております。お品は11月27日の午前中にお届けできる見込みで、難しいときは11月25日の17時までに、代わりの案をお電話いたします。
折り返しがなかった件は、受け付けの記録が担当に渡っていなかったことが分かりました。何かございましたら{電話番号}までお電話ください。`

let started: Promise<string> | null = null

/** The complaint of a long mail, with a reply on which colleagues have something to say; made once for all pictures. */
function crowded(page: Page, { url }: Desk): Promise<string> {
  started ??= fill(page, url)
  return started
}

async function fill(page: Page, url: string): Promise<string> {
  const known = await get(
    page,
    `${url}/api/complaints?view=all&words=${encodeURIComponent('古希')}`,
  )
  if (known.complaints[0]) return known.complaints[0].id
  const admin = await seat(page, url, staff.fujii.email)
  await put(admin, `${url}/api/intake/mailboxes/${crypto.randomUUID()}`, mailbox)
  const id = await arrived(page, url)
  const { draft } = await put(page, `${url}/api/complaints/${id}/letters/draft`, {
    draftId: crypto.randomUUID(),
    hand: crypto.randomUUID(),
    basedOn: 0,
    content: {
      text: written,
      subject: 'Re: 急須の口が欠けていました',
      to: 'mori@example.jp',
      cc: '',
      reasons: {},
      attachments: [],
    },
  })
  await say(page, url, `${url}/api/complaints/${id}/letters/drafts/${draft.id}`)
  return id
}

/** Two colleagues have something to say, and a third is asked. */
async function say(page: Page, url: string, about: string) {
  const others = [staff.matsui, staff.fujii, staff.fujii]
  for (const [at, { email }] of others.entries())
    await post(await seat(page, url, email), `${about}/comments`, {
      id: crypto.randomUUID(),
      ...comments[at],
    })
  const { members } = await get(page, `${url}/api/access/members`)
  const asked = members.find(({ name }: { name: string }) => name === staff.kobayashi.name)
  const words = 'お届けの日と、折り返しがなかった理由の書き方'
  await post(page, `${about}/looks`, { id: crypto.randomUUID(), memberId: asked?.id ?? '', words })
}

const mailbox = deskMailbox(25)

function commentOn(quote: string, words: string, replacement: string | null) {
  const start = written.indexOf(quote)
  return { anchor: anchorAt(written, { start, end: start + quote.length }), words, replacement }
}

const comments = [
  commentOn(
    '普通は出荷の前に検品をしておりますので、お客様の使い方が悪かった可能性もございますが、担当者が多忙のため確認が遅れております。',
    'お客様のせいにも、忙しさのせいにも聞こえます。',
    '出荷の記録を調べており、分かったことは11月25日の17時までにお電話でお知らせいたします。',
  ),
  commentOn(
    '当社の過失ですので、慰謝料もお支払いいたします！',
    'まだ承認がありません。交換と送料の負担までにしましょう。',
    null,
  ),
  commentOn('絶対に', '約束できないことは書かないでください。', null),
]

async function arrived(page: Page, url: string): Promise<string> {
  const word = (text: string) => `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`
  const lines = [
    `From: ${word('森本 千尋')} <mori@example.jp>`,
    `Subject: ${word('急須の口が欠けていました')}`,
    'Message-ID: <pictures@example.jp>',
    `To: ${desk}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    complained,
    '',
  ]
  const answer = await page.request.post(`${url}/api/intake/mail?mailbox=${desk}`, {
    headers: { 'content-type': 'message/rfc822' },
    data: Buffer.from(lines.join('\r\n')),
  })
  if (!answer.ok()) throw new Error(`mail: ${answer.status()} ${await answer.text()}`)
  const { complaint } = await answer.json()
  return complaint.complaintId
}

/** Somebody else, signed in beside. */
async function seat(page: Page, url: string, email: string): Promise<Page> {
  const browser = page.context().browser()
  if (!browser) throw new Error('no browser')
  const beside = await (await browser.newContext()).newPage()
  await post(beside, `${url}/api/access/auth/sign-in/email`, { email, password: demoPassword })
  return beside
}

async function get(page: Page, path: string) {
  return (await page.request.get(path)).json()
}

async function post(page: Page, path: string, data: object) {
  const answer = await page.request.post(path, { data })
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
  return answer.json()
}

async function put(page: Page, path: string, data: object) {
  const answer = await page.request.put(path, { data })
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
  return answer.json()
}

async function openComposer(page: Page, desk: Desk) {
  await page.goto(`${desk.url}/complaints/${await crowded(page, desk)}`)
  await page.getByRole('log', { name: '経過' }).focus()
  await page.keyboard.press('m')
  await page.getByRole('textbox', { name: 'お客様への返事' }).waitFor()
}

async function openBeside(page: Page, desk: Desk, pane: string) {
  await openComposer(page, desk)
  await page.getByRole('tab', { name: pane }).click()
}

/** Once it is there, and the gate has said what it finds: on a phone it lies below. */
async function look(page: Page, content: Locator) {
  await content.waitFor()
  await page.waitForTimeout(1500)
  await page.getByRole('tablist', { name: '書くための手がかり' }).evaluate((tabs) => {
    tabs.scrollIntoView({ block: 'start' })
  })
}

const posted = {
  words: '土鍋のふたが合いません。問い合わせても返事が来ないまま二週間です。',
  site: 'Google マップ',
  url: 'https://maps.app.goo.gl/pot',
  author: '丘の上',
  stars: 1,
}

/** A reply to a review that still tells who the customer is. */
async function openPublicReply(page: Page, { url }: Desk) {
  const { reviews } = await get(page, `${url}/api/intake/reviews`)
  if (!reviews.some(({ author }: { author: string }) => author === posted.author))
    await post(page, `${url}/api/intake/reviews`, { id: crypto.randomUUID(), ...posted })
  await page.goto(`${url}/reviews`)
  const review = page.getByRole('listitem').filter({ hasText: posted.words })
  await review.focus()
  await page.keyboard.press('r')
  await review
    .getByRole('textbox', { name: '公開の返信の文面' })
    .fill(
      'ご投稿をありがとうございます。土鍋のふたが合わず、お返事も差し上げていないとのこと、お詫び申し上げます。森本様のご注文 A-20611 を確かめ、電話 090-1234-5678 へご連絡いたします。',
    )
}
