const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** 1 = Monday … 7 = Sunday. */
export function weekday(day: number): (typeof names)[number] {
  return names[day - 1] ?? 'mon'
}
