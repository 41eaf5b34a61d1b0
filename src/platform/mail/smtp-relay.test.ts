import { afterAll, describe, expect, it } from 'vitest'
import { openSmtpRelay, smtpRelayName } from '#test/smtp-relay.ts'
import { certificateAt, trySmtp } from '../mail-servers/smtp.ts'
import { troubleOf } from '../mail-servers/trouble.ts'
import { compose } from './compose.ts'
import { readHead } from './headers.ts'
import { deliver, type SmtpServer } from './smtp.ts'

const relay = await openSmtpRelay()
afterAll(() => relay.close())
const plain = { ...relay.account, security: 'starttls' as const, certificate: '' }
const shown = await certificateAt(plain)
const server: SmtpServer = { ...plain, certificate: shown?.pem ?? '' }

const envelope = { from: 'desk@minato.example', to: ['mori@example.jp'] }
const long = '弊社の検品記録を確かめましたところ、'.repeat(40)
const text = `森本様\n\n.\n..\n${long}\nhttps://example.jp/${'a'.repeat(200)}\n> 引用 \n\n-- \nみなと食卓`
const bytes = await compose({
  from: { name: 'みなと食卓 お客様相談室', address: 'desk@minato.example' },
  replyTo: null,
  to: ['mori@example.jp'],
  cc: [],
  subject: '急須の口が欠けていました',
  text,
  messageId: '<relay@minato.example>',
  inReplyTo: null,
  references: [],
  at: '2026-11-24T01:02:03Z',
  isAutomatic: false,
  organisationId: 'o-1',
  enclosed: [{ name: '手順書.pdf', type: undefined, bytes: Buffer.from('%PDF-1.7\r\n.\r\n') }],
})

/** What arrived, without what every server on the way writes above it. */
async function arrivedWhole(): Promise<Buffer | undefined> {
  await expect.poll(() => relay.arrived.length).toBeGreaterThan(0)
  const { bytes: came } = relay.arrived.at(-1) ?? {}
  const from = came?.indexOf(bytes.subarray(0, 40)) ?? -1
  return from < 0 ? came : came?.subarray(from)
}

describe(`送る（${smtpRelayName} を相手に）`, () => {
  it('暗号化してからサインインして渡り、8BITMIMEもSMTPUTF8もない道を、一バイトも変わらずに着く', async () => {
    relay.policy = () => null
    expect(await deliver(server, envelope, bytes)).toMatchObject({ kind: 'sent', refused: [] })
    expect((await arrivedWhole())?.equals(bytes)).toBe(true)
    const { headers } = readHead(relay.arrived.at(-1)?.bytes.toString('latin1') ?? '', 0)
    expect(headers.filter(([name]) => name === 'message-id')).toHaveLength(1)
    expect(headers.filter(([name]) => name === 'date')).toHaveLength(1)
  })

  it('初めての差出人を待たせるサーバーには、あとで同じものを渡す', async () => {
    let asked = 0
    relay.policy = () => ((asked += 1) === 1 ? '450 4.2.0 greylisted, try again later' : null)
    const first = await deliver(server, envelope, bytes)
    expect(first).toMatchObject({ kind: 'later', trouble: 'recipient' })
    expect('said' in first ? first.said : '').toContain('greylisted')
    expect(await deliver(server, envelope, bytes)).toMatchObject({ kind: 'sent' })
  })

  it('あて先がなければ二度と送らず、ほかのあて先には届く', async () => {
    relay.policy = (recipient) => (recipient.startsWith('gone') ? '550 5.1.1 no such user' : null)
    const gone = { ...envelope, to: ['gone@example.jp'] }
    expect(await deliver(server, gone, bytes)).toMatchObject({
      kind: 'never',
      trouble: 'recipient',
    })
    const both = { ...envelope, to: ['mori@example.jp', 'gone@example.jp'] }
    expect(await deliver(server, both, bytes)).toMatchObject({
      kind: 'sent',
      refused: [{ address: 'gone@example.jp' }],
    })
    relay.policy = () => null
  })

  it('証明書が合わなければ、パスワードを言う前にやめる。受け入れた一枚だけが通る', async () => {
    const toNobody = { ...envelope, to: ['unheard@example.jp'] }
    expect(await deliver(plain, toNobody, bytes)).toMatchObject({
      kind: 'later',
      trouble: 'certificate',
    })
    const { user, password: secret } = relay.account
    const tried = await trySmtp({ ...plain, user, secret }).catch(troubleOf)
    expect(tried).toMatchObject({ problem: 'certificate' })
    expect(shown?.subject).toContain('mail.elsewhere.example')
    expect(await trySmtp({ ...server, user, secret })).toBeUndefined()
    const another = `${shown?.pem.slice(0, 200) ?? ''}AAAA${shown?.pem.slice(204) ?? ''}`
    expect((await deliver({ ...server, certificate: another }, toNobody, bytes)).kind).toBe('later')
    // What is sent now comes after anything that went before: by then the other would be there.
    const last = { ...envelope, to: ['last@example.jp'] }
    expect(await deliver(server, last, bytes)).toMatchObject({ kind: 'sent' })
    const everybody = () => relay.arrived.flatMap(({ to }) => to)
    await expect.poll(everybody).toContain('last@example.jp')
    expect(everybody()).not.toContain('unheard@example.jp')
  })

  it('パスワードが違えば、直るまで待つ。暗号化なしでは何も言わない', async () => {
    const wrong = await deliver({ ...server, password: 'chigau' }, envelope, bytes)
    expect(wrong).toMatchObject({ kind: 'later', trouble: 'sign-in' })
    const open = await deliver({ ...server, security: 'none' }, envelope, bytes)
    expect(open.kind).not.toBe('sent')
  })

  it('日本語のアドレスを運べないサーバーには、そのあて先では送れないと言う', async () => {
    const japanese = { ...envelope, to: ['森本@example.jp'] }
    expect(await deliver(server, japanese, bytes)).toMatchObject({ kind: 'never' })
  })
})
