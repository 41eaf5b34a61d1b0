import { tokyoDay } from '#kernel/tokyo.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { TimelineEntry } from '#features/complaints/timeline/contract.ts'
import type { HarassmentType, Quotable, Suggestion } from '../judging/contract.ts'
import type { Thresholds } from '../standards/contract.ts'

export type Measurable = {
  readonly record: CaseRecord
  readonly entries: readonly TimelineEntry[]
  readonly quotables: readonly Quotable[]
  readonly thresholds: Thresholds
  /** ISO instant. */
  readonly now: string
  /** Sequences of entries in which something hard was heard that the record does not explain. */
  readonly hard: ReadonlySet<number>
}
type Amount = { readonly amount: number; readonly entryIds: readonly string[] }
const nothing: Amount = { amount: 0, entryIds: [] }

/**
 * What passes the company's own standards. Minutes count from the first hard word, or from the first refusal of what is
 * asked for: a long talk that stays calm is a long talk.
 */
export function measured(material: Measurable): Suggestion[] {
  const { record, entries, thresholds } = material
  const { callMinutes, answerLoops, visitMinutes, contactsAfterFinal } = thresholds
  const loops = record.demands.toSorted((a, b) => b.answeredTimes - a.answeredTimes)[0]
  const answered = loops
    ? { amount: loops.answeredTimes, entryIds: demandEntries(entries, loops.ids) }
    : nothing
  return [
    ...over('time-restraint', 'minutes', longest(callsOf(material)), callMinutes),
    ...over('time-restraint', 'visit-minutes', longest(faceToFace(material)), visitMinutes),
    ...over('repetition', 'loops', answered, answerLoops),
    // Who comes again because we did not keep our word repeats nothing.
    ...(hasFailed(material)
      ? []
      : over('repetition', 'contacts', contactsAfter(entries), contactsAfterFinal)),
  ]
}

function over(
  code: HarassmentType,
  because: 'minutes' | 'visit-minutes' | 'loops' | 'contacts',
  { amount, entryIds }: Amount,
  most: number,
): Suggestion[] {
  if (amount < most) return []
  const strength = 'past-standard' as const
  return [
    { kind: 'type', code, because, strength, amount, most, words: [], entryIds: [...entryIds] },
  ]
}

function longest(amounts: readonly Amount[]): Amount {
  return amounts.toSorted((a, b) => b.amount - a.amount)[0] ?? nothing
}

/** A promise that was broken, or whose time is past. */
function hasFailed({ record, now }: Measurable): boolean {
  return record.commitments.some(
    ({ state, dueAt }) =>
      state === 'broken' || (state === 'open' && Date.parse(dueAt) < Date.parse(now)),
  )
}

function callsOf(material: Measurable): Amount[] {
  const { entries, now } = material
  return entries.flatMap((started) => {
    if (started.type !== 'intake.call-started') return []
    const { callId } = started.payload ?? {}
    const over = entries.find(
      ({ type, payload }) => type === 'intake.call-ended' && payload?.['callId'] === callId,
    )
    const last = over?.sequence ?? Infinity
    const from = hardFrom(material, (entry) => isBetween(entry, started.sequence, last))
    if (!from) return []
    const amount = minutesBetween(from.at, over?.at ?? now)
    return [{ amount, entryIds: [started.id, from.id] }]
  })
}

/** At the counter from the first hard word to the last word; on a visit as its course was told. */
function faceToFace(material: Measurable): Amount[] {
  const visits = visitsOf(material)
  return visits.length > 0 ? visits : [...counterOf(material)]
}

function counterOf({ record: { channel }, entries, quotables, hard }: Measurable): Amount[] {
  if (channel !== 'visit' && channel !== 'counter') return []
  const sequences = new Map(entries.map(({ id, sequence }) => [id, sequence]))
  const said = quotables.filter(({ speaker }) => speaker === 'customer')
  const first = said.find(({ entryId }) => hard.has(sequences.get(entryId) ?? -1))
  if (!first) return []
  const last = said.findLast(({ at }) => dayOf(at) === dayOf(first.at)) ?? first
  const amount = minutesBetween(first.at, last.at)
  return [{ amount, entryIds: [...new Set([first.entryId, last.entryId])] }]
}

/** The whole stay counts once something hard happened on it: nobody writes notes there. */
function visitsOf(material: Measurable): Amount[] {
  const { entries, now } = material
  return entries.flatMap((arrived) => {
    if (arrived.type !== 'visits.arrived') return []
    const same = entries.filter(
      ({ payload }) => payload?.['visitId'] === arrived.payload?.['visitId'],
    )
    const ended = same.find(({ type }) => type === 'visits.ended')
    const last = ended?.sequence ?? Infinity
    const heard = hardFrom(material, (entry) => isBetween(entry, arrived.sequence, last))
    const sign = heard ?? same.find(isHardVisit)
    if (!sign) return []
    const amount = minutesBetween(momentOf(arrived), ended ? momentOf(ended) : now)
    return [{ amount, entryIds: [arrived.id, sign.id] }]
  })
}

function isHardVisit({ type, payload }: TimelineEntry): boolean {
  if (type === 'visits.alarm-closed') return true
  if (type !== 'visits.reported') return false
  const signed = payload?.['signedUnderConstraint']
  return payload?.['hadAlarm'] === true || (Array.isArray(signed) && signed.length > 0)
}

/** When it happened out there; the entry may be written later, where the phone had no line. */
function momentOf({ payload, at }: TimelineEntry): string {
  const told = payload?.['at']
  return typeof told === 'string' ? told : at
}

function hardFrom(
  { entries, hard }: Measurable,
  isHere: (entry: TimelineEntry) => boolean,
): TimelineEntry | undefined {
  return entries.find((entry) => isHere(entry) && (hard.has(entry.sequence) || isRefusal(entry)))
}

function isRefusal({ type, payload }: TimelineEntry): boolean {
  return type === 'complaints.demand-answered' && payload?.['answer'] === 'declined'
}

function isBetween({ sequence }: TimelineEntry, first: number, last: number): boolean {
  return first < sequence && sequence < last
}

/** Calls and mails of theirs after a demand was declined for the first time. */
function contactsAfter(entries: readonly TimelineEntry[]): Amount {
  const final = entries.find(isRefusal)
  if (!final) return nothing
  const entryIds = entries.flatMap(({ type, payload, sequence, id }) => {
    const isTheirs =
      type === 'intake.mail-received' ||
      (type === 'intake.call-started' && payload?.['direction'] === 'in')
    return isTheirs && sequence > final.sequence ? [id] : []
  })
  return { amount: entryIds.length, entryIds }
}

export function demandEntries(entries: readonly TimelineEntry[], ids: readonly string[]): string[] {
  return entries.flatMap(({ type, payload, id }) =>
    type === 'complaints.demand-made' && ids.includes(String(payload?.['demandId'])) ? [id] : [],
  )
}

function dayOf(at: string): string {
  return tokyoDay(Temporal.Instant.from(at)).toString()
}

function minutesBetween(from: string, to: string): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / 60_000)
}
