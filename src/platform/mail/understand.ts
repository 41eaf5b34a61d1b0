import { readAddresses, type Address } from './addresses.ts'
import { decodeText } from './charsets.ts'
import { decodeHeader, headerOf } from './headers.ts'
import { cleanHtml, textOfHtml } from './html.ts'
import { bounceOf, kindOf, type Bounce, type MailKind } from './kinds.ts'
import { passagesOf, type Passage } from './quotations.ts'
import { bytesOf, readTree, type Part } from './tree.ts'
import { zipNames } from './zip.ts'

export type MailAttachment = {
  readonly name: string
  readonly type: string
  readonly size: number
  /** What can be said about it without opening it. */
  readonly note: 'archive' | 'message' | 'winmail' | null
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

const mostAttachments = 500
/** Letters that are kept beside the original; beyond that nobody reads on. */
const longestText = 500_000

/** A message from its bytes. Own addresses are those of the desk: what it sent itself is no complaint. */
export function understand(bytes: Buffer, own: readonly string[] = []): UnderstoodMail {
  const root = readTree(bytes.toString('latin1'))
  const found = gather(root)
  const envelope = envelopeOf(root, found.charset)
  const kind = kindOf(root, envelope.from, envelope.subject, own, envelope.replyTo)
  const plain = found.texts.join('\n\n') || (found.html && textOfHtml(found.html)) || ''
  const clean = found.html ? cleanHtml(found.html) : null
  return {
    ...envelope,
    kind,
    bounce: kind === 'bounce' ? bounceOf(root) : null,
    passages: passagesOf(storable(plain).slice(0, longestText)),
    html: clean && storable(clean.html),
    hasRemoteImages: clean?.hasRemoteImages ?? false,
    attachments: found.attachments.map((part, at) => described(part, at, found.charset)),
  }
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
    replyTo: addresses('reply-to')[0] ?? null,
    to: addresses('to'),
    cc: addresses('cc'),
    sentAt: instantOf(header('date')),
  }
}

/** PostgreSQL keeps neither NUL nor half a letter. */
function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}

/** The bytes of one attachment, by its place in `attachments`. */
export function attachmentBytes(bytes: Buffer, at: number): Buffer | null {
  const part = gather(readTree(bytes.toString('latin1'))).attachments[at]
  return part ? bytesOf(part) : null
}

type Found = { texts: string[]; html: string | null; charset: string | null; attachments: Part[] }

function gather(root: Part): Found {
  const found: Found = { texts: [], html: null, charset: null, attachments: [] }
  walk(root, found)
  return found
}

function walk(part: Part, found: Found) {
  if (part.parts.length === 0) return take(part, found)
  if (part.type.value !== 'multipart/alternative') {
    for (const inner of part.parts) walk(inner, found)
    return
  }
  // One letter twice: the plain one is read, the other is kept for whoever wants to see it.
  const before = found.texts.length
  for (const inner of part.parts) {
    if (inner.type.value === 'text/plain' && found.texts.length > before) continue
    walk(inner, found)
  }
}

function take(part: Part, found: Found) {
  const { type, disposition } = part
  const isNamed = disposition.named.has('filename') || type.named.has('name')
  const isFile = disposition.value === 'attachment' || (isNamed && disposition.value !== 'inline')
  const isLetter = /^text\/(plain|html|enriched)$|^text$|^$/u.test(type.value)
  if (isLetter && !isFile && !(isNamed && found.texts.length > 0)) return takeText(part, found)
  if (found.attachments.length < mostAttachments) found.attachments.push(part)
}

function takeText(part: Part, found: Found) {
  const { text, charset } = decodeText(bytesOf(part), part.type.named.get('charset') ?? null)
  found.charset ??= charset
  if (part.type.value === 'text/html') found.html = found.html ? `${found.html}<hr>${text}` : text
  else if (text.trim() !== '') found.texts.push(reflowed(text, part))
}

/** RFC 3676: lines that end in a space go on in the next. */
function reflowed(text: string, { type }: Part): string {
  if (type.named.get('format')?.toLowerCase() !== 'flowed') return text
  const isGlued = type.named.get('delsp')?.toLowerCase() === 'yes'
  return text.replace(/^(?!-- )(?![>])(.*) \r?\n(?!>)/gmu, isGlued ? '$1' : '$1 ')
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
  const type = storable(part.type.value).slice(0, 200) || 'application/octet-stream'
  if (inner) {
    const from = readAddresses(headerOf(inner.headers, 'from'), hint)[0]
    const holds = [subject ?? '', from?.name || from?.address || ''].filter(Boolean)
    return { name, type, size, note: 'message', holds }
  }
  return { name, type, size, ...insideOf(bytes, name, type) }
}

function insideOf(bytes: Buffer, name: string, type: string) {
  if (type.endsWith('/ms-tnef') || /^winmail\.dat$/iu.test(name))
    return { note: 'winmail' as const, holds: [] }
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
  const millis = Date.parse((raw ?? '').replace(/\([^)]*\)/gu, '').trim())
  if (Number.isNaN(millis) || millis < 0 || millis > 32_503_680_000_000) return null
  return Temporal.Instant.fromEpochMilliseconds(millis).toString()
}
