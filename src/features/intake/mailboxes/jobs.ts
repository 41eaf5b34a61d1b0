import { setTimeout as sleep } from 'node:timers/promises'
import type { Following } from '#platform/mail-servers/imap.ts'
import { keepFollowing, usualPace, type Pace } from '#platform/mail-servers/keep-following.ts'
import { startLmtp } from '#platform/mail-servers/lmtp.ts'
import type { Trouble } from '#platform/mail-servers/trouble.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, organisations, systemScope, type Scope } from '#features/access/door.ts'
import { largestMail } from '../mail/contract.ts'
import { keepIn, readIn, takeIn } from './actions.ts'
import { followedMailboxes, lmtpMailbox, opened, positionOf, type MailboxRow } from './queries.ts'
import { advance, claim, release, saveState } from './store.ts'

type Kept = { readonly ports: Ports; readonly house: Scope; readonly row: MailboxRow }
type Followed = {
  readonly version: number
  readonly leave: AbortController
  readonly left: Promise<void>
}

/** Seconds: how often a node looks, and how long it may be silent before another takes its mailboxes over. */
export type Watch = { readonly every: number; readonly lease: number; readonly pace: Pace }
const usualWatch: Watch = { every: 5, lease: 30, pace: usualPace }

/**
 * Reads every mailbox that is on, of every organisation; each is read by one node at a time. Resolves at once, and goes
 * on until `stop`, which waits for what is being kept and lets go of the mailboxes.
 */
export function followMailboxes(
  ports: Ports,
  watch: Watch = usualWatch,
): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const done = new MailboxWatch(ports, watch).untilAborted(stopping.signal)
  return {
    async stop() {
      stopping.abort()
      await done
    },
  }
}

/**
 * Takes mail over LMTP for the mailboxes that want it. It is answered when the bytes are stored; reading them is this
 * process's next work, or the job's when the process ends before.
 */
export async function takeLmtp(
  ports: Ports,
  place: { readonly host: string; readonly port: number },
): Promise<{ readonly port: number; stop(): Promise<void> }> {
  let reading = Promise.resolve()
  const lmtp = await startLmtp({
    ...place,
    most: largestMail,
    log: ports.log,
    takes: async (address) => (await takersOf(ports, address)).length > 0,
    async keep(address, bytes) {
      for (const { house, row } of await takersOf(ports, address)) {
        const kept = await keepIn(ports, house, row, { bytes, isWhole: true })
        reading = reading.then(() => readIn(ports, house, kept))
      }
    },
  })
  return {
    port: lmtp.port,
    async stop() {
      await lmtp.stop()
      await reading
    },
  }
}

async function takersOf(ports: Ports, address: string) {
  const takers: { house: Scope; row: MailboxRow }[] = []
  for (const { id } of await organisations(ports.db)) {
    const house = systemScope(id, 'intake')
    const row = await inside(ports.db, house, (tx) => lmtpMailbox(tx, address))
    if (row) takers.push({ house, row })
  }
  return takers
}

class MailboxWatch {
  readonly #ports: Ports
  readonly #watch: Watch
  readonly #node: string
  readonly #followed = new Map<string, Followed & { house: Scope }>()

  constructor(ports: Ports, watch: Watch) {
    this.#ports = ports
    this.#watch = watch
    this.#node = ports.randomHex(8)
  }

  async untilAborted(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.#look()
      } catch (error) {
        this.#ports.log.warn({ error: String(error) }, 'mailboxes could not be looked up')
      }
      await sleep(this.#watch.every * 1000, undefined, { signal }).catch(() => undefined)
    }
    await Promise.all([...this.#followed.keys()].map((id) => this.#leave(id)))
  }

  /** Says again that this node is alive, takes over what nobody reads, and leaves what is no longer its own. */
  async #look() {
    const mine = new Set<string>()
    for (const organisation of await organisations(this.#ports.db)) {
      const house = systemScope(organisation.id, 'intake')
      const ids = await inside(this.#ports.db, house, followedMailboxes)
      for (const id of ids) {
        const row = await inside(this.#ports.db, house, (tx) =>
          claim(tx, id, this.#node, this.#watch.lease),
        )
        if (!row) continue
        mine.add(id)
        await this.#follow({ ports: this.#ports, house, row })
      }
    }
    for (const id of this.#followed.keys()) if (!mine.has(id)) await this.#leave(id)
  }

  async #follow(kept: Kept) {
    const { id, version } = kept.row
    const before = this.#followed.get(id)
    if (before?.version === version) return
    before?.leave.abort()
    await before?.left
    const leave = new AbortController()
    const left = follow(kept, leave.signal, this.#watch.pace)
    this.#followed.set(id, { version, leave, left, house: kept.house })
  }

  async #leave(id: string) {
    const followed = this.#followed.get(id)
    this.#followed.delete(id)
    if (!followed) return
    followed.leave.abort()
    await followed.left
    const { db, log } = this.#ports
    await inside(db, followed.house, (tx) => release(tx, id, this.#node)).catch((error: unknown) =>
      log.warn({ error: String(error) }, 'a mailbox could not be released'),
    )
  }
}

/** Never rejects: whatever happens is written down as the state of the mailbox. */
async function follow(kept: Kept, signal: AbortSignal, pace: Pace): Promise<void> {
  const following = followingOf(kept)
  const report = (trouble: Trouble | { problem: 'secret-unreadable'; detail: string }) =>
    told(kept, { state: 'trouble', ...trouble })
  if (!following) return report({ problem: 'secret-unreadable', detail: '' })
  await keepFollowing(following, report, signal, pace)
}

function followingOf(kept: Kept): Following | null {
  const { ports, house, row } = kept
  const { imap } = opened(ports, row)
  if (!imap || imap.secret === null) return null
  const { folder, marksSeen, secret, ...server } = imap
  return {
    account: { ...server, secret },
    folder,
    marksSeen,
    since: row.takes_since,
    position: () => inside(ports.db, house, (tx) => positionOf(tx, row.id, folder)),
    keep: (message, position) => {
      const place = { mailboxId: row.id, folder, node: row.held_by ?? '', ...position }
      const moved = (tx: Parameters<typeof advance>[0]) => advance(tx, house, place)
      return message ? takeIn(ports, house, row, message, moved) : inside(ports.db, house, moved)
    },
    connected: () => told(kept, { state: 'connected', problem: null, detail: null }),
  }
}

async function told({ ports, house, row }: Kept, state: Parameters<typeof saveState>[3]) {
  const at = ports.clock.now().toString()
  await inside(ports.db, house, (tx) => saveState(tx, row, at, state)).catch((error: unknown) =>
    ports.log.warn({ error: String(error) }, 'the state of a mailbox could not be written down'),
  )
}
