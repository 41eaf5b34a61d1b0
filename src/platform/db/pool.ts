import pg from 'pg'
import type { Log } from '../log.ts'
import { gather } from './gathered.ts'
import { preparing } from './prepared.ts'

const timestamptz = 1184
const date = 1082
const int8 = 20

const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    // Instants stay text, in the form Temporal prints them: `2026-11-24T08:00:00Z`; a Date would lose the zone rules.
    if (oid === timestamptz) return (text: string) => text.replace(' ', 'T').replace('+00', 'Z')
    if (oid === date) return (text: string) => text
    if (oid === int8) return Number
    return pg.types.getTypeParser(oid, format)
  },
}

/** Connections to PostgreSQL. `patience`: milliseconds for one to be made; 0: as long as it takes. A pool without an error listener ends the process when the server restarts. */
export function openPool(url: string, log: Log, max = 10, patience = 0): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: patience,
    types,
    options: '-c timezone=UTC -c default_transaction_isolation=read\\ committed',
    application_name: 'uketome',
    // What is asked without waiting for an answer goes one after the other at once.
    pipeline: true,
  })
  const prepare = preparing()
  pool.on('connect', (client) => {
    prepare(client)
    gather(client)
    client.on('error', (error) =>
      log.warn({ error: error.message }, 'a database connection was lost'),
    )
  })
  pool.on('error', (error) =>
    log.warn({ error: error.message }, 'an idle database connection was lost'),
  )
  return pool
}
