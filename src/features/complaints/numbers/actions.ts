import type { Database } from '#platform/db/database.ts'
import { giveBack, reserve, type Place } from './store.ts'

/**
 * A number for a complaint, before its transaction begins: a counter that is locked until the commit would let a company
 * receive one complaint after the other, each with its own write to the disk. Whoever asks meanwhile goes with the next.
 */
export function takeNumber(db: Database, organisationId: string, year: number): Promise<number> {
  return counterOf(db, organisationId, year).take()
}

/** It was not needed: the next complaint bears it. Only for one that surely stands nowhere. */
export function returnNumber(
  db: Database,
  organisationId: string,
  year: number,
  number: number,
): void {
  counterOf(db, organisationId, year).returned(number)
}

/** Those that were reserved and are borne by nothing; for whoever is about to close the database. */
export async function giveBackNumbers(db: Database): Promise<void> {
  await Promise.all([...(counters.get(db)?.values() ?? [])].map((counter) => counter.giveBack()))
}

type Counter = {
  take(): Promise<number>
  returned(number: number): void
  giveBack(): Promise<void>
}

const counters = new WeakMap<Database, Map<string, Counter>>()

function counterOf(db: Database, organisationId: string, year: number): Counter {
  const all = counters.get(db) ?? new Map<string, Counter>()
  counters.set(db, all)
  const key = `${organisationId} ${year}`
  const counter = all.get(key) ?? openCounter({ db, organisationId, year })
  all.set(key, counter)
  return counter
}

type Turn = PromiseWithResolvers<number>

/** Milliseconds: reservations that follow each other so closely are a rush; after so long without one it is calm again. */
const rushMs = 200
const calmMs = 1000
/** So many numbers can be missing after a power cut. */
const mostAhead = 15

/**
 * One reservation at a time, for all who wait, and in a rush for those who will come: each reserves twice as many ahead as
 * the one before. When it is calm again they are given back.
 */
function openCounter(place: Place): Counter {
  const spare = openSpare(place)
  const waiting: Turn[] = []
  let serving: Promise<void> | undefined
  let reservedAt = -Infinity
  let ahead = 0
  const serveAll = async () => {
    while (waiting.length > 0) {
      const now = performance.now()
      ahead = now - reservedAt < rushMs ? Math.min(mostAhead, ahead * 2 + 1) : 0
      reservedAt = now
      spare.keep(await serve(waiting.splice(0), place, ahead))
    }
    serving = undefined
  }
  return {
    async take() {
      const given = spare.next()
      if (given !== undefined) return given
      const turn = Promise.withResolvers<number>()
      waiting.push(turn)
      serving ??= serveAll()
      return turn.promise
    },
    returned: (number) => spare.keep([number]),
    giveBack: spare.giveBack,
  }
}

/** What nobody bears yet, the lowest first. */
function openSpare(place: Place) {
  const numbers: number[] = []
  let calming: NodeJS.Timeout | undefined
  const keep = (more: readonly number[]) => {
    numbers.push(...more)
    numbers.sort((a, b) => a - b)
    clearTimeout(calming)
    calming = setTimeout(() => void giveBackAll(), calmMs).unref()
  }
  const giveBackAll = async () => {
    clearTimeout(calming)
    const all = numbers.splice(0)
    if (all.length === 0) return
    // Whether it was committed before the line broke nobody knows: rather a number that is missing than one that comes twice.
    const isGiven = await giveBack(place, all).catch(() => true)
    if (!isGiven) numbers.unshift(...all)
  }
  return { next: () => numbers.shift(), keep, giveBack: giveBackAll }
}

/** Those that were reserved beyond what was asked for. */
async function serve(turns: readonly Turn[], place: Place, ahead: number): Promise<number[]> {
  try {
    const last = await reserve(place, turns.length + ahead)
    const first = last - turns.length - ahead + 1
    turns.forEach(({ resolve }, at) => resolve(first + at))
    return Array.from({ length: ahead }, (_, at) => first + turns.length + at)
  } catch (error) {
    for (const { reject } of turns) reject(error)
    return []
  }
}
