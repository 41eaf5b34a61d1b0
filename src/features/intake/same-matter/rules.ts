import { normalise } from '#kernel/japanese-text/normalise.ts'

const most = 5

/** Our numbers in what somebody wrote, however they were typed: 「Ｕ２６－００１０１」 is U26-00101. */
export function numbersIn(...texts: readonly string[]): string[] {
  const found = texts.flatMap((text) =>
    // Between digits the long vowel mark is a hyphen that an input method made.
    [
      ...normalise(text)
        .text.replace(/(?<=\d)[ー−–‐]/gu, '-')
        .matchAll(/\bU\d{2}-\d{5,}\b/giu),
    ].map(([number]) => number.toUpperCase()),
  )
  return [...new Set(found)].slice(0, most)
}
