import { sql, type RawBuilder } from 'kysely'

/** A tsvector of exactly these lexemes, without a dictionary in between. None of them contains a blank. */
export function lexemes(terms: readonly string[]): RawBuilder<string> {
  // One text costs a third of a list of hundreds. What came twice is taken once by PostgreSQL.
  return sql<string>`array_to_tsvector(string_to_array(${terms.filter(isUsable).join(' ')}, ' '))`
}

/** A lexeme may be 2046 bytes long; whatever is longer is no word that anybody searches. */
function isUsable(term: string): boolean {
  return term !== '' && (term.length < 500 || Buffer.byteLength(term) < 2000)
}

/** All of the terms must be there; null asks for nothing. */
export function allOf(terms: readonly string[]): RawBuilder<string | null> {
  return sql<string | null>`${terms.map(quote).join(' & ') || null}::tsquery`
}

function quote(term: string): string {
  return `'${term.replace(/\\/g, '\\\\').replace(/'/g, "''")}'`
}
