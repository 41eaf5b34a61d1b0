import type { CaseRecord, HeardCue } from '#features/complaints/record/contract.ts'
import { isJapanese } from './quotes.ts'

const clauseEnd = /[、。，．！？!?…\n「」『』]|[,;:.](?=\s|$)/
const longest = { japanese: 20, other: 60 } as const
/** A clause that is only a little longer is read whole. */
const slack = 4
/** What may not begin words that are read aloud: it belongs to what stood before. */
const leading =
  /^(?:[\s、。，．…]|だなんて|なんて|という|って(?=[^ぁ-ん])|[をがはにのへと](?=[^ぁ-ん])|の(?=[ぁ-ん]))+/

/** A cue and the text it stands in never change, and a long talk has hundreds of them. */
const known = new WeakMap<HeardCue, string>()

/** The words that carried a cue, as they were said. */
export function wordsOfCue(cue: HeardCue, record: CaseRecord): string {
  const before = known.get(cue)
  if (before !== undefined) return before
  const note = record.notes.find((each) => each.sequence === cue.sequence)
  const words = wholeWords(cue.words, note?.text ?? record.ownWords, cue.start)
  known.set(cue, words)
  return words
}

/**
 * The words of a cue as one would quote them: never cut within a word. The clause they stand in when it is short, else
 * whole words around them.
 */
export function wholeWords(words: string, text: string, start = text.indexOf(words)): string {
  const from = text.startsWith(words, start) ? start : text.indexOf(words)
  if (from < 0 || words === '') return words
  const most = isJapanese(words) ? longest.japanese : longest.other
  const spoken = spanOf(words, text, from)
  const clause = { start: clauseStart(text, spoken.start), end: clauseEndAfter(text, spoken.end) }
  const whole = text.slice(clause.start, clause.end).trim()
  return whole.length <= most + slack ? whole : trimmed(grown(text, spoken, clause, most))
}

type Span = { readonly start: number; readonly end: number }

/** Without the marks at its ends; of two clauses the later one, when an end of a word was all there was of the first. */
function spanOf(words: string, text: string, from: number): Span {
  const end = from + words.replace(/[\s、。，．！？!?…]+$/, '').length
  const cut = leading.exec(words)?.[0].length ?? 0
  const start = from + cut < end ? from + cut : from
  return { start: isWordStart(text, from) && cut === 0 ? from : start, end }
}

function clauseStart(text: string, at: number): number {
  for (let place = at; place > 0; place -= 1)
    if (clauseEnd.test(text[place - 1] ?? '')) return place
  return 0
}

function clauseEndAfter(text: string, at: number): number {
  const rest = text.slice(at).search(clauseEnd)
  return rest < 0 ? text.length : at + rest
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' })

function edgesOf(text: string): number[] {
  return [...segmenter.segment(text)].map(({ index }) => index).concat(text.length)
}

function isWordStart(text: string, at: number): boolean {
  return edgesOf(text).includes(at)
}

/** To the end of the clause first, because there a sentence says what it is about; then back, word by word. */
function grown(text: string, { start, end }: Span, clause: Span, most: number): string {
  const edges = edgesOf(text).filter((edge) => edge >= clause.start && edge <= clause.end)
  const whole = edges.findLast((edge) => edge <= start) ?? start
  const ends = edges.filter((edge) => edge >= end && edge - whole <= most)
  const last = ends.at(-1) ?? edges.find((edge) => edge >= end) ?? end
  const first = edges.find((edge) => last - edge <= most && edge <= whole) ?? whole
  return text.slice(first, last)
}

function trimmed(words: string): string {
  return words.replace(leading, '').trim()
}
