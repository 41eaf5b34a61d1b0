import { closingTime, isBusinessDay, type BusinessCalendar } from '#kernel/business-calendar.ts'

/** So many at once, and one more every so many seconds; per client address. */
export type Allowance = { readonly atOnce: number; readonly secondsPerMore: number }

/** How many are left, and when that was true (epoch milliseconds). */
export type Bucket = { readonly left: number; readonly at: number }

/** A family or an office behind one address writes a few; a machine writes hundreds. */
export const perAddress: Allowance = { atOnce: 20, secondsPerMore: 10 }
/** A form brings a handful of photos, and a phone on a bad line begins some of them twice. */
export const filesPerAddress: Allowance = { atOnce: 80, secondsPerMore: 5 }

/** The bucket after one more was asked for at `now`; `isEmpty` when it had to be refused. */
export function take(
  bucket: Bucket | undefined,
  now: number,
  { atOnce, secondsPerMore }: Allowance,
): { bucket: Bucket; isEmpty: boolean } {
  const refilled = bucket ? Math.max(0, now - bucket.at) / (secondsPerMore * 1000) : atOnce
  const left = Math.min(atOnce, (bucket?.left ?? 0) + refilled)
  return left < 1
    ? { bucket: { left, at: now }, isEmpty: true }
    : { bucket: { left: left - 1, at: now }, isEmpty: false }
}

/** When one more will be taken again, in whole minutes, at least one. */
export function minutesUntilMore({ left }: Bucket, { secondsPerMore }: Allowance): number {
  return Math.max(1, Math.ceil(((1 - left) * secondsPerMore) / 60))
}

/** Remembers who came in the last while (`who` says nothing about them), and never more of them than fit. */
export function doorkeeper(allowance: Allowance = perAddress, most = 10_000) {
  const buckets = new Map<string, Bucket>()
  return (who: string, now: number): number | null => {
    const { bucket, isEmpty } = take(buckets.get(who), now, allowance)
    buckets.delete(who)
    buckets.set(who, bucket)
    const oldest = buckets.size > most ? buckets.keys().next().value : undefined
    if (oldest !== undefined) buckets.delete(oldest)
    return isEmpty ? minutesUntilMore(bucket, allowance) : null
  }
}

/** Nobody reads a form, writes a sentence and sends it in less. */
const fastestSeconds = 2

/** What gives a machine away, or null for a person. An answer without a time comes from a program that says so. */
export function suspicion(told: {
  website?: string | undefined
  openSeconds?: number | undefined
}): 'trap' | 'haste' | null {
  if (told.website) return 'trap'
  return told.openSeconds !== undefined && told.openSeconds < fastestSeconds ? 'haste' : null
}

export type Hours = {
  readonly weekdays: number[]
  readonly days: string[]
  readonly opens: string
  readonly closes: string
}

const daysTold = 14

/** When the telephone is answered: weekdays with the same hours together, then single days that differ in two weeks. */
export function phoneHours(
  calendar: BusinessCalendar,
  today: Temporal.PlainDate,
): { hours: Hours[]; closedOn: string[] } {
  const { opens, closes } = calendar.hours
  const usual = (weekday: number) => calendar.halfWeekdays?.[weekday] ?? closes
  const groups = Map.groupBy(calendar.workdays.toSorted(), usual)
  const hours: Hours[] = [...groups].map(([until, weekdays]) => ({
    weekdays,
    days: [],
    opens,
    closes: until,
  }))
  const closedOn: string[] = []
  for (let ahead = 0; ahead < daysTold; ahead += 1) {
    const day = today.add({ days: ahead })
    const isWorked = calendar.workdays.includes(day.dayOfWeek)
    if (!isBusinessDay(calendar, day)) {
      if (isWorked) closedOn.push(day.toString())
      continue
    }
    const until = closingTime(calendar, day)
    if (isWorked && until === usual(day.dayOfWeek)) continue
    const same = hours.find((each) => each.days.length > 0 && each.closes === until)
    if (same) same.days.push(day.toString())
    else hours.push({ weekdays: [], days: [day.toString()], opens, closes: until })
  }
  return { hours, closedOn }
}
