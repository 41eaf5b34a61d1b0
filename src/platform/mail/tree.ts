import { headerOf, fromBase64, fromQuotedPrintable, readHead, type Headers } from './headers.ts'
import { readParameters, type Parameters } from './parameters.ts'

export type Part = {
  readonly headers: Headers
  readonly type: Parameters
  readonly disposition: Parameters
  /** Of a leaf, still encoded: one letter per byte. */
  readonly body: string
  readonly parts: readonly Part[]
}

/** Beyond these a message was made to hurt; what lies deeper stays as it is, as an attachment. */
const limits = { depth: 24, parts: 1000 }

/** A message as a tree of parts, from a text with one letter per byte. Never throws; whatever it cannot split is a leaf. */
export function readTree(raw: string): Part {
  // Lines that some gateway left empty before the head.
  const start = /^(?:[ \t]*\r?\n)+(?=[\w-]+:)/u.exec(raw.slice(0, 2000))?.[0].length ?? 0
  return readPart(raw.slice(start), 0, { parts: 0 }, 'text/plain')
}

function readPart(raw: string, depth: number, count: { parts: number }, usual: string): Part {
  const { headers, bodyAt } = readHead(raw, 0)
  const type = readParameters(headerOf(headers, 'content-type') ?? usual)
  const disposition = readParameters(headerOf(headers, 'content-disposition') ?? '')
  const part = { headers, type, disposition, body: raw.slice(bodyAt), parts: [] }
  if (!type.value.startsWith('multipart/') || depth >= limits.depth) return part
  const inner = type.value === 'multipart/digest' ? 'message/rfc822' : 'text/plain'
  const parts: Part[] = []
  for (const piece of piecesOf(part)) {
    if ((count.parts += 1) > limits.parts) return part
    parts.push(readPart(piece, depth + 1, count, inner))
  }
  return parts.length === 0 ? part : { ...part, body: '', parts }
}

/** By its boundary; by what looks like one when it names none, or one that never comes. */
function piecesOf({ type, body }: Part): string[] {
  const named = type.named.get('boundary')?.trimEnd()
  const pieces = named ? between(body, named) : []
  if (pieces.length > 0) return pieces
  const guess = /^--([^\s-][^\r\n]{0,200}?|-+[^\r\n]{1,200}?)[ \t]*\r?\n(?=content-[a-z-]+:)/imu
  const found = guess.exec(body.slice(0, 20_000))?.[1]
  return found && found !== named ? between(body, found) : []
}

/** What stands between the lines of the boundary; the last one may be missing. */
function between(body: string, boundary: string): string[] {
  const line = new RegExp(`^--${RegExp.escape(boundary)}(--)?[ \\t]*$`, 'gmu')
  const pieces: string[] = []
  let from = -1
  for (const { index, 0: whole, 1: end } of body.matchAll(line)) {
    if (from >= 0) pieces.push(body.slice(from, index).replace(/(?:\r?\n|\r)$/u, ''))
    from = index + whole.length
    from += body.startsWith('\r\n', from) ? 2 : 1
    if (end) return pieces
    if (pieces.length > limits.parts) break
  }
  return from >= 0 && from < body.length ? [...pieces, body.slice(from)] : pieces
}

/** The bytes of a leaf. */
export function bytesOf({ headers, body }: Part): Buffer {
  const encoding = (headerOf(headers, 'content-transfer-encoding') ?? '').trim().toLowerCase()
  if (encoding.startsWith('base64')) return fromBase64(body)
  if (encoding.startsWith('quoted-printable')) return fromQuotedPrintable(body)
  if (/^(x-)?uu(e|encode)?$/u.test(encoding)) return fromUu(body)
  return Buffer.from(body, 'latin1')
}

function fromUu(body: string): Buffer {
  const [, inner = body] = /^begin [0-7]+ [^\n]*\n([^]*?)(?:^end\b|$(?![^]))/mu.exec(body) ?? []
  const lines = inner.split(/\r?\n/u).map((line) => {
    const length = (line.charCodeAt(0) - 32) & 63
    const bits = Array.from(line.slice(1), (letter) =>
      ((letter.charCodeAt(0) - 32) & 63).toString(2).padStart(6, '0'),
    )
    const bytes = bits.join('').match(/.{8}/gu) ?? []
    return Buffer.from(bytes.slice(0, length || 0).map((each) => parseInt(each, 2)))
  })
  return Buffer.concat(lines)
}

export function* leavesOf(part: Part): Generator<Part> {
  if (part.parts.length === 0) yield part
  else for (const inner of part.parts) yield* leavesOf(inner)
}
