import type { Database } from '#platform/db/database.ts'
import { reserve } from './store.ts'

/**
 * A number for a complaint, before its transaction begins: a counter that is locked until the commit would let a company
 * receive one complaint after the other, each with its own write to the disk. Whoever asks meanwhile goes with the next.
 */
export function takeNumber(db: Database, organisationId: string, year: number): Promise<number> {
  return counterOf(db, `${organisationId} ${year}`, (many) =>
    reserve(db, organisationId, year, many),
  ).take()
}

/** It was not needed: the next complaint bears it. Only for one that surely stands nowhere. */
export function returnNumber(
  db: Database,
  organisationId: string,
  year: number,
  number: number,
): void {
  counters.get(db)?.get(`${organisationId} ${year}`)?.giveBack(number)
}

type Counter = { take(): Promise<number>; giveBack(number: number): void }

const counters = new WeakMap<Database, Map<string, Counter>>()

function counterOf(
  db: Database,
  key: string,
  reserveMany: (many: number) => Promise<number>,
): Counter {
  const all = counters.get(db) ?? new Map<string, Counter>()
  counters.set(db, all)
  const counter = all.get(key) ?? openCounter(reserveMany)
  all.set(key, counter)
  return counter
}

type Turn = PromiseWithResolvers<number>

/** One reservation at a time, for all who wait. */
function openCounter(reserveMany: (many: number) => Promise<number>): Counter {
  const spare: number[] = []
  const waiting: Turn[] = []
  let serving: Promise<void> | undefined
  const serveAll = async () => {
    while (waiting.length > 0) await serve(waiting.splice(0), reserveMany)
    serving = undefined
  }
  return {
    async take() {
      const given = spare.shift()
      if (given !== undefined) return given
      const turn = Promise.withResolvers<number>()
      waiting.push(turn)
      serving ??= serveAll()
      return turn.promise
    },
    giveBack(number) {
      spare.push(number)
      spare.sort((a, b) => a - b)
    },
  }
}

async function serve(turns: readonly Turn[], reserveMany: (many: number) => Promise<number>) {
  try {
    const last = await reserveMany(turns.length)
    turns.forEach(({ resolve }, at) => resolve(last - turns.length + 1 + at))
  } catch (error) {
    for (const { reject } of turns) reject(error)
  }
}
