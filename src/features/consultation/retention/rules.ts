import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Keeping, Retention, whys } from './contract.ts'

/**
 * Five years: as long as damages can be claimed for harm to body or mind once they are known (Civil Code art. 166 and 724-2,
 * looked up 2026-11-23).
 */
export const shippedRetention: Retention = {
  version: 0,
  months: 60,
  reason: null,
  fromOn: '2026-11-23',
  decidedOn: '2026-11-23',
  decidedByName: null,
}

/** 60 → 「5年」, 18 → 「18か月」. */
export function spanOf(
  months: number,
  words: {
    readonly years: (given: { count: number }) => string
    readonly months: (given: { count: number }) => string
  },
): string {
  return months % 12 === 0 ? words.years({ count: months / 12 }) : words.months({ count: months })
}

/** What holds on that day. `versions`: newest first. */
export function retentionOn(versions: readonly Retention[], today: string): Retention {
  return versions.find(({ fromOn }) => fromOn <= today) ?? shippedRetention
}

type Standing = {
  readonly closedOn: string | null
  readonly wishedOn: string | null
  readonly isHeld: boolean
}

export function keepingOf(
  { closedOn, wishedOn, isHeld }: Standing,
  months: number,
  today: string,
): Keeping {
  const until = closedOn && Temporal.PlainDate.from(closedOn).add({ months }).toString()
  const isOver = until !== null && until <= today
  const isDueFor = isHeld ? null : wishedOn ? 'wish' : isOver ? 'period' : null
  return { wishedOn, until, isHeld, isDueFor }
}

/** Nothing is erased before its day, unless the person wishes it; and nothing while it is held. */
export function whyErased({ until, isHeld, isDueFor }: Keeping): Result<(typeof whys)[number]> {
  if (isHeld) return refuse('blocked', 'consultation.held', {})
  if (isDueFor) return ok(isDueFor)
  return until === null
    ? refuse('blocked', 'consultation.not-ended', {})
    : refuse('blocked', 'consultation.kept-until', { until })
}
