/** So much of a photo's start holds what its camera wrote about it: a segment has at most 64 KiB. */
export const headBytes = 256 * 1024

/** Exif 2.32 §4.6: where the place is pointed to, and its latitude. */
const placeTag = 0x8825
const latitudeTag = 2
const sizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]

/**
 * The start of a JPEG without the place where it was taken (Exif, XMP): the same number of bytes, so that everything
 * behind it stays where it is. Whatever is no JPEG, or is broken, comes back as it is. Never throws.
 */
export function withoutPlace(head: Uint8Array): { bytes: Uint8Array; hadPlace: boolean } {
  const bytes = Uint8Array.from(head)
  let hadPlace = false
  for (const segment of segmentsOf(bytes)) {
    const start = Buffer.from(segment.subarray(0, 30)).toString('latin1')
    if (start.startsWith('Exif\0\0')) hadPlace = wipeExif(segment.subarray(6)) || hadPlace
    if (start.startsWith('http://ns.adobe.com/xap/1.0/')) hadPlace = wipeXmp(segment) || hadPlace
  }
  return { bytes, hadPlace }
}

/** What stands in APP1 segments, before the picture itself. */
function* segmentsOf(bytes: Uint8Array): Generator<Uint8Array> {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const [marker = 0, high = 0, low = 0] = bytes.subarray(at + 1, at + 4)
    const end = at + 2 + high * 256 + low
    if (marker === 0xda || end <= at + 3) return
    if (marker === 0xe1) yield bytes.subarray(at + 4, Math.min(end, bytes.length))
    at = end
  }
}

/** TIFF 6.0 §2: a directory is a count, entries of twelve bytes (tag, type, count, value or where it is), and the next. */
function wipeExif(tiff: Uint8Array): boolean {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  const isLittle = tiff[0] === 0x49
  const short = (at: number) => (at + 2 <= tiff.length ? view.getUint16(at, isLittle) : 0)
  const long = (at: number) => (at + 4 <= tiff.length ? view.getUint32(at, isLittle) : 0)
  const entries = (at: number) => Array.from({ length: short(at) }, (_, n) => at + 2 + n * 12)
  const pointer = entries(long(4)).find((at) => short(at) === placeTag)
  if (pointer === undefined) return false
  const place = long(pointer + 8)
  const inPlace = entries(place)
  const hadPlace = inPlace.some((at) => short(at) === latitudeTag)
  for (const at of inPlace) {
    const size = (sizes[short(at + 2)] ?? 0) * long(at + 4)
    const value = long(at + 8)
    if (size > 4) tiff.fill(0, value, value + size)
  }
  tiff.fill(0, place, place + 2 + inPlace.length * 12)
  return hadPlace
}

const inXmp =
  /(exif:GPS(?:Latitude|Longitude|Altitude|DestLatitude|DestLongitude)\w*)(="[^"]*"|>[^<]*)/gu

/** Letters of a place become blanks; the XML around them stays whole. */
function wipeXmp(segment: Uint8Array): boolean {
  const text = Buffer.from(segment).toString('latin1')
  const wiped = text.replaceAll(inXmp, (_, name: string, value: string) => {
    const kept = value.startsWith('=') ? 2 : 1
    const end = value.startsWith('=') ? 1 : 0
    return (
      name +
      value.slice(0, kept) +
      ' '.repeat(value.length - kept - end) +
      value.slice(value.length - end)
    )
  })
  segment.set(Buffer.from(wiped, 'latin1'))
  return wiped !== text
}
