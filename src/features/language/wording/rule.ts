import type { Span } from '#kernel/japanese-text/mapped-text.ts'
import type { Severity, WordingRule } from '../contract.ts'
import { type Draft, isQuoted, sentenceAt } from './draft.ts'

/** One place in the normalised text that breaks a rule. `message`: what, why, what instead. */
export type Flaw = {
  readonly start: number
  readonly end: number
  readonly severity: Severity
  readonly message: string
  readonly fix?: string
}

export type Rule = {
  readonly code: WordingRule
  readonly find: (draft: Draft) => readonly Flaw[]
  /** Sentences that weigh enough are found, too: they warn, they never stop anything. */
  readonly alsoWeighed?: {
    readonly message: string
    readonly isSettled?: (draft: Draft) => boolean
    /** What stands in the sentence or behind it takes the breach away. */
    readonly isMended?: (draft: Draft, sentence: Span) => boolean
  }
}

export type Words = {
  readonly match: RegExp
  /** Read on the sentence the match stands in. */
  readonly unless?: RegExp
  readonly severity?: Severity
  readonly message?: string
  readonly fix?: string
  /** Also between quotation marks, and where somebody else said it. */
  readonly isReadInQuotes?: boolean
}

// The customer's words, said again: 「…とのお言葉」, 「…とおっしゃる」.
const reported =
  /^[^。!?\n「]{0,14}?(?:と(?:の|いう|いった|は)?(?:ご指摘|お言葉|ご意見|お申し出|お話|お叱り|ご主張|お気持ち|ご感想|ご不満|お怒り|ご要望|お客様の)|と(?:おっしゃ|仰|言われ|伺|お聞き|お感じ|思われ(?:た|て)|書かれ))/u

/** 「何でもいたしますとは申せません」, 「使い方に問題があったということではございません」: taken back at once. */
export const denied =
  /(?<!こ)とは(?:申せ|申し(?:上げ(?:られ)?)?|言え|言い|考えて(?:い|お)(?:り)?|思って(?:い|お)(?:り)?|思い)ません|(?:という|との)(?:こと|つもり)では(?:ござい|あり)ません/u

/** Places where the words stand as our own: not quoted, not reported, not excused by their sentence. */
export function placesOf(
  draft: Draft,
  { match, unless, isReadInQuotes }: Words,
): { start: number; end: number; words: string }[] {
  const places: { start: number; end: number; words: string }[] = []
  match.lastIndex = 0
  for (let found = match.exec(draft.text); found !== null; found = match.exec(draft.text)) {
    const [start, end] = [found.index, found.index + found[0].length]
    if (end === start) {
      match.lastIndex += 1
      continue
    }
    const isOthers = isQuoted(draft, start) || reported.test(draft.text.slice(end, end + 40))
    if (isOthers && !isReadInQuotes) continue
    const sentence = sentenceAt(draft, start)
    if (denied.test(draft.text.slice(end, sentence.end))) continue
    if (unless?.test(draft.text.slice(sentence.start, Math.max(sentence.end, end)))) continue
    places.push({ start, end, words: found[0] })
  }
  return places
}

export function flawsOf(
  draft: Draft,
  words: readonly Words[],
  usual: { severity: Severity; message: string },
): Flaw[] {
  const flaws = words.flatMap((each) =>
    placesOf(draft, each).map(({ start, end }) => ({
      start,
      end,
      severity: each.severity ?? usual.severity,
      message: each.message ?? usual.message,
      ...(each.fix === undefined ? {} : { fix: each.fix }),
    })),
  )
  return withoutOverlaps(flaws)
}

function withoutOverlaps(flaws: readonly Flaw[]): Flaw[] {
  const kept: Flaw[] = []
  for (const flaw of flaws.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (flaw.start >= (kept.at(-1)?.end ?? 0)) kept.push(flaw)
  }
  return kept
}
