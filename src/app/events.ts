import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Hub, Notice } from '#platform/realtime/hub.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, type Scope } from '#features/access/door.ts'
import { movementsSince, resumeToken } from '#features/complaints/timeline/queries.ts'

// Below the idle limits of the usual proxies (60 s).
const heartbeatMs = 20_000
const page = 5000

/**
 * Movements of the organisation as server-sent events. The id of each is a resume token: a screen that comes back
 * with `Last-Event-ID` is told everything from there on, some of it twice, nothing left out.
 */
export function streamMovements(c: Context, ports: Ports, hub: Hub, scope: Scope): Response {
  const given = c.req.header('last-event-id') ?? c.req.query('since')
  return streamSSE(c, async (stream) => {
    const waiting = listenTo(hub, scope)
    stream.onAbort(waiting.end)
    // The token lags one beat behind, so that what is committed but not yet delivered lies after it.
    let token = given ?? (await tokenNow(ports, scope))
    let younger = token
    const send = ({ organisationId: _, ...movement }: Partial<Notice>) =>
      stream.writeSSE({ event: 'movement', data: JSON.stringify(movement), id: token })
    await stream.writeSSE({ event: 'ready', data: '{}', id: token })
    const beat = async () => {
      token = younger
      younger = await tokenNow(ports, scope).catch(() => younger)
      await stream.writeSSE({ event: 'beat', data: '{}', id: token })
    }
    const beating = setInterval(() => void beat(), heartbeatMs)
    if (given !== undefined) waiting.gap()
    try {
      for await (const next of waiting.notices()) {
        if (next !== 'gap') await send(next)
        else for (const missed of await missedSince(ports, scope, token)) await send(missed)
      }
    } finally {
      clearInterval(beating)
      waiting.end()
    }
  })
}

function tokenNow(ports: Ports, scope: Scope): Promise<string> {
  return inside(ports.db, scope, resumeToken)
}

async function missedSince(ports: Ports, scope: Scope, token: string) {
  const { movements } = await inside(ports.db, scope, (tx) => movementsSince(tx, token, page))
  return movements
}

type Waiting = {
  notices(): AsyncGenerator<Notice | 'gap'>
  gap(): void
  end(): void
}

/** What the hub says, one after the other, until somebody ends it. */
function listenTo(hub: Hub, scope: Scope): Waiting {
  const queue: (Notice | 'gap')[] = []
  let isOver = false
  let wake = () => {}
  const push = (next: Notice | 'gap') => {
    queue.push(next)
    wake()
  }
  const gap = () => push('gap')
  const unsubscribe = hub.subscribe(scope.organisationId, { notice: push, gap })
  return {
    gap,
    end() {
      isOver = true
      unsubscribe()
      wake()
    },
    async *notices() {
      while (!isOver) {
        const next = queue.shift()
        if (next) yield next
        else await new Promise<void>((resolve) => (wake = resolve))
      }
    },
  }
}
