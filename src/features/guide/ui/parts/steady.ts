import type { Guidance, Move } from '#features/guide/contract.ts'

type Phrase = Move['say'][number]

/** The same move, told by where it comes from, not by its words. */
export function keyOf(move: Move | null): string {
  return move ? `${move.play}/${move.id}` : ''
}

/**
 * The wordings where they stood and as they were read: the server puts used ones last and quotes the newest words, but
 * what somebody reads aloud must change neither its place nor its quotation. New ones are added below, ones that are
 * gone leave, and what says something else now (a fact withdrawn, another remedy) says so at once.
 */
export function inPlace(shown: readonly Phrase[], fresh: Move['say']): Move['say'] {
  const kept = shown.flatMap((before) =>
    fresh
      .filter(({ index }) => index === before.index)
      .map((now) =>
        isQuotedAnew(before, now) ? { ...before, isUsed: wasSaid(before, now) } : now,
      ),
  )
  return [...kept, ...fresh.filter(({ index }) => kept.every((each) => each.index !== index))]
}

function isQuotedAnew(before: Phrase, now: Phrase): boolean {
  return unquoted(before.text) === unquoted(now.text)
}

function wasSaid(before: Phrase, now: Phrase): boolean {
  return before.isUsed || now.isUsed
}

function unquoted(text: string): string {
  return text.replace(/「[^」]*」|“[^”]*”/g, '「」')
}

/** How long the coming move is announced before it takes the place of the one being read, in ms. */
export function noticeBefore(guidance: Guidance): number {
  const urgency = guidance.current?.urgency
  return urgency === 'safety' || urgency === 'protect' ? 600 : 1500
}
