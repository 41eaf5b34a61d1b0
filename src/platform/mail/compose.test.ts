import { createVerify, generateKeyPairSync } from 'node:crypto'
import { expect, it } from 'vitest'
import { compose, type Outgoing } from './compose.ts'
import { readHead } from './headers.ts'
import { understand } from './understand.ts'

const mail: Outgoing = {
  from: { name: '茶の香 お客様相談室', address: 'desk@example.com' },
  replyTo: null,
  to: ['mori@example.jp'],
  cc: [],
  subject: 'Re: 急須の口が欠けていました [U26-00123]',
  text: '森本様\n\n①髙橋が承りました。\n.\n',
  messageId: '<m1@example.com>',
  inReplyTo: '<a@example.jp>',
  references: ['<q@example.jp>', '<a@example.jp>'],
  at: '2026-11-24T01:02:03Z',
  isAutomatic: false,
  organisationId: 'o-1',
}

it('書いたものが、私たちの読み手で同じに読める', async () => {
  const read = understand(await compose(mail))
  expect(read.from).toEqual(mail.from)
  expect(read.subject).toBe(mail.subject)
  expect(read.answers).toEqual(expect.arrayContaining(['<a@example.jp>', '<q@example.jp>']))
  expect(
    read.passages
      .map(({ text }) => text)
      .join('\n')
      .trim(),
  ).toBe('森本様\n\n①髙橋が承りました。\n.')
  expect(read.sentAt && Temporal.Instant.from(read.sentAt).toString()).toBe('2026-11-24T01:02:03Z')
  expect(read.kind).toBe('person')
})

it('行はCRLFだけで終わり、どの行も78字までで、頭にあるのは決めた欄だけ', async () => {
  const bytes = (await compose(mail)).toString('latin1')
  expect(bytes.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u)
  for (const line of bytes.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78)
  expect(
    readHead(bytes, 0)
      .headers.map(([name]) => name)
      .toSorted(),
  ).toEqual([
    'content-transfer-encoding',
    'content-type',
    'date',
    'from',
    'in-reply-to',
    'message-id',
    'mime-version',
    'references',
    'subject',
    'to',
    'x-uketome-organisation',
  ])
})

it.each([
  ['件名', { subject: '件名\r\nBcc: thief@example.net\r\n\r\n本文' }],
  [
    '差出人の名',
    { from: { name: '窓口"\r\nBcc: thief@example.net', address: 'desk@example.com' } },
  ],
  ['件名の見えない改行', { subject: '件名\u2028Bcc: thief@example.net\u0000\u0085X: y' }],
])('%sから、別の欄は作れない', async (_, given) => {
  const { headers } = readHead((await compose({ ...mail, ...given })).toString('latin1'), 0)
  expect(headers.map(([name]) => name)).not.toContain('bcc')
  expect(headers.map(([name]) => name)).not.toContain('x')
})

it('自動のメールには、どの窓口も黙る印が付く', async () => {
  const bytes = await compose({ ...mail, isAutomatic: true })
  expect(understand(bytes).kind).toBe('auto-reply')
  expect(bytes.toString('latin1')).toMatch(/^Auto-Submitted: auto-replied\r\n/mu)
})

it('DKIMの署名は、公開鍵で確かめられる', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' })
  const dkim = { domain: 'example.com', selector: 's1', privateKey: pem }
  const bytes = (await compose({ ...mail, dkim })).toString('latin1')
  const { headers } = readHead(bytes, 0)
  const field = headers.find(([name]) => name === 'dkim-signature')?.[1] ?? ''
  const tag = (name: string) =>
    new RegExp(`(?:^|;)\\s*${name}=([^;]*)`, 'u').exec(field)?.[1]?.trim() ?? ''
  // RFC 6376 §3.7: the signed fields in relaxed form, then the signature's own field without its value.
  const relaxed = (value: string) => value.replace(/\s+/gu, ' ').trim()
  const signed = tag('h')
    .split(':')
    .map((each) => each.trim().toLowerCase())
    .flatMap((name) =>
      headers.flatMap(([known, value]) =>
        known === name ? [`${name}:${relaxed(value)}\r\n`] : [],
      ),
    )
  const own = `dkim-signature:${relaxed(field.replace(/(;\s*b=)[^;]*/u, '$1'))}`
  const verifier = createVerify('sha256').update(signed.join('') + own)
  const signature = tag('b').replace(/\s+/gu, '')
  expect(tag('d')).toBe('example.com')
  expect(verifier.verify(publicKey, signature, 'base64')).toBe(true)
})
