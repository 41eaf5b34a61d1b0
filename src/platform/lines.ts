/** A line longer than this is not kept: it comes as `null`, so that memory stays bounded. */
export const longestLine = 4_000_000

/** The lines of a byte stream in batches, one batch per chunk read. The last line needs no line end. */
export async function* lineBatches(
  stream: AsyncIterable<Uint8Array | string>,
): AsyncGenerator<(string | null)[]> {
  const decoder = new TextDecoder()
  let rest: string | null = ''
  for await (const chunk of stream) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
    const pieces = text.split('\n')
    const last = pieces.pop() ?? ''
    const batch: (string | null)[] = []
    for (const piece of pieces) {
      batch.push(rest === null ? null : withoutReturn(rest + piece))
      rest = ''
    }
    rest = rest === null || rest.length + last.length > longestLine ? null : rest + last
    if (batch.length > 0) yield batch
  }
  if (rest !== '') yield [rest === null ? null : withoutReturn(rest)]
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line
}
