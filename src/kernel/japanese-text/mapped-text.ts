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
  const made: Growing = { text: '', starts: [], ends: [] }
  let from = 0
  pattern.lastIndex = 0
  // `exec` in a loop: `matchAll` compiles a copy of the pattern each time.
  for (let match = pattern.exec(mapped.text); match; match = pattern.exec(mapped.text)) {
    const to = match.index + match[0].length
    if (match[0] === '') pattern.lastIndex += 1
    const instead = replacement(match[0], match.index)
    if (instead === match[0]) continue
    copy(made, mapped, from, match.index)
    insert(made, instead, original(mapped, match.index, to))
    from = to
  }
  if (from === 0) return mapped
  copy(made, mapped, from, mapped.text.length)
  return made
}

type Growing = { text: string; readonly starts: number[]; readonly ends: number[] }

function copy(made: Growing, mapped: MappedText, from: number, to: number): void {
  made.text += mapped.text.slice(from, to)
  for (let i = from; i < to; i++) {
    made.starts.push(mapped.starts[i] ?? 0)
    made.ends.push(mapped.ends[i] ?? 0)
  }
}

function insert(made: Growing, text: string, span: Span): void {
  made.text += text
  for (let i = 0; i < text.length; i++) {
    made.starts.push(span.start)
    made.ends.push(span.end)
  }
}
