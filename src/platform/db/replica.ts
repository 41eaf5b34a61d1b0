import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Log } from '../log.ts'
import { openDatabase, withinWall, type Database, type Tx, type Within } from './database.ts'
import { openPool } from './pool.ts'

/** What was read, and the ISO instant up to which it is whole; null: as things were when it was asked for. */
export type AsOf<T> = { readonly value: T; readonly asOf: string | null }

/** A database that follows the first one by streaming replication, for what takes long and only looks back. */
export type Replica = {
  /** There if it follows closely enough, else from the first database. Must only read: it is perhaps done twice. */
  readonly read: <T>(within: Within | string, work: (tx: Tx) => Promise<T>) => Promise<AsOf<T>>
  /** The replica itself when it knows all that was committed before this call, for what cannot be begun again. */
  readonly whole: () => Promise<Database | null>
  readonly standing: () => Promise<Standing>
  readonly close: () => Promise<void>
}

export type Standing =
  | {
      readonly is: 'following'
      /** Seconds; 0: it knows all. */
      readonly behind: number
      /** ISO instant of the last that it knows; null: it knows all. */
      readonly until: string | null
    }
  | { readonly is: 'away'; readonly why: WhyAway; readonly says: string }

export type WhyAway =
  | 'unreachable'
  | 'not-following' // it takes writes of its own: promoted, or never a replica
  | 'another-database'
  | 'far-behind'

type Options = {
  readonly url: string
  readonly primary: Database
  readonly log: Log
  /** Seconds behind from which it is said, and from which it is not used. */
  readonly notable?: number
  readonly far?: number
}

/** Milliseconds: how long it may take to answer, to catch up before it counts as behind, and to be left alone when away. */
const patience = 2000
const catchingUp = 250
const rest = 5000

export function openReplica({ url, primary, log, notable = 3, far = 60 }: Options): Replica {
  const pool = openPool(url, log, 4, patience)
  const db = openDatabase(pool)
  const { look, usable } = watched(() => standingOf(primary, db, far), log)
  return {
    async read(within, work) {
      const found = await usable()
      if (!found) return { value: await withinWall(primary, within, work), asOf: null }
      try {
        const value = await elsewhere.run(true, () => withinWall(db, within, work))
        return { value, asOf: found.behind > notable ? found.until : null }
      } catch (error) {
        // A replica cancels what stands in the way of following; and a mistake of ours fails again below.
        log.warn({ error: messageOf(error) }, 'the replica did not answer; read from the database')
        return { value: await withinWall(primary, within, work), asOf: null }
      }
    },
    whole: async () => ((await usable())?.behind === 0 ? db : null),
    standing: look,
    close: () => pool.end(),
  }
}

/** Said when it changes, not with every question; and one that is away is not asked with every question. */
function watched(lookOnce: () => Promise<Standing>, log: Log) {
  let told = 'following'
  let awayUntil = -Infinity
  const look = async () => {
    const found = await lookOnce()
    awayUntil = found.is === 'away' ? performance.now() + rest : -Infinity
    const now = found.is === 'away' ? found.why : found.is
    if (now !== told) tell(found, log)
    told = now
    return found
  }
  const usable = async () => {
    if (performance.now() < awayUntil) return null
    const found = await look()
    return found.is === 'following' ? found : null
  }
  return { look, usable }
}

function tell(found: Standing, log: Log): void {
  if (found.is === 'following') return log.info({}, 'the replica follows again')
  const { why, says } = found
  log.warn({ why, says }, 'the replica is left; read from the database')
}

const elsewhere = new AsyncLocalStorage<true>()

/** True inside of what is read from a replica: it may be older than what is remembered. */
export function isReadElsewhere(): boolean {
  return elsewhere.getStore() ?? false
}

async function standingOf(primary: Database, db: Database, far: number): Promise<Standing> {
  const asked = new AbortController()
  const late = sleep(patience, null, { signal: asked.signal }).then((): Standing => {
    return { is: 'away', why: 'unreachable', says: `no answer within ${patience} ms` }
  })
  try {
    return await Promise.race([compared(primary, db, far), late])
  } catch (error) {
    return { is: 'away', why: 'unreachable', says: messageOf(error) }
  } finally {
    late.catch(() => undefined)
    asked.abort()
  }
}

type Place = { readonly system: string; readonly position: string; readonly at: string }
type Reached = {
  readonly system: string
  readonly isFollowing: boolean
  readonly isWhole: boolean | null
  readonly until: string | null
}

/** Both clocks are the first database's: when it committed what the replica knows, and now. */
async function compared(primary: Database, db: Database, far: number): Promise<Standing> {
  const { rows } =
    await sql<Place>`select clock_timestamp() as at, pg_current_wal_flush_lsn()::text as position,
    (select system_identifier::text from pg_control_system()) as system`.execute(primary)
  const place = rows[0]
  if (!place) throw new Error('the database does not say where it stands')
  const reached = await reachedBy(db, place.position)
  const says = reached.until ?? 'never'
  if (reached.system !== place.system) return { is: 'away', why: 'another-database', says }
  if (!reached.isFollowing) return { is: 'away', why: 'not-following', says }
  if (reached.isWhole) return { is: 'following', behind: 0, until: null }
  if (!reached.until) return { is: 'away', why: 'far-behind', says }
  const behind = Temporal.Instant.from(reached.until)
    .until(Temporal.Instant.from(place.at))
    .total('seconds')
  if (behind > far) return { is: 'away', why: 'far-behind', says }
  return { is: 'following', behind: Math.max(behind, 0.001), until: reached.until }
}

/** Waits a little: whoever wrote a moment ago should find it. */
async function reachedBy(db: Database, position: string): Promise<Reached> {
  const deadline = performance.now() + catchingUp
  for (;;) {
    const { rows } = await sql<Reached>`select pg_is_in_recovery() as "isFollowing",
      pg_last_wal_replay_lsn() >= ${position}::pg_lsn as "isWhole", pg_last_xact_replay_timestamp() as until,
      (select system_identifier::text from pg_control_system()) as system`.execute(db)
    const reached = rows[0]
    if (!reached) throw new Error('the replica does not say where it stands')
    const isSettled = reached.isWhole || !reached.isFollowing
    if (isSettled || performance.now() > deadline) return reached
    await sleep(10)
  }
}

function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join(', ')
  return error instanceof Error ? error.message : String(error)
}
