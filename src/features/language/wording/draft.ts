import { type BusinessCalendar, japaneseOfficeCalendar } from '#kernel/business-calendar.ts'
import { quotations, sentences } from '#kernel/japanese-text/clauses.ts'
import { type MappedText, original, type Span } from '#kernel/japanese-text/mapped-text.ts'
import { normalise } from '#kernel/japanese-text/normalise.ts'
import type { LintContext, PromisePhrase, Writing, WritingKind } from '../contract.ts'
import { promisesIn } from '../promises/find.ts'
import { unwrapped } from '../promises/wrapped-lines.ts'

/** A text prepared for the rules: normalised, in sentences, with the way back to what was typed. */
export type Draft = {
  readonly kind: WritingKind
  readonly text: string
  readonly context: LintContext
  readonly sentences: readonly Span[]
  readonly quoted: readonly Span[]
  /** In offsets of what was typed. */
  readonly promises: () => readonly PromisePhrase[]
  readonly typed: (start: number, end: number) => Span
}

/** What several rules ask of a draft is read once. */
export function oncePerDraft<T>(read: (draft: Draft) => T): (draft: Draft) => T {
  const known = new WeakMap<Draft, T>()
  return (draft) => {
    const before = known.get(draft)
    if (before !== undefined) return before
    const now = read(draft)
    known.set(draft, now)
    return now
  }
}

const datesOfYear = /[月/／]|元[日旦]|の日/u

export function draftOf(
  { kind, text }: Writing,
  context: LintContext,
  calendar: BusinessCalendar = japaneseOfficeCalendar,
): Draft {
  const mapped = unwrapped(normalise(text))
  const quoted = quotations(mapped.text).filter((span) => !isWhole(span, mapped))
  let promises: readonly PromisePhrase[] | undefined
  const heardAt = (now: string) => promisesIn(mapped, { now, text }, calendar)
  // Without a moment of writing the days do not matter, only that there are some. One of two lies ahead in any case.
  const promisesAt = (now?: string) => {
    if (now !== undefined) return heardAt(now)
    const inSpring = heardAt('2026-04-01T10:00:00+09:00')
    return inSpring.length > 0 || !datesOfYear.test(text)
      ? inSpring
      : heardAt('2026-10-01T10:00:00+09:00')
  }
  return {
    kind,
    text: mapped.text,
    context,
    sentences: sentences(mapped.text),
    quoted,
    promises: () => (promises ??= promisesAt(context.now)),
    typed: (start, end) => original(mapped, start, end),
  }
}

export function sentenceAt(draft: Draft, at: number): Span {
  return draft.sentences[sentenceIndexAt(draft, at)] ?? { start: 0, end: draft.text.length }
}

export const sentenceIndexAt = ({ sentences }: Draft, at: number) => firstEndingAfter(sentences, at)

export function isQuoted({ quoted }: Draft, at: number): boolean {
  const span = quoted[firstEndingAfter(quoted, at)]
  return span !== undefined && span.start <= at
}

/** Spans in order, searched by halves: a text can hold thousands. */
function firstEndingAfter(spans: readonly Span[], at: number): number {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.end ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low
}

const isWhole = ({ start, end }: Span, { text }: MappedText) =>
  end - start >= text.trim().length - 3
