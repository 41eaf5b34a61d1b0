import { toInstant, tokyoDay } from '#kernel/tokyo.ts'

/** When it reached us: now for what came today, in the morning for an earlier day, as its stamp says no more. */
export function reachedAt(receivedOn: string, now: Temporal.Instant): string {
  const day = Temporal.PlainDate.from(receivedOn)
  return day.equals(tokyoDay(now)) ? now.toString() : toInstant(day, '09:00').toString()
}
