import { decodeText, nameOf } from './charsets.ts'

/** The names in a zip archive, or null when it is none. Nothing is unpacked; names without the UTF-8 flag are CP932 here. */
export function zipNames(bytes: Buffer): string[] | null {
  const end = bytes.lastIndexOf('PK\u0005\u0006', bytes.length, 'latin1')
  if (bytes.length < 22 || end < 0 || end + 22 > bytes.length) return null
  const names: string[] = []
  let at = bytes.readUInt32LE(end + 16)
  while (names.length < 1000 && at + 46 <= bytes.length && bytes.readUInt32LE(at) === 0x02014b50) {
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field))
    const name = bytes.subarray(at + 46, at + 46 + (nameLength ?? 0))
    const isUtf8 = (bytes.readUInt16LE(at + 8) & 0x800) !== 0
    names.push(decodeText(name, isUtf8 ? 'utf-8' : nameOf('cp932')).text)
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return names
}
