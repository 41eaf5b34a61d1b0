/** Numbers from 0 to 1, the same again for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export type Dice = {
  readonly below: (most: number) => number
  readonly one: <T>(of: readonly T[]) => T
  readonly bytes: (length: number) => string
}

export function dice(random: () => number): Dice {
  const below = (most: number) => Math.floor(random() * most)
  return {
    below,
    one<T>(of: readonly T[]): T {
      const found = of[below(of.length)]
      if (found === undefined) throw new Error('nothing to choose from')
      return found
    },
    bytes: (length) => Array.from({ length }, () => String.fromCharCode(below(256))).join(''),
  }
}

/** A message that somebody made to hurt: in depth, size, headers, bytes or boundaries. Every seed is another one. */
export function hostileMail(seed: number): Buffer {
  const random = seeded(seed)
  const thrown = dice(random)
  const made = thrown.one(kinds)(thrown)
  const text = `X-Seed: ${seed}\r\n${made}`
  return Buffer.from(thrown.below(4) === 0 ? damaged(text, thrown) : text, 'latin1')
}

const head = 'From: =?UTF-8?B?5bGx55Sw?= <y@example.com>\r\nSubject: x\r\n'

const kinds: readonly ((thrown: Dice) => string)[] = [
  depth,
  embedded,
  manyParts,
  boundaries,
  sizes,
  headers,
  bytes,
  encodings,
  parameters,
  encodedWords,
  addresses,
  html,
  quotations,
  reports,
  archives,
  sane,
]

/** Multiparts in multiparts. */
function depth({ below, one }: Dice): string {
  const levels = one([3, 30, 300, 3000])
  const open = Array.from(
    { length: levels },
    (_, at) =>
      `Content-Type: multipart/${one(['mixed', 'alternative', 'digest'])}; boundary=${at % (1 + below(levels))}\r\n\r\n--${at % (1 + below(levels))}\r\n`,
  )
  return `${head}${open.join('')}\r\nend`
}

/** Messages in messages. */
function embedded({ one }: Dice): string {
  return `${head}Content-Type: message/rfc822\r\n\r\n`.repeat(one([2, 50, 2000]))
}

function manyParts({ one }: Dice): string {
  const part = '--b\r\nContent-Type: text/plain; name=x\r\n\r\nx\r\n'
  return `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n${part.repeat(one([10, 1500, 20_000]))}`
}

/** Missing, empty, one the beginning of another, made of what patterns are made of, closed before it opens. */
function boundaries({ one, below, bytes: any }: Dice): string {
  const boundary = one([
    '',
    ' ',
    'a',
    '(.*)+$',
    '--',
    '-'.repeat(500),
    '"',
    '\\',
    any(20),
    '$&',
    '[',
    'a\r\nb',
  ])
  const written = one([boundary, `"${boundary}"`, `"${boundary}`, `'${boundary}'`])
  const line = () =>
    `${one(['--', '-', ' --', '----'])}${boundary}${one(['', '--', ' ', '\t--', 'a'])}${one(['\r\n', '\n', '\r', ''])}`
  const body = Array.from(
    { length: below(60) },
    () =>
      `${line()}${one(['', 'text\r\n', '\r\n', `Content-Type: multipart/mixed; boundary=${written}\r\n\r\n`])}`,
  )
  return `${head}Content-Type: multipart/mixed; boundary=${written}\r\n\r\n${body.join('')}`
}

function sizes({ one }: Dice): string {
  const letter = one(['a', 'あ', '>', ' ', '\n', '\r', '=', '<', '\0', '-', 'Re: '])
  return `${head}\r\n${letter.repeat(one([0, 1, 100_000, 2_000_000]))}`
}

function headers({ one, below, bytes: any }: Dice): string {
  const name = one([
    'Subject',
    'From',
    'To',
    'References',
    'Received',
    'Date',
    'Content-Type',
    'Content-Disposition',
    any(8),
    '',
  ])
  const value = one([
    any(200),
    '<a@b> '.repeat(5000),
    ' \r\n '.repeat(5000),
    'x'.repeat(600_000),
    '('.repeat(5000),
    '"'.repeat(5001),
    '',
    ':',
    '\0',
  ])
  const line = `${name}: ${value}\r\n`
  const times = Math.min(one([1, 20, below(2000)]), Math.ceil(4_000_000 / line.length))
  return `${line.repeat(times)}${head}\r\nbody`
}

function bytes({ one, bytes: any, below }: Dice): string {
  return one([
    any(below(5000)),
    '',
    '\r\n',
    '\r\n\r\n',
    '\n',
    ':',
    any(3),
    `${head}${any(2000)}`,
    `${any(500)}\r\n\r\n${any(500)}`,
  ])
}

function encodings({ one, bytes: any, below }: Dice): string {
  const names = ['base64', 'quoted-printable', 'uuencode', 'x-uue', '7bit', 'binary', '']
  const charsets = ['utf-8', 'iso-2022-jp', 'cp932', 'eucJP-win', 'utf-7', 'utf-16', 'x-none', '"']
  const encoding = one([...names, any(5), 'base64; x'])
  const charset = one([...charsets, any(5), 'utf-8'.repeat(2000)])
  const repeated = one(['=', 'A====', '\u001b$B', '+/////-', '=\r\n', '\u001b$B!'])
  const body = one([any(below(3000)), repeated.repeat(2000), `begin 644 x\r\n${any(500)}`])
  return `${head}Content-Type: text/plain; charset=${charset}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}`
}

function parameters({ one, bytes: any, below }: Dice): string {
  const piece = (at: number) =>
    one([
      `filename*${at}*=%E3%81`,
      `filename*${at}=x`,
      "filename*=utf-8''%ZZ",
      `filename="${any(20)}"`,
      'name==?x?b?',
      'filename*999999999=x',
      "filename*0*=x-none''%",
      ';',
      '=',
      '"',
      'filename=../../etc/passwd',
      'filename=\u202ex',
    ])
  const all = Array.from({ length: below(500) }, (_, at) => piece(at)).join(';')
  return `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Disposition: attachment; ${all}\r\n\r\nx\r\n--b--`
}

function encodedWords({ one, bytes: any }: Dice): string {
  const word = one([
    '=?',
    '=?utf-8?b?',
    '=?utf-8?q?=',
    '=?utf-8?b?44GC?=',
    '=?iso-2022-jp?b?GyRC?= ',
    '=?x-none?q?a?=',
    '=?utf-8?q?=00=0d=0a?=',
    any(6),
    '?=',
    '=?utf-7?q?+?=',
  ])
  return `Subject: ${word.repeat(one([1, 100, 20_000]))}\r\nFrom: ${word.repeat(one([1, 500]))}<a@b>\r\n\r\nx`
}

function addresses({ one }: Dice): string {
  const piece = one([
    '(',
    '<',
    '"',
    ',',
    ';',
    'a@b,',
    '<a@b>,',
    'g:a@b;',
    '\\',
    '@',
    '"a"<',
    '((()',
    'a@b (x) ',
  ])
  const all = piece.repeat(one([1, 1000, 50_000]))
  return `From: ${all}\r\nTo: ${all}\r\nReply-To: ${all}\r\nSubject: ${'Re: [x] '.repeat(one([1, 5000]))}\r\n\r\nx`
}

function html({ one, bytes: any }: Dice): string {
  const piece = one([
    '<div>',
    '<table><tr><td>',
    '<',
    '&',
    '&#x110000;',
    '<!--',
    '<a href="javascript:x">',
    '<img src=//x>',
    '<style>',
    '<b x=',
    '</p>',
    '<svg><script>',
    '<blockquote>',
    '<![CDATA[',
    '<a href="',
    any(10),
  ])
  return `${head}Content-Type: text/html; charset=utf-8\r\n\r\n${piece.repeat(one([1, 1000, 40_000]))}`
}

function quotations({ one }: Dice): string {
  const line = one([
    '> ',
    '>>>>',
    'On x wrote:',
    '2026年1月1日:',
    '-- ',
    '----- Original Message -----',
    'From: a@b',
    '＞',
    'a'.repeat(1000),
    '様のメール：',
    '=====',
    '\u2028',
  ])
  return `${head}Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes\r\n\r\n${Buffer.from(`${line} \r\n`.repeat(one([1, 100, 30_000]))).toString('latin1')}`
}

/** Bounces that say nothing, too much, or something about themselves. */
function reports({ one, bytes: any, below }: Dice): string {
  const field = () =>
    one([
      'Final-Recipient: rfc822; a@b',
      'Status: 5.1.1',
      'Action: failed',
      'Diagnostic-Code: ',
      any(10),
      'Final-Recipient:',
      'Message-ID: <x',
      '',
    ])
  const block = Array.from({ length: below(300) }, field).join('\r\n')
  return `${head}Auto-Submitted: auto-replied\r\nContent-Type: multipart/report; report-type=${one(['delivery-status', 'x', ''])}; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n${block}\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n${block}`
}

/** Archives that lie about what is in them. */
function archives({ one, bytes: any, below }: Dice): string {
  const [name, body] = one([
    ['x.zip', `PK\u0003\u0004${any(below(400))}PK\u0001\u0002${any(60)}PK\u0005\u0006${any(18)}`],
    ['x.zip', `${'PK\u0001\u0002'.repeat(200)}PK\u0005\u0006${'\0'.repeat(18)}`],
    ['winmail.dat', `\u0078\u009f\u003e\u0022${any(below(600))}`],
    [
      'winmail.dat',
      `\u0078\u009f\u003e\u0022\u0001\u0000\u0001\u0003\u0090\u0006\u0000\u00ff\u00ff\u00ff\u00ff${any(200)}`,
    ],
    ['x.eml', `From: ${any(30)}\r\n`.repeat(500)],
  ] as const)
  const type = name === 'x.eml' ? 'message/rfc822' : 'application/octet-stream'
  return `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: ${type}; name=${name}\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(body, 'latin1').toString('base64')}\r\n--b--`
}

/** Like everybody's, until it is damaged. */
function sane({ one }: Dice): string {
  return `${head}MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=${one(['utf-8', 'Shift_JIS'])}\r\n\r\nhello\r\n\r\n> quoted\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>x</p>\r\n--b\r\nContent-Type: image/png; name*=utf-8''%E5%86%99\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--b--\r\n`
}

function damaged(text: string, { one, below, bytes: any }: Dice): string {
  const [from, length] = [below(text.length), below(200)]
  const piece = text.slice(from, from + length)
  return one([
    text.slice(0, from),
    text.slice(0, from) + any(length) + text.slice(from),
    text.slice(0, from) + piece.repeat(20) + text.slice(from),
    text.slice(0, from) + text.slice(from + length),
    text.replaceAll('\r\n', one(['\n', '\r', '\r\r\n', '\n\r'])),
  ])
}
