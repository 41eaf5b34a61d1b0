import { pino } from 'pino'
import type { Log } from '#platform/log.ts'

/** Warnings and errors as JSON lines on standard error; UKETOME_LOG=debug shows more. */
export function openLog(level: string | undefined): Log {
  return pino({ level: level ?? 'warn', base: null }, pino.destination({ fd: 2, sync: true }))
}
