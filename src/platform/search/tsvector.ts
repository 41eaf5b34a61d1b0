import { sql, type RawBuilder } from 'kysely'

/** A tsvector of exactly these lexemes, without a dictionary in between. */
export function lexemes(terms: readonly string[]): RawBuilder<string> {
  // A lexeme may be 2046 bytes long; whatever is longer is no word that anybody searches.
  const usable = [...new Set(terms)].filter((term) => term && Buffer.byteLength(term) < 2000)
  return sql<string>`array_to_tsvector(${usable}::text[])`
}

/** All of the terms must be there; null asks for nothing. */
export function allOf(terms: readonly string[]): RawBuilder<string | null> {
  return sql<string | null>`${terms.map(quote).join(' & ') || null}::tsquery`
}

function quote(term: string): string {
  return `'${term.replace(/\\/g, '\\\\').replace(/'/g, "''")}'`
}
