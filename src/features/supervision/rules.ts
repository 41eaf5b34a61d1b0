import { ok, refuse, type Result } from '#kernel/result.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { TimelineEntry } from '#features/complaints/timeline/contract.ts'
import { criticalCues, type CueCode } from '#features/language/contract.ts'
import {
  longestWhisper,
  supervisionEvents,
  type BoardCall,
  type WhisperAnswer,
} from './contract.ts'

/** A watching browser says so every ten seconds; three times silent, and it is gone. */
export const watchSeconds = 30

type HeardInCall = Pick<BoardCall, 'cues' | 'glow'>

/** What was heard in the call that is going on, and whether it should catch the supervisor's eye. */
export function heardIn(record: CaseRecord): HeardInCall {
  const since = record.call?.startedSequence ?? 0
  const counts = new Map<CueCode, number>()
  for (const { code, sequence } of record.cues)
    if (sequence > since) counts.set(code, (counts.get(code) ?? 0) + 1)
  const cues = [...counts].map(([code, count]) => ({ code, count }))
  return { cues, glow: glowOf(counts) }
}

/** The third hint at money is the point at which an operator should not be alone with it. */
function glowOf(counts: ReadonlyMap<CueCode, number>): HeardInCall['glow'] {
  if (criticalCues.some((code) => counts.has(code))) return 'critical'
  return (counts.get('hints_money') ?? 0) >= 3 ? 'money' : null
}

/** What a supervisor may look for among many calls: those that glow, or those with one cue. */
export type Sign = 'all' | NonNullable<BoardCall['glow']> | (string & {})

/** The same calls in the same order, without the others. */
export function withSign(calls: readonly BoardCall[], sign: Sign): readonly BoardCall[] {
  if (sign === 'all') return calls
  return calls.filter(({ cues, glow }) => glow === sign || cues.some(({ code }) => code === sign))
}

/** What can be looked for now, the most frequent cue first; what is being looked for stays. */
export function signsOn(calls: readonly BoardCall[], chosen: Sign): Sign[] {
  const counts = new Map<Sign, number>()
  for (const { code } of calls.flatMap(({ cues }) => cues))
    counts.set(code, (counts.get(code) ?? 0) + 1)
  const glows = (['critical', 'money'] as const).filter((glow) => withSign(calls, glow).length > 0)
  const cues = [...counts].toSorted(([, a], [, b]) => b - a).map(([code]) => code)
  return [...new Set<Sign>(['all', ...glows, ...cues, chosen])]
}

/** Counted as it is read, so that 𠮷 is one. */
export function lengthOf(text: string): number {
  return [...text].length
}

/** One line, at most eighty characters. */
export function readWhisper(text: string): Result<string> {
  const whispered = text.replace(/\s+/gu, ' ').trim()
  if (whispered === '') return refuse('invalid', 'supervision.whisper-empty', {})
  const length = lengthOf(whispered)
  if (length <= longestWhisper) return ok(whispered)
  return refuse('invalid', 'supervision.whisper-too-long', { length, most: longestWhisper })
}

export type LiveCall = {
  readonly complaintId: string
  readonly handlerId: string
  readonly endedAt: string | null
}

/** May somebody watch, whisper into or take over this call of this complaint? */
export function whyNotLive(call: LiveCall | undefined, complaintId: string): Result<LiveCall> {
  if (!call || call.complaintId !== complaintId)
    return refuse('missing', 'supervision.call-missing', {})
  if (call.endedAt) return refuse('conflict', 'supervision.call-over', { endedAt: call.endedAt })
  return ok(call)
}

export type Whisper = {
  readonly id: string
  readonly text: string
  readonly byName: string
  readonly at: string
  readonly answer: { readonly kind: WhisperAnswer; readonly byName: string } | null
}
export type TakeOver = {
  readonly fromId: string
  readonly fromName: string
  readonly toId: string
  readonly toName: string
  readonly reason: string
  readonly at: string
}

/** The whispers of one call, oldest first, each with its answer; and who took the call over last. */
export function asideOf(
  entries: readonly TimelineEntry[],
  callId: string,
): { readonly whispers: readonly Whisper[]; readonly takenOver: TakeOver | null } {
  const whispers = entries.flatMap((entry) => whispered(entry, callId))
  const answers = new Map(entries.flatMap(answered))
  const takenOver = entries.flatMap((entry) => tookOver(entry, callId)).at(-1) ?? null
  return {
    whispers: whispers.map((each) => ({ ...each, answer: answers.get(each.id) ?? null })),
    takenOver,
  }
}

function whispered({ type, payload, at }: TimelineEntry, callId: string): Whisper[] {
  if (type !== 'supervision.whispered') return []
  const read = supervisionEvents[type].safeParse(payload)
  if (!read.success || read.data.callId !== callId) return []
  const { whisperId, text, byName } = read.data
  return [{ id: whisperId, text, byName, at, answer: null }]
}

function answered({ type, payload }: TimelineEntry): [string, NonNullable<Whisper['answer']>][] {
  if (type !== 'supervision.whisper-answered') return []
  const read = supervisionEvents[type].safeParse(payload)
  if (!read.success) return []
  const { whisperId, answer, byName } = read.data
  return [[whisperId, { kind: answer, byName }]]
}

function tookOver({ type, payload, at }: TimelineEntry, callId: string): TakeOver[] {
  if (type !== 'supervision.taken-over') return []
  const read = supervisionEvents[type].safeParse(payload)
  if (!read.success || read.data.callId !== callId) return []
  const { fromId, fromName, toId, toName, reason } = read.data
  return [{ fromId, fromName, toId, toName, reason, at }]
}
