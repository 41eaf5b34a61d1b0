import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { id } from '#kernel/fields.ts'
import { withinWall, type Tx } from '#platform/db/database.ts'
import { enqueue, type JobTable } from '#platform/jobs/queue.ts'
import type { Ports } from '#platform/ports.ts'
import { forgetHeard, onUnheard, takeUnheard, type Heard } from './store.ts'

/** event type → what a room does about it. Delivered at least once: make the command's id with `commandFor`. */
export type Reactions = {
  readonly [eventType: string]: (ports: Ports, heard: Heard) => Promise<void>
}

/**
 * A room that has to do with what it hears only where a company has set something up: asked once for many entries,
 * so that most of them cost nothing.
 */
export type Hearer = {
  readonly reactions: Reactions
  readonly isConcerned?: (tx: Tx, organisationId: string) => Promise<boolean>
}

/** A process that ended in between has its entries heard by another after so long. */
const takenSeconds = 15
const mostComplaints = 100
const sideBySide = 4
/** What another node has committed waits at most so long; what this one has is heard at once, with what comes beside it. */
const pollMs = 250
/** Asking what waits costs as much as two small writes, however little it is. */
const besideMs = 30
/** Hearing something costs as much as ten: where more comes at once, it waits for more. */
const rushMs = 100

/** Lets the rooms hear what was committed, until it is stopped. `hearers` in the order in which they hear. */
export function startHearing(ports: Ports, hearers: readonly Hearer[]): { stop(): Promise<void> } {
  let isStopped = false
  let isMore = false
  let hearing: Promise<void> | undefined
  const hear = async () => {
    let pause = besideMs
    do {
      await sleep(pause)
      isMore = false
      if ((await hearIfPossible(ports, hearers)) > 0) isMore = true
      pause = rushMs
    } while (isMore && !isStopped)
    hearing = undefined
  }
  const wake = () => {
    isMore = true
    if (!isStopped) hearing ??= hear()
  }
  const leave = onUnheard(ports.db, wake)
  const polling = setInterval(wake, pollMs)
  return {
    async stop() {
      isStopped = true
      leave()
      clearInterval(polling)
      await hearing
    },
  }
}

async function hearIfPossible(ports: Ports, hearers: readonly Hearer[]): Promise<number> {
  try {
    return await hearSome(ports, hearers)
  } catch (error) {
    ports.log.warn({ err: error }, 'what was committed could not be told to other rooms')
    return 0
  }
}

/** Until nothing waits any more. */
export async function hearAll(ports: Ports, hearers: readonly Hearer[]): Promise<void> {
  while ((await hearSome(ports, hearers)) > 0);
}

/** What waits longest; how many entries that were. */
async function hearSome(ports: Ports, hearers: readonly Hearer[]): Promise<number> {
  const taken = await takeUnheard(ports.db, { seconds: takenSeconds, most: mostComplaints })
  if (taken.length === 0) return 0
  const companies = Map.groupBy(taken, ({ organisationId }) => organisationId)
  for (const [organisationId, heard] of companies)
    await hearIn(ports, await concerned(ports, hearers, organisationId), heard)
  await forgetHeard(ports.db, taken)
  return taken.length
}

async function concerned(
  ports: Ports,
  hearers: readonly Hearer[],
  organisationId: string,
): Promise<Reactions[]> {
  const answers = await withinWall(ports.db, organisationId, (tx) =>
    Promise.all(
      hearers.map(async ({ isConcerned }) => !isConcerned || isConcerned(tx, organisationId)),
    ),
  )
  return hearers.filter((_, at) => answers[at]).map(({ reactions }) => reactions)
}

async function hearIn(ports: Ports, rooms: readonly Reactions[], heard: readonly Heard[]) {
  const complaints = [...Map.groupBy(heard, ({ complaintId }) => complaintId).values()]
  const work = async () => {
    for (let next = complaints.shift(); next; next = complaints.shift())
      for (const each of next) await tell(ports, rooms, each)
  }
  await Promise.all(Array.from({ length: sideBySide }, work))
}

/** Where a room fails it is tried again later, ever more slowly; what was done already is done once, by its command's id. */
async function tell(ports: Ports, rooms: readonly Reactions[], heard: Heard): Promise<void> {
  try {
    for (const room of rooms) await room[heard.type]?.(ports, heard)
  } catch (error) {
    ports.log.warn({ err: error, type: heard.type }, 'a room could not react and will try again')
    const { organisationId, complaintId, entryId } = heard
    await withinWall(ports.db, organisationId, (tx) =>
      enqueue(tx, {
        task: 'complaints.react',
        payload: { ...heard },
        key: `react:${entryId}`,
        runAt: ports.clock.now().add({ seconds: 1 }).toString(),
        queue: `complaint:${complaintId}`,
      }),
    )
  }
}

const reacting = z.object({
  organisationId: id,
  complaintId: id,
  sequence: z.int(),
  type: z.string(),
  entryId: id,
})

export function hearingJobs(ports: Ports, hearers: readonly Hearer[]): JobTable {
  return {
    async 'complaints.react'(payload) {
      const heard = reacting.parse(payload)
      const rooms = await concerned(ports, hearers, heard.organisationId)
      for (const room of rooms) await room[heard.type]?.(ports, heard)
    },
    'complaints.hear': () => hearAll(ports, hearers),
  }
}
