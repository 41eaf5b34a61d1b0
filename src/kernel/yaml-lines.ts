import { isMap, isSeq, type Document, type LineCounter } from 'yaml'

/** The line of the thing at this path; of the nearest thing around it when it is not there. */
export function lineAt(
  document: Document,
  lines: LineCounter,
  path: readonly PropertyKey[],
): number {
  let node: unknown = document.contents
  let offset = offsetOf(node)
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(key) === String(step))
      if (pair === undefined) continue
      offset = offsetOf(pair.key)
      node = pair.value
    } else if (isSeq(node)) {
      const item = typeof step === 'number' ? node.items[step] : undefined
      if (item === undefined) continue // `all`, where a list was written
      node = item
      offset = offsetOf(node)
    }
  }
  return lines.linePos(offset).line
}

/** What it says. Aliases that blow up are refused by the parser with an exception: null. */
export function plainOf(document: Document): unknown {
  try {
    return document.toJS()
  } catch {
    return null
  }
}

function offsetOf(node: unknown): number {
  const hasRange = typeof node === 'object' && node !== null && 'range' in node
  const range = hasRange ? (node.range as readonly number[] | null | undefined) : undefined
  return range?.[0] ?? 0
}
