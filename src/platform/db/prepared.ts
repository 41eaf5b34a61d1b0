import type pg from 'pg'

/** How often a statement must have come before it is worth a name, and how many names a connection bears. */
const often = 20
const mostNames = 200
const mostCounted = 2000

/**
 * Statements that come again and again are parsed and planned once per connection: that is half of what a small one
 * costs. PostgreSQL plans anew when the role changes, so row-level security holds as before.
 */
export function preparing(): (client: pg.PoolClient) => void {
  const nameOf = names()
  return (client) => {
    const query: unknown = client.query.bind(client)
    if (typeof query !== 'function') return
    Object.defineProperty(client, 'query', {
      configurable: true,
      value(text: unknown, values: unknown, ...rest: unknown[]) {
        const name =
          typeof text === 'string' && Array.isArray(values) && values.length > 0 && nameOf(text)
        const given = name ? [{ name, text, values }, ...rest] : [text, values, ...rest]
        return Reflect.apply(query, client, given)
      },
    })
  }
}

function names(): (text: string) => string | undefined {
  const counts = new Map<string, number>()
  const known = new Map<string, string>()
  return (text) => {
    const name = known.get(text)
    if (name !== undefined || known.size >= mostNames) return name
    const count = (counts.get(text) ?? 0) + 1
    // Texts that are never the same twice (lists of values) must not fill the memory.
    if (counts.size >= mostCounted) counts.clear()
    counts.set(text, count)
    if (count < often) return undefined
    counts.delete(text)
    known.set(text, `uketome_${known.size}`)
    return known.get(text)
  }
}
