import { decodeEucJp } from '../mail/euc-jp.ts'
import { oddness } from '../mail/oddness.ts'

/** What a file's bytes are written in, as far as the bytes can tell. */
export const encodings = ['utf-8', 'cp932', 'euc-jp', 'utf-16le', 'utf-16be'] as const
export type Encoding = (typeof encodings)[number]

export type TextFile = { readonly text: string; readonly encoding: Encoding }

/**
 * Reads text as Japanese offices save it: a mark at the start decides, else UTF-8 when every byte agrees, else
 * whichever of CP932 (Excel's CSV; ①㈱髙 included) and EUC-JP gives the text that looks most like somebody's writing.
 * A file with a few broken bytes is still read, with U+FFFD in their place. Null when it is none of them: a picture,
 * an archive, a broken download. Never throws.
 */
export function readText(bytes: Uint8Array, told?: Encoding): TextFile | null {
  if (told) return decode(bytes, told)
  const marked = markedAs(bytes) ?? unmarkedWide(bytes)
  if (marked) return decode(bytes, marked)
  if (bytes.subarray(0, 4096).includes(0)) return null
  const readings = (['utf-8', 'cp932', 'euc-jp'] as const).map((each) => decode(bytes, each))
  const [utf8] = readings
  if (utf8 && brokenIn(utf8) === 0) return utf8
  const [best] = readings.toSorted((a, b) => doubt(a) - doubt(b))
  return best && brokenIn(best) <= best.text.length / 200 ? best : null
}

function markedAs([first, second, third]: Uint8Array): Encoding | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null
}

/** Commas and line ends of UTF-16 have a zero beside them, always on the same side. */
function unmarkedWide(bytes: Uint8Array): Encoding | null {
  if (bytes.length % 2 === 1) return null
  const zeros = [0, 0]
  bytes.subarray(0, 4096).forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (odd > 1 && even === 0) return 'utf-16le'
  return even > 1 && odd === 0 ? 'utf-16be' : null
}

function decode(bytes: Uint8Array, encoding: Encoding): TextFile {
  if (encoding === 'euc-jp') return { text: decodeEucJp(bytes), encoding }
  // WHATWG's shift_jis is Windows-31J; the label cp932 is unknown to it.
  const label = encoding === 'cp932' ? 'shift_jis' : encoding
  return { text: new TextDecoder(label).decode(bytes), encoding }
}

function brokenIn({ text }: TextFile): number {
  return text.split('\uFFFD').length - 1
}

function doubt(file: TextFile): number {
  return oddness(file.text) + (brokenIn(file) > 0 ? 1 : 0)
}
