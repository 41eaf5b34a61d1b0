/**
 * The ledger with ever more promises, and how late a warning comes with as many timers waiting:
 * `node bench/ledger.ts [most]`. The figures to look at are the ratios to the shortest ledger, and to a plain read.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { listComplaints } from '../src/features/complaints/contract.ts'
import { startNode } from '../e2e/node.ts'
import { startPostgres } from '../src/platform/postgres/start.ts'
import { systemIds } from '../src/platform/ids.ts'
import { print, share, signIn } from './measure.ts'

const most = Number(process.argv[2] ?? 100_000)
const runs = 25
const folder = await mkdtemp(join(tmpdir(), 'uketome-bench-'))
const postgres = await startPostgres({ durable: false })
const node = await startNode({ UKETOME_DATA: folder, DATABASE_URL: postgres.url })
const database = new Client({ connectionString: postgres.url })
await database.connect()

const reads = {
  'plain read': '/api/access/viewer',
  outlook: '/api/commitments/outlook',
  'open, 300': '/api/commitments?show=open&limit=300',
  'at risk': '/api/commitments?show=at-risk&limit=300',
  broken: '/api/commitments?show=broken&limit=300',
  'kept, 300': '/api/commitments?show=kept&limit=300',
  'kept-rate': '/api/commitments/kept-rate?days=90',
}

/** Of a hundred promises five are open, one is broken and the others were kept, over three years. */
const fill = `insert into commitments (id, organisation_id, complaint_id, words, due_at, due_on, precision, state, made_to,
    owner_id, made_at, warn_at, warned_at, kept_at, broken_at, renegotiations)
  select gen_random_uuid(), c.organisation_id, c.id, '割れた原因をお電話でお伝えする', due, (due at time zone 'Asia/Tokyo')::date,
    'minute', state, 'customer', m.id, due - interval '3 days', due - interval '4 hours', null,
    case when state = 'kept' then due - interval '1 hour' end, case when state = 'broken' then due end, '[]'
  from (select n, case when n % 100 < 5 then 'open' when n % 100 = 5 then 'broken' else 'kept' end as state,
      case when n % 100 < 5 then now() + random() * interval '30 days' + interval '1 hour'
        else now() - random() * interval '3 years' end as due
    from generate_series(1, $1::int) n) as promises
  join (select id, organisation_id, row_number() over (order by id) - 1 as at, count(*) over () as many from complaints) c
    on c.at = n % c.many
  join (select id, organisation_id, row_number() over (partition by organisation_id order by id) - 1 as at,
      count(*) over (partition by organisation_id) as many from access_members) m
    on m.organisation_id = c.organisation_id and m.at = n % m.many`

/** Two for each promise, as the product sets them; none of them is due. */
const timers = `select count(graphile_worker.add_job('commitments.warn', json_build_object('n', n),
    run_at => now() + interval '20 days', job_key => 'bench:' || n)) from generate_series(1, $1::int) n`

try {
  const cookie = await signIn(node.url)
  const get = async (path: string) =>
    (await fetch(`${node.url}${path}`, { headers: { cookie } })).json()
  const { complaints } = listComplaints.answer.parse(await get('/api/complaints?view=open&limit=1'))
  const complaintId = complaints[0]?.id ?? ''
  const first = new Map<string, number>()
  let filled = 0
  for (const size of [1000, 10_000, 100_000].filter((each) => each <= most)) {
    await database.query(fill, [size - filled])
    await database.query('analyze commitments')
    filled = size
    console.log(`\n${size} promises`)
    for (const [name, path] of Object.entries(reads)) {
      const times = await timesOf(() => get(path))
      first.set(name, first.get(name) ?? share(times, 0.5))
      print(`  ${name}`, times)
      console.log(
        `    × ${(share(times, 0.5) / (first.get(name) ?? 1)).toFixed(2)} of the shortest`,
      )
    }
  }
  print('\na warning after its moment, no timers waiting', await lateness())
  await database.query(timers, [most * 2])
  print(`a warning after its moment, ${most * 2} timers waiting`, await lateness())

  async function timesOf(read: () => Promise<unknown>) {
    const times: number[] = []
    for (let run = -3; run < runs; run += 1) {
      const from = performance.now()
      await read()
      if (run >= 0) times.push(performance.now() - from)
    }
    return times
  }

  /** Ten promises of one minute: how long after its moment each is warned of, in ms. */
  async function lateness(): Promise<number[]> {
    const ids = Array.from({ length: 10 }, () => systemIds.next())
    for (const id of ids) {
      await fetch(`${node.url}/api/complaints/${complaintId}/commitments`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json' },
        body: JSON.stringify({ id, words: `お電話する ${id}`, due: { phrase: '1分以内' } }),
      })
    }
    await new Promise((resolve) => setTimeout(resolve, 55_000))
    const { rows } = await database.query<{ late: number }>(
      `select extract(epoch from warned_at - warn_at)::float8 * 1000 as late from commitments
       where id = any($1) and warned_at is not null`,
      [ids],
    )
    return rows.map(({ late }) => late)
  }
} finally {
  await database.end()
  await node.stop()
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
}
