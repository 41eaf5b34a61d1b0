import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setAsPdf } from '#features/letters/typesetting/factory.ts'
import { letters } from '#test/letters.ts'
import { pageAsPicture } from '#test/paper-picture.ts'

// The pictures that the test of the press holds every sheet against. Look at each before it is committed.
const folder = join(import.meta.dirname, '..', 'docs', 'pictures')
for (const { name, letter, head } of letters) {
  const picture = await pageAsPicture(await setAsPdf(letter, head), 1)
  await writeFile(join(folder, `letters-${name}.png`), picture)
}
