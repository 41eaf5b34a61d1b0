import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { TimelineEntry } from '#features/complaints/timeline/contract.ts'
import type { CueCode } from '#features/language/contract.ts'
import type { Strain } from './contract.ts'
import type { Measure } from './settings/contract.ts'

/** A talk in which one of these was heard is a hard one, for whoever had the receiver then. */
export const hardCues = [
  'anger_high',
  'insult',
  'sexual',
  'threat_harm',
  'threat_exposure',
  'demands_prostration',
  'confinement',
  'refuses_to_leave',
  'prolonging',
  'customer_crisis',
] as const satisfies readonly CueCode[]
const insultCues: readonly string[] = ['insult', 'sexual'] satisfies CueCode[]
const threatCues: readonly string[] = ['threat_harm', 'threat_exposure'] satisfies CueCode[]

export const none: Strain = { minutes: 0, insults: 0, threats: 0, alarms: 0 }

export type Borne = Strain & { readonly memberId: string; readonly endedAt: string }
type Turn = { memberId: string; began: string; over: string; from: number; to: number }
type Entry = Pick<TimelineEntry, 'type' | 'by' | 'at' | 'sequence' | 'payload'>

/**
 * What one call asked of each who had it: the minutes that were theirs if something hard was said in them, and how often.
 * Cues that somebody has dismissed as misheard count for nothing. Nobody is in the list for a talk that was not hard.
 */
export function borneIn(
  entries: readonly Entry[],
  cues: CaseRecord['cues'],
  callId: string,
  now: string,
): Borne[] {
  const parts = turnsOf(entries, callId, now).flatMap((turn) => {
    const heard = cues.filter(
      ({ sequence, speaker }) =>
        speaker === 'customer' && turn.from < sequence && sequence <= turn.to,
    )
    const times = (codes: readonly string[]) =>
      heard.filter(({ code }) => codes.includes(code)).length
    if (times(hardCues) === 0) return []
    const minutes = (Date.parse(turn.over) - Date.parse(turn.began)) / 60_000
    const words = { insults: times(insultCues), threats: times(threatCues), alarms: 0 }
    return [{ memberId: turn.memberId, endedAt: turn.over, minutes, ...words }]
  })
  return [...Map.groupBy(parts, ({ memberId }) => memberId)].map(([memberId, all]) => ({
    memberId,
    endedAt: all.at(-1)?.endedAt ?? now,
    ...sumOf(all),
  }))
}

/** Who had the call from when until when; a call can change hands. */
function turnsOf(entries: readonly Entry[], callId: string, now: string): Turn[] {
  const ofCall = entries.filter(({ payload }) => payload?.['callId'] === callId)
  const begun = ofCall.flatMap(({ type, by, at, sequence, payload }) => {
    if (type === 'intake.call-started')
      return [{ memberId: by.replace('member:', ''), at, sequence }]
    const to = payload?.['toId']
    return type === 'supervision.taken-over' && typeof to === 'string'
      ? [{ memberId: to, at, sequence }]
      : []
  })
  const end = ofCall.find(({ type }) => type === 'intake.call-ended')
  return begun.map(({ memberId, at, sequence }, index) => {
    const next = begun[index + 1] ?? end
    const last = { over: next?.at ?? now, to: next?.sequence ?? Number.MAX_SAFE_INTEGER }
    return { memberId, began: at, from: sequence, ...last }
  })
}

export function sumOf(all: readonly Strain[]): Strain {
  return all.reduce<Strain>(
    (sum, each) => ({
      minutes: sum.minutes + each.minutes,
      insults: sum.insults + each.insults,
      threats: sum.threats + each.threats,
      alarms: sum.alarms + each.alarms,
    }),
    none,
  )
}

type Ended = Strain & { readonly endedAt: string }

/** What still weighs at `at` (ISO): each talk half as much after every `halfLifeHours`. */
export function weighing(all: readonly Ended[], halfLifeHours: number, at: string): Strain {
  return sumOf(
    all.map((each) => {
      const hours = Math.max(0, (Date.parse(at) - Date.parse(each.endedAt)) / 3_600_000)
      const share = 0.5 ** (hours / halfLifeHours)
      return {
        minutes: each.minutes * share,
        insults: each.insults * share,
        threats: each.threats * share,
        alarms: each.alarms * share,
      }
    }),
  )
}

/** What no longer weighs enough to matter, and what the page of a person looks back on. */
export const lookBackDays = 14
/** However much there was: after so long somebody looks anew. */
const longestHours = 24

/**
 * Until when somebody needs relief, or null. A measure is full when what weighs has reached it; because everything fades
 * at one pace, the moment at which it falls below is known. A break since then has answered it.
 */
export function needsReliefUntil(
  all: readonly Ended[],
  measure: Measure,
  at: string,
  restedAt: string | null,
): string | null {
  const since = all.filter(({ endedAt }) => restedAt === null || endedAt > restedAt)
  const now = weighing(since, measure.halfLifeHours, at)
  const fullness = Math.max(
    now.minutes / measure.minutes,
    now.insults / measure.insults,
    now.threats / measure.threats,
    now.alarms,
  )
  // What has just reached its measure lies under it a moment later: rounding must not decide.
  if (fullness < 0.999) return null
  const fades = Math.max(1 / 60, measure.halfLifeHours * Math.log2(fullness))
  const minutes = Math.round(Math.min(longestHours, Math.max(fades, shortestHours)) * 60)
  return Temporal.Instant.from(at).add({ minutes }).toString()
}

/** Long enough for somebody to see it and come. */
const shortestHours = 2
