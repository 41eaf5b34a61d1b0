import { sql, type RawBuilder } from 'kysely'

/** For `tsvectorOf`. None of the terms contains a blank; one text costs a third of a list of hundreds. */
export function lexemes(terms: readonly string[]): string {
  return terms.filter(isUsable).join(' ')
}

/** A tsvector of exactly these lexemes, without a dictionary in between. What came twice is taken once. */
export function tsvectorOf(text: string): string {
  return `array_to_tsvector(string_to_array(${text}, ' '))`
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
