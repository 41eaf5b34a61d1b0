import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { Condition } from './conditions.ts'
import type { Playbook } from './schema.ts'

/** What the clock says about a talk at one moment. Null: nobody is talking, or it cannot be known. */
export type Elapsed = {
  /** Since the talk began, the time on hold with it. */
  readonly minutes: number | null
  /** Since somebody was last heard. */
  readonly silence: number | null
  /** Since the customer was put on hold. */
  readonly held: number | null
}
type Beginnings = { readonly [W in keyof Elapsed]: number | null }
const unit = { minutes: 60_000, silence: 1000, held: 1000 } as const
export const clockWords = ['minutes', 'silence', 'held'] as const

/** In whole minutes and seconds; `now` is an ISO instant. */
export function elapsedIn(record: CaseRecord, now: string): Elapsed {
  const since = beginningsOf(record, Date.parse(now))
  const passed = (word: keyof Elapsed) => {
    const start = since[word]
    return start === null ? null : Math.max(0, Math.floor((Date.parse(now) - start) / unit[word]))
  }
  return { minutes: passed('minutes'), silence: passed('silence'), held: passed('held') }
}

/** Seconds until the clock alone may change the moves, within the hour; null when only an entry can. */
export function nextTick(record: CaseRecord, playbook: Playbook, now: string): number | null {
  const present = Date.parse(now)
  const since = beginningsOf(record, present)
  const ticks = clockWords.flatMap((word) => {
    const start = since[word]
    return start === null ? [] : stepsOf(playbook)[word].map((step) => start + step * unit[word])
  })
  const due = record.commitments
    .filter(({ state }) => state === 'open')
    .map(({ dueAt }) => Date.parse(dueAt))
  const soonest = Math.min(...[...ticks, ...due].filter((at) => at > present))
  const seconds = Math.ceil((soonest - present) / 1000)
  return seconds <= 3600 ? seconds : null
}

/** When the talk, the silence and the hold began, in ms. */
function beginningsOf(record: CaseRecord, now: number): Beginnings {
  const { call } = record
  if (call !== null) {
    if (call.endedAt !== null) return { minutes: null, silence: null, held: null }
    const held = call.heldAt === null ? null : Date.parse(call.heldAt)
    const silence = held === null ? silentSince(record, Date.parse(call.startedAt)) : null
    return { minutes: Date.parse(call.startedAt), silence, held }
  }
  const minutes = sittingSince(record, now)
  return { minutes, silence: minutes === null ? null : silentSince(record, minutes), held: null }
}

const faceToFace = ['counter', 'visit', 'chat']
const pause = 30 * 60_000

/** Without a call (counter, visit, chat) a talk begins with the first words after half an hour without any. */
function sittingSince({ channel, closing, notes }: CaseRecord, now: number): number | null {
  if (!faceToFace.includes(channel) || closing !== null) return null
  const said = notes.filter(({ speaker }) => speaker !== 'internal')
  const spoken = said.map(({ at }) => Date.parse(at))
  const last = spoken.at(-1)
  if (last === undefined || now - last > pause) return null
  const first = spoken.findLastIndex((at, index) => at - (spoken[index - 1] ?? -Infinity) > pause)
  return spoken[first] ?? last
}

/**
 * When it fell silent. Known only where words are written as they fall: in a chat, from speech-to-text, or when the
 * operator says that the customer is silent. A typed note tells when somebody typed, not when somebody spoke.
 */
function silentSince(record: CaseRecord, talkStart: number): number | null {
  const quiet = quietSince(record)
  if (quiet !== null) return quiet
  const lastNote = spokenIn(record).at(-1)
  if (lastNote === undefined || Date.parse(lastNote.at) < talkStart) return null
  // What speech-to-text has not finished yet stands here as if typed: then somebody is speaking.
  const isExact = record.channel === 'chat' || lastNote.isTranscribed
  return isExact ? lastVoiceIn(record) : null
}

/** The operator noted that the customer is silent, and nobody has spoken since. */
export function isQuietIn(record: CaseRecord): boolean {
  return quietSince(record) !== null
}

function quietSince(record: CaseRecord): number | null {
  const quiet = record.noticed.find(({ what, isSo }) => what === 'quiet' && isSo)
  const isStill = quiet !== undefined && Date.parse(quiet.at) >= lastVoiceIn(record)
  return isStill ? Date.parse(quiet.at) : null
}

function spokenIn({ notes }: CaseRecord): CaseRecord['notes'] {
  return notes.filter(({ speaker }) => speaker !== 'internal')
}

function lastVoiceIn(record: CaseRecord): number {
  const { call, usedPhrases } = record
  const moments = [...spokenIn(record), ...usedPhrases].map(({ at }) => Date.parse(at))
  return Math.max(...moments, call === null ? -Infinity : Date.parse(call.startedAt))
}

type Steps = { readonly [W in keyof Elapsed]: readonly number[] }
const steps = new WeakMap<Playbook, Steps>()

/** Every number that the plays compare the clock with. */
function stepsOf(playbook: Playbook): Steps {
  const before = steps.get(playbook)
  if (before !== undefined) return before
  const conditions = playbook.plays
    .flatMap(({ opens, ends, moves }) => [
      opens,
      ends,
      ...moves.flatMap(({ when, done, say, ask }) => [
        when,
        done,
        ...[...say, ...ask].map((each) => each.when),
      ]),
    ])
    .flatMap(everyPart)
  const told = (word: keyof Elapsed) => [
    ...new Set(conditions.flatMap((condition) => condition[word] ?? [])),
  ]
  const found = { minutes: told('minutes'), silence: told('silence'), held: told('held') }
  steps.set(playbook, found)
  return found
}

function everyPart(condition: Condition | undefined): Condition[] {
  if (condition === undefined) return []
  const { all = [], any = [], not } = condition
  return [condition, ...[...all, ...any, not].flatMap(everyPart)]
}
