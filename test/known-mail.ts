import Encoding from 'encoding-japanese'
import { dice, seeded, type Dice } from '#test/hostile-mail.ts'

/** What is in a mail; files by their hash. */
export type Known = {
  readonly subject: string
  readonly from: string
  readonly text: string
  readonly names: readonly string[]
  readonly files: readonly string[]
}

type Charset = { readonly label: string; readonly to: 'SJIS' | 'EUCJP' | 'JIS' | 'UTF8' }
type File = { readonly name: string; readonly bytes: Buffer }
type Leaf = { readonly text: string; readonly type?: string; readonly head?: string }

const charsets: readonly Charset[] = [
  { label: 'UTF-8', to: 'UTF8' },
  { label: 'utf8', to: 'UTF8' },
  { label: 'Shift_JIS', to: 'SJIS' },
  { label: 'CP932', to: 'SJIS' },
  { label: 'Windows-31J', to: 'SJIS' },
  { label: 'EUC-JP', to: 'EUCJP' },
  { label: 'ISO-2022-JP', to: 'JIS' },
  { label: 'cp50221', to: 'JIS' },
]
/** What mailers write that do not know; the bytes are of one of the charsets above. */
const wrongLabels = ['', 'us-ascii', 'iso-8859-1', 'x-unknown']

const subjects = [
  '土鍋のふたが割れていました',
  '返品のお願い（至急）',
  'まだ届きません',
  '領収書の宛名について',
  'ご担当者様',
]
const senders = ['山田 太郎', '佐々木花子', '株式会社みどり', '高橋', 'さくら商店']
const letters = [
  'お世話になっております。先日届いた土鍋のふたにひびが入っていました。\n交換をお願いできますでしょうか。',
  '注文した急須がまだ届きません。\nいつごろ届くのか、教えてください。',
  'お電話では折り返すとのことでしたが、三日たってもご連絡がありません。\n\n困っています。',
  '写真を送ります。箱の角がつぶれ、中の皿が二枚欠けていました。',
]
const fileNames = [
  '写真.jpg',
  '割れた土鍋の写真です.png',
  '領収書 11月.pdf',
  'お問い合わせ内容の控えと経緯のまとめ.docx',
  'photo.jpg',
]

/** A mail and what is in it, the same for the same seed: charsets, encodings and habits of mailers in any mixture. */
export function knownMail(seed: number, hashOf: (bytes: Uint8Array) => string) {
  const thrown = dice(seeded(seed))
  const charset = thrown.one(charsets)
  const text = thrown.one(letters)
  const [subject, from] = [thrown.one(subjects), thrown.one(senders)]
  const files = Array.from({ length: thrown.below(3) }, () => fileOf(thrown))
  const [shape, body, more = []] = bodyOf(thrown, charset, text, files)
  const head = [
    `From: ${header(thrown, charset, from)} <customer@example.jp>`,
    'To: desk@example.com',
    `Subject: ${header(thrown, charset, subject)}`,
    'MIME-Version: 1.0',
  ].join('\r\n')
  const raw = `${head}\r\n${body}`
  const truth: Known = {
    subject,
    from,
    text: [text, ...more].join('\n'),
    names: files.map(({ name }) => name),
    files: files.map(({ bytes }) => hashOf(bytes)),
  }
  // Mailboxes of Unix keep bare line feeds; only where no file lies in its own bytes.
  const isUnix = thrown.below(5) === 0 && !raw.includes('Encoding: binary')
  const bytes = Buffer.from(isUnix ? raw.replaceAll('\r\n', '\n') : raw, 'latin1')
  return { bytes, truth, shape: `${shape}, ${charset.label}` }
}

function fileOf({ one, bytes, below }: Dice): File {
  return { name: one(fileNames), bytes: Buffer.from(bytes(20 + below(400)), 'latin1') }
}

/** Text as the bytes of a charset, one letter per byte. */
function coded(text: string, { to }: Charset): string {
  const codes = Encoding.convert(Encoding.stringToCode(text), {
    to,
    from: 'UNICODE',
    fallback: 'error',
  })
  return Buffer.from(codes).toString('latin1')
}

/** An encoded word, several of them, one split inside a character, or nothing encoded at all. */
function header({ one, below }: Dice, charset: Charset, text: string): string {
  const whole = coded(text, charset)
  const word = (bytes: string) =>
    one([0, 1]) === 0
      ? `=?${charset.label}?B?${Buffer.from(bytes, 'latin1').toString('base64')}?=`
      : `=?${charset.label}?Q?${quoted(bytes).replaceAll('?', '=3F').replaceAll('_', '=5F').replaceAll(' ', '_')}?=`
  const habit = below(4)
  if (habit === 0) return whole
  if (habit === 1 || charset.to === 'JIS') return word(whole)
  const at = 1 + below(whole.length - 1)
  return `${word(whole.slice(0, at))}${one([' ', '\r\n '])}${word(whole.slice(at))}`
}

function quoted(bytes: string): string {
  return bytes.replace(
    /[^\t\r\n -<>-~]/gu,
    (byte) => `=${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
}

function leaf(thrown: Dice, charset: Charset, { text, type = 'text/plain' }: Leaf): string {
  const label = thrown.below(3) === 0 ? thrown.one(wrongLabels) : charset.label
  const bytes = coded(text.replaceAll('\n', '\r\n'), charset)
  const [encoding, body] = thrown.one([
    ['8bit', bytes],
    ['base64', Buffer.from(bytes, 'latin1').toString('base64').replace(/.{76}/gu, '$&\r\n')],
    [
      'quoted-printable',
      quoted(bytes).replace(/(?:=[0-9A-F]{2}|[^=\r\n]){1,24}(?!\r|$)/gu, '$&=\r\n'),
    ],
  ] as const)
  const named = label === '' ? '' : `; charset=${thrown.one([label, `"${label}"`])}`
  return `Content-Type: ${type}${named}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n`
}

/** Its name after RFC 2231 in one piece or several, as the encoded word that it forbids, or as bare bytes. */
function filePart({ one }: Dice, charset: Charset, { name, bytes }: File): string {
  const escaped = [...Buffer.from(name)].map((byte) => `%${byte.toString(16).toUpperCase()}`)
  const half = Math.ceil(escaped.length / 2)
  const word = `=?UTF-8?B?${Buffer.from(name).toString('base64')}?=`
  const named = one([
    `; filename*=UTF-8''${escaped.join('')}`,
    `;\r\n filename*0*=UTF-8''${escaped.slice(0, half).join('')};\r\n filename*1*=${escaped.slice(half).join('')}`,
    `; filename="${word}"`,
    `; filename="${charset.to === 'JIS' ? word : coded(name, charset)}"`,
  ])
  const coding = bytes.toString('base64').replace(/.{76}/gu, '$&\r\n')
  return `Content-Type: application/octet-stream\r\nContent-Disposition: attachment${named}\r\nContent-Transfer-Encoding: base64\r\n\r\n${coding}\r\n`
}

const html = (text: string) => `<html><body><p>${text.replaceAll('\n', '<br>')}</p></body></html>`
const footer = 'このメールは配信サービスから送られています。'

type Shaped = readonly [shape: string, body: string, more?: readonly string[] | undefined]

/** The shape of the letter, its body with the head of it, and words beside the letter's. */
function bodyOf(thrown: Dice, charset: Charset, text: string, files: readonly File[]): Shaped {
  const [shape, letter, more] = letterOf(thrown, charset, text)
  if (files.length === 0) return [shape, letter, more]
  const all = files.map((file) => filePart(thrown, charset, file))
  const order = thrown.below(4) === 0 ? [...all, letter] : [letter, ...all]
  return [`${shape} with files`, parts(thrown, 'mixed', order), more]
}

function letterOf(thrown: Dice, charset: Charset, text: string): Shaped {
  const plain = leaf(thrown, charset, { text })
  const page = leaf(thrown, charset, { text: html(text), type: 'text/html' })
  const below = leaf(thrown, charset, { text: footer })
  const both = parts(thrown, 'alternative', [plain, page])
  const forwarded = `Content-Type: message/rfc822\r\n\r\nSubject: x\r\n${below}`
  const nothing = 'Content-Type: text/plain\r\n\r\n'
  return thrown.one<Shaped>([
    ['plain', plain],
    ['html only', page],
    ['alternative', both],
    ['related', parts(thrown, 'related', [both])],
    ['several texts', parts(thrown, 'mixed', [plain, below]), [footer]],
    ['html and a footer', parts(thrown, 'mixed', [page, below]), [footer]],
    ['forwarded', parts(thrown, 'mixed', [plain, forwarded]), [footer]],
    ['empty part', parts(thrown, 'mixed', ['\r\n', plain, nothing])],
    ['text without a subtype', plain.replace('text/plain', 'text')],
  ])
}

function parts({ one, below }: Dice, kind: string, of: readonly string[]): string {
  const boundary = `${one(['b', '=_', '----=_Part_', "_'()+,./:?"])}${below(1_000_000)}`
  const end = one([`--${boundary}--\r\n`, `--${boundary}--\r\n`, ''])
  const open = one(['', 'This is a multi-part message in MIME format.\r\n'])
  const inner = of.map((part) => `--${boundary}${one(['', '', ' '])}\r\n${part}\r\n`).join('')
  return `Content-Type: multipart/${kind}; boundary="${boundary}"\r\n\r\n${open}${inner}${end}`
}
