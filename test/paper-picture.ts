import sharp from 'sharp'
import { getDocumentProxy, renderPageAsImage } from 'unpdf'

/** A page of a PDF as it is seen, at 72 dots per inch, in few greys and colours. `page` counts from 1. */
export async function pageAsPicture(pdf: Buffer, page: number): Promise<Buffer> {
  const canvasImport = () => import('@napi-rs/canvas')
  const drawn = await renderPageAsImage(new Uint8Array(pdf), page, { canvasImport, scale: 1 })
  return sharp(Buffer.from(drawn))
    .flatten({ background: '#fff' })
    .png({ palette: true, colours: 16 })
    .toBuffer()
}

export async function pagesIn(pdf: Buffer): Promise<number> {
  return (await getDocumentProxy(new Uint8Array(pdf))).numPages
}

/** Part of the paper that differs visibly, from 0 to 1; 1 when the sizes do. */
export async function difference(one: Buffer, other: Buffer): Promise<number> {
  const [a, b] = await Promise.all([one, other].map(greys))
  if (!a || !b || a.info.width !== b.info.width || a.info.height !== b.info.height) return 1
  const far = a.data.filter((grey, at) => Math.abs(grey - (b.data[at] ?? 0)) > 96)
  return far.length / a.data.length
}

function greys(picture: Buffer) {
  return sharp(picture).greyscale().raw().toBuffer({ resolveWithObject: true })
}
