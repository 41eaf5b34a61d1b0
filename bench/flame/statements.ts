import { Client } from 'pg'
import { startPostgres, type EmbeddedPostgres } from '../../src/platform/postgres/start.ts'
import { asWideAs, type Tower } from './fold.ts'

/** A database that counts its statements. `folder` is a throwaway copy: what it is told stays with it. */
export async function countingPostgres(folder: string): Promise<EmbeddedPostgres> {
  const before = await startPostgres({ folder })
  await asked(before.url, `alter system set shared_preload_libraries = 'pg_stat_statements'`)
  await asked(before.url, 'alter system set pg_stat_statements.track_planning = on')
  await before.stop()
  const postgres = await startPostgres({ folder })
  await asked(postgres.url, 'create extension if not exists pg_stat_statements')
  return postgres
}

export async function forgetStatements(url: string): Promise<void> {
  await asked(url, 'select pg_stat_statements_reset()')
}

/**
 * Milliseconds of each statement for one request, upon the `whole` of the database. They wait for the disk, too: when that makes
 * them longer than the processor was busy, they share what it was.
 */
export async function statementsOf(url: string, requests: number, whole: number): Promise<Tower> {
  const rows = await asked(
    url,
    `select query, sum(total_plan_time + total_exec_time) as ms from pg_stat_statements
      where query not like '%pg_stat_statements%' group by query order by ms desc`,
  )
  const above = rows.map(({ query, ms }) => statement(String(query), Number(ms) / requests))
  const sum = above.reduce((all, each) => all + each.whole, 0)
  const tower: Tower = { name: 'PostgreSQL', part: 'database', place: '', whole: sum, above }
  return sum > whole ? asWideAs(whole, tower) : { ...tower, whole }
}

function statement(text: string, whole: number): Tower {
  const place = text
    .replaceAll(/'[^']*'/g, "'…'")
    .replaceAll(/\s+/g, ' ')
    .slice(0, 300)
  return { name: shortened(text), part: 'database', place, whole, above: [] }
}

/** `select … from complaints`: what it does, and with which table. */
export function shortened(text: string): string {
  const words = text.replaceAll('"', '').replaceAll(/\s+/g, ' ').trim()
  const [, verb = '', table] =
    /^(insert into|update|delete from) (\w+)/i.exec(words) ??
    /^(select|with)\b.*?\bfrom (\w+)/i.exec(words) ??
    []
  if (table === undefined) return words.replaceAll(/'[^']*'/g, "'…'").slice(0, 60)
  return /^(?:select|with)$/i.test(verb) ? `${verb} … from ${table}` : `${verb} ${table}`
}

async function asked(url: string, text: string): Promise<Record<string, unknown>[]> {
  const database = new Client({ connectionString: url })
  await database.connect()
  try {
    return (await database.query<Record<string, unknown>>(text)).rows
  } finally {
    await database.end()
  }
}
