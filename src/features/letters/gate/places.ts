/** Where a match stands, in UTF-16 places. */
export function spanOf(found: RegExpExecArray | RegExpMatchArray): { start: number; end: number } {
  const start = found.index ?? 0
  return { start, end: start + found[0].length }
}

/** The sentence, or the line, that a place is part of. */
export function sentenceAround(text: string, at: number): string {
  const from = Math.max(text.lastIndexOf('。', at), text.lastIndexOf('\n', at)) + 1
  const ends = ['。', '\n'].map((mark) => text.indexOf(mark, at)).filter((end) => end >= 0)
  return text.slice(from, ends.length > 0 ? Math.min(...ends) : text.length)
}

/** Between 「 and 」, as somebody else said it. */
export function isInQuotes(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 300), at)
  const opened = Math.max(before.lastIndexOf('「'), before.lastIndexOf('『'))
  return opened > Math.max(before.lastIndexOf('」'), before.lastIndexOf('』'))
}
