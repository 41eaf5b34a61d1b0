/**
 * From an utterance sent to one node to its cue on a screen of that node and of another:
 * `node bench/utterances.ts [utterances]`. One grows from provisional to final, the next comes final at once; all into
 * one complaint, so that the last ones find a long record. Two nodes, one database, loopback.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startNode } from '../e2e/node.ts'
import { utteranceHeard } from '../src/features/complaints/utterances/contract.ts'
import { receiveComplaint } from '../src/features/intake/contract.ts'
import { startPostgres } from '../src/platform/postgres/start.ts'
import { systemIds } from '../src/platform/ids.ts'
import { follow, print, signIn } from './measure.ts'

const count = Number(process.argv[2] ?? 200)
const folder = await mkdtemp(join(tmpdir(), 'uketome-bench-'))
const postgres = await startPostgres({ durable: false })
const settings = { UKETOME_DATA: folder, DATABASE_URL: postgres.url }
const one = await startNode(settings)
const other = await startNode(settings)
const text = '先週も電話したんですけど、折り返しがないんです。責任者を出してください。'

type Moved = { id: string; type: string; cues?: string[] }
type State = 'provisional' | 'final'
type Times = Record<State, number[]>

try {
  const cookie = await signIn(one.url)
  const complaintId = systemIds.next()
  const words = '届いた瓶が割れていました。'
  const received = { id: complaintId, channel: 'counter', words, customer: {}, details: {} }
  await send(receiveComplaint.path, received)
  const path = `/api/complaints/${complaintId}/utterances`
  // The cues tell the versions of one utterance apart; the first event that has them counts.
  const keyOf = ({ id, type, cues = [] }: Moved) => `${type} ${id} ${cues.length > 0}`
  const here = await follow(one.url, cookie, keyOf)
  const there = await follow(other.url, cookie, keyOf)
  const trips: Times = { provisional: [], final: [] }
  const ours: Times = { provisional: [], final: [] }
  const theirs: Times = { provisional: [], final: [] }
  for (let index = 0; index < count; index += 1) {
    const growing = systemIds.next()
    await say(growing, text.slice(0, 4), 'provisional')
    await measured(growing, 'provisional')
    await say(growing, text, 'final')
    await measured(systemIds.next(), 'final')
  }
  for (const state of ['provisional', 'final'] as const) {
    print(`${state}: round trip`, trips[state])
    print(`${state}: to the cue on this node’s screen`, ours[state])
    print(`${state}: to the cue on the other node’s screen`, theirs[state])
  }

  async function measured(id: string, state: State) {
    const from = performance.now()
    const sent = say(id, text, state).then(() => trips[state].push(performance.now() - from))
    const key = `${utteranceHeard} ${id} true`
    const [at, also] = await Promise.all([here(key), there(key), sent])
    ours[state].push(at - from)
    theirs[state].push(also - from)
  }
  function say(id: string, words: string, state: State) {
    const at = new Date().toISOString()
    return send(path, { id, speaker: 'customer', text: words, at, state })
  }
  async function send(where: string, body: object) {
    const response = await fetch(`${one.url}${where}`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(await response.text())
  }
} finally {
  await Promise.all([one.stop(), other.stop()])
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
}
