/** A line longer than this is not kept, so that memory stays bounded. */
export const longestLine = 8_000_000 // bytes

/** What could not be read. The line still counts: whoever answers line by line answers it, too. */
export type BadLine = { readonly bad: 'too-long' | 'not-utf8' }
export type Line = string | BadLine

const newline = 10
const lenient = new TextDecoder('utf-8', { ignoreBOM: true })
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The lines of a byte stream in batches, one batch per chunk read. The last line needs no line end. */
export async function* lineBatches(
  stream: AsyncIterable<Uint8Array | string>,
): AsyncGenerator<Line[]> {
  const rest = new Rest()
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk
    const end = bytes.lastIndexOf(newline)
    if (end === -1) {
      rest.keep(bytes)
      continue
    }
    // The kept beginning belongs to the first line of this chunk only.
    const first = bytes.indexOf(newline)
    rest.keep(bytes.subarray(0, first))
    const batch = [rest.line()]
    if (first < end) batch.push(...linesOf(bytes.subarray(first + 1, end)))
    rest.keep(bytes.subarray(end + 1))
    yield batch
  }
  if (!rest.isEmpty) yield [rest.line()]
}

/** The beginning of a line whose end has not come yet. */
class Rest {
  private pieces: Uint8Array[] = []
  private length = 0

  get isEmpty(): boolean {
    return this.length === 0
  }

  keep(piece: Uint8Array): void {
    this.length += piece.length
    if (this.length > longestLine) this.pieces = []
    else if (piece.length > 0) this.pieces.push(piece)
  }

  line(): Line {
    const { pieces, length } = this
    this.pieces = []
    this.length = 0
    return length > longestLine ? { bad: 'too-long' } : lineOf(Buffer.concat(pieces))
  }
}

function linesOf(bytes: Uint8Array): Line[] {
  const text = lenient.decode(bytes)
  // Either somebody wrote U+FFFD, or the bytes are not UTF-8: only line by line can tell.
  if (!text.includes('\uFFFD')) return text.split('\n').map(bare)
  const lines: Line[] = []
  for (let from = 0; from <= bytes.length;) {
    const at = bytes.indexOf(newline, from)
    const end = at === -1 ? bytes.length : at
    lines.push(lineOf(bytes.subarray(from, end)))
    from = end + 1
  }
  return lines
}

function lineOf(bytes: Uint8Array): Line {
  try {
    return bare(strict.decode(bytes))
  } catch {
    return { bad: 'not-utf8' }
  }
}

/** Without the byte order mark and carriage return that Windows leaves. */
function bare(line: string): string {
  const from = line.startsWith('\uFEFF') ? 1 : 0
  return line.slice(from, line.endsWith('\r') ? -1 : undefined)
}
