import { generateKeyPairSync } from 'node:crypto'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { describe, expect, it } from 'vitest'
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

const keys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
const record = `v=DKIM1; k=rsa; p=${keys.publicKey.toString('base64')}`

/** What a mail server that has never heard of us says about a message. */
async function verified(bytes: Buffer) {
  const asked: string[] = []
  const resolver = async (name: string) => {
    asked.push(name)
    return [[record]]
  }
  const { results } = await dkimVerify(bytes, { resolver })
  return { asked, results: results.map(({ status }) => status.result) }
}

const dkim = { domain: 'example.com', selector: 's1', privateKey: keys.privateKey }
const enclosed = [{ name: '手順書（急須）.pdf', type: undefined, bytes: Buffer.from('%PDF-1.7') }]
const name = 'みなと食卓 お客様相談室'.repeat(6)

describe('DKIMの署名', () => {
  it.each([
    ['ふつうの返事', {}],
    ['ファイルを添えたもの', { enclosed }],
    ['長い差出人と件名', { from: { name, address: 'desk@example.com' }, subject: name }],
    ['点だけの行と、空の行で終わるもの', { text: '.\n..\n\n\n' }],
    ['自動のもの', { isAutomatic: true }],
  ])('%sも、受け取ったサーバーが公開鍵で確かめられる', async (_, given) => {
    const bytes = await compose({ ...mail, ...given, dkim })
    expect(await verified(bytes)).toEqual({
      asked: ['s1._domainkey.example.com'],
      results: ['pass'],
    })
  })

  it('途中で見出しが畳み直され、空白が増えても通り、本文が変われば通らない', async () => {
    const signed = (await compose({ ...mail, dkim })).toString('latin1')
    const refolded = signed.replace(/^Subject: (\S+)\r\n (\S+)/mu, 'Subject:   $1\r\n\t  $2')
    expect(refolded).not.toBe(signed)
    expect((await verified(Buffer.from(refolded, 'latin1'))).results).toEqual(['pass'])
    const altered = signed.replace(
      /(\r\n\r\n)(.)/u,
      (_, ends: string, letter: string) => ends + (letter === 'A' ? 'B' : 'A'),
    )
    expect((await verified(Buffer.from(altered, 'latin1'))).results).not.toEqual(['pass'])
  })
})
