/** Larger files are looked at whole, or not at all: a photo of a telephone has a tenth of it. */
export const largestPictured = 40_000_000

const side = 240
// Forty megapixels more than any telephone; what claims to be larger is meant to fill the memory.
const mostPixels = 100_000_000

/** Brought with the first picture: its libraries are larger than the rest of a start. */
async function drawing() {
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  sharp.concurrency(1)
  return sharp
}

/** A picture as a small WebP of at most 240 pixels, upright, without anything its camera wrote. Null for what cannot be drawn. */
export async function smallPicture(bytes: Uint8Array): Promise<Buffer | null> {
  try {
    const sharp = await drawing()
    return await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 })
      .autoOrient()
      .resize(side, side, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 70 })
      .toBuffer()
  } catch {
    return null
  }
}

/**
 * A picture as it is printed: upright, at most so many pixels wide and high, without anything its camera wrote.
 * Null for what cannot be drawn.
 */
export async function pictureForPaper(
  bytes: Uint8Array,
  type: 'png' | 'jpg',
  most: number,
): Promise<{ bytes: Buffer; width: number; height: number } | null> {
  try {
    const sharp = await drawing()
    const drawn = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 })
      .autoOrient()
      .resize(most, most, { fit: 'inside', withoutEnlargement: true })
    const printed =
      type === 'png' ? drawn.png() : drawn.flatten({ background: '#fff' }).jpeg({ quality: 82 })
    const { data, info } = await printed.toBuffer({ resolveWithObject: true })
    return { bytes: data, width: info.width, height: info.height }
  } catch {
    return null
  }
}
