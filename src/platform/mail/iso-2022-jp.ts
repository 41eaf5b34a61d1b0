import { decodeEucJp } from './euc-jp.ts'

type Set = 'ascii' | 'kana' | 'two' | 'supplementary'

/** What follows the escape. JIS X 0201's Roman letters are read as ASCII, as every mailer does. */
const escapes: readonly (readonly [string, Set])[] = [
  ['$(D', 'supplementary'],
  ['$(B', 'two'],
  ['$(@', 'two'],
  ['$B', 'two'],
  ['$@', 'two'],
  ['(I', 'kana'],
  ['(B', 'ascii'],
  ['(J', 'ascii'],
  ['(H', 'ascii'],
]

/**
 * ISO-2022-JP with what Windows adds (CP50220–50222, ISO-2022-JP-MS): NEC's row 13, IBM kanji, half-width kana by
 * escape, shift or eighth bit, and JIS X 0212. It becomes EUC-JP, which has a place for each of these.
 */
export function decodeIso2022Jp(bytes: Uint8Array): string {
  const out = new Uint8Array(bytes.length * 2)
  let length = 0
  let set: Set = 'ascii'
  let isShifted = false
  const put = (...codes: number[]) => {
    for (const code of codes) out[length++] = code
  }
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    const escape = byte === 0x1b ? escapeAt(bytes, at + 1) : undefined
    if (escape) [set, at] = [escape[1], at + escape[0].length]
    else if (byte === 0x0e || byte === 0x0f) isShifted = byte === 0x0e
    else if (byte === 0x0a || byte === 0x0d) {
      // Who forgot to come back has lost one line, not the rest of the letter.
      ;[set, isShifted] = ['ascii', false]
      put(byte)
    } else if (byte >= 0xa1 && byte <= 0xdf) put(0x8e, byte)
    else if (byte <= 0x20 || byte > 0x7e) put(byte > 0x7e ? 0xff : byte)
    else if (set === 'kana' || isShifted) put(0x8e, byte | 0x80)
    else if (set === 'ascii' || bytes[at + 1] === undefined) put(byte)
    else put(...(set === 'supplementary' ? [0x8f] : []), byte | 0x80, (bytes[++at] ?? 0) | 0x80)
  }
  return decodeEucJp(out.subarray(0, length))
}

function escapeAt(bytes: Uint8Array, at: number) {
  const after = String.fromCharCode(...bytes.subarray(at, at + 3))
  return escapes.find(([code]) => after.startsWith(code))
}
