/**
 * A draft of the rules tried on every complaint of a month, from asking to the last step:
 * `node bench/trial.ts [complaints]`.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startNode } from '../e2e/node.ts'
import { lineOf } from '#features/remedies/cells/rules.ts'
import { readTable, saveDraft } from '#features/remedies/tables/contract.ts'
import { readTrial, tryDraft } from '#features/remedies/trials/contract.ts'
import { demoPassword, staff } from '../test/cast.ts'

const count = Number(process.argv[2] ?? 3000)
const atOnce = 8
const folder = await mkdtemp(join(tmpdir(), 'uketome-bench-'))
const node = await startNode({ UKETOME_DATA: folder })
try {
  const matsui = await sit('matsui')
  const made = await timed(() => receiveAll(matsui))
  console.log(`${count} complaints received in ${made.seconds.toFixed(1)} s`)
  const fujii = await sit('fujii')
  const revision = await draftShorter(fujii)
  const today = Temporal.Now.plainDateISO('Asia/Tokyo')
  const [from, until] = [today.subtract({ years: 1 }), today].map(String)
  const tried = await timed(async () => {
    const body = { from, until, revision }
    let trial = tryDraft.answer.parse(await fujii('POST', tryDraft.path, body))
    while (trial.state === 'running') {
      await new Promise((resolve) => setTimeout(resolve, 50))
      trial = readTrial.answer.parse(await fujii('GET', readTrial.path)).trial ?? trial
    }
    return trial
  })
  const { looked, changed } = tried.value
  const each = ((tried.seconds * 1000) / looked).toFixed(2)
  console.log(
    `${looked} tried in ${tried.seconds.toFixed(1)} s (${each} ms each), ${changed} would change`,
  )
} finally {
  await node.stop()
  await rm(folder, { recursive: true, force: true })
}

type Ask = (method: string, path: string, body?: object) => Promise<unknown>

async function sit(who: 'matsui' | 'fujii'): Promise<Ask> {
  const email = staff[who].email
  const signedIn = await fetch(`${node.url}/api/access/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: node.url },
    body: JSON.stringify({ email, password: demoPassword }),
  })
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  return async (method, path, body) => {
    const headers = { cookie, origin: node.url, 'content-type': 'application/json' }
    const sent = body ? { body: JSON.stringify(body) } : {}
    const answer = await fetch(`${node.url}${path}`, { method, headers, ...sent })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
}

async function receiveAll(ask: Ask) {
  const details = { product: 'オリーブオイル', price: 2480, purchasedOn: '2026-11-18' }
  let left = count
  const receive = async () => {
    while (left-- > 0)
      await ask('POST', '/api/intake/complaints', {
        id: crypto.randomUUID(),
        channel: 'mail',
        words: '届いた瓶が割れていました。',
        customer: {},
        details,
      })
  }
  await Promise.all(Array.from({ length: atOnce }, receive))
}

/** The exchange of what is faulty for nothing but cups. */
async function draftShorter(ask: Ask): Promise<number> {
  const { version, rules } = readTable.answer.parse(await ask('GET', readTable.path))
  const lines = rules.map((rule) =>
    lineOf(rule.code === 'R-01' ? { ...rule, productContains: '茶わん' } : rule),
  )
  const body = { revision: 0, fromNumber: version?.number ?? 0, lines }
  return saveDraft.answer.parse(await ask('PUT', saveDraft.path, body)).revision
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; seconds: number }> {
  const start = performance.now()
  const value = await work()
  return { value, seconds: (performance.now() - start) / 1000 }
}
