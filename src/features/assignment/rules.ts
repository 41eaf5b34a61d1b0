import { normalise } from '#kernel/japanese-text/normalise.ts'
import { tokyo } from '#kernel/tokyo.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { TimelineEntry } from '#features/complaints/timeline/contract.ts'
import type { CueCode } from '#features/language/contract.ts'
import type { Because, Candidate, Desk, MemberProfile, Obstacle, Skill } from './contract.ts'

/** What a complaint asks of whoever takes it. */
export type Need = {
  /** Product, subject and own words, folded for comparing. */
  readonly text: string
  readonly cause: string | null
  readonly language: 'ja' | 'en'
  readonly channel: string
}

export function needOf(record: CaseRecord): Need {
  const { product, subject } = record.details
  const said = [product, subject, record.ownWords].filter(Boolean).join('\n')
  const isForeign = said !== '' && !/[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/u.test(said)
  return {
    text: folded(said),
    cause: record.cause?.cause ?? null,
    language: isForeign ? 'en' : 'ja',
    channel: record.channel,
  }
}

function folded(text: string): string {
  return normalise(text).text.toLowerCase()
}

export function fits(need: Need, { kind, word }: Skill): boolean {
  if (kind === 'product') return need.text.includes(folded(word))
  if (kind === 'cause') return need.cause === word
  return kind === 'language' ? need.language === word : need.channel === word
}

/** A language cannot be made up for by anything else; how it came matters least. */
const weights: Record<Skill['kind'], number> = { language: 100, product: 10, cause: 10, channel: 1 }

function skillOf(need: Need, skills: readonly Skill[]): number {
  return skills.reduce((sum, each) => sum + (fits(need, each) ? weights[each.kind] : 0), 0)
}

/** The desk that knows most of it; the first one when none knows more than another. Null: there is no desk. */
export function deskFor(need: Need, desks: readonly Desk[]): Desk | null {
  const skilled = desks.map((desk) => ({ desk, skill: skillOf(need, desk.skills) }))
  return skilled.toSorted((a, b) => b.skill - a.skill)[0]?.desk ?? null
}

/** One member as the rule sees them. */
export type Applicant = Pick<MemberProfile, 'memberId' | 'name' | 'skills' | 'carries'> & {
  readonly isAbsent: boolean
  readonly worksNow: boolean
  readonly isOnCall: boolean
  readonly isHere: boolean
  readonly needsRelief: boolean
  /** Open complaints, and what they weigh. */
  readonly open: number
  readonly load: number
  /** Who is away and has named this member for new arrivals. */
  readonly standsInFor?: string | undefined
}

/**
 * Everybody, whom the rule would choose first: free before not free, then who knows most of it, who is here, who has
 * most room left, and by id so that every node chooses the same. `chosen` is null when nobody is free.
 */
export function choose(
  need: Need,
  applicants: readonly Applicant[],
): { chosen: Candidate | null; candidates: Candidate[] } {
  const ranked = applicants
    .map((one) => ({ one, obstacles: obstaclesOf(one), skill: skillOf(need, one.skills) }))
    .toSorted(
      (a, b) =>
        Math.min(a.obstacles.length, 1) - Math.min(b.obstacles.length, 1) ||
        b.skill - a.skill ||
        Number(b.one.isHere) - Number(a.one.isHere) ||
        a.one.load / a.one.carries - b.one.load / b.one.carries ||
        a.one.memberId.localeCompare(b.one.memberId),
    )
  const candidates = ranked.map(({ one, obstacles }) => {
    const { memberId, name, open, isHere } = one
    return { memberId, name, open, isHere, obstacles, because: reasonsFor(need, one) }
  })
  const free = candidates.filter(({ obstacles }) => obstacles.length === 0)
  const [first] = free
  if (!first) return { chosen: null, candidates }
  const alone: Because[] = free.length === 1 && candidates.length > 1 ? [{ kind: 'only-one' }] : []
  return { chosen: { ...first, because: [...first.because, ...alone] }, candidates }
}

function obstaclesOf(one: Applicant): Obstacle[] {
  return [
    ...(one.isAbsent ? (['absent'] as const) : []),
    ...(one.worksNow ? [] : (['off-hours'] as const)),
    ...(one.isOnCall ? (['on-call'] as const) : []),
    ...(one.needsRelief ? (['not-now'] as const) : []),
    ...(one.load >= one.carries ? (['full'] as const) : []),
  ]
}

/** 「冷蔵庫の担当、いま3件」. Nothing of who has just had a hard talk: the reasons stay in the record. */
function reasonsFor(need: Need, one: Applicant): Because[] {
  const known = one.skills.filter((each) => fits(need, each))
  return [
    ...(one.standsInFor ? [{ kind: 'stands-in' as const, words: one.standsInFor }] : []),
    ...known.map(({ kind, word }) => ({ kind: 'skill' as const, words: `${kind}:${word}` })),
    { kind: 'load', count: one.open },
    ...(one.isHere ? [{ kind: 'here' as const }] : []),
  ]
}

/** What one open complaint weighs: a grave one more, one that waits for somebody else half. */
export function weightOf(severity: string | null, isSafety: boolean, isWaiting: boolean): number {
  const weight = (severity === 'critical' ? 3 : severity === 'high' ? 2 : 1) + (isSafety ? 1 : 0)
  return isWaiting ? weight / 2 : weight
}

/** Shouting, insults and threats: a talk with one of these is hard on whoever listens. */
export const hardCues = [
  'anger_high',
  'insult',
  'sexual',
  'threat_harm',
  'threat_exposure',
  'demands_prostration',
  'confinement',
] as const satisfies readonly CueCode[]

/** So far back a hard talk still counts, and what it takes for relief. */
export const exposure = { withinHours: 4, minutes: 10, restMinutes: 30 } as const

export type HardTalk = {
  readonly memberId: string
  readonly minutes: number
  /** ISO instant; `now` while it goes on. */
  readonly endedAt: string
}

/** Who had to bear how much of one call in which something hard was said: each for the part that was theirs. */
export function hardTalkOf(
  entries: readonly TimelineEntry[],
  callId: string,
  now: string,
): HardTalk[] {
  const ofCall = entries.filter(({ payload }) => payload?.['callId'] === callId)
  const turns = ofCall.flatMap(turnOf)
  const ended = ofCall.find(({ type }) => type === 'intake.call-ended')?.at ?? now
  return turns.flatMap(({ memberId, at }, index) => {
    const until = turns[index + 1]?.at ?? ended
    const [began, over] = [Date.parse(at), Date.parse(until)]
    const isWithin = (said: number) => began <= said && said <= over
    const isHard = ofCall.some((entry) => isHardWord(entry) && isWithin(Date.parse(entry.at)))
    const minutes = (over - began) / 60_000
    return isHard ? [{ memberId, minutes, endedAt: until }] : []
  })
}

function turnOf({ type, by, payload, at }: TimelineEntry): { memberId: string; at: string }[] {
  if (type === 'intake.call-started') return [{ memberId: by.replace('member:', ''), at }]
  const to = payload?.['toId']
  return type === 'supervision.taken-over' && typeof to === 'string' ? [{ memberId: to, at }] : []
}

function isHardWord({ type, payload }: TimelineEntry): boolean {
  const cues = payload?.['cues']
  if (type !== 'complaints.noted' || payload?.['speaker'] !== 'customer') return false
  return Array.isArray(cues) && cues.some((cue: unknown) => isHard(cue))
}

function isHard(cue: unknown): boolean {
  const code: unknown = typeof cue === 'object' && cue !== null ? Reflect.get(cue, 'code') : null
  return hardCues.some((hard) => hard === code)
}

/** Half an hour after any hard talk, and as long as ten minutes of it lie within four hours. */
export function needsRelief(talks: readonly Omit<HardTalk, 'memberId'>[], now: string): boolean {
  const age = ({ endedAt }: { endedAt: string }) => (Date.parse(now) - Date.parse(endedAt)) / 60_000
  const recent = talks.filter((talk) => age(talk) < exposure.withinHours * 60)
  const sum = recent.reduce((all, { minutes }) => all + minutes, 0)
  return recent.some((talk) => age(talk) < exposure.restMinutes) || sum >= exposure.minutes
}

/** Is this within somebody's own working hours (Japan)? */
export function worksAt(
  hours: { workdays: readonly number[]; opens: string; closes: string } | null,
  now: string,
): boolean {
  if (!hours) return true
  const there = Temporal.Instant.from(now).toZonedDateTimeISO(tokyo)
  const time = there.toPlainTime().toString().slice(0, 5)
  return hours.workdays.includes(there.dayOfWeek) && hours.opens <= time && time < hours.closes
}
