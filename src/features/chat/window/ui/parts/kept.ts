import { z } from 'zod'
import { browserIds } from '#kit/ids.ts'
import { openingBody } from '#features/chat/window/contract.ts'

/** What this browser knows of its conversation; it survives a reload and a crash. */
const kept = z.object({
  token: z.string(),
  /** The server knows it: the token opens something. */
  isOpened: z.boolean(),
  /** First words that have not been answered yet. */
  opening: openingBody.nullable(),
  /** Further words that have not been answered yet, in order. */
  outbox: z.array(z.object({ id: z.string(), text: z.string() })),
})
export type Kept = z.output<typeof kept>
export type Waiting = Kept['outbox'][number]

export const nothingKept: Kept = { token: '', isOpened: false, opening: null, outbox: [] }
/** As long as the server keeps the token. */
export const keptDays = 14

export function understandKept(value: unknown): Kept | null {
  const read = kept.safeParse(value)
  return read.success ? read.data : null
}

export function addWords(before: Kept, text: string): Kept {
  return { ...before, outbox: [...before.outbox, { id: browserIds.next(), text }] }
}

export function withoutWords(before: Kept, id: string): Kept {
  return { ...before, outbox: before.outbox.filter((each) => each.id !== id) }
}

/** Everything that was written and has not arrived, for the field where it is written again. */
export function unsentText({ opening, outbox }: Kept): string {
  const texts = [opening?.words ?? '', ...outbox.map(({ text }) => text)]
  return texts.filter((text) => text !== '').join('\n')
}

/** What waits and has not been heard back of: an answer that was lost may have brought it there already. */
export function stillWaiting(
  { outbox }: Pick<Kept, 'outbox'>,
  lines: readonly { readonly id: string }[],
): readonly Waiting[] {
  return outbox.filter(({ id }) => !lines.some((line) => line.id === id))
}
