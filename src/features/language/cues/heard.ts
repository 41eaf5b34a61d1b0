import { original, type Span } from '#kernel/japanese-text/mapped-text.ts'
import type { CompanyPhrases, Cue, Heard, Utterance } from '../contract.ts'
import { type CueCode, cueCodes, mayCarry } from './codes.ts'
import { weigher } from '../weighing/weigher.ts'
import { companySpans } from './company-words.ts'
import { read, type Reading } from './reading.ts'
import { stretches } from './stretches.ts'
import learnt from './weights.json' with { type: 'json' }

const { weighParts, evidence } = weigher(learnt, cueCodes)

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
  const places = stretches(sentences)
  const heaviest = cueCodes.map(() => 0)
  const heard = new Map<number, Span>()
  for (const [at, weights] of weighParts(text, places).entries()) {
    const place = places[at]!
    for (let cue = 0; cue < heaviest.length; cue += 1) {
      const weight = weights[cue]! - place.more
      if (weight <= heaviest[cue]!) continue
      heaviest[cue] = weight
      heard.set(cue, place)
    }
  }
  return cueCodes.flatMap((code, cue) => {
    const place = heard.get(cue)
    if (!place) return []
    const { start, end } = evidence(text.slice(place.start, place.end), cue)
    return [{ code, match: { start: place.start + start, end: place.start + end } }]
  })
}
