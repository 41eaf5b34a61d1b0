import { original, rewrite, type MappedText, type Span } from '#kernel/japanese-text/mapped-text.ts'
import { normalise } from '#kernel/japanese-text/normalise.ts'
import { parseNumeral } from '#kernel/japanese-text/numerals.ts'
import { foldNames } from '#kernel/variants.ts'

/**
 * One text in the forms in which it is searched; each knows where its letters stood. `figures`: full-width forms, kinds of
 * dash and kanji numerals made one. `names`: also old and variant kanji, without the spaces and dots that part a name.
 */
export type Read = { readonly figures: MappedText; readonly names: MappedText }

const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]+/gu
const kanjiDigits = /[〇零一二三四五六七八九]{4,}/gu
const kanjiCounted =
  /[〇零一二三四五六七八九十百千万]+(?=年|月|日|丁目|番|号|円|の[〇一二三四五六七八九十])/gu

export function read(text: string): Read {
  const bare = rewrite(normalise(text), invisible, () => '')
  const digits = rewrite(bare, kanjiDigits, arabicEach)
  const figures = rewrite(digits, kanjiCounted, (words) => String(parseNumeral(words) ?? words))
  const folded = rewrite(bare, /[^\n]/gu, (letter) => foldNames(letter))
  return { figures, names: rewrite(folded, /[ \t　・･.,_/|-]+/gu, () => '') }
}

function arabicEach(words: string): string {
  return [...words].map((digit) => String(parseNumeral(digit) ?? digit)).join('')
}

/** Where in the text as it was typed a pattern is found in one of its forms. */
export function placesOf(form: MappedText, pattern: RegExp): (Span & { readonly said: string })[] {
  return [...form.text.matchAll(pattern)].map((found) => ({
    ...original(form, found.index, found.index + found[0].length),
    said: found[0],
  }))
}

// Between two figures people put next to nothing: a dash (a long vowel mark will do), a space, a bracket.
const gap = '[ \\t　\\-ー・.,_/()]{0,3}'

/** A number or code however it is cut into pieces; never as a part of a longer one. */
export function spelled(code: string): string {
  return [...code].map((letter) => escaped(letter)).join(gap)
}

export function codePattern(code: string): RegExp {
  return new RegExp(`(?<![A-Z0-9])${spelled(code)}(?![A-Z0-9])`, 'giu')
}

/** Ten or eleven figures from 0, or from +81, as telephones have them. */
export const phonePattern = new RegExp(
  `(?<![0-9])(?:\\+?81${gap}(?:\\(0\\))?|0)[1-9](?:${gap}[0-9]){8,9}(?![0-9])`,
  'gu',
)

/** 03-1111-2222, +81 3 1111 2222 → 0311112222 */
export function phoneDigits(said: string): string {
  const digits = said.normalize('NFKC').replace(/\D/gu, '')
  return digits.replace(/^810?(?=[1-9]\d{8})/u, '0')
}

/** Letters and figures alone: A-1001 → A1001. */
export function bareCode(code: string): string {
  return code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/gu, '')
}

/** A name for searching: as `Read.names` writes it. */
export function bareName(name: string): string {
  return read(name).names.text.trim()
}

export function hiragana(text: string): string {
  return text.replace(/[ァ-ヶ]/gu, (letter) =>
    String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0x60),
  )
}

export function katakana(text: string): string {
  return text.replace(/[ぁ-ゖ]/gu, (letter) =>
    String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0x60),
  )
}

export function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
}

/** A day in the ways it is written: 11月20日, 2026年11月20日, 令和8年11月20日, 2026/11/20, 11/20. */
export function dayPattern(day: string): RegExp {
  const { year, month, day: date } = Temporal.PlainDate.from(day)
  const md = `0?${month}月0?${date}日`
  const whole = `(?:(?:${year}年|令和${year - 2018}年|R${year - 2018}[.])?${md}|${year}[-/.]0?${month}[-/.]0?${date}(?![0-9])|0?${month}/0?${date}(?![0-9/]))`
  return new RegExp(`(?<![0-9/])${whole}`, 'gu')
}

/** 一丁目二番三号, 1丁目2番地3, 1-2-3 and 1の2の3 are one address. */
export function addressForm(text: string): MappedText {
  const spaceless = rewrite(read(text).figures, /[ \t　]+/gu, () => '')
  const numbers = rewrite(
    spaceless,
    /(?<=[0-9])(?:丁目|番地の?|番|号室|号|の|ー|-)(?=[0-9]|)/gu,
    () => '-',
  )
  return rewrite(numbers, /(?<=[0-9])-(?![0-9])/gu, () => '')
}
