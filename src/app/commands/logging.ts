import { pino } from 'pino'
import type { Log } from '#platform/log.ts'
import { withOrigins } from '#platform/origins.ts'

/** Warnings and errors as JSON lines on standard error; UKETOME_LOG=debug shows more. */
export function openLog(level: string | undefined): Log {
  const destination = pino.destination({ fd: 2, sync: true })
  return pino({ level: level ?? 'warn', base: null, formatters: { log: readable } }, destination)
}

/** Stacks say the lines of our sources. */
function readable(told: Record<string, unknown>): Record<string, unknown> {
  const words = Object.entries(told).map(([name, value]) => {
    if (value instanceof Error && value.stack) value.stack = withOrigins(value.stack)
    return [name, typeof value === 'string' ? withOrigins(value) : value]
  })
  return Object.fromEntries(words)
}
