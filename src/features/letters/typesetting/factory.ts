import sharp from 'sharp'
import type { Picture } from '#kernel/document.ts'
import { typesetToKeep } from '#platform/paper/typeset.ts'
import { typedLetter, type TypedLetter } from './contract.ts'
import { letterhead, type Letterhead } from '../letterhead/contract.ts'
import { setFor } from '../press/rules.ts'
import { documentOf, logoFile, pictureFile } from '../sheet/rules.ts'

export const ourLetterhead = letterhead.parse({
  name: 'みなと食卓株式会社',
  postcode: '420-0853',
  address: '静岡市葵区追手町1-2-3',
  telephone: '054-000-0000',
  department: 'お客様相談室',
  person: '室長　佐々木 恵',
})

/** A letter that can be printed; `given` is what differs. */
export function aLetter(given: Partial<Record<keyof TypedLetter, unknown>> = {}): TypedLetter {
  return typedLetter.parse({
    kind: 'answer',
    recipient: { postcode: '150-0001', address: '東京都渋谷区神宮前1-2-3', name: '森本 千尋' },
    dateOn: '2026-11-24',
    subject: '急須についてのご回答',
    text: 'お申し出の急須について、出荷の記録を確かめました。',
    ...given,
  })
}

/** The PDF as it would be issued; an unprintable letter fails the test with its words. */
export async function setAsPdf(
  letter: TypedLetter,
  head: Letterhead = ourLetterhead,
): Promise<Buffer> {
  const { source, given } = setFor(documentOf(letter, head, ''), {
    author: head.name,
    on: letter.dateOn,
  })
  const set = await typesetToKeep(source, given, await picturesOf(letter, head))
  if ('unprintable' in set) throw new Error(`unprintable: ${set.unprintable}`)
  return set.pdf
}

/** A logo and photos that need no file: drawn. */
export async function picturesOf(letter: TypedLetter, head: Letterhead): Promise<Picture[]> {
  const photos = letter.pictures.map((_, at) => photo(pictureFile(at), at))
  return Promise.all(head.logo === null ? photos : [logo(), ...photos])
}

async function logo(): Promise<Picture> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="80"><path d="M10 55 Q40 10 70 55 T130 55" fill="none" stroke="#0b5cad" stroke-width="8"/><circle cx="165" cy="40" r="22" fill="#a34b00"/></svg>`
  return { file: logoFile, type: 'png', width: 240, height: 80, bytes: await drawn(svg, 'png') }
}

async function photo(file: string, at: number): Promise<Picture> {
  const crack =
    at % 2 === 0
      ? '<path d="M300 60 l20 50 l-30 40 l26 60" stroke="#222" fill="none" stroke-width="4"/>'
      : ''
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><rect width="600" height="400" fill="#d9d2c5"/><ellipse cx="300" cy="240" rx="170" ry="110" fill="#8a4b2f"/><rect x="250" y="90" width="100" height="50" rx="20" fill="#74402a"/><path d="M460 220 l90 -60 l20 20 l-90 80 z" fill="#8a4b2f"/>${crack}</svg>`
  return { file, type: 'jpg', width: 600, height: 400, bytes: await drawn(svg, 'jpg') }
}

function drawn(svg: string, type: 'png' | 'jpg'): Promise<Buffer> {
  const picture = sharp(Buffer.from(svg))
  return type === 'png' ? picture.png().toBuffer() : picture.jpeg().toBuffer()
}
