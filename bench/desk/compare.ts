import { z } from 'zod'

/** One line of a bench: a row of the table at a size and with so many clients. */
export const measured = z.object({
  bench: z.string(),
  row: z.string(),
  rows: z.int(),
  clients: z.int().default(0),
  requests: z.int().default(0),
  /** Milliseconds. */
  p50: z.number().optional(),
  p99: z.number().optional(),
  perSecond: z.number().optional(),
  /** Milliseconds of the processor for one request: server, database, and both. */
  cpuServer: z.number().optional(),
  cpuDatabase: z.number().optional(),
  cpu: z.number().optional(),
  /** How many complaints were found, and how many there are. */
  found: z.int().optional(),
  truth: z.int().optional(),
})
export type Measured = z.output<typeof measured>

/** More than this much more of the processor is a step back. */
const mostMore = 0.2

/** Every step back from before to after, as sentences. A row that is gone is one; a new row is none. */
export function worse(before: readonly Measured[], after: readonly Measured[]): string[] {
  const now = new Map(after.map((line) => [nameOf(line), line]))
  return before.flatMap((line) => {
    const name = nameOf(line)
    const its = now.get(name)
    if (!its) return [`${name}: is not measured any more`]
    return [...dearer(name, line, its), ...lost(name, line, its)]
  })
}

function dearer(name: string, { cpu: before }: Measured, { cpu: after }: Measured): string[] {
  if (before === undefined || after === undefined || after <= before * (1 + mostMore)) return []
  const times = (after / before).toFixed(2)
  return [
    `${name}: ${after.toFixed(2)} ms of the processor, ${times} times the ${before.toFixed(2)}`,
  ]
}

/** Something that was found is no longer, or more is shown beside it that is not asked for. */
function lost(name: string, before: Measured, after: Measured): string[] {
  if (awry(after) <= awry(before)) return []
  return [`${name}: found ${after.found} of ${after.truth}`]
}

function awry({ found = 0, truth = 0 }: Measured): number {
  return Math.abs(found - truth)
}

function nameOf({ bench, row, rows, clients }: Measured): string {
  return `${bench}, ${row}, ${rows} rows, ${clients} clients`
}

/** The lines of a file of measurements; what else it was told in between is left out. */
export function linesOf(text: string): Measured[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => measured.parse(JSON.parse(line)))
}
