import { sha256 as digest } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'

// Web Crypto only hashes asynchronously, and never in a page opened without TLS; hence the library in a browser.
// Node's own is several times as fast, and a server seals and verifies all day.
const ofNode = hashOfNode()

/** SHA-256 over the parts one after the other. */
export function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = joined(...parts)
  return ofNode ? fromHex(ofNode(whole)) : digest(whole)
}

/** SHA-256 of bytes, or of a text in UTF-8, as 64 lower-case hex digits. */
export function sha256Hex(whole: string | Uint8Array): string {
  if (ofNode) return ofNode(whole)
  return toHex(digest(typeof whole === 'string' ? utf8(whole) : whole))
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return concatBytes(...parts)
}

export function utf8(text: string): Uint8Array {
  return utf8ToBytes(text)
}

export function toHex(bytes: Uint8Array): string {
  return bytesToHex(bytes)
}

/** Throws when the text is not hex in whole bytes. */
export function fromHex(hex: string): Uint8Array {
  return hexToBytes(hex)
}

type InHex = (whole: string | Uint8Array) => string

/** Asked of what runs us, so that no bundle of a page looks for it. */
function hashOfNode(): InHex | null {
  const node: unknown = Reflect.get(globalThis, 'process')
  if (typeof node !== 'object' || node === null || !('getBuiltinModule' in node)) return null
  if (typeof node.getBuiltinModule !== 'function') return null
  const { hash } = node.getBuiltinModule('node:crypto')
  return (whole) => hash('sha256', whole, 'hex')
}
