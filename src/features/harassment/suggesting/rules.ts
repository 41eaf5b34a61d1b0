import { normalise } from '#kernel/japanese-text/normalise.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { TimelineEntry } from '#features/complaints/timeline/contract.ts'
import type { CueCode } from '#features/language/contract.ts'
import type {
  ContentExample,
  HarassmentType,
  Hint,
  MannerExample,
  Quotable,
  Suggestion,
} from '../judging/contract.ts'
import { hintOfHearing, hintOfNeed, unexplained, type HeardCue } from '../explaining/rules.ts'
import { demandEntries, measured } from '../measuring/rules.ts'
import type { Thresholds } from '../standards/contract.ts'

type Near = {
  readonly type?: HarassmentType
  readonly manner?: MannerExample
  readonly content?: ContentExample
}

/** What a cue is near to. Asking for a refund, the authorities or a lawyer is nobody's harassment. */
const nearOf: Partial<Record<CueCode, Near>> = {
  insult: { type: 'verbal-abuse', manner: 'insult' },
  anger_high: { type: 'verbal-abuse', manner: 'shouting' },
  threat_harm: { type: 'threat', manner: 'threat' },
  threat_exposure: { type: 'online', manner: 'posting' },
  demands_prostration: { manner: 'prostration' },
  demands_visit: { type: 'off-site', manner: 'summons' },
  demands_punishment: { manner: 'punishment' },
  demands_personal_info: { manner: 'privacy', content: 'unrelated' },
  prolonging: { type: 'time-restraint', manner: 'restraint' },
  refuses_to_leave: { type: 'time-restraint', manner: 'restraint' },
  confinement: { type: 'time-restraint', manner: 'restraint' },
  sexual: { type: 'sexual', manner: 'sexual', content: 'unrelated' },
}

/** Acts are seen, not heard: they stand in our own notes. */
const acts =
  /(?:蹴|殴|叩か|突き飛ばさ|押し倒さ|つかま|掴ま|投げつけら|投げら|唾を(?:吐|かけ)|体当たりさ|胸ぐら)(?:り|ら|れ|を|かれ|け)?/u
const status =
  /誰だと思って|(?:社長|役員|会長|議員)(?:とは|とも|を|に)?(?:知り合い|顔が利|よく知|ひとこと言え)|特別(?:扱い|に対応)し|(?:俺|私|うち)は(?:株主|上客|VIP)/u
export type Material = {
  readonly record: CaseRecord
  readonly entries: readonly TimelineEntry[]
  readonly quotables: readonly Quotable[]
  readonly thresholds: Thresholds
  /** ISO instant. */
  readonly now: string
}

/** What the record is near to, each with its words and entries. A suggestion is where to look, never an answer. */
export function suggestionsOf(material: Material): Suggestion[] {
  const { entries, quotables } = material
  const counted = unexplained(material)
  const heard = mannersAmong(counted, entries).flatMap(({ near: it, ...said }) => [
    ...(it.type ? [near('type', it.type, said)] : []),
    ...(it.manner ? [near('manner', it.manner, said)] : []),
    ...(it.content ? [near('content', it.content, said)] : []),
  ])
  const seen = found(quotables, acts, (speaker) => speaker !== 'customer')
  const flaunted = found(quotables, status, (speaker) => speaker === 'customer')
  const hard = new Set(counted.flatMap(({ code, sequence }) => (code in nearOf ? [sequence] : [])))
  return merged([
    ...heard,
    ...(seen ? [near('type', 'violence', seen), near('manner', 'assault', seen)] : []),
    ...(flaunted ? [near('type', 'authority', flaunted)] : []),
    ...measured({ ...material, hard }),
    ...unfounded(material),
  ])
}

type Said = { readonly words: readonly string[]; readonly entryIds: readonly string[] }

/** The places whose words match, with what matched; null: none does. */
function found(
  quotables: readonly Quotable[],
  pattern: RegExp,
  isBy: (speaker: Quotable['speaker']) => boolean,
): Said | null {
  const places = quotables.flatMap(({ speaker, text, entryId }) => {
    const [match] = isBy(speaker) ? (pattern.exec(normalise(text).text) ?? []) : []
    return match === undefined ? [] : [{ words: match, entryId }]
  })
  return places.length === 0
    ? null
    : {
        words: [...new Set(places.map(({ words }) => words))],
        entryIds: places.map(({ entryId }) => entryId),
      }
}

type HeardManner = Said & { readonly near: Near; readonly code: CueCode }
type Heard = Pick<Material, 'record' | 'entries' | 'quotables'>

/** The cues of the customer that are near to something, without those that the record itself explains. */
export function mannersHeard(heard: Heard): HeardManner[] {
  return mannersAmong(unexplained(heard), heard.entries)
}

function mannersAmong(
  counted: readonly HeardCue[],
  entries: readonly TimelineEntry[],
): HeardManner[] {
  const bySequence = new Map(entries.map(({ sequence, id }) => [sequence, id]))
  const codes = [...new Set(counted.map(({ code }) => code))]
  return codes.flatMap((code) => {
    const cues = counted.filter((cue) => cue.code === code)
    const it = nearOf[code]
    // A raised voice once is anger, and anger is allowed.
    if (!it || (code === 'anger_high' && cues.length < 2)) return []
    const entryIds = [...new Set(cues.flatMap(({ sequence }) => bySequence.get(sequence) ?? []))]
    const words = cues.map((cue) => quotedFrom(entries, cue))
    return [{ near: it, code, words: [...new Set(words)], entryIds }]
  })
}

const tellsLittle = 6

/** A cue can stand on two letters, which say nothing by themselves: then the sentence around them is quoted. */
function quotedFrom(entries: readonly TimelineEntry[], { sequence, words }: HeardCue): string {
  if ([...words].length >= tellsLittle) return words
  const entry = entries.find((each) => each.sequence === sequence)
  const sentences = (entry && wordsOf(entry)?.text.match(/[^。！？!?\n]+/gu)) ?? []
  return sentences.find((sentence) => sentence.includes(words))?.trim() ?? words
}

/** A demand that whoever answered it found without a ground. */
function unfounded({ record, entries }: Material): Suggestion[] {
  return record.demands
    .filter(({ content }) => content === 'unfounded')
    .map(({ kind, ids, words }) =>
      near('content', kind === 'compensation' ? 'unrelated-damages' : 'beyond-contract', {
        words: [words],
        entryIds: demandEntries(entries, ids),
      }),
    )
}

function near(kind: Suggestion['kind'], code: string, { words, entryIds }: Said): Suggestion {
  const strength = strengthOf(entryIds)
  const of = { strength, words: [...words], entryIds: [...entryIds] }
  return { kind, code, because: 'words', amount: null, most: null, ...of }
}

/** Once may slip out; in a second place it is said again. */
function strengthOf(entryIds: readonly string[]): Suggestion['strength'] {
  return new Set(entryIds).size > 1 ? 'repeated' : 'once'
}

function merged(all: readonly Suggestion[]): Suggestion[] {
  const groups = Map.groupBy(all, ({ kind, code, because }) => [kind, code, because].join())
  return [...groups.values()].flatMap((same) => {
    const [first] = same
    if (!first) return []
    const entryIds = [...new Set(same.flatMap((each) => each.entryIds))]
    const words = [...new Set(same.flatMap((each) => each.words))]
    const strength = first.because === 'words' ? strengthOf(entryIds) : first.strength
    return [{ ...first, words, entryIds, strength }]
  })
}

/** What speaks for the customer, or against ourselves: it stands above every suggestion. */
export function hintsOf(material: Pick<Material, 'record' | 'quotables'>): Hint[] {
  return [...theirRight(material), ...theirNeed(material), ...ourFault(material)]
}

type Hints = Pick<Material, 'record' | 'quotables'>

function hint(reminder: Hint['reminder'], because: Hint['because'], words = ''): Hint {
  return { reminder, because, words }
}

function cueIn({ cues }: CaseRecord, code: CueCode) {
  return cues.find((each) => each.code === code)
}

function oursIn({ facts }: CaseRecord) {
  return facts.find(
    ({ status: state, attributedTo }) => state === 'confirmed' && attributedTo === 'us',
  )
}

function theirRight({ record }: Hints): Hint[] {
  const ours = oursIn(record)
  const again = cueIn(record, 'repeat_contact') ?? cueIn(record, 'no_response')
  const danger = cueIn(record, 'safety_accident')
  return [
    ...(ours ? [hint('legitimate', 'fact-confirmed', ours.statement)] : []),
    ...(again ? [hint('legitimate', 'repeat-contact', again.words)] : []),
    ...(danger ? [hint('legitimate', 'safety', danger.words)] : []),
  ]
}

function theirNeed({ record, quotables }: Hints): Hint[] {
  const isSo = (what: string) => record.noticed.some((each) => each.what === what && each.isSo)
  const hears = hintOfHearing({ record, quotables })
  const needs = hintOfNeed(quotables)
  const crisis = cueIn(record, 'customer_crisis')
  return [
    ...(hears === null ? [] : [hint('accommodation', 'hearing', hears)]),
    ...(needs === null ? [] : [hint('accommodation', 'need', needs)]),
    ...(isSo('language') ? [hint('accommodation', 'language')] : []),
    ...(isSo('slower') ? [hint('accommodation', 'slower')] : []),
    ...(crisis ? [hint('accommodation', 'crisis', crisis.words)] : []),
  ]
}

function ourFault({ record }: Hints): Hint[] {
  const ours = oursIn(record)
  const broken = record.commitments.find(({ state }) => state === 'broken')
  const promise = broken?.words ?? cueIn(record, 'broken_promise')?.words
  return [
    ...(promise === undefined ? [] : [hint('own-fault', 'broken-promise', promise)]),
    ...(ours ? [hint('own-fault', 'our-fault', ours.statement)] : []),
  ]
}

/** What may be quoted, oldest first. */
export function quotablesOf(
  entries: readonly TimelineEntry[],
  members: ReadonlyMap<string, string>,
): Quotable[] {
  return entries.flatMap((entry) => {
    const words = wordsOf(entry)
    if (!words || words.text.trim() === '') return []
    const by = entry.by.replace(/^member:/u, '')
    const witnessName = members.get(by)
    const witness =
      witnessName === undefined
        ? { witnessId: null, witnessName: '' }
        : { witnessId: by, witnessName }
    return [{ entryId: entry.id, at: entry.at, ...words, ...witness }]
  })
}

function wordsOf({ type, payload }: TimelineEntry): Pick<Quotable, 'speaker' | 'text'> | null {
  const text = (key: string) => {
    const value = payload?.[key]
    return typeof value === 'string' ? value : ''
  }
  switch (type) {
    case 'complaints.received':
    case 'complaints.demand-made':
      return { speaker: 'customer', text: text('words') }
    case 'complaints.noted': {
      const speaker = text('speaker')
      const known = speaker === 'customer' || speaker === 'operator' ? speaker : 'internal'
      return { speaker: known, text: text('text') }
    }
    // What was said out there, as whoever was there wrote it down afterwards.
    case 'visits.reported':
      return { speaker: 'internal', text: [text('demanded'), text('said')].join('\n').trim() }
    default:
      return null
  }
}
