import { read } from '../cues/reading.ts'
import { weigher } from '../weighing/weigher.ts'
import { type Draft, isQuoted, oncePerDraft } from './draft.ts'
import type { Flaw, Rule } from './rule.ts'
import learnt from './weights.json' with { type: 'json' }

/** Rules whose breaches are weighed, too: what they look for is said in ever other words. */
export const weighedRules = [
  'admits-liability',
  'promises-money',
  'promises-anything',
  'absolute-promise',
  'vague-promise',
  'flat-refusal',
  'blames-customer',
  'excuse',
  'argues',
  'visit-unasked',
  'conditional-apology',
] as const

/** What a sentence of a letter of apology can carry. */
export const points = ['cause', 'impact', 'response', 'prevention'] as const

export const weighedCodes = [...weighedRules, ...points] as const
export type Weighed = (typeof weighedCodes)[number]

const { weigh, evidence } = weigher(learnt, weighedCodes)

/** What each sentence of the draft weighs, in the order of `weighedCodes`. */
const weightsOf = oncePerDraft((draft: Draft) =>
  draft.sentences.map(({ start, end }) => weigh(read(draft.text.slice(start, end)).text)),
)

/** How much more than nothing a sentence must weigh where no pattern found anything. */
const clearly = 0.1

/** The sentences that break the rule though nothing was `found` in them, as it was typed, by its patterns. */
export function weighedFlaws(
  draft: Draft,
  { code, alsoWeighed }: Rule,
  found: readonly Flaw[],
): Flaw[] {
  const number = weighedRules.findIndex((rule) => rule === code)
  if (!alsoWeighed || number === -1 || alsoWeighed.isSettled?.(draft)) return []
  const { message } = alsoWeighed
  return draft.sentences.flatMap((sentence, at) => {
    if ((weightsOf(draft)[at]?.[number] ?? 0) <= clearly) return []
    const typed = draft.typed(sentence.start, sentence.end)
    if (found.some(({ start, end }) => start < typed.end && end > typed.start)) return []
    if (isQuoted(draft, sentence.start)) return []
    const { start, end } = evidence(draft.text.slice(sentence.start, sentence.end), number)
    const place = { start: sentence.start + start, end: sentence.start + end }
    return place.end > place.start ? [{ ...place, severity: 'warning' as const, message }] : []
  })
}

/** The points that a sentence of a letter weighs enough for. */
export function weighedPoints(draft: Draft, sentence: number): (typeof points)[number][] {
  const weights = weightsOf(draft)[sentence]
  return points.filter((point) => (weights?.[weighedCodes.indexOf(point)] ?? 0) > 0)
}
