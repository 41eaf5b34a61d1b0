import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Log } from '../log.ts'

/** What travels by NOTIFY: ids only (its payload is limited to 8000 bytes), never anybody's words. */
export type Notice = {
  readonly organisationId: string
  readonly id: string
  readonly complaintId: string
  readonly sequence: number
  readonly type: string
  readonly at: string
  readonly by: string
  /** Which call moved, when it was about one. */
  readonly callId?: string | undefined
  /** Codes of what was heard in an utterance. */
  readonly cues?: readonly string[] | undefined
}

export const noticeChannel = 'uketome_movement'

export type Hub = {
  /** Calls back for every notice of the organisation, and `caughtUp` after a lost line was found again. */
  subscribe(
    organisationId: string,
    listener: { notice(notice: Notice): void; gap(): void },
  ): () => void
  stop(): Promise<void>
}

type Listener = { notice(notice: Notice): void; gap(): void }

/** One LISTEN connection per node; it comes back by itself and tells its listeners that they may have missed something. */
export async function startHub(url: string, log: Log): Promise<Hub> {
  const listeners = new Map<string, Set<Listener>>()
  const line = await openLine(url, log, {
    heard(payload) {
      const notice: Notice = JSON.parse(payload)
      for (const listener of listeners.get(notice.organisationId) ?? []) listener.notice(notice)
    },
    cameBack() {
      for (const all of listeners.values()) for (const listener of all) listener.gap()
    },
  })
  return {
    subscribe(organisationId, listener) {
      const all = listeners.get(organisationId) ?? new Set()
      listeners.set(organisationId, all.add(listener))
      return () => {
        all.delete(listener)
        if (all.size === 0) listeners.delete(organisationId)
      }
    },
    stop: line.close,
  }
}

type Ear = { heard(payload: string): void; cameBack(): void }

/** A LISTEN connection that is opened again, ever more slowly up to five seconds, until it is closed. */
async function openLine(url: string, log: Log, ear: Ear): Promise<{ close(): Promise<void> }> {
  let client: pg.Client | undefined
  let isClosed = false

  async function connect() {
    const next = new pg.Client({ connectionString: url, keepAlive: true })
    next.on('error', ({ message }) =>
      log.warn({ error: message }, 'the line for live updates was lost'),
    )
    next.on('end', () => void (client === next && !isClosed && again(250)))
    next.on('notification', ({ payload }) => payload && ear.heard(payload))
    await next.connect()
    await next.query(`listen ${noticeChannel}`)
    client = next
  }

  async function again(delay: number): Promise<void> {
    await sleep(delay)
    if (isClosed) return
    await connect().then(ear.cameBack, () => again(Math.min(delay * 2, 5000)))
  }

  await connect()
  return {
    async close() {
      isClosed = true
      await client?.end()
    },
  }
}
