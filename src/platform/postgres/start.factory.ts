import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { Client } from 'pg'

export async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  try {
    await client.connect()
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

/**
 * Another process that starts PostgreSQL on the folder, does `next` with `server` at
 * hand, and prints the address. `prefix` makes it another user's.
 */
export function otherProcess(folder: string, next: string, prefix: readonly string[] = []) {
  const program = `
    const { startPostgres } = await import(${JSON.stringify(join(import.meta.dirname, 'start.ts'))})
    const server = await startPostgres({ folder: ${JSON.stringify(folder)} })
    ${next}
    console.log(server.url)`
  const [file, ...args] = [...prefix, process.execPath, '--input-type=module', '-e', program]
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const said: string[] = []
  child.stderr.on('data', (chunk) => said.push(String(chunk)))
  return {
    child,
    started: once(child.stdout, 'data').then(([url]) => String(url).trim()),
    ended: once(child, 'exit').then(([code, signal]) => ({ code, signal })),
    complaints: () => said.join(''),
  }
}
