import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'

/** What backends wait for while they work: of each kind, in how many of a thousand looks at a working backend. */
export type Waits = Readonly<Record<string, number>>

const everyMs = 10

const look = `
  select coalesce(wait_event_type || '/' || wait_event, 'works')
      || case when wait_event_type = 'Lock' then ': ' || left(query, 60) else '' end as what, count(*)::int as many
    from pg_stat_activity
   where datname = current_database() and state = 'active' and pid <> pg_backend_pid() group by 1`

/**
 * Looks at all backends again and again until told to stop. `Lock/…` is one transaction that waits for another, and in
 * which statement; `Lock/object` would be the one that PostgreSQL takes for NOTIFY at commit, over all companies.
 */
export async function watchWaits(databaseUrl: string): Promise<{ stop(): Promise<Waits> }> {
  const client = new Client(databaseUrl)
  await client.connect()
  const seen = new Map<string, number>()
  let looked = 0
  let isOver = false
  const watching = (async () => {
    while (!isOver) {
      const { rows } = await client.query<{ what: string; many: number }>(look)
      for (const { what, many } of rows) {
        seen.set(what, (seen.get(what) ?? 0) + many)
        looked += many
      }
      await sleep(everyMs)
    }
  })()
  return {
    async stop() {
      isOver = true
      await watching
      await client.end()
      const share = (many: number) => Math.round((many * 1000) / Math.max(1, looked))
      return Object.fromEntries([...seen].map(([what, many]) => [what, share(many)] as const))
    },
  }
}
