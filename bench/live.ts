/**
 * From a command on one node to the event on a screen of another: `node bench/live.ts [notes]`. Two nodes, one
 * database, loopback. The figure to look at is the ratio to the plain round trip of the same run.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listComplaints } from '../src/features/complaints/contract.ts'
import { addNote } from '../src/features/complaints/handling/contract.ts'
import { startNode } from '../e2e/node.ts'
import { startPostgres } from '../src/platform/postgres/start.ts'
import { systemIds } from '../src/platform/ids.ts'
import { follow, print, share, signIn } from './measure.ts'

const count = Number(process.argv[2] ?? 200)
const folder = await mkdtemp(join(tmpdir(), 'uketome-bench-'))
const postgres = await startPostgres({ durable: false })
const settings = { UKETOME_DATA: folder, DATABASE_URL: postgres.url }
const one = await startNode(settings)
const other = await startNode(settings)
try {
  const cookie = await signIn(one.url)
  const { complaints } = listComplaints.answer.parse(await get('/api/complaints?view=open&limit=1'))
  const path = `/api/complaints/${complaints[0]?.id}`
  const seen = await follow(other.url, cookie, ({ sequence }) => String(sequence))
  const times: { roundTrip: number; toScreen: number }[] = []
  for (let index = 0; index < count; index += 1) {
    const id = systemIds.next()
    const from = performance.now()
    const head = await note(path, id)
    const roundTrip = performance.now() - from
    const at = await seen(String(head))
    times.push({ roundTrip, toScreen: at - from })
  }
  const trips = times.map(({ roundTrip }) => roundTrip)
  const screens = times.map(({ toScreen }) => toScreen)
  print('round trip of a note', trips)
  print('note to the other node’s screen', screens)
  console.log(`ratio of the medians: ${(share(screens, 0.5) / share(trips, 0.5)).toFixed(2)}`)

  async function get(where: string) {
    const response = await fetch(`${one.url}${where}`, { headers: { cookie } })
    return response.json()
  }
  async function note(where: string, id: string): Promise<number> {
    const response = await fetch(`${one.url}${where}/notes`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ id, speaker: 'internal', text: `計測 ${id}` }),
    })
    return addNote.answer.parse(await response.json()).head
  }
} finally {
  await Promise.all([one.stop(), other.stop()])
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
}
