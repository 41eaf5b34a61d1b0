import type { DraftedSentence } from '../drafting/contract.ts'

/** Sentences follow each other; lines of a list stand alone, and an empty line parts paragraphs. */
export function textOf(sentences: readonly DraftedSentence[]): string {
  return sentences.reduce((text, sentence, at) => {
    const before = sentences[at - 1]
    if (!before) return sentence.text
    return `${text}${breakBetween(before, sentence)}${sentence.text}`
  }, '')
}

function breakBetween(before: DraftedSentence, after: DraftedSentence): string {
  if (before.paragraph !== after.paragraph) return '\n\n'
  return after.text.startsWith('・') || before.text.startsWith('・') ? '\n' : ''
}
