import type { Clock } from '#kernel/clock.ts'
import type { Ids } from '#kernel/ids.ts'
import type { Result } from '#kernel/result.ts'
import type { Database, Tx } from './db/database.ts'
import type { Replica } from './db/replica.ts'
import type { FileStore } from './file-stores/store.ts'
import type { Outgoing } from './http/outgoing.ts'
import type { Log } from './log.ts'
import type { Push } from './push.ts'
import type { Signer } from './signing.ts'
import type { Vault } from './vault.ts'

/** What a room is given from outside: everything that is not its own decision. Tests give the same with a fixed clock. */
export type Ports = {
  readonly db: Database
  /** For what takes long and only looks back; null: there is none. */
  readonly replica: Replica | null
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly signer: Signer
  readonly vault: Vault
  readonly push: Push
  readonly outgoing: Outgoing
  /** Where whole files are carried; null: they stay in the database. */
  readonly files: FileStore | null
  /** Random bytes as lower-case hex; salts and tokens come from here. */
  readonly randomHex: (bytes: number) => string
  /** Does any room react to this event? */
  readonly reactsTo: (eventType: string) => boolean
  /** What another room has against an entry; refused, nothing of its command is written. Asked in its transaction. */
  readonly objection: (tx: Tx, entry: Arising) => Promise<Result<null>>
  /** Seals what is kept apart from complaints below this checkpoint: one root as hex, or null when there is nothing. */
  readonly sealApart: (
    ports: Ports,
    organisationId: string,
    checkpointId: string,
  ) => Promise<string | null>
}

/** An entry that a member is about to write. `at`: ISO instant. */
export type Arising = {
  readonly organisationId: string
  readonly memberId: string
  readonly complaintId: string
  readonly at: string
  readonly type: string
  readonly payload: unknown
}
