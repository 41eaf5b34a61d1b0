import { once } from 'node:events'

/** A line to standard output; waits while the reader is slower than we are. A closed pipe ends quietly. */
export async function print(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain')
}

export function complain(line: string): void {
  process.stderr.write(`${line}\n`)
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})
