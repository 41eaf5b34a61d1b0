import { decodeText } from './charsets.ts'

/** As they came: names in lower case, values unfolded, one letter per byte. */
export type Headers = readonly (readonly [name: string, value: string])[]

/** Bytes of headers; what is longer is somebody's attack. */
const longestHead = 512_000

/** Where the head ends and the body begins, in a text with one letter per byte. */
export function readHead(raw: string, start: number): { headers: Headers; bodyAt: number } {
  const blank = /\r?\n\r?\n|\r\r/gu
  blank.lastIndex = start
  // An empty head is possible, too: a part that begins with its empty line.
  const none = /\r?\n/uy
  none.lastIndex = start
  if (none.test(raw)) return { headers: [], bodyAt: none.lastIndex }
  const found = blank.exec(raw)
  const end = found ? found.index : raw.length
  const head = raw.slice(start, Math.min(end, start + longestHead))
  return { headers: lines(head), bodyAt: found ? blank.lastIndex : raw.length }
}

function lines(head: string): Headers {
  const unfolded = head.replace(/(?:\r\n|\n|\r)[ \t]+/gu, ' ')
  return unfolded.split(/\r\n|\n|\r/u).flatMap((line) => {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).trim().toLowerCase()
    return colon > 0 && !/\s/u.test(name) ? [[name, line.slice(colon + 1).trim()] as const] : []
  })
}

export function headerOf(headers: Headers, name: string): string | null {
  return headers.find(([known]) => known === name)?.[1] ?? null
}

const word = /=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*(?:\?(?!=)[^?]*)*)\?=/gu

/**
 * A header for people. Neighbouring encoded words of one charset are joined before they are decoded: mailers split them
 * inside a character (RFC 2047 forbids it, and they do it). Bytes that nobody encoded are read as `hint`, or guessed.
 */
export function decodeHeader(raw: string, hint: string | null = null): string {
  const pieces: { charset: string | null; bytes: Buffer }[] = []
  let from = 0
  for (const match of raw.matchAll(word)) {
    const between = raw.slice(from, match.index)
    if (between.trim() !== '' || (from === 0 && between !== ''))
      pieces.push({ charset: null, bytes: Buffer.from(between, 'latin1') })
    const [whole, charset = '', encoding = '', coded = ''] = match
    const bytes = encoding.toLowerCase() === 'b' ? fromBase64(coded) : fromQ(coded)
    const last = pieces.at(-1)
    if (last?.charset?.toLowerCase() === charset.toLowerCase())
      last.bytes = Buffer.concat([last.bytes, bytes])
    else pieces.push({ charset, bytes })
    from = match.index + whole.length
  }
  if (from < raw.length)
    pieces.push({ charset: null, bytes: Buffer.from(raw.slice(from), 'latin1') })
  return withoutControls(
    pieces.map(({ charset, bytes }) => decodeText(bytes, charset ?? hint).text).join(''),
  )
}

/** A header stays one line, whatever its bytes decode to. */
function withoutControls(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are what must go
  return text.replace(/[\u0000-\u001F\u007F\u202A-\u202E\u2066-\u2069]+/gu, ' ').trim()
}

/** Of an encoded word: its last space is one. */
export function fromQ(coded: string): Buffer {
  return fromHex(coded.replaceAll('_', ' '))
}

export function fromQuotedPrintable(coded: string): Buffer {
  return fromHex(coded.replace(/[ \t]+(?=\r?\n|$)/gu, '').replace(/=(?:\r?\n|\r)/gu, ''))
}

function fromHex(coded: string): Buffer {
  return Buffer.from(
    coded.replace(/=([0-9a-fA-F]{2})/gu, (_, hex: string) =>
      String.fromCharCode(parseInt(hex, 16)),
    ),
    'latin1',
  )
}

/** Padding inside, missing padding and foreign letters are overlooked. */
export function fromBase64(coded: string): Buffer {
  const pure = coded.replace(/[^A-Za-z0-9+/=]+/gu, '')
  const pieces = pure.split(/=+/u).filter(Boolean)
  return pieces.length === 1
    ? Buffer.from(pure, 'base64')
    : Buffer.concat(pieces.map((each) => Buffer.from(each, 'base64')))
}
