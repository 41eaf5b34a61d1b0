import { Client } from 'pg'

/** One statement that belongs to no transaction, such as CREATE DATABASE. */
export async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** `work` while nobody else on this server is at theirs. */
export async function alone<T>(url: string, work: () => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock(1)')
    return await work()
  } finally {
    await client.end() // and with it the lock
  }
}

/** The names of all databases. */
export async function databasesOn(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ datname: string }>('SELECT datname FROM pg_database')
    return rows.map(({ datname }) => datname)
  } finally {
    await client.end()
  }
}

/** Its major version: what a test looks at from outside is not there in each. */
export async function majorVersionOf(url: string): Promise<number> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ number: number }>(
      `select current_setting('server_version_num')::int / 10000 as number`,
    )
    return rows[0]?.number ?? 0
  } finally {
    await client.end()
  }
}

/** The address of another database on the same server. */
export function databaseOn(url: string, name: string): string {
  const its = new URL(url)
  its.pathname = `/${name}`
  return its.href
}
