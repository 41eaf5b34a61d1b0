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
import type { Thresholds } from '../standards/contract.ts'

type Near = {
  readonly type?: HarassmentType
  readonly manner?: MannerExample
  readonly content?: ContentExample
}

/** What a cue is near to. Asking for a refund, the authorities or a lawyer is nobody's harassment. */
const near: Partial<Record<CueCode, Near>> = {
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
const hearing = /耳が(?:遠|悪|聞こえ|不自由)|補聴器|難聴|聞こえな(?:い|く)/u
/** Somebody else's words, handed on. */
const handedOn =
  /^[」』”。]?(?:などと|なんて|とか|って|と)、?(?:言|い)われ|^[」』”。]?と、?(?:怒鳴|どな|罵|脅|おど)(?:ら|さ)れ/u
/** In parts of Japan a friendly word; alone it says nothing. */
const friendly = /^(?:あほ|アホ)(?:か|やな|やろ|ちゃう)?$/u

export type Material = {
  readonly record: CaseRecord
  readonly entries: readonly TimelineEntry[]
  readonly quotables: readonly Quotable[]
  readonly thresholds: Thresholds
  /** ISO instant. */
  readonly now: string
}

/** What the record is near to, each with its entries. A suggestion is where to look, never an answer. */
export function suggestionsOf(material: Material): Suggestion[] {
  const { quotables } = material
  const heard = mannersHeard(material).flatMap(({ near: it, entryIds }) => [
    ...(it.type ? [said('type', it.type, entryIds)] : []),
    ...(it.manner ? [said('manner', it.manner, entryIds)] : []),
    ...(it.content ? [said('content', it.content, entryIds)] : []),
  ])
  const seen = quotables.filter(
    ({ speaker, text }) => speaker !== 'customer' && acts.test(normalise(text).text),
  )
  const flaunted = quotables.filter(
    ({ speaker, text }) => speaker === 'customer' && status.test(normalise(text).text),
  )
  return merged([
    ...heard,
    ...(seen.length > 0
      ? [said('type', 'violence', idsOf(seen)), said('manner', 'assault', idsOf(seen))]
      : []),
    ...(flaunted.length > 0 ? [said('type', 'authority', idsOf(flaunted))] : []),
    ...measured(material),
    ...unfounded(material),
  ])
}

type HeardManner = { readonly near: Near; readonly code: CueCode; readonly entryIds: string[] }

/** The cues of the customer that are near to something, without those that the record itself explains. */
export function mannersHeard({
  record,
  entries,
  quotables,
}: Pick<Material, 'record' | 'entries' | 'quotables'>): HeardManner[] {
  const bySequence = new Map(entries.map(({ sequence, id }) => [sequence, id]))
  const needsAid = isHardOfHearing(record, quotables)
  const inCrisis = new Set(
    record.cues.flatMap(({ code, sequence }) => (code === 'customer_crisis' ? [sequence] : [])),
  )
  const counted = record.cues.filter((cue) => {
    const { code, words, sequence } = cue
    if (inCrisis.has(sequence) || isHandedOn(cue, record) || isExposure(cue, record)) return false
    if (code === 'insult') return !friendly.test(words)
    return code !== 'anger_high' || !needsAid
  })
  const codes = [...new Set(counted.map(({ code }) => code))]
  return codes.flatMap((code) => {
    const cues = counted.filter((cue) => cue.code === code)
    const it = near[code]
    // A raised voice once is anger, and anger is allowed.
    if (!it || (code === 'anger_high' && cues.length < 2)) return []
    const entryIds = [...new Set(cues.flatMap(({ sequence }) => bySequence.get(sequence) ?? []))]
    return [{ near: it, code, entryIds }]
  })
}

type HeardCue = CaseRecord['cues'][number]

function isHandedOn({ sequence, end, words }: HeardCue, { notes }: CaseRecord): boolean {
  const note = notes.find((each) => each.sequence === sequence)
  return (
    note !== undefined &&
    handedOn.test(`${words.endsWith('と') ? 'と' : ''}${note.text.slice(end)}`)
  )
}

/** 「晒してやる」 is one threat and not two. */
function isExposure({ code, sequence, start, end }: HeardCue, { cues }: CaseRecord): boolean {
  if (code !== 'threat_harm') return false
  return cues.some(
    (each) =>
      each.code === 'threat_exposure' &&
      each.sequence === sequence &&
      each.start <= start &&
      end <= each.end,
  )
}

function isHardOfHearing({ noticed }: CaseRecord, quotables: readonly Quotable[]): boolean {
  const isNoted = noticed.some(({ what, isSo }) => what === 'hearing' && isSo)
  return isNoted || quotables.some(({ text }) => hearing.test(text))
}

function measured({ record, entries, quotables, thresholds, now }: Material): Suggestion[] {
  const { callMinutes, answerLoops, visitMinutes, contactsAfterFinal } = thresholds
  const call = longestCall(entries, now)
  const loops = record.demands.toSorted((a, b) => b.answeredTimes - a.answeredTimes)[0]
  const contacts = contactsAfter(entries)
  const visit = minutesThere(record, quotables)
  const isOurFault = record.commitments.some(({ state }) => state === 'broken')
  return [
    ...over('time-restraint', 'minutes', call.minutes, callMinutes, call.entryIds),
    ...over('time-restraint', 'visit-minutes', visit.minutes, visitMinutes, visit.entryIds),
    ...over(
      'repetition',
      'loops',
      loops?.answeredTimes ?? 0,
      answerLoops,
      loops ? demandEntries(entries, loops.ids) : [],
    ),
    // Who comes again because we did not keep our word repeats nothing.
    ...(isOurFault
      ? []
      : over('repetition', 'contacts', contacts.length, contactsAfterFinal, contacts)),
  ]
}

function over(
  code: HarassmentType,
  because: 'minutes' | 'visit-minutes' | 'loops' | 'contacts',
  amount: number,
  most: number,
  entryIds: readonly string[],
): Suggestion[] {
  if (amount < most) return []
  return [{ kind: 'type', code, because, amount, most, entryIds: [...entryIds] }]
}

function longestCall(entries: readonly TimelineEntry[], now: string) {
  const calls = entries.flatMap(({ type, payload, at, id }) => {
    if (type !== 'intake.call-started') return []
    const over = entries.find(
      (each) =>
        each.type === 'intake.call-ended' && each.payload?.['callId'] === payload?.['callId'],
    )
    return [{ minutes: minutesBetween(at, over?.at ?? now), entryIds: [id] }]
  })
  return calls.toSorted((a, b) => b.minutes - a.minutes)[0] ?? { minutes: 0, entryIds: [] }
}

/** From the first to the last word of a talk face to face. */
function minutesThere({ channel }: CaseRecord, quotables: readonly Quotable[]) {
  const words = quotables.filter(({ speaker }) => speaker === 'customer')
  const [first, last] = [words[0], words.at(-1)]
  if ((channel !== 'visit' && channel !== 'counter') || !first || !last)
    return { minutes: 0, entryIds: [] }
  const isSameDay = first.at.slice(0, 10) === last.at.slice(0, 10)
  const minutes = isSameDay ? minutesBetween(first.at, last.at) : 0
  return { minutes, entryIds: [first.entryId, last.entryId] }
}

/** Calls and mails of theirs after a demand was declined for the first time. */
function contactsAfter(entries: readonly TimelineEntry[]): string[] {
  const final = entries.find(
    ({ type, payload }) =>
      type === 'complaints.demand-answered' && payload?.['answer'] === 'declined',
  )
  if (!final) return []
  return entries.flatMap(({ type, payload, sequence, id }) => {
    const isTheirs =
      type === 'intake.mail-received' ||
      (type === 'intake.call-started' && payload?.['direction'] === 'in')
    return isTheirs && sequence > final.sequence ? [id] : []
  })
}

/** A demand that whoever answered it found without a ground. */
function unfounded({ record, entries }: Material): Suggestion[] {
  return record.demands
    .filter(({ content }) => content === 'unfounded')
    .map(({ kind, ids }) =>
      said(
        'content',
        kind === 'compensation' ? 'unrelated-damages' : 'beyond-contract',
        demandEntries(entries, ids),
      ),
    )
}

function demandEntries(entries: readonly TimelineEntry[], ids: readonly string[]): string[] {
  return entries.flatMap(({ type, payload, id }) =>
    type === 'complaints.demand-made' && ids.includes(String(payload?.['demandId'])) ? [id] : [],
  )
}

function minutesBetween(from: string, to: string): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / 60_000)
}

function said(kind: Suggestion['kind'], code: string, entryIds: readonly string[]): Suggestion {
  return { kind, code, because: 'words', amount: null, most: null, entryIds: [...entryIds] }
}

function idsOf(quotables: readonly Quotable[]): string[] {
  return quotables.map(({ entryId }) => entryId)
}

function merged(all: readonly Suggestion[]): Suggestion[] {
  const groups = Map.groupBy(all, ({ kind, code, because }) => [kind, code, because].join())
  return [...groups.values()].flatMap((same) => {
    const [first] = same
    return first
      ? [{ ...first, entryIds: [...new Set(same.flatMap(({ entryIds }) => entryIds))] }]
      : []
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
  const told = quotables.find(({ text }) => hearing.test(text))
  const crisis = cueIn(record, 'customer_crisis')
  return [
    ...(isSo('hearing') || told ? [hint('accommodation', 'hearing', told?.text)] : []),
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
    default:
      return null
  }
}
