import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { inside } from '#features/access/door.ts'
import { code, openDesk, value } from '#test/desk.ts'
import { listMailboxes, saveMailbox, type MailboxDraft } from './contract.ts'
import { receivedMail } from '../mail/contract.ts'
import { mailboxById, mailboxForComplaint } from './door.ts'

const desk = await openDesk()
const [admin, operator] = [desk.as('fujii'), desk.as('kobayashi')]

const smtp = {
  host: 'smtp.example.jp',
  port: 587,
  security: 'starttls',
  user: 'desk',
  certificate: '',
} as const
const draft: MailboxDraft = {
  address: 'Desk@Example.JP',
  displayName: 'お客様相談室\r\nBcc: x@example.com',
  signature: '-- \nお客様相談室',
  isDefault: false,
  isOn: true,
  takesLmtp: false,
  takesPast: false,
  imap: {
    ...smtp,
    host: 'imap.example.jp',
    port: 993,
    security: 'tls',
    folder: 'INBOX',
    marksSeen: false,
  },
  smtp,
  imapSecret: 'ひみつ-imap',
  smtpSecret: 'ひみつ-smtp',
}

const put = (mailboxId: string, body: MailboxDraft, who = admin) =>
  who.call(saveMailbox, { params: { mailboxId }, body })
const open = (mailboxId: string) =>
  inside(desk.ports.db, admin.scope, (tx) => mailboxById(desk.ports, tx, mailboxId))

describe('メールボックスを登録する', () => {
  const id = desk.newId()

  it('アドレスは小文字にそろい、名前の改行は消え、最初の一つが既定になる', async () => {
    expect(value(await put(id, draft))).toMatchObject({
      address: 'desk@example.jp',
      displayName: 'お客様相談室 Bcc: x@example.com',
      isDefault: true,
      hasImapSecret: true,
      hasSmtpSecret: true,
      state: 'waiting',
      takesSince: '2026-11-24T00:50:00Z',
    })
  })

  it('どのメールにも付く署名と差出人の名に、出せない言葉は入れられない', async () => {
    for (const words of [
      { signature: '-- \n【社内】要注意人物係' },
      { displayName: 'クレーマー係' },
    ])
      expect(code(await put(id, { ...draft, ...words }))).toBe('intake.words-held')
    const { mailboxes } = value(await admin.call(listMailboxes, {}))
    expect(mailboxes.map(({ signature }) => signature)).toEqual([draft.signature])
  })

  it('パスワードは二度と外に出ず、データベースにも読める形では残らない', async () => {
    const listed = JSON.stringify(value(await admin.call(listMailboxes)))
    expect(listed).not.toContain('ひみつ')
    const { rows } = await sql<{
      row: string
    }>`select m::text as row from intake_mailboxes m`.execute(desk.ports.db)
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain('ひみつ')
    expect(await open(id)).toMatchObject({
      imap: { secret: 'ひみつ-imap' },
      smtp: { host: 'smtp.example.jp', secret: 'ひみつ-smtp' },
    })
  })

  it('パスワードを送らずに変えると、前のパスワードが残る。空にすると消える', async () => {
    const rest = { ...draft, imapSecret: undefined, smtpSecret: undefined }
    value(await put(id, { ...rest, signature: '変更' }))
    expect(await open(id)).toMatchObject({ signature: '変更', imap: { secret: 'ひみつ-imap' } })
    const open25 = { ...smtp, user: '' }
    expect(value(await put(id, { ...rest, smtp: open25, smtpSecret: '' }))).toMatchObject({
      hasSmtpSecret: false,
    })
    value(await put(id, draft))
  })

  it.each([
    ['アドレスでない', { address: 'だめ' }, 'intake.mailbox-address'],
    [
      'サーバーの名前がない',
      { imap: { ...smtp, host: '', folder: 'INBOX', marksSeen: false } },
      'intake.mailbox-host',
    ],
    ['パスワードがない', { imapSecret: '' }, 'intake.mailbox-sign-in'],
    ['もうあるアドレス', {}, 'intake.mailbox-twice'],
  ] as const)('%sときは、次にすることを言って断る', async (_, change, refusal) => {
    const answer = await put(desk.newId(), { ...draft, ...change })
    expect(code(answer)).toBe(refusal)
    expect(answer).toMatchObject({ detail: expect.stringMatching(/ください。$/u) })
  })

  it('管理者でない人には見えず、変えられもしない', async () => {
    expect((await operator.call(listMailboxes)).status).toBe(403)
    expect((await put(id, draft, operator)).status).toBe(403)
  })
})

describe('どのメールボックスから答えるか', () => {
  const [one, other] = [desk.newId(), desk.newId()]
  const mail = (to: string) =>
    desk.app.request(`/api/intake/mail?mailbox=${to}`, {
      method: 'POST',
      headers: { 'content-type': 'message/rfc822', 'x-test-person': 'kobayashi' },
      body: `From: y@example.com\r\nMessage-ID: <${to}>\r\nSubject: ${to}\r\n\r\n届きません。`,
    })
  const from = async (complaintId: string) =>
    (
      await inside(desk.ports.db, admin.scope, (tx) =>
        mailboxForComplaint(desk.ports, tx, complaintId),
      )
    )?.address

  it('届いたところから。切ってあるか、送れないときは既定から', async () => {
    value(await put(one, { ...draft, address: 'one@example.jp', isDefault: true }))
    value(await put(other, { ...draft, address: 'other@example.jp' }))
    const { complaint } = receivedMail.parse(await (await mail('Other@example.jp')).json())
    const complaintId = complaint?.complaintId ?? ''
    expect(await from(complaintId)).toBe('other@example.jp')
    value(await put(other, { ...draft, address: 'other@example.jp', isOn: false }))
    expect(await from(complaintId)).toBe('one@example.jp')
    expect(await from(desk.newId())).toBe('one@example.jp')
  })

  it('既定は一つだけ', async () => {
    const { mailboxes } = value(await admin.call(listMailboxes))
    expect(mailboxes.filter(({ isDefault }) => isDefault)).toEqual([
      expect.objectContaining({ address: 'one@example.jp' }),
    ])
  })
})
