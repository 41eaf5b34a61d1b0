import { ok, refuse, type Result } from '#kernel/result.ts'
import type { EvidenceKind, EvidenceLimits } from './contract.ts'

export const usualLimits: EvidenceLimits = { largestMegabytes: 500, mostFiles: 20 }

const megabyte = 1_000_000

/** How many hours an upload waits for its complaint before it is cleared away. */
export const waitingHours = 24

/** For so many hours after it was received a form may still be sending its files. */
export const formHours = 48

/** Bytes of one organisation that may wait for their complaints: a stranger must not fill the disk. */
export const mostWaitingBytes = 20_000 * megabyte

/** May one more file of this size come in? `there` counts those that are here or on their way. */
export function whyNotTaken(
  size: number,
  there: number,
  { largestMegabytes, mostFiles }: EvidenceLimits,
): Result<number> {
  if (!Number.isSafeInteger(size) || size <= 0)
    return refuse('invalid', 'complaints.evidence-empty', {})
  if (size > largestMegabytes * megabyte)
    return refuse('too-large', 'complaints.evidence-too-large', { megabytes: largestMegabytes })
  if (there >= mostFiles)
    return refuse('too-many', 'complaints.evidence-too-many', { most: mostFiles })
  return ok(size)
}

type Signature = readonly [type: string, at: number, bytes: string]

// https://www.garykessler.net/library/file_sigs.html and the formats' own specifications; read 2026-11.
const signatures: readonly Signature[] = [
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/gif', 0, 'GIF8'],
  ['image/webp', 8, 'WEBP'],
  ['image/bmp', 0, 'BM'],
  ['image/tiff', 0, 'II*\0'],
  ['image/tiff', 0, 'MM\0*'],
  ['audio/wav', 8, 'WAVE'],
  ['video/x-msvideo', 8, 'AVI '],
  ['video/webm', 0, '\x1aE\xdf\xa3'],
  ['audio/mpeg', 0, 'ID3'],
  ['audio/ogg', 0, 'OggS'],
  ['audio/amr', 0, '#!AMR'],
  ['application/pdf', 0, '%PDF-'],
  ['application/zip', 0, 'PK\x03\x04'],
  ['application/zip', 0, 'PK\x05\x06'],
  ['application/gzip', 0, '\x1f\x8b'],
  ['application/vnd.rar', 0, 'Rar!'],
  ['application/x-7z-compressed', 0, '7z\xbc\xaf\x27\x1c'],
  ['application/x-cfb', 0, '\xd0\xcf\x11\xe0'],
  ['application/x-msdownload', 0, 'MZ'],
  ['application/x-elf', 0, '\x7fELF'],
]

// The brand of an ISO base media file (ISO/IEC 14496-12) says which of its many kinds it is.
const brands: readonly (readonly [RegExp, string])[] = [
  [/^(heic|heix|heim|heis|hevc|mif1|msf1)/u, 'image/heic'],
  [/^avi[fs]/u, 'image/avif'],
  [/^qt/u, 'video/quicktime'],
  [/^3g/u, 'video/3gpp'],
  [/^M4A/u, 'audio/mp4'],
]

export const unknownType = 'application/octet-stream'

/** The type of a file from its first bytes; nothing is unpacked, and the name is not asked. */
export function typeOf(head: Uint8Array): string {
  const text = String.fromCharCode(...head.subarray(0, 32))
  if (text.slice(4, 8) === 'ftyp') {
    const brand = text.slice(8, 12)
    return brands.find(([pattern]) => pattern.test(brand))?.[1] ?? 'video/mp4'
  }
  const isRiff = text.startsWith('RIFF')
  const found = signatures.find(
    ([, at, bytes]) => text.startsWith(bytes, at) && (at === 0 || isRiff),
  )
  if (found) return found[0]
  if (head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2) return 'audio/mpeg'
  return isText(head) ? 'text/plain' : unknownType
}

/** Letters and line ends only, in any charset of ours: also a page or a script, which then is text to us. */
function isText(head: Uint8Array): boolean {
  return (
    head.length > 0 && head.every((byte) => byte >= 0x20 || [9, 10, 12, 13, 0x1b].includes(byte))
  )
}

export function kindOf(type: string): EvidenceKind {
  if (type.startsWith('image/')) return 'photo'
  if (type.startsWith('video/')) return 'video'
  if (type.startsWith('audio/')) return 'sound'
  return type === 'application/pdf' || type === 'text/plain' ? 'document' : 'other'
}

/** What every browser can draw; the others are files to keep. */
export function isShown(type: string): boolean {
  return /^image\/(jpeg|png|gif|webp|avif|bmp)$/u.test(type) || type === 'application/pdf'
}

const extensions: Readonly<Record<string, RegExp>> = {
  'image/jpeg': /^jpe?g|jfif$/u,
  'image/png': /^png$/u,
  'image/gif': /^gif$/u,
  'image/webp': /^webp$/u,
  'image/bmp': /^bmp$/u,
  'image/tiff': /^tiff?$/u,
  'image/heic': /^hei[cf]$/u,
  'image/avif': /^avif$/u,
  'video/mp4': /^(mp4|m4v|mov)$/u,
  'video/quicktime': /^(mov|qt)$/u,
  'application/pdf': /^pdf$/u,
  'application/x-msdownload': /^(exe|dll|scr|com)$/u,
}
const known = new Set(
  'jpg jpeg png gif webp bmp tif tiff heic heif avif mp4 m4v mov pdf exe'.split(' '),
)

/** Does the name promise something that the bytes are not? An ending that we do not know promises nothing. */
export function isMisnamed(name: string, type: string): boolean {
  const ending = /\.([^.]+)$/u.exec(name.normalize('NFKC'))?.[1]?.toLowerCase() ?? ''
  const fits = extensions[type]
  return fits ? ending !== '' && !fits.test(ending) : known.has(ending)
}

const longestName = 120

/**
 * A name for people, whatever it was made of: the last part of a path, composed (NFC), without characters that steer
 * a file system, a line of a header or the direction of reading. Never empty.
 */
export function nameOf(given: string, otherwise = 'file'): string {
  const last = given
    .normalize('NFC')
    .split(/[/\\¥／＼￥]/u)
    .findLast((part) => part.trim() !== '')
  const plain = (last ?? '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu, '')
    .replace(/[<>:"|?*]/gu, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[.\s]+|[.\s]+$/gu, '')
  const safe = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/iu.test(plain) ? `_${plain}` : plain
  return shortened(safe) || otherwise
}

function shortened(name: string): string {
  const letters = [...name]
  if (letters.length <= longestName) return name
  const ending = /\.[^.]{1,10}$/u.exec(name)?.[0] ?? ''
  return letters.slice(0, longestName - [...ending].length).join('') + ending
}
