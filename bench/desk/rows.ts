import { listComplaints } from '#features/complaints/contract.ts'
import { readTallies } from '#features/complaints/tallies/contract.ts'
import { receiveComplaint } from '#features/intake/contract.ts'
import { systemIds } from '#platform/ids.ts'
import { diceOf } from './dice.ts'
import { send } from './client.ts'
import type { Company } from './complaints.ts'
import { searches } from './searches.ts'
import { complaintAbout, nameOf, productOf } from './words.ts'

/** One kind of request of the table. */
export type Row = {
  readonly name: string
  /** The n-th; fails when it is not answered as it should be. */
  readonly ask: (nth: number) => Promise<void>
  /** All that it finds, page by page, each complaint once. */
  readonly count?: () => Promise<number>
  readonly truth?: number
}

/** Of the address that is next. What is created is created last: what is searched before is what was loaded. */
export async function rowsOf(
  next: () => string,
  cookie: string,
  company: Company,
  truth: readonly number[],
): Promise<Row[]> {
  const get = async (path: string) => {
    const answer = await fetch(`${next()}${path}`, { headers: { cookie } })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`)
    return text
  }
  const ask: Ask = (path) => send(`${next()}${path}`, { cookie })
  const ids = await someIds(get, company)
  const rows: Row[] = [
    { name: 'first page of the queue', ask: () => ask('/api/complaints') },
    { name: 'first page as the screen asks for it', ask: () => ask('/api/assignment/complaints') },
    { name: 'report by category', ask: () => ask(readTallies.path) },
    { name: 'all views counted', ask: () => ask('/api/complaints/views') },
    { name: 'open one', ask: (nth) => ask(`/api/complaints/${ids[nth % ids.length]}`) },
  ]
  return [...rows, ...searching({ ask, get }, truth), creating(next, cookie, company)]
}

type Doors = { readonly ask: Ask; readonly get: Get }

function searching({ ask, get }: Doors, truth: readonly number[]): Row[] {
  const rows: Row[] = searches.map(({ row, words, view }, at) => {
    const path = `/api/complaints?${new URLSearchParams({ view, words }).toString()}`
    return {
      name: row,
      ask: () => ask(path),
      count: () => allFound(get, path),
      truth: truth[at] ?? 0,
    }
  })
  const [{ words, view }] = searches
  const counted = new URLSearchParams({ view, words, limit: '1', counted: 'true' })
  const path = `/api/complaints?${counted.toString()}`
  // What the screen asks when the page is there and did not hold all.
  return [...rows, { name: `count what ${words} finds`, ask: () => ask(path) }]
}

type Ask = (path: string) => Promise<void>

type Get = (path: string) => Promise<string>

/** Complaints of all ages, so that none is opened out of what was read just now. */
async function someIds(get: Get, { until }: Company): Promise<string[]> {
  const ids = []
  for (let quarter = 0; quarter < 8; quarter += 1) {
    const before = Temporal.Instant.from(until).subtract({ hours: quarter * 24 * 90 })
    const cursor = `${before.toString()}/ffffffff-ffff-ffff-ffff-ffffffffffff`
    const asked = new URLSearchParams({ view: 'all', limit: '200', cursor })
    const path = `/api/complaints?${asked.toString()}`
    const { complaints } = listComplaints.answer.parse(JSON.parse(await get(path)))
    ids.push(...complaints.map(({ id }) => id))
  }
  return ids
}

async function allFound(get: Get, path: string): Promise<number> {
  const found = new Set<string>()
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: string = await get(`${path}&limit=200&cursor=${encodeURIComponent(cursor)}`)
    const { complaints, next, total, isAtLeast } = listComplaints.answer.parse(JSON.parse(page))
    for (const { id } of complaints) found.add(id)
    cursor = next
    if (next === null && (isAtLeast ? total > found.size : total !== found.size))
      throw new Error(`${path}: said ${total}, showed ${found.size}`)
  }
  return found.size
}

function creating(next: () => string, cookie: string, { seed }: Company): Row {
  return {
    name: 'create',
    ask: (nth) => {
      const dice = diceOf(seed + 1, nth)
      const product = productOf(dice)
      const body = {
        id: systemIds.next(),
        channel: 'mail',
        words: complaintAbout(dice, product, 240),
        customer: { name: nameOf(dice), phone: `090-7${String(1_000_000 + nth).slice(1)}` },
        details: { product },
      }
      return send(`${next()}${receiveComplaint.path}`, { cookie, body })
    },
  }
}
