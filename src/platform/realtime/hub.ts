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

/** One LISTEN connection per node; it comes back by itself and tells its listeners that they may have missed something. */
export async function startHub(url: string, log: Log): Promise<Hub> {
  const listeners = new Map<string, Set<{ notice(notice: Notice): void; gap(): void }>>()
  let client: pg.Client | undefined
  let stopped = false

  async function connect() {
    const next = new pg.Client({ connectionString: url, keepAlive: true })
    next.on('error', (error) =>
      log.warn({ error: error.message }, 'the line for live updates was lost'),
    )
    next.on('end', () => void (stopped || client !== next ? undefined : again(250)))
    next.on('notification', ({ payload }) => payload && deliver(payload))
    await next.connect()
    await next.query(`listen ${noticeChannel}`)
    client = next
  }

  async function again(delay: number) {
    await new Promise((resolve) => setTimeout(resolve, delay))
    if (stopped) return
    try {
      await connect()
      for (const all of listeners.values()) for (const listener of all) listener.gap()
    } catch {
      await again(Math.min(delay * 2, 5000))
    }
  }

  function deliver(payload: string) {
    const notice: Notice = JSON.parse(payload)
    for (const listener of listeners.get(notice.organisationId) ?? []) listener.notice(notice)
  }

  await connect()
  return {
    subscribe(organisationId, listener) {
      const all = listeners.get(organisationId) ?? new Set()
      listeners.set(organisationId, all.add(listener))
      return () => {
        all.delete(listener)
        if (all.size === 0) listeners.delete(organisationId)
      }
    },
    async stop() {
      stopped = true
      await client?.end()
    },
  }
}
