import { pictureForPaper } from '#platform/files/small-picture.ts'
import { typesetToKeep, type Enclosure } from '#platform/paper/typeset.ts'
import { packSource, withoutUnprintable, type PackPaper } from './rules.ts'

export type Shot = { readonly bytes: Uint8Array; readonly caption: string }

/** The paper as PDF/A-2a; the same words and pictures are the same bytes. What cannot be drawn is in the list of files alone. */
export async function packPaper(
  paper: Omit<PackPaper, 'pictures'>,
  shots: readonly Shot[],
): Promise<Buffer> {
  const pictures: { file: string; caption: string }[] = []
  const enclosures: Enclosure[] = []
  for (const [index, { bytes, caption }] of shots.entries()) {
    const drawn = await pictureForPaper(bytes, 'jpg', 1200)
    if (!drawn) continue
    const file = `shot-${index}.jpg`
    pictures.push({ file, caption })
    enclosures.push({ file, bytes: drawn.bytes })
  }
  let given: PackPaper = { ...paper, pictures }
  // Each round names the letters that the round before could not print.
  for (let round = 0; round < 5; round += 1) {
    const set = await typesetToKeep(packSource, given, enclosures)
    if ('pdf' in set) return set.pdf
    given = withoutUnprintable(given, set.unprintable)
  }
  throw new Error('the paper of a pack could not be set')
}
