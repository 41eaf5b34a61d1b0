import { createServer } from 'node:net'
import { once } from 'node:events'
import { expect, it } from 'vitest'
import { openPostOffice } from '#test/post-office.ts'
import { deliver, type SmtpServer } from './smtp.ts'

const office = await openPostOffice('秘密 pass')
const server: SmtpServer = {
  host: '127.0.0.1',
  port: office.port,
  security: 'none',
  user: 'desk',
  password: '秘密 pass',
  certificate: '',
}
const envelope = { from: 'desk@example.com', to: ['mori@example.jp'] }
const bytes = Buffer.from('Subject: a\r\n\r\n.\r\n..\r\nlast line\r\n')

it('一字一句そのまま渡り、差出人とあて先は封筒に書かれる', async () => {
  office.mood = {}
  const delivery = await deliver(server, envelope, bytes)
  expect(delivery).toMatchObject({ kind: 'sent', refused: [] })
  const { user, from, to, bytes: arrived } = office.posted.at(-1) ?? {}
  expect({ user, from, to }).toEqual({
    user: 'desk',
    from: 'desk@example.com',
    to: ['mori@example.jp'],
  })
  expect(arrived?.equals(bytes)).toBe(true)
})

it.each([
  ['混んでいる', { greeting: { code: 421, text: 'busy' } }, 'later', 'unreachable'],
  ['いまは受け取れない', { rcpt: () => ({ code: 450, text: 'greylisted' }) }, 'later', 'recipient'],
  ['そのあて先はない', { rcpt: () => ({ code: 550, text: 'no such user' }) }, 'never', 'recipient'],
  ['大きすぎる', { data: { code: 552, text: 'too big' } }, 'never', 'too-large'],
  ['中身を断る', { data: { code: 554, text: 'spam' } }, 'never', 'refused'],
  ['あとでもう一度', { data: { code: 451, text: 'try later' } }, 'later', 'refused'],
] as const)('%s、と言われたら', async (_, mood, kind, trouble) => {
  office.mood = mood
  const count = office.posted.length
  expect(await deliver(server, envelope, bytes)).toMatchObject({ kind, trouble })
  expect(office.posted.length).toBe(count)
})

it('受け取れないあて先が混じっても、ほかのあて先には届き、誰に届かないかが分かる', async () => {
  office.mood = {
    rcpt: (address) => (address.startsWith('gone') ? { code: 550, text: 'gone' } : null),
  }
  const to = ['mori@example.jp', 'gone@example.jp']
  const delivery = await deliver(server, { ...envelope, to }, bytes)
  expect(delivery).toMatchObject({ kind: 'sent', refused: [{ address: 'gone@example.jp' }] })
  expect(office.posted.at(-1)?.to).toEqual(['mori@example.jp'])
})

it('渡し終えてから線が切れたら、送れたかどうか分からないと言う', async () => {
  office.mood = { data: 'cut' }
  expect(await deliver(server, envelope, bytes)).toMatchObject({ kind: 'unsure' })
})

it('パスワードが違えば、直るまで待つ', async () => {
  office.mood = {}
  const delivery = await deliver({ ...server, password: 'wrong' }, envelope, bytes)
  expect(delivery).toMatchObject({ kind: 'later', trouble: 'sign-in' })
})

it('誰もいない所、暗号化を断る所、途中で黙って切る所は、あとでもう一度', async () => {
  const silent = createServer((socket) => socket.end()).listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const address = silent.address()
  const port = address && typeof address === 'object' ? address.port : 0
  const kinds = [
    await deliver({ ...server, port }, envelope, bytes),
    await deliver({ ...server, port: 1 }, envelope, bytes),
    await deliver({ ...server, security: 'starttls' }, envelope, bytes),
  ].map((each) => ('trouble' in each ? `${each.kind} ${each.trouble}` : each.kind))
  silent.close()
  expect(kinds).toEqual(['later unreachable', 'later unreachable', 'later encryption'])
})
