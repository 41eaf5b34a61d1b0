import type { Writing } from '../contract.ts'
import { apologiesIn } from './apologies.ts'
import { draftOf } from './draft.ts'
import { type Point, pointsOf } from './four-points.ts'

/** What a letter tells its reader. */
export type Telling = {
  /** Of the four points, those that some sentence carries. */
  readonly points: readonly Point[]
  readonly apologies: number
  /** How long each sentence is, in letters, without its line breaks. */
  readonly sentences: readonly number[]
  readonly questions: number
}

const asks = /(?:[?？]|(?:でしょう|ます|ません|です)か。?)\s*$/u

export function tellingOf(writing: Writing): Telling {
  const draft = draftOf(writing, {})
  const sentences = draft.sentences.map(({ start, end }) => draft.text.slice(start, end).trim())
  return {
    points: [...new Set(pointsOf(draft).flatMap(({ carries }) => carries))],
    apologies: apologiesIn(draft).length,
    sentences: sentences.filter(Boolean).map((sentence) => sentence.replaceAll(/\s/gu, '').length),
    questions: sentences.filter((sentence) => asks.test(sentence)).length,
  }
}
