import type { Guidance, Move } from '#features/guide/contract.ts'

/** The same move, told by where it comes from, not by its words. */
export function keyOf(move: Move | null): string {
  return move ? `${move.play}/${move.id}` : ''
}

/**
 * The wordings where they stood: the server puts used ones last, but what somebody reads aloud must not change its
 * place. New ones are added below, ones that are gone leave.
 */
export function inPlace(order: readonly number[], say: Move['say']): Move['say'] {
  const kept = order.flatMap((index) => say.filter((phrase) => phrase.index === index))
  return [...kept, ...say.filter(({ index }) => !order.includes(index))]
}

/** How long the coming move is announced before it takes the place of the one being read, in ms. */
export function noticeBefore(guidance: Guidance): number {
  const urgency = guidance.current?.urgency
  return urgency === 'safety' || urgency === 'protect' ? 600 : 1500
}
