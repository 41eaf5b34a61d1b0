import { sentences } from '#kernel/japanese-text/clauses.ts'
import { type MappedText, rewrite, type Span } from '#kernel/japanese-text/mapped-text.ts'
import { normalise } from '#kernel/japanese-text/normalise.ts'
import { inUsualLetters } from '#kernel/japanese-text/usual-letters.ts'

export type { Span } from '#kernel/japanese-text/mapped-text.ts'

/** A text prepared for pattern matching, with the way back to the original. */
export type Reading = {
  readonly mapped: MappedText
  readonly text: string
  readonly sentences: readonly Span[]
}

export function read(original: string): Reading {
  const mapped = inUsualLetters(unspaced(normalise(original)))
  return { mapped, text: mapped.text, sentences: sentences(mapped.text) }
}

const space = /[ \t]+/gu
const gapped = /(?<=[぀-ヿ一-鿿!?。、])[ \t]+(?=[぀-ヿ一-鿿「])/gu

/** Speech-to-text writes spaces: between all words they mean nothing, here and there they are commas. */
function unspaced(mapped: MappedText): MappedText {
  const gaps = mapped.text.match(gapped)?.length ?? 0
  if (gaps === 0) return rewrite(mapped, space, () => ' ')
  const everyWord = gaps * 5 > mapped.text.length
  return rewrite(mapped, gapped, (_, at) =>
    everyWord || /[!?。、]/u.test(mapped.text[at - 1] ?? '') ? '' : '、',
  )
}

/** The sentence, or the sentences from first to last, that a span stands in. */
export function sentenceAround(reading: Reading, span: Span): Span {
  const first = reading.sentences.find(({ end }) => end > span.start)
  const last = reading.sentences.find(({ end }) => end >= span.end)
  return { start: first?.start ?? 0, end: last?.end ?? reading.text.length }
}
