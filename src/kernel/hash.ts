import { sha256 as digest } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'

// Web Crypto only hashes asynchronously, and never in a page opened without TLS; hence the library.

/** SHA-256 over the parts one after the other. */
export function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  return digest(concatBytes(...parts))
}

/** SHA-256 of a text in UTF-8, as 64 lower-case hex digits. */
export function sha256Hex(text: string): string {
  return toHex(sha256(utf8(text)))
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
