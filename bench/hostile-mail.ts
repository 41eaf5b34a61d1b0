/**
 * 10,000 messages made to hurt, brought in like any other: `node bench/hostile-mail.ts [count] [first seed]`. Says how
 * many were lost or broke the reader, how long they took, and how much memory it came to. Ends with 1 when any was lost.
 */
import { createHash, randomBytes } from 'node:crypto'
import { ok } from '#kernel/result.ts'
import { systemClock } from '#platform/clock.ts'
import { openDatabase } from '#platform/db/database.ts'
import { migrate } from '#platform/db/migrate.ts'
import { openPool } from '#platform/db/pool.ts'
import { systemIds } from '#platform/ids.ts'
import { silentLog } from '#platform/log.ts'
import { insideFrom } from '#platform/http/addresses.ts'
import { openOutgoing } from '#platform/http/outgoing.ts'
import { startPostgres } from '#platform/postgres/start.ts'
import { openPush } from '#platform/push.ts'
import { temporarySigner } from '#platform/signing.ts'
import { openVault } from '#platform/vault.ts'
import { inside, permitted, systemScope } from '#features/access/door.ts'
import { bring } from '#features/intake/mail/actions.ts'
import { canBringMail } from '#features/intake/policy.ts'
import { makeCompany } from '#app/demo/company.ts'
import { hostileMail } from '#test/hostile-mail.ts'

const [count, first] = [Number(process.argv[2] ?? 10_000), Number(process.argv[3] ?? 1_000_001)]
const server = await startPostgres({ durable: false })
await migrate(server.url)
const pool = openPool(server.url, silentLog, 4)
const ports = {
  db: openDatabase(pool),
  clock: systemClock,
  ids: systemIds,
  log: silentLog,
  signer: temporarySigner(),
  vault: openVault('bench'),
  push: openPush('bench', 'mailto:bench@example.com', []),
  outgoing: openOutgoing(insideFrom('')),
  replica: null,
  files: null,
  randomHex: (bytes: number) => randomBytes(bytes).toString('hex'),
  reactsTo: () => false,
  objection: async () => ok(null),
  sealApart: async () => null,
}
const scopeOf = await makeCompany(ports, async () => null)
const may = permitted(systemScope(scopeOf('fujii').organisationId, 'intake'), canBringMail)
if (!may.ok) throw new Error('not allowed')

let [refused, slowest, slowestSeed, largest, bytesInAll] = [0, 0, 0, 0, 0]
const ids = new Set<string>()
// Damage can leave the same few bytes of two messages, or none: the same is kept once, and nothing is refused.
const different = new Set<string>()
const begun = performance.now()
for (let seed = first; seed < first + count; seed += 1) {
  const bytes = hostileMail(seed)
  bytesInAll += bytes.length
  if (bytes.length > 0) different.add(createHash('sha256').update(bytes).digest('hex'))
  const from = performance.now()
  const brought = await bring(ports, may.value, { bytes, mailbox: 'desk@example.jp' })
  const took = performance.now() - from
  if (took > slowest) [slowest, slowestSeed] = [took, seed]
  if (brought.ok) ids.add(brought.value.mailId)
  else if (bytes.length > 0) refused += 1
  largest = Math.max(largest, process.memoryUsage().rss)
}
const seconds = (performance.now() - begun) / 1000
const rows = await inside(ports.db, may.value, (tx) =>
  tx.selectFrom('intake_mails').select(['id', 'state', 'reason']).execute(),
)
const lost = different.size - rows.length
const states = Map.groupBy(rows, ({ state }) => state)
const reasons = Map.groupBy(states.get('not-understood') ?? [], ({ reason }) => reason)
console.log(`${count} messages, ${Math.round(bytesInAll / 1e6)} MB, from seed ${first}`)
console.log(
  `crashes 0, lost ${lost}, refused ${refused}, different messages ${different.size}, ids ${ids.size}`,
)
for (const [state, of] of states) console.log(`  ${state}: ${of.length}`)
for (const [reason, of] of reasons) console.log(`  not understood because ${reason}: ${of.length}`)
console.log(
  `${(count / seconds).toFixed(0)} messages/s, slowest ${slowest.toFixed(0)} ms (seed ${slowestSeed})`,
)
console.log(`largest resident set ${Math.round(largest / 1e6)} MB`)
await pool.end()
await server.stop()
process.exit(lost + refused === 0 ? 0 : 1)
