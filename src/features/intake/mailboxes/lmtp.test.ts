import { createTransport } from 'nodemailer'
import { afterAll, describe, expect, it } from 'vitest'
import { inside } from '#features/access/door.ts'
import { openDesk, value } from '#test/desk.ts'
import { openImapServer, imapServerName } from '#test/imap-server.ts'
import { openSmtpRelay, smtpRelayName } from '#test/smtp-relay.ts'
import { saveMailbox, tryMailbox, type MailboxDraft } from './contract.ts'
import { takeLmtp } from './jobs.ts'

const desk = await openDesk()
const admin = desk.as('fujii')
const draft: MailboxDraft = {
  address: 'desk@example.jp',
  displayName: '',
  signature: '',
  isDefault: false,
  isOn: true,
  takesLmtp: true,
  takesPast: false,
  imap: null,
  smtp: null,
}
value(await admin.call(saveMailbox, { params: { mailboxId: desk.newId() }, body: draft }))
const off = { ...draft, address: 'off@example.jp', takesLmtp: false }
value(await admin.call(saveMailbox, { params: { mailboxId: desk.newId() }, body: off }))

const lmtp = await takeLmtp(desk.ports, { host: '127.0.0.1', port: 0 })
afterAll(() => lmtp.stop())

const letter = (words: string) =>
  `From: y@example.com\r\nSubject: lid\r\n\r\n${words}\r\n.. 終わり\r\n`

function send(port: number, to: readonly string[], words: string) {
  const transport = createTransport({ lmtp: true, host: '127.0.0.1', port, ignoreTLS: true })
  const raw = letter(words)
  return transport.sendMail({ envelope: { from: 'y@example.com', to: [...to] }, raw })
}

function stored() {
  return inside(desk.ports.db, admin.scope, (tx) =>
    tx.selectFrom('intake_mails').orderBy('id').select(['id', 'mailbox', 'bytes']).execute(),
  )
}

describe('LMTPで受け取る', () => {
  it('受け取ったと答えたときには、届いたままのバイトが保存されている', async () => {
    const answer = await send(lmtp.port, ['Desk+0123456789abcdef@Example.JP'], '割れていました。')
    expect(answer).toMatchObject({ rejected: [], response: expect.stringMatching(/^250/u) })
    const [mail] = await stored()
    expect(mail?.mailbox).toBe('desk@example.jp')
    expect(mail?.bytes.toString()).toBe(letter('割れていました。'))
  })

  it('そのあと読まれて、苦情になる', async () => {
    const number = () =>
      inside(desk.ports.db, admin.scope, async (tx) =>
        tx.selectFrom('complaints').select('number').executeTakeFirst(),
      )
    await expect.poll(number, { timeout: 30_000 }).toMatchObject({ number: 'U26-00001' })
  })

  it.each(['nobody@example.jp', 'off@example.jp'])(
    '%s は、ここにはないと断る（550）',
    async (to) => {
      await expect(send(lmtp.port, [to], 'x')).rejects.toMatchObject({ responseCode: 550 })
    },
  )

  it('保存できないときは、もう一度送るよう頼む（451）。受け取ったことにはしない', async () => {
    const before = await stored()
    const taken = before[0]?.id ?? ''
    // Nothing can be stored under an id that is taken.
    const ports = { ...desk.ports, ids: { next: () => taken } }
    const broken = await takeLmtp(ports, { host: '127.0.0.1', port: 0 })
    try {
      expect(await send(broken.port, ['desk@example.jp'], '二通目')).toMatchObject({
        accepted: [],
        response: expect.stringMatching(/^451/u),
      })
    } finally {
      await broken.stop()
    }
    expect(await stored()).toHaveLength(before.length)
  })
})

describe(`つながるか試す（${imapServerName} を相手に）`, () => {
  it('何も保存せず、どこでつまずいたかを答える', async () => {
    const server = await openImapServer()
    const { secret, ...account } = server.account
    const params = { mailboxId: desk.newId() }
    const imap = { ...account, folder: 'INBOX', marksSeen: false }
    const smtp = {
      host: '127.0.0.1',
      port: lmtp.port,
      security: 'none',
      user: '',
      certificate: '',
    } as const
    const body = { ...draft, address: 'try@example.jp', imap, imapSecret: secret, smtp }
    try {
      await server.deliver(Buffer.from(letter('x')))
      const good = value(await admin.call(tryMailbox, { params, body: { ...body, smtp: null } }))
      expect(good).toEqual({
        imap: { problem: null, detail: '' },
        messages: 1,
        smtp: null,
        certificate: null,
      })
      const bad = value(
        await admin.call(tryMailbox, { params, body: { ...body, imapSecret: 'x' } }),
      )
      expect(bad).toMatchObject({ imap: { problem: 'sign-in' }, messages: null })
      // It speaks LMTP there, and no SMTP.
      expect(bad.smtp?.problem).toBe('other')
    } finally {
      await server.close()
    }
  })

  it(`送信の証明書が合わなければ見せ、受け入れた一枚ならつながる（${smtpRelayName} を相手に）`, async () => {
    const relay = await openSmtpRelay()
    try {
      const { password: smtpSecret, ...account } = relay.account
      const tryIt = async (certificate: string) => {
        const smtp = { ...account, security: 'starttls' as const, certificate }
        const body = { ...draft, address: 'try@example.jp', smtp, smtpSecret }
        return value(await admin.call(tryMailbox, { params: { mailboxId: desk.newId() }, body }))
      }
      const refused = await tryIt('')
      expect(refused.smtp?.problem).toBe('certificate')
      expect(refused.certificate?.subject).toContain('mail.elsewhere.example')
      expect(refused.certificate?.fingerprint).toMatch(/^[0-9A-F]{2}(?::[0-9A-F]{2}){31}$/u)
      const accepted = await tryIt(refused.certificate?.pem ?? '')
      expect(accepted).toMatchObject({ smtp: { problem: null }, certificate: null })
    } finally {
      await relay.close()
    }
  })
})
