import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterCommit, type Database, type Tx } from '../db/database.ts'
import { noticeChannel, type Notice } from './hub.ts'

/**
 * Tells every node, once this transaction is committed. Not inside it: PostgreSQL lets transactions that NOTIFY commit one after
 * the other, over all companies, each with its own write to the disk (decision 57). Should this process end between the two,
 * the feeds of the other nodes find it at their next beat.
 */
export function tellNodes(tx: Tx, notice: Notice): void {
  afterCommit(tx, (db) => tellerOf(db).tell(notice))
}

/** Resolves when all that was committed here has been told; for whoever is about to close the database. */
export function untilTold(db: Database): Promise<void> {
  return tellerOf(db).idle()
}

type Teller = { tell(notice: Notice): void; idle(): Promise<void> }

const tellers = new WeakMap<Database, Teller>()

function tellerOf(db: Database): Teller {
  const teller = tellers.get(db) ?? openTeller(db)
  tellers.set(db, teller)
  return teller
}

const mostAtOnce = 200
const mostTries = 8
/** Milliseconds: who listens hears at once when it is quiet, and all that comes so soon after together. */
const pauseMs = 20

/** One statement at a time: what is committed until the next goes with it. In the order of the commits. */
function openTeller(db: Database): Teller {
  const waiting: Notice[] = []
  let telling: Promise<void> | undefined
  const tellAll = async () => {
    while (waiting.length > 0) {
      await send(db, waiting.splice(0, mostAtOnce))
      await sleep(pauseMs)
    }
    telling = undefined
  }
  return {
    tell(notice) {
      waiting.push(notice)
      telling ??= tellAll()
    },
    idle: () => telling ?? Promise.resolve(),
  }
}

/** Live updates are worth some tries; a screen that missed one is told at the next beat. */
async function send(db: Database, notices: readonly Notice[]): Promise<void> {
  const payloads = notices.map((notice) => JSON.stringify(notice))
  for (let nth = 0; nth < mostTries; nth += 1) {
    try {
      // It writes no row: nothing of it needs to be on the disk.
      await sql`select set_config('synchronous_commit', 'off', true),
        (select count(pg_notify(${noticeChannel}, payload)) from unnest(${payloads}::text[]) payload)`.execute(
        db,
      )
      return
    } catch {
      await sleep(100 * 2 ** nth)
    }
  }
}
