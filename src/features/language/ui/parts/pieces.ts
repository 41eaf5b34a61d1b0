import type { Cue } from '#features/language/contract.ts'

export type Piece = { readonly text: string; readonly code: Cue['code'] | null }

/** A text cut at its cues; where cues overlap, the one that begins first is shown. */
export function piecesOf(text: string, cues: readonly Cue[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end, code } of cues.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const from = Math.max(start, at)
    const to = Math.min(end, text.length)
    if (to <= from) continue
    if (from > at) pieces.push({ text: text.slice(at, from), code: null })
    pieces.push({ text: text.slice(from, to), code })
    at = to
  }
  if (at < text.length) pieces.push({ text: text.slice(at), code: null })
  return pieces
}
