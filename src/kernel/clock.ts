import { tokyo } from './tokyo.ts'

/** The only way the product learns the time. The real one is platform/clock.ts. */
export type Clock = { now(): Temporal.Instant }

export type FixedClock = Clock & {
  /** Moves on by days (as a Tokyo calendar counts them), hours, minutes …; negative moves back. */
  advance(duration: Temporal.DurationLike): void
}

/** A clock for tests and stories: it stands still until somebody moves it. */
export function fixedClock(iso: string): FixedClock {
  let current = Temporal.Instant.from(iso)
  return {
    now: () => current,
    advance(duration) {
      current = current.toZonedDateTimeISO(tokyo).add(duration).toInstant()
    },
  }
}
