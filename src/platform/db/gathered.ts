import type { Writable } from 'node:stream'
import type pg from 'pg'

/**
 * What is asked of one connection in one go is written to its socket once: each write is a call of the operating system and
 * wakes the database, which costs more than most statements.
 */
export function gather(client: pg.PoolClient): void {
  const query: unknown = client.query.bind(client)
  const stream = streamOf(client)
  if (typeof query !== 'function' || !stream) return
  let isGathering = false
  Object.defineProperty(client, 'query', {
    value(...asked: unknown[]) {
      if (!isGathering) {
        isGathering = true
        stream.cork()
        // After all that follows from what was just answered.
        process.nextTick(() => {
          isGathering = false
          stream.uncork()
        })
      }
      return Reflect.apply(query, client, asked)
    },
  })
}

function streamOf(client: pg.PoolClient): Writable | undefined {
  const connection: unknown = Reflect.get(client, 'connection')
  return typeof connection === 'object' && connection !== null
    ? (Reflect.get(connection, 'stream') as Writable | undefined)
    : undefined
}
