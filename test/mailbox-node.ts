/** A process that does nothing but read the mailboxes of a database; to be killed. `node test/mailbox-node.ts <url>` */
import { randomBytes } from 'node:crypto'
import { ok } from '#kernel/result.ts'
import { systemClock } from '#platform/clock.ts'
import { openDatabase } from '#platform/db/database.ts'
import { openPool } from '#platform/db/pool.ts'
import { systemIds } from '#platform/ids.ts'
import { silentLog } from '#platform/log.ts'
import { openPush } from '#platform/push.ts'
import { temporarySigner } from '#platform/signing.ts'
import { insideFrom } from '#platform/http/addresses.ts'
import { openOutgoing } from '#platform/http/outgoing.ts'
import { openVault } from '#platform/vault.ts'
import { followMailboxes } from '#features/intake/mailboxes/jobs.ts'

followMailboxes(
  {
    db: openDatabase(openPool(process.argv[2] ?? '', silentLog, 2)),
    clock: systemClock,
    ids: systemIds,
    log: silentLog,
    signer: temporarySigner(),
    vault: openVault('test'),
    outgoing: openOutgoing(insideFrom('')),
    replica: null,
    files: null,
    push: openPush('test', 'mailto:desk@example.jp', []),
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
    reactsTo: () => false,
    objection: async () => ok(null),
    sealApart: async () => null,
  },
  { every: 0.2, lease: 2, pace: { first: 100, most: 1000, afterSignIn: 1000 } },
)
