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
  return streamSSE(c, async (stream) => {
    let token = c.req.header('last-event-id') ?? c.req.query('since')
    const queue: Notice[] = []
    let isGap = token !== undefined
    let wake = () => {}
    const unsubscribe = hub.subscribe(scope.organisationId, {
      notice(notice) {
        queue.push(notice)
        wake()
      },
      gap() {
        isGap = true
        wake()
      },
    })
    stream.onAbort(() => {
      unsubscribe()
      wake()
    })
    token ??= await inside(ports.db, scope, resumeToken)
    await stream.writeSSE({ event: 'ready', data: '{}', id: token })
    // The token lags one beat behind, so that what is committed but not yet delivered lies after it.
    let younger = token
    const beat = setInterval(async () => {
      token = younger
      younger = await inside(ports.db, scope, resumeToken).catch(() => younger)
      await stream.writeSSE({ event: 'beat', data: '{}', id: token })
    }, heartbeatMs)
    try {
      while (!stream.aborted && !stream.closed) {
        if (isGap) {
          isGap = false
          const missed = await inside(ports.db, scope, (tx) =>
            movementsSince(tx, token ?? '0', page),
          )
          token = missed.token
          for (const movement of missed.movements) await send(movement)
        }
        const notice = queue.shift()
        if (notice) await send(notice)
        else await new Promise<void>((resolve) => (wake = resolve))
      }
    } finally {
      clearInterval(beat)
      unsubscribe()
    }

    async function send({
      id,
      complaintId,
      sequence,
      type,
      at,
      by,
    }: Omit<Notice, 'organisationId'>) {
      const data = JSON.stringify({ id, complaintId, sequence, type, at, by })
      await stream.writeSSE({ event: 'movement', data, id: token ?? '0' })
    }
  })
}
