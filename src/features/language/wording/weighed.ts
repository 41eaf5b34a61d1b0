import { read } from '../cues/reading.ts'
import { weigher } from '../weighing/weigher.ts'
import { type Draft, isQuoted, oncePerDraft, sentenceIndexAt } from './draft.ts'
import { denied, type Flaw, type Rule } from './rule.ts'
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

/** It stands beside everything that is ever said badly, and is none of it. */
const bareApology =
  /^\s*(?:誠に|まことに|大変|本当に|心より|心から|深く|重ねて|ただただ)*(?:申し?訳|お詫び|失礼|恐れ入)[^、。]{0,14}。?\s*$/u

const saysSomething = /[ぁ-んァ-ヶ一-龯]{2}/u

/** How much more than nothing a sentence must weigh where no pattern found anything. */
const clearly = 0.1

/** How much less than nothing a sentence weighs when the words of a pattern stand in it and yet break no rule. */
const clearlyNot = -0.3

/** Of what patterns `found`, as offsets in the normalised text: what the whole sentence does not speak against. */
export function unlessWeighedLight(
  draft: Draft,
  { code, alsoWeighed }: Rule,
  found: readonly Flaw[],
): readonly Flaw[] {
  const number = weighedRules.findIndex((rule) => rule === code)
  if (!alsoWeighed || number === -1) return found
  // What stops a letter is stopped by words that can be shown, whatever stands around them.
  return found.filter(({ start, severity }) => {
    const weight = weightsOf(draft)[sentenceIndexAt(draft, start)]?.[number] ?? 0
    return severity === 'error' || weight > clearlyNot
  })
}

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
    const words = draft.text.slice(sentence.start, sentence.end)
    if (bareApology.test(words) || !saysSomething.test(words) || denied.test(words)) return []
    const typed = draft.typed(sentence.start, sentence.end)
    if (found.some(({ start, end }) => start < typed.end && end > typed.start)) return []
    if (isQuoted(draft, sentence.start)) return []
    if (alsoWeighed.isMended?.(draft, sentence)) return []
    const { start, end } = evidence(words, number)
    const place = { start: sentence.start + start, end: sentence.start + end }
    return place.end > place.start ? [{ ...place, severity: 'warning' as const, message }] : []
  })
}

// The greeting before it and the apology after it say nothing of what happened.
const greeting = /^\s*(?:拝啓|謹啓|拝復|前略)\s*/u
const sorry = /詫び|わび|訳|陳謝|謝罪|すみません|ごめん|失礼/u
const apology =
  /(?:こと|件|点|次第|旨)?(?:につきまして|について|に関しまして|に対し(?:まして)?|に|を|は|で)?[、,]?[^、。]{0,12}(?:お詫び|おわび|申し?訳|陳謝|謝罪|すみません|ごめんなさい|失礼(?:いた|致))[^。]*。?\s*$/u

/** A sentence of a letter without its greeting and its apology: what it tells. */
export function toldIn(sentence: string): string {
  const greeted = sentence.replace(greeting, '')
  // Looked for at every letter otherwise.
  const told = sorry.test(greeted) ? greeted.replace(apology, '') : greeted
  return told.length > 4 ? told : sentence
}

/** What each sentence of the draft weighs of each point. */
export const pointWeightsOf = oncePerDraft((draft: Draft) =>
  draft.sentences.map(({ start, end }, at) => {
    const sentence = draft.text.slice(start, end)
    const told = toldIn(sentence)
    // Weighing is what a lint costs: most sentences tell the same with all their words.
    const weights = told === sentence ? (weightsOf(draft)[at] ?? []) : weigh(read(told).text)
    const of = (point: (typeof points)[number]) => weights[weighedCodes.indexOf(point)] ?? -1
    return {
      start,
      end,
      weights: {
        cause: of('cause'),
        impact: of('impact'),
        response: of('response'),
        prevention: of('prevention'),
      },
    }
  }),
)
