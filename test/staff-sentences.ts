import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { wordingRules, writing } from '#features/language/contract.ts'
import { allTables } from '#features/language/wording/all.table.ts'
import { pointSentences } from '#features/language/wording/four-points.table.ts'
import {
  points,
  type Weighed,
  weighedCodes,
  weighedRules,
} from '#features/language/wording/weighed.ts'

/** A sentence of ours, what it carries, and which codes that is known of. */
export type Told = {
  readonly text: string
  readonly codes: readonly Weighed[]
  readonly isKnown: (code: Weighed) => boolean
}

const folder = join(import.meta.dirname, '../sentences')
const longest = 140

/** The sentences that rules and points are learnt from: those of the tables that are shown, and two folders. */
export function staffSentences(): Told[] {
  return [
    ...allTables.flatMap(({ rows }) =>
      rows
        .filter(({ isHeldOut, text }) => !isHeldOut && text.length < longest)
        .map(({ text, rule, isFound }) => told(text, isFound ? [rule] : [], [rule])),
    ),
    ...tablesIn('wording', weighedRules),
    ...tablesIn('points', points).map(alsoHarmless),
    ...pointSentences.map(({ text, point }) => told(text, [point], points)),
  ]
}

/** What tells how it came, what it meant and what is done neither blames nor argues. */
const harmless: readonly Weighed[] = [
  'blames-customer',
  'argues',
  'flat-refusal',
  'promises-anything',
  'conditional-apology',
]

function alsoHarmless(sentence: Told): Told {
  const { codes, isKnown } = sentence
  if (codes.length === 0) return sentence
  return { ...sentence, isKnown: (code) => isKnown(code) || harmless.includes(code) }
}

/** `codes TAB text`, codes between spaces or `-`. What is not among `known` is left out. */
function tablesIn(name: string, known: readonly Weighed[]): Told[] {
  const path = join(folder, name)
  return readdirSync(path)
    .toSorted()
    .flatMap((file) =>
      readFileSync(join(path, file), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line, at) => {
          const [codes, text, ...more] = line.split('\t')
          if (!codes || !text || more.length > 0)
            throw new Error(`${file}:${at + 1}: write "codes TAB text", not "${line}"`)
          return told(text, codes === '-' ? [] : codes.split(' '), known)
        }),
    )
}

function told(text: string, codes: readonly string[], known: readonly string[]): Told {
  return {
    text,
    codes: weighedCodes.filter((code) => codes.includes(code)),
    isKnown: (code) => known.includes(code),
  }
}

const heldOutText = z.object({
  kind: writing.shape.kind,
  text: z.string(),
  rules: z.array(z.enum(wordingRules)),
})

/** Whole texts with every rule they break, one JSON object a line. */
export function heldOutTexts(name: string): z.output<typeof heldOutText>[] {
  return readFileSync(join(folder, 'held-out-texts', `${name}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => heldOutText.parse(JSON.parse(line)))
}
