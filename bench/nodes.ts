import { isWanted, measure, tell as tellLine, warmUp } from './desk.ts'
import type { Company } from './desk/complaints.ts'
import { found } from './desk/kept.ts'
import { load } from './desk/load.ts'
import { rowsOf } from './desk/rows.ts'
import { signIn } from './measure.ts'
import { foundCompanies, write } from './nodes/organisations.ts'
import { slowDisk } from './nodes/slow-disk.ts'
import { addNode, addWorker, emptyDatabase, settingsFor } from './nodes/running.ts'
import { watchWaits } from './nodes/waits.ts'
import { spent } from './processor.ts'

type Asked = {
  /** A server that runs already; when empty, this version of those that are installed is started. */
  readonly url: string
  readonly postgres: number
  readonly nodes: number
  /** None: each node minds the timers beside its requests. */
  readonly workers: number
  /** Of one core, for each node; 0: as much as there is. So a second node has cores of its own, as on a second machine. */
  readonly share: number
  readonly rows: number
  readonly requests: number
  readonly clients: number
  readonly only: string
}

const tell = (line: Readonly<Record<string, unknown>>) => tellLine(line, 'nodes')

/**
 * Each row of `desk` at one node and at all of them in turn: each request goes to the next with the same cookie, so nothing
 * is sticky. Then the same writing for one company and for two, and at a slow disk for one to eight with a client each.
 * Everything shares the cores of this machine: `cores` says how many were busy, and what else runs here meets both. With
 * `share` each node has a part of a core, and the cores do have room for a second.
 */
export async function nodes(asked: Asked): Promise<void> {
  await using open = new AsyncDisposableStack()
  const url = await emptyDatabase(asked.url, asked.postgres, open)
  const company = await found(await settingsFor(url, open), asked.rows)
  const { truth } = await load(url, company)
  for (let nth = 0; nth < asked.workers; nth += 1) await addWorker(url, open)
  const addresses: string[] = []
  for (let nth = 0; nth < asked.nodes; nth += 1)
    addresses.push(await addNode(url, open, { hasWorkers: asked.workers > 0, share: asked.share }))
  await day(asked, addresses, { company, truth })
  const settings = await settingsFor(url, open)
  const cookies = await foundCompanies(settings, addresses[0] ?? '', slugs)
  await companies(asked, url, addresses, cookies.slice(0, 2))
  // What somebody else's server is set to is theirs.
  if (asked.url === '') await apart(asked, url, addresses, cookies)
}

type Loaded = { readonly company: Company; readonly truth: readonly number[] }

async function day(
  { rows, requests, clients, only, workers, share }: Asked,
  addresses: readonly string[],
  { company, truth }: Loaded,
): Promise<void> {
  const cookie = await signIn(addresses[0] ?? '')
  const rowsAt = (these: readonly string[]) => rowsOf(inTurn(these), cookie, company, truth)
  const [atOne, atAll] = [await rowsAt(addresses.slice(0, 1)), await rowsAt(addresses)]
  for (const [nth, row] of atOne.entries()) {
    if (!isWanted(only)(row)) continue
    const several = addresses.length === 1 ? undefined : atAll[nth]
    // The node that waited its turn is as warm as the one that works alone first.
    if (several) await measure(several, clients, warmUp)
    const one = await withCores(() => measure(row, clients, requests))
    tell({ nodes: 1, workers, share, rows, ...one.of, cores: one.cores })
    if (!several) continue
    const all = await withCores(() => measure(several, clients, requests))
    const ratio = all.of.perSecond / one.of.perSecond
    tell({ nodes: addresses.length, workers, share, rows, ...all.of, cores: all.cores, ratio })
  }
}

const slugs = Array.from({ length: 8 }, (_, nth) => `company-${nth + 1}`)

/** Twice in turn, so that what the machine does beside is seen in the difference of the two. */
async function companies(
  { requests, clients }: Asked,
  url: string,
  addresses: readonly string[],
  cookies: readonly string[],
): Promise<void> {
  const each = Math.ceil(requests / clients / 2)
  await write(inTurn(addresses), cookies, clients, Math.ceil(each / 4))
  for (const several of [cookies.slice(0, 1), cookies, cookies.slice(0, 1), cookies]) {
    const watching = await watchWaits(url)
    const { of: perSecond, cores } = await withCores(() =>
      write(inTurn(addresses), several, clients, each),
    )
    const waits = await watching.stop()
    const row = 'take in and note'
    const many = { nodes: addresses.length, clients, companies: several.length }
    tell({ row, ...many, perSecond, cores, waits })
  }
}

const slowMs = 40

/**
 * While each commit takes long, the cores have nothing to do: were a lock kept until the commit that companies share, two
 * would write no more than one.
 */
async function apart(
  { requests }: Asked,
  url: string,
  addresses: readonly string[],
  cookies: readonly string[],
): Promise<void> {
  const restore = await slowDisk(url, slowMs)
  const each = Math.ceil(requests / cookies.length / 2)
  for (const several of [1, 2, 4, 8]) {
    const { of: perSecond, cores } = await withCores(() =>
      write(inTurn(addresses), cookies.slice(0, several), several, each),
    )
    const row = 'take in and note, slow disk'
    tell({ row, nodes: addresses.length, companies: several, flushMs: slowMs, perSecond, cores })
  }
  await restore()
}

/** How many cores were busy meanwhile, with servers, database and bench. */
async function withCores<T>(work: () => Promise<T>): Promise<{ of: T; cores: number }> {
  const [before, from] = [spent(), performance.now()]
  const done = await work()
  const [after, seconds] = [spent(), (performance.now() - from) / 1000]
  const used = (['server', 'database', 'bench'] as const).map((of) => after[of] - before[of])
  return { of: done, cores: used.reduce((all, each) => all + each, 0) / seconds }
}

function inTurn(addresses: readonly string[]): () => string {
  let nth = 0
  return () => addresses[(nth += 1) % addresses.length] ?? ''
}
