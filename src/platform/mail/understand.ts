import { readAddresses, type Address } from './addresses.ts'
import { decodeHeader, headerOf } from './headers.ts'
import { gather, isTnef, type Gathered } from './gather.ts'
import { cleanHtml, textOfHtml } from './html.ts'
import { bounceOf, kindOf, type Bounce, type MailKind } from './kinds.ts'
import { passagesOf, type Passage } from './quotations.ts'
import { readTnef } from './tnef.ts'
import { bytesOf, readTree, type Part } from './tree.ts'
import { zipNames } from './zip.ts'

export type MailAttachment = {
  readonly name: string
  readonly type: string
  readonly size: number
  /** What can be said about it without opening it. */
  readonly note: 'archive' | 'message' | 'winmail' | 'winmail-broken' | null
  /** Names in an archive; subject and sender of a message. */
  readonly holds: readonly string[]
}

export type UnderstoodMail = {
  readonly messageId: string | null
  /** Message-IDs that it answers, the nearest first. */
  readonly answers: readonly string[]
  readonly subject: string
  readonly from: Address | null
  readonly replyTo: Address | null
  readonly to: readonly Address[]
  readonly cc: readonly Address[]
  /** ISO instant of the Date header; null when it has none that can be read. */
  readonly sentAt: string | null
  readonly kind: MailKind
  readonly bounce: Bounce | null
  readonly passages: readonly Passage[]
  readonly html: string | null
  readonly hasRemoteImages: boolean
  readonly attachments: readonly MailAttachment[]
}

/** Letters that are kept beside the original; beyond that nobody reads on. */
const longestText = 500_000

/** A message from its bytes. Own addresses are those of the desk: what it sent itself is no complaint. */
export function understand(bytes: Buffer, own: readonly string[] = []): UnderstoodMail {
  const root = readTree(bytes.toString('latin1'))
  const found = gather(root)
  const envelope = envelopeOf(root, found.charset)
  const kind = kindOf(root, envelope.from, envelope.subject, own, envelope.replyTo)
  const clean = found.html.length > 0 ? cleanHtml(found.html.join('<hr>')) : null
  return {
    ...envelope,
    kind,
    bounce: kind === 'bounce' ? bounceOf(root) : null,
    passages: passagesIn(found),
    html: clean && storable(clean.html),
    hasRemoteImages: clean?.hasRemoteImages ?? false,
    attachments: found.files.map((part, at) => described(part, at, found.charset)),
  }
}

/** The letter with its quotations and signature apart, and below it what was put into it. */
function passagesIn({ blocks }: Gathered): Passage[] {
  const own = blocks.filter(({ kind }) => kind !== 'enclosed')
  const texts = own.map(({ kind, text }) => (kind === 'html' ? textOfHtml(text) : text))
  const letter = passagesOf(storable(texts.join('\n\n')).slice(0, longestText))
  const enclosed = blocks.filter(({ kind }) => kind === 'enclosed')
  const below = enclosed.map(({ text }) => ({ kind: 'enclosed' as const, text: storable(text) }))
  if (below.length === 0) return letter
  return [...letter.filter(({ text }) => text.trim() !== ''), ...below].slice(0, 200)
}

function envelopeOf({ headers }: Part, hint: string | null) {
  const header = (name: string) => headerOf(headers, name)
  const addresses = (name: string) => readAddresses(header(name), hint)
  const answers = [...idsIn(header('in-reply-to')), ...idsIn(header('references')).toReversed()]
  return {
    messageId: idsIn(header('message-id'))[0] ?? null,
    answers: [...new Set(answers)].slice(0, 50),
    subject: storable(decodeHeader(header('subject')?.slice(0, 20_000) ?? '', hint).slice(0, 2000)),
    from: addresses('from')[0] ?? null,
    replyTo: addresses('reply-to').find(({ address }) => address.includes('@')) ?? null,
    to: addresses('to').filter(({ address }) => address !== ''),
    cc: addresses('cc').filter(({ address }) => address !== ''),
    // The server that took it in last says when, where the writer did not.
    sentAt: instantOf(header('date')) ?? instantOf(header('received')?.split(';').at(-1) ?? null),
  }
}

/** PostgreSQL keeps neither NUL nor half a letter. */
function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}

/** The bytes of one attachment, by its place in `attachments`. */
export function attachmentBytes(bytes: Buffer, at: number): Buffer | null {
  const part = gather(readTree(bytes.toString('latin1'))).files[at]
  return part ? bytesOf(part) : null
}

function described(part: Part, at: number, hint: string | null): MailAttachment {
  const bytes = bytesOf(part)
  const names = [part.disposition, part.type].map(({ named }, of) =>
    named.get(of === 0 ? 'filename' : 'name'),
  )
  const inner = part.type.value.startsWith('message/rfc822')
    ? readTree(bytes.toString('latin1'))
    : null
  const subject = inner && decodeHeader(headerOf(inner.headers, 'subject') ?? '', hint)
  const name = safeName(
    names.find(Boolean) ?? (subject ? `${subject}.eml` : ''),
    at,
    part.type.value,
  )
  const size = bytes.length
  const tnef = isTnef(part) ? readTnef(bytes) : null
  const type = storable(part.type.value).slice(0, 200) || 'application/octet-stream'
  if (inner) {
    const from = readAddresses(headerOf(inner.headers, 'from'), hint)[0]
    const holds = [subject ?? '', from?.name || from?.address || ''].filter(Boolean)
    return { name, type, size, note: 'message', holds }
  }
  if (isTnef(part)) {
    const holds = (tnef?.files ?? []).map((file) => safeName(file.name, at, file.type))
    return { name, type, size, note: tnef ? 'winmail' : 'winmail-broken', holds }
  }
  return { name, type, size, ...insideOf(bytes, name) }
}

function insideOf(bytes: Buffer, name: string) {
  const isArchive = bytes.subarray(0, 2).toString('latin1') === 'PK'
  const names = isArchive && !/\.(docx|xlsx|pptx)$/iu.test(name) ? zipNames(bytes) : null
  return { note: names ? ('archive' as const) : null, holds: (names ?? []).map(storable) }
}

/** A name that is only a name: no folder, no control letter, nothing that turns the direction of reading. */
export function safeName(name: string, at: number, type: string): string {
  const bare = name
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .split(/[/\\]/u)
    .at(-1)
    ?.replace(/[<>:"|?*]/gu, '_')
    .replace(/^[.\s]+|[.\s]+$/gu, '')
  if (bare)
    return [...bare].length <= 150
      ? bare
      : `${[...bare].slice(0, 130).join('')}${/\.\w{1,8}$/u.exec(bare)?.[0] ?? ''}`
  const extension = type === 'message/rfc822' ? '.eml' : type.startsWith('text/') ? '.txt' : ''
  return `attachment-${at + 1}${extension}`
}

function idsIn(raw: string | null): string[] {
  return (raw?.slice(0, 20_000).match(/<[^<>\s\0]{1,900}>/gu) ?? []).slice(0, 100)
}

/** A date as mailers write it; one that lies outside the years of mail is no date. */
function instantOf(raw: string | null): string | null {
  const bare = (raw ?? '').slice(0, 200).replace(/\([^)]*\)/gu, '')
  // Clocks that counted from 1900 wrote 102, or 0102, for 2002.
  const year = (_: string, before: string, tens: string, after: string) =>
    `${before}${1900 + Number(tens)}${after}`
  const millis = Date.parse(bare.replace(/(\s)0?(1\d\d)(\s)/u, year).trim())
  if (Number.isNaN(millis) || millis < -2_208_988_800_000 || millis > 32_503_680_000_000)
    return null
  return Temporal.Instant.fromEpochMilliseconds(millis).toString()
}
