import { describe, expect, it } from 'vitest'
import { inside } from '#features/access/door.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { openDesk, value } from '#test/desk.ts'
import { receivedMail } from './contract.ts'
import { arrivedMail, mailsOf, rememberSent } from './door.ts'

const desk = await openDesk()
const kobayashi = desk.as('kobayashi')

async function bring(lines: readonly string[]) {
  const response = await desk.app.request('/api/intake/mail?mailbox=desk@example.jp', {
    method: 'POST',
    headers: { 'content-type': 'message/rfc822', 'x-test-person': 'kobayashi' },
    body: lines.join('\r\n'),
  })
  return receivedMail.parse(await response.json())
}

async function entries(complaintId: string) {
  const answer = await kobayashi.call(readTimeline, { params: { complaintId }, query: {} })
  return value(answer).entries
}

const [messageId, token] = ['<u26-1.k3j9@desk.example.jp>', '0123456789abcdef01']
const first = await bring(['From: yamada@example.com', 'Subject: lid', '', '割れていました。'])
const complaintId = first.complaint?.complaintId ?? ''
const sent = {
  id: desk.newId(),
  complaintId,
  mailboxId: null,
  messageId,
  token,
  recipients: ['Tanaka@example.com'],
  sentAt: '2026-11-24T01:00:00Z',
}
await inside(desk.ports.db, kobayashi.scope, (tx) => rememberSent(tx, kobayashi.scope, sent))
await inside(desk.ports.db, kobayashi.scope, (tx) => rememberSent(tx, kobayashi.scope, sent))

const bounce = (action: string, status: string, reason: string) => [
  'From: MAILER-DAEMON@mx.example.com',
  'To: desk@example.jp',
  `Message-ID: <${action}.${status}@mx.example.com>`,
  'Subject: Undelivered Mail Returned to Sender',
  'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
  '',
  '--b',
  'Content-Type: message/delivery-status',
  '',
  'Reporting-MTA: dns; mx.example.com',
  '',
  'Final-Recipient: rfc822; tanaka@example.com',
  `Action: ${action}`,
  `Status: ${status}`,
  `Diagnostic-Code: smtp; ${reason}`,
  '--b',
  'Content-Type: text/rfc822-headers',
  '',
  `Message-ID: ${messageId}`,
  '--b--',
]

describe('こちらから送ったメールへの返事', () => {
  it.each([
    ['In-Reply-To', [`In-Reply-To: ${messageId}`]],
    ['References', [`References: <x@y> ${messageId} <z@y>`]],
    ['宛先の合い言葉', [`To: desk+${token.toUpperCase()}@example.jp`]],
    ['送った相手からの受付番号', [`Subject: Re: ${first.complaint?.number}`]],
  ])('%sで、苦情に入る', async (how, head) => {
    const reply = await bring(['From: tanaka@example.com', ...head, '', `返事です（${how}）`])
    expect(reply.complaint?.complaintId).toBe(complaintId)
    const last = (await entries(complaintId)).at(-1)
    expect(last?.payload).toMatchObject({
      kind: 'person',
      answers: how.includes('番号') ? null : messageId,
    })
  })

  it('自動返信は、どのメールへのものかとともに残り、お客様の言葉にはならない', async () => {
    const before = await entries(complaintId)
    await bring([
      'From: tanaka@example.com',
      'Auto-Submitted: auto-replied',
      `In-Reply-To: ${messageId}`,
      '',
      '休暇中です。',
    ])
    const news = (await entries(complaintId)).slice(before.length)
    expect(news.map(({ type }) => type)).toEqual(['intake.mail-received'])
    expect(news[0]?.payload).toMatchObject({ kind: 'auto-reply', answers: messageId })
  })

  it.each([
    ['failed', '5.1.1', 'user unknown', true, 'no-such-address'],
    ['failed', '5.0.0', '552 mailbox full', true, 'mailbox-full'],
    ['delayed', '4.4.1', 'connection timed out', false, 'delayed'],
  ])('届かなかった知らせ（%s %s %s）', async (action, status, reason, isPermanent, why) => {
    await bring(bounce(action, status, reason))
    const [arrival, bounced] = (await entries(complaintId)).slice(-2)
    expect(arrival?.payload).toMatchObject({ kind: 'bounce', answers: messageId })
    expect(bounced).toMatchObject({
      type: 'intake.mail-bounced',
      payload: {
        messageId,
        isPermanent,
        why,
        recipients: [{ address: 'tanaka@example.com', status, reason }],
      },
    })
  })

  it('届いたという知らせは、届かなかったことにしない', async () => {
    await bring(bounce('delivered', '2.0.0', 'ok'))
    expect((await entries(complaintId)).at(-1)?.type).toBe('intake.mail-received')
  })

  it('返事を書く部屋は、届いた順にメールを読める', async () => {
    const mails = await inside(desk.ports.db, kobayashi.scope, (tx) => mailsOf(tx, complaintId))
    expect(mails[0]).toMatchObject({ mailId: first.mailId, mailbox: 'desk@example.jp' })
    expect(mails).toHaveLength(10)
    const one = await inside(desk.ports.db, kobayashi.scope, (tx) => arrivedMail(tx, first.mailId))
    expect(one?.mail.from?.address).toBe('yamada@example.com')
  })
})

it('ほかの会社の印が付いたメールは、当社のものではない', async () => {
  const mark = (of: string) => ['From: a@other.example', `X-Uketome-Organisation: ${of}`, '', of]
  expect(await bring(mark('other'))).toMatchObject({ state: 'entered' })
  expect(await bring(mark(kobayashi.scope.organisationId))).toMatchObject({ reason: 'own' })
})

it('自社サイトのフォームから届いたものは、返信先の方の苦情になる', async () => {
  const form = await bring([
    'From: desk@example.jp',
    'Reply-To: hanako@example.com',
    '',
    'フォーム',
  ])
  expect(form.state).toBe('entered')
  const ours = ['From: desk@example.jp', 'Reply-To: desk+x@example.jp', '', '控え']
  expect(await bring(ours)).toMatchObject({ state: 'set-aside', reason: 'own' })
})
