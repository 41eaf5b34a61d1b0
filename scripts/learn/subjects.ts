import { criticalCues, type CueCode, cueCodes, mayCarry } from '#features/language/cues/codes.ts'
import { read } from '#features/language/cues/reading.ts'
import { points, toldIn, type Weighed, weighedCodes } from '#features/language/wording/weighed.ts'
import { digestOf, type Labelled, sentencesToLearnFrom } from '#test/cue-sentences.ts'
import { staffSentences, type Told } from '#test/staff-sentences.ts'
import { type Example, joined } from './examples.ts'

/** Something that is learnt from sentences. */
export type Subject = {
  readonly name: string
  readonly codes: readonly string[]
  readonly to: URL
  readonly digest: () => string
  readonly examples: () => Example[]
  /** Draws of joined sentences; a plane is learnt with each, and their mean is kept. At least one. */
  readonly draws: (examples: readonly Example[]) => readonly Example[][]
  /** What is added to the weight of a code, so that it is found earlier or later. */
  readonly shift: (code: string) => number
}

const room = new URL('../../src/features/language/', import.meta.url)

/** A false alarm costs a glance; a critical cue that is overheard costs more than that. */
const earlier = 0.3
/** Which sentences happen to be joined moves a plane more than a hundred new sentences do; a mean of draws stands still. */
const seeds = [7, 8, 9]
/** Joined examples make what is half said weigh a little too much. */
const later = -0.05

const cues: Subject = {
  name: 'cues',
  codes: cueCodes,
  to: new URL('cues/weights.json', room),
  digest: () => digestOf(sentencesToLearnFrom()),
  examples: () => once(sentencesToLearnFrom().map(cueExample)),
  draws: (examples) =>
    seeds.map((seed) => joined(examples, Math.round(examples.length * 0.4), seed)),
  shift: (code) => (criticalCues.some((critical) => critical === code) ? earlier : later),
}

function cueExample({ text, speaker, codes }: Labelled): Example {
  return {
    text: read(text).text,
    carries: (code) =>
      mayCarry(speaker, code as CueCode) ? codes.includes(code as CueCode) : null,
    carriesAny: codes.length > 0,
    joins: speaker === 'customer',
  }
}

const wording: Subject = {
  name: 'wording',
  codes: weighedCodes,
  to: new URL('wording/weights.json', room),
  digest: () => digestOf(staffSentences()),
  examples: () => once(staffSentences().map(staffExample)),
  draws: () => [[]],
  shift: () => 0,
}

function staffExample({ text, codes, isKnown }: Told): Example {
  return {
    text: read(points.some(isKnown) ? toldIn(text) : text).text,
    carries: (code) => (isKnown(code as Weighed) ? codes.includes(code as Weighed) : null),
    carriesAny: codes.length > 0,
    joins: false,
  }
}

/** Each text once: the last that says something about it is right. */
function once(examples: readonly Example[]): Example[] {
  return [...new Map(examples.map((each) => [`${each.joins} ${each.text}`, each])).values()]
}

export const subjects: readonly Subject[] = [cues, wording]
