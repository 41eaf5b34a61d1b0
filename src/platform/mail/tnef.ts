import { decodeText } from './charsets.ts'
import { textOfRtf } from './rtf.ts'

/** What Outlook packed into winmail.dat ([MS-OXTNEF]). */
export type Tnef = {
  readonly text: string
  readonly html: string
  readonly files: readonly {
    readonly name: string
    readonly type: string
    readonly bytes: Buffer
  }[]
}

type Properties = ReadonlyMap<number, { readonly type: number; readonly bytes: Buffer }>
type Held = { title: string; bytes: Buffer | null; properties: Properties }

const signature = 0x223e9f78
const attribute = {
  body: 0x800c,
  properties: 0x9003,
  file: 0x9002,
  fileBytes: 0x800f,
  fileTitle: 0x8010,
  fileProperties: 0x9005,
  codepage: 0x9007,
} as const
const property = {
  body: 0x1000,
  rtf: 0x1009,
  html: 0x1013,
  longName: 0x3707,
  name: 0x3704,
  displayName: 0x3001,
  bytes: 0x3701,
  type: 0x370e,
} as const
const most = { attributes: 20_000, properties: 5000, files: 500 }

/** Null when it is none. What is damaged in it is left out; the bytes themselves are kept elsewhere. */
export function readTnef(bytes: Buffer, depth = 0): Tnef | null {
  if (bytes.length < 6 || bytes.readUInt32LE(0) !== signature) return null
  let charset: string | null = null
  let body = ''
  let properties: Properties = new Map()
  const held: Held[] = []
  for (const { id, value } of attributesIn(bytes)) {
    const last = held.at(-1)
    if (id === attribute.codepage && value.length >= 4) charset = charsetOf(value.readUInt32LE(0))
    else if (id === attribute.body) body = textOf(value, charset)
    else if (id === attribute.properties) properties = propertiesIn(value)
    else if (id === attribute.file && held.length < most.files)
      held.push({ title: '', bytes: null, properties: new Map() })
    else if (!last) continue
    else if (id === attribute.fileTitle) last.title = textOf(value, charset)
    else if (id === attribute.fileBytes) last.bytes = value
    else if (id === attribute.fileProperties) last.properties = propertiesIn(value)
  }
  return {
    text: body || wordsOf(properties, property.body, charset) || rtfIn(properties),
    html: htmlIn(properties),
    files: held.flatMap((each) => filesOf(each, charset, depth)),
  }
}

function* attributesIn(bytes: Buffer) {
  let at = 6
  for (let count = 0; count < most.attributes && at + 9 <= bytes.length; count += 1) {
    const length = bytes.readUInt32LE(at + 5)
    const value = bytes.subarray(at + 9, at + 9 + length)
    yield { id: bytes.readUInt16LE(at + 1), value }
    at += 9 + length + 2
  }
}

/** Bytes of one value by its type; 0 where each says its own length. */
function widthOf(type: number): number {
  if ([0x02, 0x03, 0x04, 0x0a, 0x0b].includes(type)) return 4
  if ([0x05, 0x06, 0x07, 0x14, 0x40].includes(type)) return 8
  return type === 0x48 ? 16 : 0
}

function propertiesIn(bytes: Buffer): Properties {
  const found = new Map<number, { type: number; bytes: Buffer }>()
  let at = 4
  const number = () => {
    const read = at + 4 <= bytes.length ? bytes.readUInt32LE(at) : 0
    at += 4
    return read
  }
  for (let count = 0; count < most.properties && at + 8 <= bytes.length; count += 1) {
    const tag = number()
    const [id, type] = [tag >>> 16, tag & 0xfff]
    // A property by name: a GUID, then a number or the name itself.
    if (id >= 0x8000) {
      at += 16
      const length = number() === 0 ? 4 : number()
      at += padded(length)
    }
    const width = widthOf(type)
    const values = width === 0 || (tag & 0x1000) !== 0 ? number() : 1
    for (let value = 0; value < values && at < bytes.length; value += 1) {
      const length = width === 0 ? number() : width
      if (!found.has(id)) found.set(id, { type, bytes: bytes.subarray(at, at + length) })
      at += padded(length)
    }
  }
  return found
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4
}

function charsetOf(codepage: number): string {
  return codepage === 65_001 ? 'utf-8' : `windows-${codepage}`
}

function textOf(bytes: Buffer, charset: string | null): string {
  const end = bytes.indexOf(0)
  return decodeText(end === -1 ? bytes : bytes.subarray(0, end), charset).text
}

function wordsOf(properties: Properties, id: number, charset: string | null): string {
  const found = properties.get(id)
  if (!found) return ''
  if (found.type === 0x1f) return found.bytes.toString('utf16le').replace(/\0[^]*$/u, '')
  return found.type === 0x1e ? textOf(found.bytes, charset) : ''
}

function htmlIn(properties: Properties): string {
  const found = properties.get(property.html)
  return found ? decodeText(found.bytes, found.type === 0x1f ? 'utf-16le' : null).text : ''
}

function rtfIn(properties: Properties): string {
  const found = properties.get(property.rtf)
  return found ? textOfRtf(found.bytes) : ''
}

/** A file, or what is in a message that was put into the message. */
function filesOf(
  { title, bytes, properties }: Held,
  charset: string | null,
  depth: number,
): Tnef['files'] {
  const object = properties.get(property.bytes)
  // An embedded object begins with the id of its interface.
  const inner = object?.type === 0x0d ? object.bytes.subarray(16) : object?.bytes
  const nested = inner && depth < 3 ? readTnef(inner, depth + 1) : null
  const names = [property.longName, property.name, property.displayName]
  const name = names.map((id) => wordsOf(properties, id, charset)).find(Boolean) ?? title
  if (nested) {
    const text = Buffer.from(nested.text || nested.html)
    const letter = { name: `${name || 'message'}.txt`, type: 'text/plain', bytes: text }
    return [...(text.length > 0 ? [letter] : []), ...nested.files]
  }
  const whole = bytes ?? inner
  if (!whole) return []
  const type = wordsOf(properties, property.type, charset) || 'application/octet-stream'
  return [{ name: name || title, type: type.toLowerCase(), bytes: whole }]
}
