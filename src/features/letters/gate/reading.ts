import { original, rewrite, unchanged, type MappedText } from '#kernel/japanese-text/mapped-text.ts'
import type { GateFinding } from './contract.ts'

// What neither screen nor paper shows. A web page leaves it between two letters, and no pattern finds the word any more.
// Of those that are no format characters: joiners, fillers of Hangul and Khmer, an empty pattern of braille.
const unseen =
  /\p{Cf}|\u034F|[\u115F\u1160\u3164\uFFA0]|[\u17B4\u17B5]|[\u180B-\u180D]|\u2800|(?![\t\n\r])\p{Cc}/gu

/** The text as somebody sees it: without letters that show nothing. Places are those of the text as it was typed. */
export function asShown(text: string): MappedText {
  return rewrite(unchanged(text), unseen, () => '')
}

const letter = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々〆{}｛｝]'
const digit = '[\\d０-９〇一二三四五六七八九十百千万億]'
/** Lines that were broken by hand, letters set apart by spaces, and variants that look alike. */
const apart = new RegExp(
  `(?<=${letter}|${digit})(?:[ \\t　]*\\r?\\n[ \\t　]*|[ \\t　]+)(?=${letter}|${digit})|[\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}]`,
  'gu',
)

/** The same text read through the ends of its lines; empty lines still part what they part. */
export function closedUp(shown: MappedText): MappedText {
  return rewrite(shown, apart, () => '')
}

/** Findings of the rewritten text, at the places where their words were typed. */
export function placedIn(read: MappedText, findings: readonly GateFinding[]): GateFinding[] {
  return findings.map((each) => ({ ...each, ...original(read, each.start, each.end) }))
}

/** Those that only show when the text is read through the ends of its lines. */
export function across(closed: MappedText, findings: readonly GateFinding[]): GateFinding[] {
  return placedIn(
    closed,
    findings.filter(({ start, end }) => {
      const typed = original(closed, start, end)
      return typed.end - typed.start > end - start
    }),
  )
}
