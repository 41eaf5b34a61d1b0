import { Client } from 'pg'
import { superuser } from './cluster.ts'
import { hasCode } from './problems.ts'

/**
 * Several processes may use one embedded server (npm start and the command line). Each holds a shared
 * advisory lock; whoever leaves and can have it alone is the last and turns the light off. A process that
 * was killed loses its lock with its connection.
 */
export type Keeper = {
  /** Called once when the connection ends without `leave`. */
  readonly onLost: (then: () => void) => void
  /** Calls `turnOff` when nobody else is using the server. */
  readonly leave: (turnOff: () => Promise<void>) => Promise<void>
}

const inUse = 7_811_001
const leaving = 7_811_002

export async function joinServer(port: number, password: string): Promise<Keeper> {
  const client = clientFor(port, password)
  let left = false
  let lost = () => {}
  client.on('error', () => {}) // 'end' follows
  client.on('end', () => {
    if (!left) lost()
  })
  await client.connect()
  await client.query(`SELECT pg_advisory_lock_shared(${inUse})`)
  await makeDatabaseOnce(client)
  return {
    onLost: (then) => {
      lost = then
    },
    leave: async (turnOff) => {
      left = true
      if (await isLast(client)) await turnOff()
      await client.end().catch(() => {})
    },
  }
}

function clientFor(port: number, password: string): Client {
  return new Client({
    host: '127.0.0.1',
    port,
    user: superuser,
    password,
    database: 'postgres',
    application_name: 'uketome keeper',
    connectionTimeoutMillis: 5000,
    keepAlive: true,
  })
}

// One at a time, or two that leave together would each see the other and both go.
async function isLast(client: Client): Promise<boolean> {
  try {
    await client.query(`SELECT pg_advisory_lock(${leaving})`)
    await client.query(`SELECT pg_advisory_unlock_shared(${inUse})`)
    const { rows } = await client.query(`SELECT pg_try_advisory_lock(${inUse}) AS alone`)
    return rows[0]?.alone === true
  } catch {
    return false // the server is going already, or somebody else will find it
  }
}

async function makeDatabaseOnce(client: Client): Promise<void> {
  const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [superuser])
  if (found.rowCount) return
  await client.query(`CREATE DATABASE ${superuser}`).catch((error: unknown) => {
    if (!hasCode(error, '42P04', '23505')) throw error // else somebody was quicker
  })
}
