/**
 * RFC 8785 (JCS): one value, one text, so that it can be hashed. What JSON would drop or bend
 * (undefined, NaN, dates, lone surrogates …) throws a TypeError instead of being signed by mistake.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return text(value)
    case 'number':
      return number(value)
    case 'boolean':
      return String(value)
    case 'object':
      if (value === null) return 'null'
      return Array.isArray(value) ? list(value) : record(value)
    default:
      throw new TypeError(`JSON has no ${typeof value}`)
  }
}

function text(value: string): string {
  if (!value.isWellFormed()) throw new TypeError('JSON text must not hold a lone surrogate')
  return JSON.stringify(value)
}

function number(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`JSON has no ${value}`)
  return String(value) // -0 becomes 0, as the RFC wants
}

function list(values: readonly unknown[]): string {
  // Array.from shows the holes of a sparse array as undefined, which is refused.
  return `[${Array.from(values, canonicalJson).join(',')}]`
}

function record(value: object): string {
  const kind: unknown = Object.getPrototypeOf(value)
  if (kind !== Object.prototype && kind !== null) throw new TypeError('JSON has only plain objects')
  const members = Object.entries(value)
    // By UTF-16 code units, which is how < compares strings; localeCompare would not do.
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  let written = ''
  for (const [key, member] of members)
    written += `${written && ','}${text(key)}:${canonicalJson(member)}`
  return `{${written}}`
}
