import { original, type Span } from '#kernel/japanese-text/mapped-text.ts'
import type { CompanyPhrases, Cue, Heard, Utterance } from '../contract.ts'
import { type CueCode, cueCodes, mayCarry } from './codes.ts'
import { weigher } from '../weighing/weigher.ts'
import { companySpans } from './company-words.ts'
import { read, type Reading } from './reading.ts'
import { stretches } from './stretches.ts'
import learnt from './weights.json' with { type: 'json' }

const { weigh, evidence } = weigher(learnt, cueCodes)

/** The cues of one utterance in the order they are said; each code once per utterance. */
export function hear(
  { speaker, text }: Utterance,
  companyWords: readonly CompanyPhrases[] = [],
): Heard {
  const reading = read(text)
  const cues = new Map<CueCode, Cue>()
  for (const { code, match } of [...weighed(reading), ...companySpans(companyWords, reading)]) {
    if (!mayCarry(speaker, code)) continue
    const { start, end } = original(reading.mapped, match.start, match.end)
    const known = cues.get(code)
    if (!known || start < known.start)
      cues.set(code, { code, start, end, words: text.slice(start, end) })
  }
  return { cues: [...cues.values()].toSorted((a, b) => a.start - b.start) }
}

export type Found = { readonly code: CueCode; readonly match: Span }

/** The cues that what is said speaks for, each where it speaks for it most. */
function weighed({ text, sentences }: Reading): Found[] {
  const heaviest = cueCodes.map((code) => ({
    code,
    weight: 0,
    place: { start: 0, end: 0, more: 0 },
  }))
  for (const place of stretches(sentences)) {
    const weights = weigh(text.slice(place.start, place.end))
    for (const [cue, known] of heaviest.entries())
      if (weights[cue]! - place.more > known.weight)
        heaviest[cue] = { ...known, weight: weights[cue]! - place.more, place }
  }
  return heaviest
    .filter(({ weight }) => weight > 0)
    .map(({ code, place }) => {
      const { start, end } = evidence(text.slice(place.start, place.end), cueCodes.indexOf(code))
      return { code, match: { start: place.start + start, end: place.start + end } }
    })
}
