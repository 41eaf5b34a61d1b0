import type { Client } from 'pg'
import { tell } from './desk.ts'
import { openedFolder, type Loading } from './desk/kept.ts'

type Asked = Loading & { readonly only: string }

/** The bytes that a complaint takes, in each table and index, and in all. A line of JSON for each. */
export async function size({ rows, only, ...loading }: Asked): Promise<void> {
  await using open = new AsyncDisposableStack()
  const { database } = await openedFolder(open, { rows, ...loading })
  let all = 0
  for (const { relation, kind, bytes } of await relations(database)) {
    all += bytes
    if (relation.includes(only))
      tell(
        { rows, row: relation, kind, megabytes: bytes / 2 ** 20, bytesEach: bytes / rows },
        'size',
      )
  }
  tell({ rows, row: 'all', megabytes: all / 2 ** 20, bytesEach: all / rows }, 'size')
}

type Relation = { readonly relation: string; readonly kind: string; readonly bytes: number }

/** Parts of what is divided are counted together; what is stored apart from its row (TOAST) by itself. */
async function relations(database: Client): Promise<Relation[]> {
  const { rows } = await database.query<Relation>(`
    with parts as (
      select c.oid, c.relname, c.relkind, coalesce(above.relname, c.relname) as relation from pg_class c
        left join pg_inherits i on i.inhrelid = c.oid left join pg_class above on above.oid = i.inhparent
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'i')
    )
    select relation, 'table' as kind, sum(pg_relation_size(oid))::float8 as bytes from parts where relkind = 'r' group by 1
    union all
    select relation || ' (stored apart)', 'table', sum(pg_table_size(oid) - pg_relation_size(oid))::float8
      from parts where relkind = 'r' group by 1
    union all
    select relation, 'index', sum(pg_relation_size(oid))::float8 from parts where relkind = 'i' group by 1
    order by bytes desc, relation`)
  return rows.filter(({ bytes }) => bytes > 0)
}
