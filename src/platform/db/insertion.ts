import { CompiledQuery, type Insertable } from 'kysely'
import type { DB } from './schema.ts'

/**
 * Rows that all name the same columns, as one statement, for what is written with each complaint: only the text that it is, while
 * Kysely takes as long to build and read a tree of it as PostgreSQL takes to write a row.
 */
export function insertion<T extends keyof DB>(
  table: T,
  rows: readonly Insertable<DB[T]>[],
): CompiledQuery {
  const columns = Object.keys(rows[0] ?? {})
  const names = columns.map((column) => `"${column}"`).join(', ')
  const places = rows.map((_, row) =>
    columns.map((_name, at) => `$${row * columns.length + at + 1}`).join(', '),
  )
  return CompiledQuery.raw(
    `insert into "${table}" (${names}) values (${places.join('), (')})`,
    rows.flatMap((row) => Object.values(row)),
  )
}
