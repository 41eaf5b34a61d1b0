import { describe, expect, it } from 'vitest'
import { understand } from '#platform/mail/understand.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { submitWebForm } from '#features/intake/contract.ts'
import { listComplaintCommitments } from '#features/commitments/contract.ts'
import { openDesk, value, type Desk } from '#test/desk.ts'
import { company } from '#test/cast.ts'
import { openPostOffice, type Posted } from '#test/post-office.ts'
import { listLetters } from '../contract.ts'
import { aMail, aMailbox, arrive, deskAddress } from '../factory.ts'
import { changeLetterSettings, readLetterSettings } from '../settings/contract.ts'
import { mostToAddress } from './rules.ts'

const office = await openPostOffice()
const desk = await openDesk()
const other = await openDesk()
const otherAddress = 'desk@tonari.example'
value(await aMailbox(desk, office))
value(await aMailbox(other, office, otherAddress))

const postedTo = (address: string) => office.posted.filter(({ to }) => to.includes(address))

async function mailFrom(from: string, given: Partial<Parameters<typeof aMail>[0]> = {}) {
  const messageId = `<${desk.newId()}@example.jp>`
  const mail = {
    from,
    subject: '急須が欠けていました',
    messageId,
    text: '欠けていました。',
    ...given,
  }
  const arrived = await arrive(desk, aMail(mail))
  await desk.runJobs()
  return arrived.complaint?.complaintId ?? ''
}

async function typesOf(complaintId: string) {
  const answer = await desk
    .as('kobayashi')
    .call(readTimeline, { params: { complaintId }, query: {} })
  return value(answer).entries.map(({ type }) => type)
}

describe('受付のご連絡', () => {
  it('メールで受けた苦情に、番号と期限を一通だけ送り、その期限は約束になる', async () => {
    const complaintId = await mailFrom('森本 千尋 <ack1@example.jp>')
    await desk.runJobs()
    const [posted, ...more] = postedTo('ack1@example.jp')
    expect(more).toEqual([])
    const mail = understand(posted?.bytes ?? Buffer.alloc(0))
    expect(mail.kind).toBe('auto-reply')
    expect(mail.subject).toMatch(
      /^【自動返信】お申し出を受け付けました \[U26-\d{5}\] 急須が欠けていました$/u,
    )
    expect(mail.passages[0]?.text).toContain('11月25日（水）18時までに')
    expect(await typesOf(complaintId)).toEqual([
      'complaints.received',
      'intake.mail-received',
      'letters.written',
      'letters.sent',
      'intake.acknowledged',
      'commitments.made',
    ])
    const params = { complaintId }
    const promises = value(await desk.as('kobayashi').call(listComplaintCommitments, { params }))
    expect(promises.commitments.map(({ dueAt }) => dueAt)).toEqual(['2026-11-25T09:00:00Z'])
  })

  it('Webフォームにはメールでも届き、約束は二度作られない', async () => {
    const id = desk.newId()
    const customer = { name: '森本 千尋', email: 'form@example.jp' }
    const body = { id, words: '欠けていました。', customer, details: {} }
    const params = { slug: company.slug }
    value(await desk.customer.call(submitWebForm, { params, body }))
    await desk.runJobs()
    expect(postedTo('form@example.jp')).toHaveLength(1)
    expect((await typesOf(id)).filter((type) => type === 'commitments.made')).toHaveLength(1)
  })

  it.each([
    ['自動返信', ['Auto-Submitted: auto-replied']],
    ['不在の知らせ', ['X-Autoreply: yes']],
    ['一斉配信', ['List-Id: <news.example.jp>']],
    ['junk', ['Precedence: junk']],
    ['bulk', ['Precedence: bulk']],
    ['空の差出人', ['Return-Path: <>']],
    ['黙ってほしいという印', ['X-Auto-Response-Suppress: OOF, AutoReply']],
    ['輪の印', ['X-Loop: desk@example.jp']],
    ['三日より前のメール', ['Date: Thu, 19 Nov 2026 09:00:00 +0900']],
  ])('%sには送らない', async (_, more) => {
    const address = `quiet${office.posted.length}x@example.jp`
    await mailFrom(address, { more, subject: `静かに ${more.join()}` })
    expect(postedTo(address)).toEqual([])
  })

  it.each([
    'no-reply@example.jp',
    'MAILER-DAEMON@example.jp',
    'postmaster@example.jp',
    deskAddress,
  ])('%sからのメールには送らない', async (from) => {
    const before = office.posted.length
    await mailFrom(from, { subject: `${from}から` })
    expect(office.posted.length).toBe(before)
  })

  it('同じ人には一日三通まで、その先はなぜ送らないかが記録に残る', async () => {
    for (let i = 0; i < mostToAddress.aDay; i += 1)
      await mailFrom('many@example.jp', { subject: `別の件 ${'甲乙丙'[i]}` })
    const complaintId = await mailFrom('many+x@example.jp', { subject: 'また別の件' })
    expect(postedTo('many@example.jp')).toHaveLength(mostToAddress.aDay)
    expect(postedTo('many+x@example.jp')).toEqual([])
    expect(await typesOf(complaintId)).toContain('letters.acknowledgement-withheld')
  })

  it('切ってある窓口は送らず、文面が埋まらなければ送らずに言う', async () => {
    const admin = desk.as('fujii')
    const now = value(await admin.call(readLetterSettings))
    const body = { ...now, silentMailboxes: [deskAddress] }
    value(await admin.call(changeLetterSettings, { body }))
    await mailFrom('silent@example.jp')
    expect(postedTo('silent@example.jp')).toEqual([])
    value(await admin.call(changeLetterSettings, { body: now }))
    await mailFrom('silent@example.jp')
    expect(postedTo('silent@example.jp')).toHaveLength(1)
  })
})

/** Carries mail between the two desks, as the network would; `strip` is what a bad relay does to it. */
function carry(strip: (mail: string) => string) {
  let carried = 0
  const desks: readonly [Desk, string][] = [
    [desk, deskAddress],
    [other, otherAddress],
  ]
  office.onMail = async ({ to, bytes }: Posted) => {
    for (const [each, address] of desks) {
      if (!to.includes(address)) continue
      carried += 1
      const arriving = Buffer.from(strip(bytes.toString('latin1')), 'latin1')
      pending.push(() => arrive(each, arriving, address))
    }
  }
  return () => carried
}
const pending: (() => Promise<unknown>)[] = []

/** Both desks do all they do by themselves, hour by hour. */
async function pass(days: number) {
  for (let hour = 0; hour < days * 24; hour += 6) {
    for (let round = 0; round < 20 && (round === 0 || pending.length > 0); round += 1) {
      for (const bring of pending.splice(0)) await bring()
      const until = desk.clock.now().add({ seconds: 1 }).toString()
      await desk.runJobs(until)
      await other.runJobs(until)
    }
    const next = desk.clock.now().add({ hours: 6 }).toString()
    await desk.runJobs(next)
    await other.runJobs(next)
  }
}

const fromOther = (subject: string) =>
  aMail({ from: otherAddress, subject, messageId: `<${desk.newId()}@x.example>`, text: subject })

describe('二つの窓口がメールし合っても、輪にならない', () => {
  it('印を読み合えば、一往復もせずに終わる', async () => {
    const carried = carry((mail) => mail)
    await arrive(desk, fromOther('はじめの一通'))
    await pass(5)
    // One acknowledgement reaches the other desk, which sets it aside.
    expect(carried()).toBe(1)
  })

  it('印も番号もスレッドも件名も消す中継があっても、日を追って増えない', async () => {
    let count = 0
    const marks =
      /^(?:Auto-Submitted|X-Auto-Response-Suppress|Precedence|X-Uketome-Organisation|In-Reply-To|References|Message-ID|Date):.*\r\n(?:[ \t].*\r\n)*/gimu
    const subject = /^Subject:.*\r\n(?:[ \t].*\r\n)*/imu
    const numerals = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'
    const carried = carry((mail) => {
      count += 1
      const name = Buffer.from(
        `${numerals[count % 22]}${numerals[Math.floor(count / 22) % 22]}の件`,
      ).toString('base64')
      return mail
        .replace(marks, '')
        .replace(
          subject,
          `Subject: =?UTF-8?B?${name}?=\r\nMessage-ID: <${desk.newId()}@relay.example>\r\n`,
        )
    })
    await arrive(desk, fromOther('二度目の一通'))
    await pass(12)
    const most = 2 * mostToAddress.aMonth
    expect(carried()).toBeGreaterThan(1)
    expect(carried()).toBeLessThanOrEqual(most)
    const { complaints } = { complaints: carried() }
    await pass(5)
    expect(carried()).toBe(complaints)
  })
})

it('受付のご連絡にも、渡したバイトがそのまま残る', async () => {
  const complaintId = await mailFrom('kept@example.jp', { subject: '残る一通' })
  const { letters } = value(
    await desk.as('kobayashi').call(listLetters, { params: { complaintId } }),
  )
  expect(letters.map(({ kind, state, hasOriginal }) => ({ kind, state, hasOriginal }))).toEqual([
    { kind: 'acknowledgement', state: 'sent', hasOriginal: true },
  ])
})
