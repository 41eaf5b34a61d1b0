/**
 * A text that was rewritten, and where each of its UTF-16 units came from: unit i stands for
 * original.slice(starts[i], ends[i]).
 */
export type MappedText = {
  readonly text: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

export type Span = { readonly start: number; readonly end: number }

export function unchanged(text: string): MappedText {
  const starts = Array.from({ length: text.length }, (_, i) => i)
  return { text, starts, ends: starts.map((i) => i + 1) }
}

/** The span of the original text that [start, end) of the rewritten one stands for. */
export function original(mapped: MappedText, start: number, end: number): Span {
  if (end <= start) {
    const at = mapped.starts[start] ?? mapped.ends.at(-1) ?? 0
    return { start: at, end: at }
  }
  return { start: mapped.starts[start] ?? 0, end: mapped.ends[end - 1] ?? 0 }
}

/** Every match of a global pattern replaced; what stands in its place keeps the whole span of the match. */
export function rewrite(
  mapped: MappedText,
  pattern: RegExp,
  replacement: (match: string, at: number) => string,
): MappedText {
  let text = ''
  const starts: number[] = []
  const ends: number[] = []
  let from = 0
  const keep = (to: number) => {
    text += mapped.text.slice(from, to)
    for (let i = from; i < to; i++) {
      starts.push(mapped.starts[i] ?? 0)
      ends.push(mapped.ends[i] ?? 0)
    }
  }
  for (const match of mapped.text.matchAll(pattern)) {
    const to = match.index + match[0].length
    const instead = replacement(match[0], match.index)
    if (instead === match[0]) continue
    keep(match.index)
    const span = original(mapped, match.index, to)
    text += instead
    for (let i = 0; i < instead.length; i++) {
      starts.push(span.start)
      ends.push(span.end)
    }
    from = to
  }
  if (from === 0) return mapped
  keep(mapped.text.length)
  return { text, starts, ends }
}
