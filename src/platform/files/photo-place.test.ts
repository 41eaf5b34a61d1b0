import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { withoutPlace } from './photo-place.ts'

const plain = await sharp({
  create: { width: 64, height: 48, channels: 3, background: '#884422' },
})
  .jpeg()
  .toBuffer()

/** As a telephone writes it: turned, with a maker and the place. */
const taken = await sharp(plain)
  .withExif({
    IFD0: { Make: 'Minato', Orientation: '6' },
    IFD3: {
      GPSLatitudeRef: 'N',
      GPSLatitude: '35/1 26/1 3877/100',
      GPSLongitude: '139/1 38/1 0/1',
    },
  })
  .jpeg()
  .toBuffer()

const exifOf = async (bytes: Uint8Array) => (await sharp(bytes).metadata()).exif?.toString('latin1')

describe('写真の位置情報', () => {
  it('位置だけが消え、向きと機種と大きさは変わらない', async () => {
    const { bytes, hadPlace } = withoutPlace(taken)
    expect(hadPlace).toBe(true)
    expect(bytes).toHaveLength(taken.length)
    expect((await sharp(bytes).metadata()).orientation).toBe(
      (await sharp(taken).metadata()).orientation,
    )
    expect(await exifOf(bytes)).toContain('Minato')
    expect(withoutPlace(bytes)).toEqual({ bytes, hadPlace: false })
    expect(Buffer.from(bytes).includes(Buffer.from([0x0f, 0x25, 0, 0]))).toBe(false)
  })

  it('XMPの中の位置も消える', () => {
    const xmp = `http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude="35,26.6N" exif:GPSLongitude="139,38E" dc:title="港"/>`
    const text = Buffer.from(xmp)
    const length = text.length + 2
    const segment = Buffer.from([0xff, 0xe1, length >> 8, length & 255])
    const photo = Buffer.concat([plain.subarray(0, 2), segment, text, plain.subarray(2)])
    const { bytes, hadPlace } = withoutPlace(photo)
    expect(hadPlace).toBe(true)
    expect(Buffer.from(bytes).toString('utf8')).not.toMatch(/35,26|139,38/u)
    expect(Buffer.from(bytes).toString('utf8')).toContain('dc:title="港"')
  })

  it('位置のない写真、写真でないもの、途中で切れたものは、そのまま', () => {
    for (const same of [plain, Buffer.from('%PDF-1.7'), Buffer.alloc(0), taken.subarray(0, 30)])
      expect(withoutPlace(same)).toEqual({ bytes: Uint8Array.from(same), hadPlace: false })
  })

  it('どこが壊れていても倒れない', () => {
    for (let at = 2; at < 300; at += 1) {
      const broken = Buffer.from(taken)
      broken.fill(0xff, at, at + 3)
      expect(withoutPlace(broken).bytes).toHaveLength(taken.length)
    }
  })
})
