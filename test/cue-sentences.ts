import { hash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { allSentences } from '#features/language/cues/all.table.ts'
import { type CueCode, cueCode } from '#features/language/contract.ts'

export type Labelled = {
  readonly text: string
  readonly speaker: 'customer' | 'operator'
  readonly codes: readonly CueCode[]
}

const folder = join(import.meta.dirname, '../sentences')

/** The sentences the cues are learnt from: those of the tables that are shown, and sentences/cues. */
export function sentencesToLearnFrom(): Labelled[] {
  return [...allSentences.filter(({ isHeldOut }) => !isHeldOut), ...tablesIn(join(folder, 'cues'))]
}

/** Sentences that nothing is ever learnt from. */
export function heldOutSentences(): Labelled[] {
  return [
    ...allSentences.filter(({ isHeldOut }) => isHeldOut),
    ...tablesIn(join(folder, 'held-out')),
  ]
}

function tablesIn(path: string): Labelled[] {
  return readdirSync(path)
    .toSorted()
    .flatMap((name) =>
      readFileSync(join(path, name), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line, at) => labelled(line, `${name}:${at + 1}`)),
    )
}

/** `codes TAB speaker TAB text`; the codes between spaces, or `-` for none. */
function labelled(line: string, place: string): Labelled {
  const [codes, speaker, text, ...more] = line.split('\t')
  if (!codes || !text || more.length > 0 || (speaker !== 'customer' && speaker !== 'operator'))
    throw new Error(`${place}: write "codes TAB customer|operator TAB text", not "${line}"`)
  return {
    text,
    speaker,
    codes: codes === '-' ? [] : codes.split(' ').map((code) => cueCode.parse(code)),
  }
}

/** Says which sentences something was learnt from. */
export function digestOf(sentences: readonly object[]): string {
  return hash('sha256', JSON.stringify(sentences))
}
