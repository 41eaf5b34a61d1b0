import type { Client } from 'pg'

/**
 * Nothing is entered into the indexes of these tables and of their partitions until each is built anew, as it was defined, from
 * all rows: that finds twins as well. Answers those tables, those with many rows first.
 */
export async function restIndexes(
  database: Client,
  tables: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await database.query<{ name: string }>(
    `with resting as (
       update pg_index i set indisready = false, indisvalid = false from pg_class c
        where c.oid = i.indrelid and c.relkind = 'r'
          and (c.oid = any($1::regclass[]) or exists (
                select from pg_inherits where inhrelid = c.oid and inhparent = any($1::regclass[])))
       returning c.oid)
     select distinct oid::regclass::text as name from resting order by 1 desc`,
    [tables],
  )
  return rows.map(({ name }) => name)
}

export async function wakeIndexes(
  connections: readonly Client[],
  tables: readonly string[],
): Promise<void> {
  const waiting = [...tables]
  const build = async (database: Client) => {
    await database.query(`set maintenance_work_mem = '512MB'`)
    for (let table = waiting.shift(); table; table = waiting.shift())
      await database.query(`reindex table ${table}`)
  }
  await Promise.all(connections.map(build))
}
