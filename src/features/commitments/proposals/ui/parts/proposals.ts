import type { z } from 'zod'
import type { Commitment } from '#features/commitments/contract.ts'
import type { promise } from '#features/language/contract.ts'

export type FoundPromise = z.output<typeof promise>

/** Told apart by what was said and until when, so that what was once put aside stays aside. */
export function keyOf(found: FoundPromise): string {
  return `${found.due ?? 'vague'}/${found.words}`
}

/** What was found and neither stands in the ledger nor was put aside; each once. */
export function proposed(
  found: readonly FoundPromise[],
  commitments: readonly Pick<Commitment, 'dueAt' | 'dueOn' | 'words'>[],
  putAside: readonly string[],
): FoundPromise[] {
  const open = found.filter(
    (each) => !putAside.includes(keyOf(each)) && !commitments.some((made) => isSame(each, made)),
  )
  return [...new Map(open.map((each) => [keyOf(each), each])).values()]
}

function isSame(
  { due, precision, words }: FoundPromise,
  made: Pick<Commitment, 'dueAt' | 'dueOn' | 'words'>,
): boolean {
  if (due === null || precision === 'vague') return made.words === words
  return precision === 'day' ? made.dueOn === due : Date.parse(made.dueAt) === Date.parse(due)
}

/** The whole sentence in which a promise was found: the ledger must say what was promised, not only when. */
export function sentenceAround(text: string, words: string): string {
  const at = Math.max(0, text.indexOf(words))
  const before = text.slice(0, at).search(/[^。．！？!?\n]*$/u)
  const rest = text.slice(at + words.length).search(/[。．！？!?\n]/u)
  const end = rest === -1 ? text.length : at + words.length + rest
  return [...text.slice(before, end).trim()].slice(0, 200).join('')
}

/** In the shape the ledger takes: the day and, when one was said, the time of day in Japan. */
export function dueOf({ due, precision }: FoundPromise): { on: string; at?: string } | null {
  if (due === null || precision === 'vague') return null
  if (precision === 'day') return { on: due.slice(0, 10) }
  const time = Temporal.Instant.from(due).toZonedDateTimeISO('Asia/Tokyo')
  return {
    on: time.toPlainDate().toString(),
    at: time.toPlainTime().toString({ smallestUnit: 'minute' }),
  }
}
