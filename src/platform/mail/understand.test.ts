import Encoding from 'encoding-japanese'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { knownMail } from '#test/known-mail.ts'
import { decodeText } from './charsets.ts'
import { decodeHeader } from './headers.ts'
import { readParameters } from './parameters.ts'
import { writtenIn } from './quotations.ts'
import { MailReading } from './reading.ts'
import { wordsOfRtf } from './rtf.ts'
import { attachmentBytes, safeName, understand } from './understand.ts'

const bytes = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex')
const encoded = (text: string, to: 'SJIS' | 'EUCJP' | 'JIS' | 'UTF8') =>
  Buffer.from(
    Encoding.convert(Encoding.stringToCode(text), { to, from: 'UNICODE', fallback: 'error' }),
  )
const mail = (...lines: (string | Buffer)[]) =>
  Buffer.concat(lines.map((line) => Buffer.concat([Buffer.from(line), Buffer.from('\r\n')])))

describe('文字コード', () => {
  const letter = '鍋のふたが割れていました。お取り替えをお願いできますか。'
  const labels = [null, 'us-ascii', 'iso-8859-1', 'utf-8', 'shift_jis', 'euc-jp', 'iso-2022-jp']
  it.each(
    (['SJIS', 'EUCJP', 'JIS', 'UTF8'] as const).flatMap((to) =>
      labels.map((label) => [to, label] as const),
    ),
  )('%s の本文は、%s と書かれていても読める', (to, label) =>
    expect(decodeText(encoded(letter, to), label).text).toBe(letter),
  )

  it('機種依存文字、半角カナ、IBM拡張漢字', () => {
    expect(decodeText(bytes('1b2442 2d21 2d6a 7c62 1b2842'), 'ISO-2022-JP').text).toBe('①㈱髙')
    expect(decodeText(bytes('1b2849 4c43 1b2842'), 'ISO-2022-JP').text).toBe('ﾌﾃ')
    expect(decodeText(bytes('8ff4fb 8ff3f3 8ff4ab'), 'eucJP-win').text).toBe('髙ⅰ㈱')
    expect(decodeText(bytes('fbfc 8740 cdaf'), 'cp932').text).toBe('髙①ﾍｯ')
    expect(decodeText(bytes('1b242844 3021 1b2842'), 'ISO-2022-JP-1').text).toBe('丂')
  })

  it('UTF-16、UTF-7、西欧の文字', () => {
    expect(decodeText(Buffer.from('\uFEFF割れ物', 'utf16le'), null).text).toBe('割れ物')
    expect(decodeText(Buffer.from('+UnIwjA-!'), 'utf-7').text).toBe('割れ!')
    expect(decodeText(bytes('436166e9'), null)).toEqual({ text: 'Café', charset: 'windows-1252' })
  })

  it('どんなバイト列も、どんな名札でも、例外にならない', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.option(fc.constantFrom(...labels, 'x-none', 'utf-16')),
        (raw, label) => {
          expect(typeof decodeText(raw, label).text).toBe('string')
        },
      ),
    )
  })
})

describe('見出し', () => {
  it('文字の途中で切れた符号化語をつなぐ', () => {
    const raw = Buffer.from('土鍋がとどきません')
    const words = [raw.subarray(0, 4), raw.subarray(4, 11), raw.subarray(11)]
    const header = words.map((each) => `=?UTF-8?B?${each.toString('base64')}?=`).join(' ')
    expect(decodeHeader(`Re: ${header} [1]`)).toBe('Re: 土鍋がとどきません [1]')
  })

  it('符号化されていない生のバイト', () => {
    for (const to of ['SJIS', 'EUCJP', 'UTF8', 'JIS'] as const)
      expect(decodeHeader(encoded('返品したいのですが', to).toString('latin1'))).toBe(
        '返品したいのですが',
      )
  })

  it('ファイル名は、RFC 2231でも、符号化語でも、生でも', () => {
    const named = (raw: string) => readParameters(raw).named.get('filename')
    expect(named(`attachment; filename*0*=UTF-8''%E5%89%B2%E3%82; filename*1*=%8C.jpg`)).toBe(
      '割れ.jpg',
    )
    expect(named(`attachment; filename*=iso-2022-jp''%1B$B3d%1B(B.jpg`)).toBe('割.jpg')
    expect(named(`attachment; filename="x.jpg"; filename*=UTF-8''%E5%89%B2.jpg`)).toBe('割.jpg')
    expect(
      named(`attachment; filename="=?UTF-8?B?${Buffer.from('割れ.jpg').toString('base64')}?="`),
    ).toBe('割れ.jpg')
    expect(
      named(`attachment; filename="${encoded('領収書.pdf', 'SJIS').toString('latin1')}"`),
    ).toBe('領収書.pdf')
  })

  it('名前は名前だけになる', () => {
    expect(safeName('../../etc/pass\u202Ewd', 0, '')).toBe('passwd')
    expect(safeName('C:\\写真\\割れ.jpg', 0, '')).toBe('割れ.jpg')
    expect(safeName('..', 2, 'text/plain')).toBe('attachment-3.txt')
  })
})

const zip = () => {
  const name = encoded('写真①.jpg', 'SJIS')
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt32LE(4, 16)
  return Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), entry, name, end]).toString(
    'base64',
  )
}

const letter = mail(
  'From: =?ISO-2022-JP?B?GyRCOzNFRBsoQg==?= <yamada@example.jp>',
  'To: "Desk, Uketome" <desk@example.com>, b@example.com (花子)',
  'Subject: =?UTF-8?Q?=E5=9C=9F=E9=8D=8B?=',
  'Date: Tue, 24 Nov 2026 09:12:00 +0900',
  'Message-ID: <one@example.jp>',
  'In-Reply-To: <zero@example.com>',
  'References: <older@example.com> <zero@example.com>',
  'Content-Type: multipart/mixed; boundary="=_b"',
  '',
  '--=_b',
  'Content-Type: multipart/alternative; boundary=c',
  '',
  '--c',
  'Content-Type: text/plain; charset=Shift_JIS',
  '',
  encoded(
    '土鍋が割れていました。\r\n\r\n2026年11月23日(月) 10:00 受付 <desk@example.com>:\r\n> お届けしました。\r\n\r\n-- \r\n山田\r\n',
    'SJIS',
  ),
  '--c',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p onclick="x()">土鍋<script>x</script><img src="https://t.example/p.gif"></p>',
  '--c--',
  '--=_b',
  'Content-Type: message/rfc822',
  '',
  'Subject: inner',
  'From: c@example.jp',
  '',
  'x',
  '--=_b',
  'Content-Type: application/zip; name="a.zip"',
  'Content-Transfer-Encoding: base64',
  '',
  zip(),
  '--=_b',
  'Content-Type: application/ms-tnef; name=winmail.dat',
  '',
  'x',
)

describe('一通のメール', () => {
  it('見出し、本文、引用、署名、添付が分かる', () => {
    const read = understand(letter)
    expect(read).toMatchObject({
      messageId: '<one@example.jp>',
      answers: ['<zero@example.com>', '<older@example.com>'],
      subject: '土鍋',
      from: { name: '山田', address: 'yamada@example.jp' },
      to: [{ name: 'Desk, Uketome' }, { name: '花子', address: 'b@example.com' }],
      sentAt: '2026-11-24T00:12:00Z',
      kind: 'person',
      hasRemoteImages: true,
    })
    expect(read.passages.map(({ kind }) => kind)).toEqual([
      'written',
      'quoted',
      'signature',
      'enclosed',
    ])
    expect(read.passages.at(-1)?.text).toBe('From: c@example.jp\nSubject: inner\n\nx')
    expect(writtenIn(read.passages)).toBe('土鍋が割れていました。')
    expect(read.html).toBe('<p>土鍋<span></span></p>')
    expect(read.attachments.map(({ name, note, holds }) => ({ name, note, holds }))).toEqual([
      { name: 'inner.eml', note: 'message', holds: ['inner', 'c@example.jp'] },
      { name: 'a.zip', note: 'archive', holds: ['写真①.jpg'] },
      { name: 'winmail.dat', note: 'winmail-broken', holds: [] },
    ])
  })

  it('HTMLしかなければ、そこから言葉を取り出し、引用を畳む', () => {
    const html = '<div>割れました<br>&lt;困って&gt;います</div><blockquote>前のメール</blockquote>'
    const read = understand(mail('Subject: x', 'Content-Type: text/html; charset=utf-8', '', html))
    expect(read.passages).toEqual([
      { kind: 'written', text: '割れました\n<困って>います\n' },
      { kind: 'quoted', text: '> 前のメール' },
    ])
  })

  it.each([
    ['auto-reply', ['Auto-Submitted: auto-replied']],
    ['auto-reply', ['Subject: 自動返信：休暇中です']],
    ['list', ['List-Id: <news.example.jp>']],
    ['no-reply', ['From: no-reply@example.jp']],
    ['own', ['From: Desk@example.com']],
    ['person', ['Auto-Submitted: no']],
  ])('%s と分かる', (kind, head) => {
    expect(understand(mail(...head, '', 'x'), ['desk@example.com']).kind).toBe(kind)
  })

  it('届かなかった知らせから、宛先と理由と元のメールが分かる', () => {
    const bounce = mail(
      'From: MAILER-DAEMON@example.jp',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b',
      '',
      'failed',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; example.jp',
      '',
      'Final-Recipient: rfc822; a@example.jp',
      'Status: 5.1.1',
      'Diagnostic-Code: smtp; 550 no such user',
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      'Message-ID: <sent@example.com>',
      '--b--',
    )
    expect(understand(bounce)).toMatchObject({
      kind: 'bounce',
      bounce: {
        recipients: [{ address: 'a@example.jp', status: '5.1.1', reason: '550 no such user' }],
        originalId: '<sent@example.com>',
      },
    })
  })
})

const parts = (kind: string, ...of: readonly (readonly string[])[]) =>
  mail(
    'From: a@example.jp',
    `Content-Type: multipart/${kind}; boundary=b`,
    '',
    ...of.flatMap((part) => ['--b', ...part]),
    '--b--',
  )
const textsOf = (raw: Buffer) =>
  understand(raw).passages.map(({ kind, text }) => [kind, text.trim()])
const letterPart = ['', '箱がつぶれていました。']

describe('いろいろな差出し方', () => {
  it('添えられたメールの言葉と添付も、折りたたんで読める', () => {
    const raw = parts('mixed', letterPart, [
      'Content-Type: message/rfc822',
      '',
      'From: store',
      'Content-Type: multipart/mixed; boundary=c',
      '',
      '--c',
      '',
      '十日に発送しました。',
      '--c',
      'Content-Disposition: attachment; filename=slip.pdf',
      '',
      'x',
      '--c--',
    ])
    expect(textsOf(raw)).toEqual([
      ['written', '箱がつぶれていました。'],
      ['enclosed', 'From: store\n\n十日に発送しました。'],
    ])
    expect(understand(raw).attachments.map(({ name }) => name)).toEqual([
      'attachment-1.eml',
      'slip.pdf',
    ])
    expect(attachmentBytes(raw, 1)?.toString()).toBe('x')
  })

  it('本文がHTMLで、配信業者の断りだけが文字でも、本文を読む', () => {
    const page = ['Content-Type: text/html', '', '<title>x</title><p>皿が欠けています。</p>']
    expect(textsOf(parts('mixed', page, ['', '配信のご案内']))).toEqual([
      ['written', '皿が欠けています。\n\n配信のご案内'],
    ])
    const stub = parts(
      'alternative',
      ['', 'HTML版をご覧ください'],
      ['Content-Type: text/html', '', `<p>${'皿が欠けています。'.repeat(60)}</p>`],
    )
    expect(textsOf(stub)[0]?.[1]).toContain('皿が欠けています。')
  })

  it('名前のある文章は、そのまま読めて、保存もできる。文章と名乗る写真は写真のまま', () => {
    const note = ['Content-Type: text/plain; name=memo.txt', '', '経緯のメモ']
    const picture = ['Content-Type: text/plain; name=a.txt', '', 'GIF89a...']
    const raw = parts('mixed', letterPart, note, picture)
    expect(textsOf(raw)).toEqual([
      ['written', '箱がつぶれていました。'],
      ['enclosed', '経緯のメモ'],
    ])
    expect(understand(raw).attachments.map(({ name }) => name)).toEqual(['memo.txt', 'a.txt'])
  })

  it.each([
    ['境目の名前がない', 'multipart/mixed'],
    ['境目の名前が違う', 'multipart/mixed; boundary=other'],
  ])('%s', (_, type) => {
    const raw = mail(
      `Content-Type: ${type}`,
      '',
      '--real',
      'Content-Type: text/plain',
      '',
      '割れた',
      '--real--',
    )
    expect(textsOf(raw)).toEqual([['written', '割れた']])
  })

  it('部分に分けられていなければ、全部が本文になる。種類が半分しか書かれていなくても', () => {
    expect(textsOf(mail('Content-Type: multipart/mixed; boundary=b', '', '割れた'))).toEqual([
      ['written', '割れた'],
    ])
    expect(textsOf(mail('Content-Type: text', '', '割れた'))).toEqual([['written', '割れた']])
    expect(textsOf(mail('', 'Subject: x', '', '割れた'))).toEqual([['written', '割れた']])
  })

  it.each([
    ['Mailer-Daemon (Mail System)', { name: 'Mailer-Daemon (Mail System)', address: '' }],
    ['<MAILER-DAEMON>', { name: '', address: 'MAILER-DAEMON' }],
    ['<a@example.jp> (山田)', { name: '山田', address: 'a@example.jp' }],
    ['山田 a@example.jp', { name: '山田', address: 'a@example.jp' }],
    ['<@x,@y:a@example.jp>', { name: '', address: 'a@example.jp' }],
    [
      '=?ISO-2022-JP?Q?=1B$B:4!9LZ=1B(B?= <a@example.jp>',
      { name: '佐々木', address: 'a@example.jp' },
    ],
    [
      '=?UTF-8?Q?=E5=B1=B1_?= =?UTF-8?Q?=E7=94=B0?= <a@example.jp>',
      { name: '山 田', address: 'a@example.jp' },
    ],
    [
      `${encoded('佐々木 花子', 'JIS').toString('latin1')} <a@example.jp>`,
      { name: '佐々木 花子', address: 'a@example.jp' },
    ],
  ])('差出人 %j', (from, expected) => {
    expect(understand(mail(`From: ${from}`, '', 'x')).from).toEqual(expected)
  })

  it.each([
    ['Date: Wed, 24 Jul 0102 21:48:06 +0900', '2002-07-24T12:48:06Z'],
    ['Received: from a; Wed, 24 Jul 2024 21:48:06 +0900 (JST)', '2024-07-24T12:48:06Z'],
    ['Date: someday', null],
  ])('日付 %s', (line, expected) => {
    expect(understand(mail(line, '', 'x')).sentAt).toBe(expected)
  })

  it('韓国語と、HTMLが自分で名乗る文字コード', () => {
    const korean = bytes('bdc5 bcb1 c7d1 20 c3d0 bad2')
    expect(decodeText(korean, 'ks_c_5601-1987').text).toBe('신선한 촛불')
    const page = Buffer.concat([
      Buffer.from('Content-Type: text/html\r\n\r\n<meta charset=windows-1251><p>'),
      bytes('cfd0c8c2c5d2'),
    ])
    expect(textsOf(page)).toEqual([['written', 'ПРИВЕТ']])
  })

  it('作ったメール300通の件名、差出人、本文、添付が、みな合う', () => {
    const hashOf = (raw: Uint8Array) => Buffer.from(raw).toString('hex')
    for (let seed = 1; seed <= 300; seed += 1) {
      const { bytes: raw, truth, shape } = knownMail(seed, hashOf)
      const { subject, from, passages, attachments } = understand(raw)
      expect({ subject, from: from?.name }, `${seed} ${shape}`).toEqual({
        subject: truth.subject,
        from: truth.from,
      })
      const text = passages.map((each) => each.text).join('\n')
      for (const line of truth.text.split('\n')) expect(text, `${seed} ${shape}`).toContain(line)
      const files = attachments.map((_, at) => hashOf(attachmentBytes(raw, at) ?? Buffer.alloc(0)))
      expect(files).toEqual(expect.arrayContaining([...truth.files]))
      expect(attachments.map(({ name }) => name)).toEqual(expect.arrayContaining([...truth.names]))
    }
  })
})

/** An attribute of winmail.dat: level, id, type, length, bytes, sum. */
function tnefAttribute(level: number, id: number, content: Buffer): Buffer {
  const head = Buffer.alloc(9)
  head.writeUInt8(level, 0)
  head.writeUInt32LE(id, 1)
  head.writeUInt32LE(content.length, 5)
  return Buffer.concat([head, content, Buffer.alloc(2)])
}

function tnefProperty(tag: number, content: Buffer): Buffer {
  const head = Buffer.alloc(12)
  head.writeUInt32LE(tag, 0)
  head.writeUInt32LE(1, 4)
  head.writeUInt32LE(content.length, 8)
  return Buffer.concat([head, content, Buffer.alloc((4 - (content.length % 4)) % 4)])
}

const count = (of: number) => Buffer.from(Uint32Array.of(of).buffer)
const tnef = (...attributes: readonly Buffer[]) =>
  Buffer.concat([bytes('789f3e22 0100'), ...attributes])

describe('winmail.dat', () => {
  const longName = Buffer.from('割れた土鍋.jpg\0', 'utf16le')
  const packed = tnef(
    tnefAttribute(1, 0x00069007, Buffer.concat([count(932), count(0)])),
    tnefAttribute(
      1,
      0x0002800c,
      Buffer.concat([encoded('ふたが①つ割れました。', 'SJIS'), Buffer.of(0)]),
    ),
    tnefAttribute(2, 0x00069002, Buffer.alloc(14)),
    tnefAttribute(2, 0x00018010, encoded('控え.txt', 'SJIS')),
    tnefAttribute(2, 0x0006800f, Buffer.from('控え')),
    tnefAttribute(2, 0x00069002, Buffer.alloc(14)),
    tnefAttribute(2, 0x00018010, Buffer.from('WARETA~1.JPG')),
    tnefAttribute(2, 0x0006800f, Buffer.from('x')),
    tnefAttribute(2, 0x00069005, Buffer.concat([count(1), tnefProperty(0x3707001f, longName)])),
  )
  const head = [
    'Content-Type: application/ms-tnef; name=winmail.dat',
    'Content-Transfer-Encoding: base64',
  ]
  const sent = (pack: Buffer) => mail('From: a@example.jp', ...head, '', pack.toString('base64'))

  it('本文と、添付と、その名前が読める', () => {
    const read = understand(sent(packed))
    expect(writtenIn(read.passages)).toBe('ふたが①つ割れました。')
    expect(read.attachments.map(({ name, note, holds }) => ({ name, note, holds }))).toEqual([
      { name: 'winmail.dat', note: 'winmail', holds: ['控え.txt', '割れた土鍋.jpg'] },
      { name: '控え.txt', note: null, holds: [] },
      { name: '割れた土鍋.jpg', note: null, holds: [] },
    ])
    expect(attachmentBytes(sent(packed), 1)?.toString()).toBe('控え')
  })

  it('リッチテキストの本文から言葉を取り出す', () => {
    const rtf = String.raw`{\rtf1\ansi\ansicpg932{\fonttbl{\f0 MS Gothic;}}\uc1\f0 \'93\'79\'93\'e7\u12398? Lid\par {\*\x y}2}`
    expect(wordsOfRtf(rtf)).toBe('土鍋の Lid\n2')
  })

  it('どこが壊れていても、例外にならず、終わる', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 4, max: packed.length - 1 }), fc.nat(255))),
        fc.nat(packed.length),
        (hits, end) => {
          const broken = Buffer.from(packed)
          for (const [at, byte] of hits) broken[at] = byte
          expect(understand(sent(broken.subarray(0, end))).attachments.length).toBeGreaterThan(0)
        },
      ),
    )
  })
})

describe('悪意のあるメール', () => {
  const reading = new MailReading({ milliseconds: 8000, megabytes: 256 })
  it('深い入れ子、尽きない部分、壊れたバイトでも答えが返る', async () => {
    const deep = Array.from(
      { length: 3000 },
      (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
    )
    const many = [
      'Content-Type: multipart/mixed; boundary=b',
      '',
      ...Array.from({ length: 30_000 }, () => '--b\r\n\r\nx'),
    ]
    const open = mail('Content-Type: text/html', '', '<div><blockquote>'.repeat(20_000))
    const lines = mail('', '-'.repeat(200_000), `${'a'.repeat(100_000)}:`, '>'.repeat(100_000))
    for (const raw of [Buffer.from(deep.join('')), Buffer.from(many.join('\r\n')), open, lines])
      expect(await reading.understand(raw, [])).toHaveProperty('mail.kind', 'person')
  })

  it('読む側が倒れても、次の一通は読める', async () => {
    const impatient = new MailReading({ milliseconds: 1, megabytes: 256 })
    const slow = mail('Content-Type: text/html', '', '<p>あ'.repeat(200_000))
    expect(await impatient.understand(slow, [])).toHaveProperty('problem')
    expect(await reading.understand(letter, [])).toHaveProperty('mail.subject', '土鍋')
    expect((await reading.attachment(letter, 0))?.toString()).toContain('Subject: inner')
  })

  it('でたらめに壊しても、例外にならない', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(letter.length - 1), fc.nat(255)), { maxLength: 60 }),
        fc.nat(letter.length),
        (hits, end) => {
          const broken = Buffer.from(letter)
          for (const [at, byte] of hits) broken[at] = byte
          expect(understand(broken.subarray(0, end)).kind).toBeTypeOf('string')
        },
      ),
      { numRuns: 400 },
    )
  })
})
