import type { BusinessCalendar } from '#kernel/business-calendar.ts'
import type { Channel } from '#features/complaints/contract.ts'
import type { CaseRecord, HeardCue } from '#features/complaints/record/contract.ts'
import type { RemedyOption } from '#features/remedies/contract.ts'
import { apologyScope, type ApologyScope, type PromiseElsewhere } from '../rules.ts'
import { noticedOf, type Noticed } from './callers.ts'
import { elapsedIn, isQuietIn, type Elapsed } from './clock.ts'
import { calmedAt, feelingHeard, type Feeling } from './feelings.ts'
import { plainlySaid, type PlainlySaid, type Sayable } from './plainly-said.ts'
import type { Playbook } from './schema.ts'

export type GuideContext = {
  readonly complaintId: string
  readonly playbook: Playbook
  /** ISO instant. */
  readonly now: string
  readonly handlerName: string
  /** How customers are told the name of one of us; as it is when absent. */
  readonly toldAs?: (name: string) => string
  readonly organisationName: string
  /** What the rules say about remedies here and now (remedies/contract). */
  readonly options?: readonly RemedyOption[]
  /** Open and broken promises of the same customer's other complaints. */
  readonly openPromisesElsewhere?: readonly PromiseElsewhere[]
  /** For the dates that are proposed; the Japanese office calendar when absent. */
  readonly calendar?: BusinessCalendar
}

/** The record read once, so that every condition is a look-up. */
export type Situation = {
  readonly record: CaseRecord
  readonly context: GuideContext
  readonly elsewhere: readonly PromiseElsewhere[]
  readonly options: readonly RemedyOption[]
  readonly apology: ApologyScope
  /** `none`: nobody is on the line or at the counter. */
  readonly talk: 'live' | 'held' | 'over' | 'none'
  /** How we are with the customer now: a call that goes on goes before the way the complaint came in. */
  readonly channel: Channel
  /** Who called in the call that goes on. */
  readonly direction: 'in' | 'out' | 'none'
  /** The sequence at which the present talk began; 0 when there was no call. */
  readonly talkStart: number
  readonly customerNotes: number
  /** Where in the record the customer's latest words stand. */
  readonly lastWords: number
  readonly noticed: readonly Noticed[]
  readonly elapsed: Elapsed
  /** The operator has noted that the customer is silent, and nobody has spoken since. */
  readonly isQuiet: boolean
  /** How often the customer has come to us about this; at least twice when they say so. */
  readonly contacts: number
  readonly cues: ReadonlyMap<string, readonly HeardCue[]>
  /** How strong a feeling was heard in this talk. */
  readonly feeling: Feeling
  /** Where the customer apologised for having been loud; 0 when they did not, or were loud again. */
  readonly calmed: number
  /** What the customer said in so many words. */
  readonly told: ReadonlyMap<Sayable, PlainlySaid>
  /** Sentences already said in this talk, in the form that `same` makes. */
  readonly said: ReadonlySet<string>
  /** The same sentences without the words that they quote, in the form that `unquoted` makes. */
  readonly familiar: ReadonlySet<string>
}

export function situationOf(record: CaseRecord, context: GuideContext): Situation {
  const known = overdueAsBroken(record, context.now)
  const elsewhere = (context.openPromisesElsewhere ?? []).map((each) =>
    isOver(each.dueAt, context.now) ? { ...each, state: 'broken' as const } : each,
  )
  const talkStart = known.call?.startedSequence ?? 0
  const said = saidIn(known, talkStart)
  return {
    record: known,
    context,
    elsewhere,
    options: (context.options ?? []).filter(({ allowed }) => allowed),
    apology: apologyScope(known, elsewhere),
    talk: talkOf(known),
    ...wayOf(known),
    talkStart,
    customerNotes: notesOfTalk(known).filter(({ speaker }) => speaker === 'customer').length,
    lastWords: known.notes.findLast(({ speaker }) => speaker === 'customer')?.sequence ?? 0,
    noticed: noticedOf(known),
    elapsed: elapsedIn(known, context.now),
    isQuiet: isQuietIn(known),
    contacts: contactsIn(known),
    cues: Map.groupBy(known.cues, ({ code }) => code),
    feeling: feelingHeard(known, talkStart),
    calmed: calmIn(known, talkStart),
    told: plainlySaid(known, context.now),
    said: new Set(said.map(same)),
    familiar: new Set(said.map(unquoted)),
  }
}

function calmIn({ notes, cues }: CaseRecord, talkStart: number): number {
  const calmed = calmedAt(notes, talkStart)
  const isLoudAgain = cues.some(({ code, sequence }) => code === 'anger_high' && sequence > calmed)
  return isLoudAgain ? 0 : calmed
}

function contactsIn({ contacts, cues }: CaseRecord): number {
  const isRepeated = cues.some(({ code }) => code === 'repeat_contact')
  return Math.max(contacts, isRepeated ? 2 : 1)
}

function saidIn(record: CaseRecord, talkStart: number): string[] {
  const used = record.usedPhrases.filter(({ sequence }) => sequence >= talkStart)
  const spoken = notesOfTalk(record).filter(({ speaker }) => speaker === 'operator')
  return [...used, ...spoken].map(({ text }) => text)
}

/** Two sentences are the same whatever their spaces and stops. */
export function same(text: string): string {
  return text.replace(/[\s、。，．]/g, '')
}

/** What is left of a sentence when the customer's words in it are others. */
export function unquoted(text: string): string {
  return same(text.replace(/「[^」]*」|“[^”]*”/g, '「」'))
}

/** A deadline that has passed is broken at once, also before the timer has said so. */
function overdueAsBroken(record: CaseRecord, now: string): CaseRecord {
  return {
    ...record,
    commitments: record.commitments.map((each) =>
      each.state === 'open' && isOver(each.dueAt, now) ? { ...each, state: 'broken' } : each,
    ),
  }
}

function isOver(dueAt: string, now: string): boolean {
  return Date.parse(dueAt) <= Date.parse(now)
}

function talkOf({ call, channel, closing }: CaseRecord): Situation['talk'] {
  if (call !== null) return call.endedAt !== null ? 'over' : call.heldAt !== null ? 'held' : 'live'
  const isFaceToFace = channel === 'counter' || channel === 'visit' || channel === 'chat'
  return isFaceToFace && closing === null ? 'live' : 'none'
}

function wayOf({ call, channel }: CaseRecord): Pick<Situation, 'channel' | 'direction'> {
  const isOn = call !== null && call.endedAt === null
  return isOn ? { channel: 'phone', direction: call.direction } : { channel, direction: 'none' }
}

function notesOfTalk({ notes, call }: CaseRecord): CaseRecord['notes'] {
  if (call === null) return notes
  return notes.filter(({ at, callId }) => callId === call.id || at >= call.startedAt)
}
