import type pg from 'pg'
import type { Log } from '../log.ts'

/** Any number that nothing else of ours uses as the first half of an advisory lock. */
const family = 81_302
const everyMs = 5_000

/** Workers whose lock nobody holds any more: PostgreSQL let go of it when their process died. */
const releaseTheDead = `
  select graphile_worker.force_unlock_workers(dead.ids) from (
    select array_agg(distinct locked_by) as ids from graphile_worker._private_jobs
    where locked_by is not null and locked_at < now() - interval '5 seconds'
      and not exists (
        select from pg_locks
        where locktype = 'advisory' and granted and objsubid = 2 and classid = $1
          and objid::bigint = (hashtext(locked_by)::bigint & 4294967295)
          and database = (select oid from pg_database where datname = current_database())
      )
  ) dead where dead.ids is not null`

/**
 * A job that a killed process was doing waits four hours in graphile-worker. Here each worker holds a lock as long as its
 * process lives, and whoever lives frees the jobs of those who do not, within seconds.
 */
export function watchSurvivors(
  pool: pg.Pool,
  log: Log,
): { hold(workerId: string): void; stop(): Promise<void> } {
  const ids = new Set<string>()
  const line = lineTo(pool)
  let looking = Promise.resolve()
  const lookSoon = () => {
    looking = looking
      .then(() => look(line, ids))
      .catch((error: unknown) => {
        line.drop()
        log.warn({ err: error }, 'the jobs of dead workers could not be freed')
      })
  }
  const timer = setInterval(lookSoon, everyMs)
  return {
    hold(workerId) {
      ids.add(workerId)
      lookSoon()
    },
    async stop() {
      clearInterval(timer)
      await looking
      line.drop()
    },
  }
}

type Line = ReturnType<typeof lineTo>

/** One connection that is kept, because its locks end with it, and what it holds. */
function lineTo(pool: pg.Pool) {
  let open: { client: pg.PoolClient; held: Set<string> } | null = null
  const drop = () => {
    open?.client.release(true)
    open = null
  }
  return {
    drop,
    async get() {
      if (open) return open
      const client = await pool.connect()
      client.once('error', drop)
      open = { client, held: new Set<string>() }
      return open
    },
  }
}

async function look(line: Line, ids: ReadonlySet<string>): Promise<void> {
  const { client, held } = await line.get()
  for (const id of ids) {
    if (held.has(id)) continue
    await client.query('select pg_advisory_lock($1, hashtext($2))', [family, id])
    held.add(id)
  }
  await client.query(releaseTheDead, [family])
}
