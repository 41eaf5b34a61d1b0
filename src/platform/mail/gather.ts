import { readAddresses } from './addresses.ts'
import { decodeText } from './charsets.ts'
import { decodeHeader, headerOf } from './headers.ts'
import { textOfHtml } from './html.ts'
import { readTnef } from './tnef.ts'
import { bytesOf, readTree, type Part } from './tree.ts'

/** A piece of the letter; enclosed ones are what somebody put into it: a forwarded message, a text file, a report. */
export type Block = {
  readonly kind: 'plain' | 'html' | 'enclosed'
  /** Of an HTML block the HTML. */
  readonly text: string
}

export type Gathered = {
  readonly blocks: Block[]
  readonly html: string[]
  readonly files: Part[]
  /** What the letter was read as: a hint for its head. */
  charset: string | null
}

/** Files, levels, letters, bytes: what lies beyond is in the original. */
const most = { files: 500, messagesInMessages: 4, enclosed: 100_000, bytesOfText: 4_000_000 }

/** Everything in a message: what is read, and what is kept as a file. Nothing that has bytes is in neither. */
export function gather(root: Part, depth = 0): Gathered {
  const found = nothing()
  walk(root, found, depth)
  if (depth === 0 && found.files.length > most.files) found.files.length = most.files
  return found
}

function nothing(): Gathered {
  return { blocks: [], html: [], files: [], charset: null }
}

function walk(part: Part, found: Gathered, depth: number) {
  if (part.parts.length === 0) return take(part, found, depth)
  if (part.type.value !== 'multipart/alternative') {
    for (const inner of part.parts) walk(inner, found, depth)
    return
  }
  const own = nothing()
  for (const inner of part.parts) walk(inner, own, depth)
  found.html.push(...own.html)
  found.files.push(...own.files)
  found.charset ??= own.charset
  found.blocks.push(...oneOf(own.blocks))
}

/** One letter twice: the plain one is read, unless it only says that there is another. */
function oneOf(blocks: readonly Block[]): Block[] {
  const plain = blocks.filter(
    ({ kind, text }, at) =>
      kind !== 'html' && !blocks.slice(0, at).some((before) => before.text.trim() === text.trim()),
  )
  const html = blocks.filter(({ kind }) => kind === 'html')
  const [written, shown] = [lettersOf(plain), lettersOf(html)]
  return written === 0 || (written < 200 && shown > 10 * written + 200)
    ? [...plain, ...html]
    : plain
}

function lettersOf(blocks: readonly Block[]): number {
  const lengths = blocks.map(({ kind, text }) => {
    const start = text.slice(0, 50_000)
    const bare =
      kind === 'html' ? start.replace(/<(style|script)\b[^]*?<\/\1|<[^<>]*>/giu, '') : start
    return bare.replace(/\s+/gu, '').length
  })
  return lengths.reduce((sum, length) => sum + length, 0)
}

function take(part: Part, found: Gathered, depth: number) {
  const { type, disposition } = part
  const isNamed = disposition.named.has('filename') || type.named.has('name')
  const isKept = disposition.value === 'attachment'
  const isLetter = /^text\/(plain|html|enriched|richtext)$|^[^/]*$/u.test(type.value)
  if (/^message\/(rfc822|global|news)$/u.test(type.value)) return takeMessage(part, found, depth)
  if (isTnef(part)) return takeTnef(part, found)
  if (type.value.startsWith('multipart/') && !isKept && !wasLeftWhole(part))
    return takeText(part, found, false)
  const isReport = /^message\/|^text\/rfc822-headers$/u.test(type.value)
  if (!isLetter && !isReport) return takeFile(part, found)
  const isFirst = !found.blocks.some(({ text }) => text.trim() !== '')
  // A file of text that nobody said to keep apart is read where it stands, and can be kept, too.
  if (isKept || isReport || (isNamed && (!isFirst || !isWholeText(part)))) takeFile(part, found)
  if (!isKept && isWholeText(part)) takeText(part, found, isReport || (isNamed && !isFirst))
}

function takeFile(part: Part, found: Gathered) {
  if (found.files.length <= most.files) found.files.push(part)
}

/** More parts than a message has: it stays one file. */
function wasLeftWhole({ type, body }: Part): boolean {
  const boundary = type.named.get('boundary')
  return boundary !== undefined && boundary !== '' && body.includes(`--${boundary}`)
}

const magic = ['GIF8', '\u0089PNG', '%PDF', 'PK\u0003\u0004', '\u00FF\u00D8\u00FF']

/** Pictures and the like that call themselves text. */
function isWholeText(part: Part): boolean {
  const start = part.body.slice(0, 4000)
  if (magic.some((letters) => start.startsWith(letters))) return false
  const encoding = headerOf(part.headers, 'content-transfer-encoding') ?? ''
  return !(/base64/iu.test(encoding) && /^\s*(R0lGOD|iVBORw0|JVBERi0|UEsDB|\/9j\/)/u.test(start))
}

function takeText(part: Part, found: Gathered, isEnclosed: boolean) {
  const isHtml = /^(text\/)?html$/u.test(part.type.value)
  const bytes = bytesOf(part).subarray(0, most.bytesOfText)
  const declared = part.type.named.get('charset') ?? (isHtml ? metaCharset(bytes) : null)
  const { text, charset } = decodeText(bytes, declared)
  if (!isEnclosed) found.charset ??= charset
  if (isHtml && !isEnclosed) found.html.push(text)
  if (text.trim() === '') return
  const plain = /enriched|richtext/u.test(part.type.value) ? unenriched(text) : reflowed(text, part)
  if (isEnclosed)
    found.blocks.push({
      kind: 'enclosed',
      text: (isHtml ? textOfHtml(text) : plain).slice(0, most.enclosed),
    })
  else found.blocks.push({ kind: isHtml ? 'html' : 'plain', text: isHtml ? text : plain })
}

/** What a page says of itself; without it an undeclared one is guessed. */
function metaCharset(bytes: Buffer): string | null {
  const start = bytes.toString('latin1', 0, 4000)
  return /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]{2,40})/iu.exec(start)?.[1] ?? null
}

/** RFC 1896. */
function unenriched(text: string): string {
  return text
    .replace(/<param>[^]*?<\/param>/giu, '')
    .replace(/<<|<[^<>]{0,60}>/gu, (tag) => (tag === '<<' ? '<' : ''))
}

/** RFC 3676: lines that end in a space go on in the next. */
function reflowed(text: string, { type }: Part): string {
  if (type.named.get('format')?.toLowerCase() !== 'flowed') return text
  const isGlued = type.named.get('delsp')?.toLowerCase() === 'yes'
  return text.replace(/^(?!-- )(?![>])(.*) \r?\n(?!>)/gmu, isGlued ? '$1' : '$1 ')
}

/** A message in the message: kept as it is, read below its own head, and its files are at hand. */
function takeMessage(part: Part, found: Gathered, depth: number) {
  takeFile(part, found)
  if (depth >= most.messagesInMessages) return
  const root = readTree(bytesOf(part).toString('latin1'))
  const inner = gather(root, depth + 1)
  const texts = inner.blocks.map(({ kind, text }) => (kind === 'html' ? textOfHtml(text) : text))
  const text = [headOf(root, inner.charset), '', ...texts].join('\n').trim()
  if (text !== '') found.blocks.push({ kind: 'enclosed', text: text.slice(0, most.enclosed) })
  for (const file of inner.files) takeFile(file, found)
}

export function isTnef({ type, disposition }: Part): boolean {
  const name = disposition.named.get('filename') ?? type.named.get('name') ?? ''
  return /\/(vnd\.)?ms-tnef$/u.test(type.value) || /^win(mail)?\.dat$/iu.test(name)
}

/** What Outlook packed: its letter where no other is, and its files beside the pack. */
function takeTnef(part: Part, found: Gathered) {
  takeFile(part, found)
  const tnef = readTnef(bytesOf(part))
  if (!tnef) return
  const isRead = found.blocks.some(({ text }) => text.trim() !== '')
  if (!isRead && tnef.html !== '') {
    found.html.push(tnef.html)
    found.blocks.push({ kind: 'html', text: tnef.html })
  } else if (!isRead && tnef.text !== '') found.blocks.push({ kind: 'plain', text: tnef.text })
  for (const { name, type, bytes } of tnef.files)
    takeFile(
      {
        headers: [],
        type: { value: type, named: new Map() },
        disposition: { value: 'attachment', named: new Map([['filename', name]]) },
        body: bytes.toString('latin1'),
        parts: [],
      },
      found,
    )
}

function headOf({ headers }: Part, hint: string | null): string {
  const people = (name: string) =>
    readAddresses(headerOf(headers, name), hint)
      .slice(0, 20)
      .map(({ name: called, address }) =>
        called && address ? `${called} <${address}>` : called || address,
      )
      .join(', ')
  const lines = [
    ['From', people('from')],
    ['To', people('to')],
    ['Date', headerOf(headers, 'date') ?? ''],
    ['Subject', decodeHeader((headerOf(headers, 'subject') ?? '').slice(0, 5000), hint)],
  ]
  return lines
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
}
