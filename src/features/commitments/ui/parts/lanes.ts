import type { Commitment } from '#features/commitments/contract.ts'
import { dayKey } from '#kit/time.ts'

export type Cell = {
  readonly kind: 'before' | 'today' | 'day' | 'after'
  /** The day, or the kind. */
  readonly key: string
  readonly count: number
}

const daysAhead = 6
const dayMs = 24 * 3_600_000

/** How many are due when: past, today, each of the six days ahead, later. `now` in ms. */
export function lanesOf(promises: readonly Pick<Commitment, 'dueAt'>[], now: number): Cell[] {
  const days = Array.from({ length: daysAhead + 1 }, (_, ahead) => dayKey(now + ahead * dayMs))
  const last = days.at(-1) ?? ''
  const isPast = ({ dueAt }: Pick<Commitment, 'dueAt'>) => Date.parse(dueAt) <= now
  const ahead = promises.filter((each) => !isPast(each))
  const on = (day: string) => ahead.filter(({ dueAt }) => dayKey(dueAt) === day).length
  return [
    { kind: 'before', key: 'before', count: promises.length - ahead.length },
    ...days.map((day, index) => ({
      kind: index === 0 ? ('today' as const) : ('day' as const),
      key: day,
      count: on(day),
    })),
    {
      kind: 'after',
      key: 'after',
      count: ahead.filter(({ dueAt }) => dayKey(dueAt) > last).length,
    },
  ]
}
