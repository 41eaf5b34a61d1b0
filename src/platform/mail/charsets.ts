import { decodeIso2022Jp } from './iso-2022-jp.ts'
import { decodeEucJp } from './euc-jp.ts'
import { oddness } from './oddness.ts'

export type DecodedText = {
  readonly text: string
  /** What the bytes were read as, by its WHATWG name. */
  readonly charset: string
}

/**
 * Bytes of a mail as text. What was declared is believed as long as the bytes bear it out; without a declaration, or
 * against a wrong one, the reading that looks most like somebody's writing wins. Never throws.
 */
export function decodeText(bytes: Uint8Array, declared: string | null): DecodedText {
  const named = declared === null ? null : nameOf(declared)
  if (named === 'utf-7') return { text: decodeUtf7(bytes), charset: named }
  const wide = wideOf(bytes, named)
  if (wide) return decodeAs(bytes, wide)
  if (hasEscapes(bytes) && !bytes.some((byte) => byte >= 0x80))
    return decodeAs(bytes, 'iso-2022-jp')
  if (!bytes.some((byte) => byte >= 0x80)) return decodeAs(bytes, named ?? 'utf-8')
  return likeliest(bytes, named)
}

/** The name a decoder knows, or null for one that nobody knows. */
export function nameOf(declared: string): string | null {
  const name = declared
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/gu, '')
    .replace(/\*.*$/u, '')
  const alias = aliases.find(([pattern]) => pattern.test(name))
  if (alias) return alias[1]
  try {
    return new TextDecoder(name).encoding
  } catch {
    return null
  }
}

// Names that mailers write and WHATWG does not know.
const aliases: readonly (readonly [RegExp, string])[] = [
  [
    /^(cp|ms|windows-?|x-?ms-?cp|ibm-?)?(932|943|31j)(_?[a-z])?$|^(x-)?s(hift)?[-_]?jis|^ms_?kanji$/u,
    'shift_jis',
  ],
  [/^(x-)?euc[-_]?jp|^(cp|ms)51932$|^ujis$/u, 'euc-jp'],
  [/^(cs)?iso[-_]?2022[-_]?jp|^(x-)?(windows-?|cp)5022[0-2]|^jis7?$/u, 'iso-2022-jp'],
  [/^(x-)?(unicode-1-1-)?utf-?7(-imap)?$/u, 'utf-7'],
  [/^(cs)?(utf|unicode-?1-1-utf)[-_ ]?8/u, 'utf-8'],
  [
    /^(us-)?ascii|^ansi_x3|^iso646|^(x-)?unknown|^(8|7)-?bit$|^binary$|^default$|^none$/u,
    'us-ascii',
  ],
]

function hasEscapes(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x1b); at !== -1; at = bytes.indexOf(0x1b, at + 1))
    if (bytes[at + 1] === 0x24 || bytes[at + 1] === 0x28) return true
  return false
}

function decodeAs(bytes: Uint8Array, charset: string): DecodedText {
  if (charset === 'iso-2022-jp') return { text: decodeIso2022Jp(bytes), charset }
  if (charset === 'euc-jp') return { text: decodeEucJp(bytes), charset }
  const known = charset === 'us-ascii' ? 'utf-8' : charset
  return { text: new TextDecoder(known).decode(bytes), charset: known }
}

/** A mark at the start, or every other byte a zero. */
function wideOf(bytes: Uint8Array, named: string | null): string | null {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (named?.startsWith('utf-16')) return named
  const start = bytes.subarray(0, 400)
  const zeros = [0, 1].map((odd) => start.filter((byte, at) => at % 2 === odd && byte === 0).length)
  if ((zeros[1] ?? 0) > start.length / 8 && zeros[0] === 0) return 'utf-16le'
  return (zeros[0] ?? 0) > start.length / 8 && zeros[1] === 0 ? 'utf-16be' : null
}

const western = new Set(['us-ascii', 'windows-1252'])
const confused = new Set(['utf-8', 'shift_jis', 'euc-jp', 'iso-2022-jp', 'gbk', 'gb18030', 'big5'])

function likeliest(bytes: Uint8Array, named: string | null): DecodedText {
  const told = named !== null && named !== 'us-ascii' ? named : null
  const guesses = hasEscapes(bytes)
    ? ['utf-8', 'iso-2022-jp', 'shift_jis', 'euc-jp']
    : ['utf-8', 'shift_jis', 'euc-jp', 'windows-1252']
  const charsets = [...new Set([...(told ? [told] : []), ...guesses])]
  const readings = charsets.map((charset) => {
    const decoded = decodeAs(bytes, charset)
    const isWhole = charset === 'utf-8' && isUtf8(bytes)
    const belief = beliefIn(charset, told) + (isWhole ? 0.5 : 0)
    // Somebody before us may have written the mark of what was lost, and UTF-8 carries it well.
    const seen = isWhole ? decoded.text.replaceAll('\uFFFD', '') : decoded.text
    return { ...decoded, doubt: oddness(seen) - belief }
  })
  const [best] = readings.toSorted((a, b) => a.doubt - b.doubt)
  return best ? { text: best.text, charset: best.charset } : decodeAs(bytes, 'utf-8')
}

/** UTF-8 that decodes without a flaw is hardly ever anything else. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** latin1 is what careless mailers declare. */
function beliefIn(charset: string, told: string | null): number {
  if (charset !== told) return 0
  if (western.has(charset)) return 0.1
  // Nobody writes Japanese and calls it Korean or Russian.
  return confused.has(charset) ? 0.25 : 0.7
}

function decodeUtf7(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/\+([A-Za-z0-9+/,]*)-?/gu, (_, coded: string) => {
      if (coded === '') return '+'
      const units = Buffer.from(coded.replaceAll(',', '/'), 'base64')
      return new TextDecoder('utf-16be').decode(units.subarray(0, units.length & ~1))
    })
}
