import { tokyoDay } from '#kernel/tokyo.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { TimelineEntry } from '#features/complaints/timeline/contract.ts'
import type { MannerExample } from '../judging/contract.ts'
import type { Emergency, Ladder, Occasion } from '../ladder/contract.ts'
import { emergencyHeard, ladderOf, latestManner } from '../ladder/rules.ts'
import type { Thresholds } from '../standards/contract.ts'
import { mannersHeard, quotablesOf, suggestionsOf } from '../suggesting/rules.ts'

type Known = { readonly record: CaseRecord; readonly entries: readonly TimelineEntry[] }
export type HeardHere = {
  readonly manner: MannerExample
  readonly words: string
  readonly times: number
  readonly at: string
}
export type StandingHere = {
  readonly ladder: Ladder
  readonly heard: readonly HeardHere[]
  readonly latest: HeardHere | null
  readonly emergency: Emergency | null
}

/** How far it has come on this occasion, and what was heard on it. Another call begins at the foot of the ladder. */
export function standingIn(
  { record, entries }: Known,
  occasion: Occasion,
  thresholds: Thresholds,
): StandingHere {
  const here = entries.filter((entry) => isHeardOn(entry, occasion))
  const sequences = new Set(here.map(({ sequence }) => sequence))
  const ofHere = { ...record, cues: record.cues.filter(({ sequence }) => sequences.has(sequence)) }
  const material = { record: ofHere, entries: here, quotables: quotablesOf(here, new Map()) }
  const heard = heardOn(material)
  const near = suggestionsOf({ ...material, thresholds, now: record.receivedAt })
  const hasViolence = near.some(({ code }) => code === 'violence')
  return {
    ladder: ladderOf(entries, occasion),
    heard,
    latest: latestManner(heard),
    emergency: emergencyOf(material, hasViolence),
  }
}

type Heard = Parameters<typeof mannersHeard>[0]

function emergencyOf(material: Heard, hasViolence: boolean): Emergency | null {
  const codes = new Set(mannersHeard(material).map(({ code }) => code))
  const { cues } = material.record
  return emergencyHeard(
    cues.filter(({ code }) => codes.has(code)),
    hasViolence,
  )
}

function isHeardOn({ type, payload, at }: TimelineEntry, { kind, key }: Occasion): boolean {
  if (kind === 'call') return type === 'complaints.noted' && payload?.['callId'] === key
  return tokyoDay(Temporal.Instant.from(at)).toString() === key
}

function heardOn(material: Heard): HeardHere[] {
  return mannersHeard(material).flatMap(({ near, code }) => {
    const cues = material.record.cues.filter((cue) => cue.code === code)
    const last = cues.at(-1)
    if (!near.manner || !last) return []
    return [{ manner: near.manner, words: last.words, times: cues.length, at: last.at }]
  })
}
