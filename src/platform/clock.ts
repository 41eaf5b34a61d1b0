import type { Clock } from '#kernel/clock.ts'

// Whole milliseconds: an instant then reads the same after a trip through PostgreSQL (µs) and JSON.
export const systemClock: Clock = {
  now: () => Temporal.Instant.fromEpochMilliseconds(Date.now()),
}
