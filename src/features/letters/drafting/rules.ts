import type { GateFinding } from '../gate/contract.ts'
import { likeness, mended, same, sentencesIn, type Stretch } from '../likeness/rules.ts'
import { fallOf } from '../phrasing/falls.ts'
import { bare, dueWords } from '../phrasing/sentences.ts'
import type { Source } from '../phrasing/source.ts'
import type { DraftedSentence, Fall, FallCode, Standing } from './contract.ts'
import { draftingMessages } from './messages.ts'

export type KeptSentence = Pick<DraftedSentence, 'text' | 'grounds' | 'isLead'>

/**
 * The drafted sentences that a text still contains, in its order, with what fell of their grounds. `kept`: oldest first;
 * the same sentence drafted anew stands on its newer grounds. Breaks and spaces do not count: mail is folded, paper is set. One
 * that was reworded keeps the grounds of what it came from as long as enough of it is left.
 */
export function standingIn(
  text: string,
  kept: readonly KeptSentence[],
  source: Pick<Source, 'record' | 'now' | 'clauses'>,
): Standing[] {
  const latest = latestOf(kept)
  const found = verbatimIn(text, latest)
  const whole = found.map(({ place, sentence }) => standingAt(place, sentence, source))
  const reworded = restOf(text, found).flatMap((place) => {
    const [closest, score] = closestTo(place, latest)
    if (!closest || score < mended) return []
    return [{ ...standingAt(place, closest, source), isMended: score < same }]
  })
  return [...whole, ...reworded]
    .filter(({ grounds }) => grounds.length > 0)
    .toSorted((a, b) => a.start - b.start)
}

/** Sentences of a text that come from no draft of it, manners of a draft included in what does. */
export function ownIn(text: string, kept: readonly KeptSentence[]): string[] {
  const latest = latestOf(kept)
  return restOf(text, verbatimIn(text, latest))
    .filter((place) => closestTo(place, latest)[1] < mended)
    .map((place) => place.text)
}

type Latest = ReadonlyMap<string, KeptSentence>

function latestOf(kept: readonly KeptSentence[]): Latest {
  return new Map(kept.map((sentence) => [coreOf(sentence.text), sentence]))
}

function verbatimIn(text: string, latest: Latest) {
  const whole = bareOf(text)
  return [...latest].flatMap(([core, sentence]) =>
    placesIn(whole, core).map(({ start, end }) => ({
      place: { start, end, text: text.slice(start, end) },
      sentence,
    })),
  )
}

/** What stands in the text beside the sentences that were found in it. */
function restOf(text: string, found: readonly { readonly place: Stretch }[]): Stretch[] {
  return sentencesIn(text).filter(
    ({ start, end }) => !found.some(({ place }) => place.start < end && start < place.end),
  )
}

function closestTo({ text }: Stretch, latest: Latest): [KeptSentence | undefined, number] {
  let [closest, most]: [KeptSentence | undefined, number] = [undefined, 0]
  for (const [core, sentence] of latest) {
    const score = likeness(coreOf(text), core)
    if (score > most) [closest, most] = [sentence, score]
  }
  return [closest, most]
}

function standingAt(
  { text, start, end }: Stretch,
  sentence: KeptSentence,
  source: Pick<Source, 'record' | 'now' | 'clauses'>,
): Standing {
  const falls = fallsOf(sentence, source).filter((fall) => !saysOfNow(text, fall))
  return { text, start, end, grounds: sentence.grounds, falls, isMended: false }
}

/** Whoever reworded it wrote what the record says by now. */
function saysOfNow(text: string, { code, now, ground }: Fall): boolean {
  if (now === null) return false
  const has = (words: string) => words !== '' && bare(text).includes(bare(words))
  if (code !== 'promise-moved') return has(now) && !has(ground.said)
  const day = bare(dueWords({ dueAt: now, precision: 'day' }))
  const isDayAlone = bare(text)
    .split(day)
    .slice(1)
    .some((after) => !/^\d/u.test(after))
  return has(dueWords({ dueAt: now })) || isDayAlone
}

/** A sentence falls with the first of its grounds; what leads a list falls with the last. */
function fallsOf(
  { grounds, isLead }: KeptSentence,
  source: Pick<Source, 'record' | 'now' | 'clauses'>,
): Fall[] {
  const falls = grounds.flatMap((ground) => fallOf(ground, { ...source, promises: [] }) ?? [])
  return isLead && falls.length < grounds.length ? [] : falls
}

type Bare = { readonly text: string; readonly at: readonly number[] }

function bareOf(text: string): Bare {
  const kept = [...text.matchAll(/[^\s　]/g)]
  return { text: kept.map(([letter]) => letter).join(''), at: kept.map(({ index }) => index) }
}

/** A line of a list without its dot: it says the same in a sentence. */
function coreOf(sentence: string): string {
  return bareOf(sentence.replace(/^・/u, '')).text
}

function placesIn({ text, at }: Bare, core: string): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = []
  if (core === '') return places
  for (let found = text.indexOf(core); found >= 0; found = text.indexOf(core, found + core.length))
    places.push({ start: at[found] ?? 0, end: (at[found + core.length - 1] ?? 0) + 1 })
  return places
}

// What was true and is over may be said with a reason; what the record denies may not.
const mild: readonly FallCode[] = ['promise-kept', 'fact-confirmed', 'measure-decided']

/** What the gate asks about sentences whose ground fell. One finding for a sentence, for its gravest fall. */
export function findingsOf(standings: readonly Standing[]): GateFinding[] {
  return standings.flatMap(({ start, end, falls, isMended }) => {
    const gravest = falls.find(({ code }) => !mild.includes(code)) ?? falls[0]
    if (!gravest) return []
    const [rule, need, todo] = askedOf(mild.includes(gravest.code), isMended)
    const { why, todo: todos } = draftingMessages.ja.words
    const message = `${why[gravest.code]({ said: gravest.ground.said, now: gravest.now })}${todos[todo]}`
    return [{ rule, severity: 'error' as const, start, end, message, need }]
  })
}

/**
 * A reason opens only what a reason may open: a rule each, so that one does not open the other. Of a sentence that was reworded
 * nobody but its writer knows whether it says by now what is true: that is a reason.
 */
function askedOf(isMild: boolean, isMended: boolean) {
  if (isMild) return ['ground-over', 'reason', 'reason'] as const
  return isMended
    ? (['ground-mended', 'reason', 'mended'] as const)
    : (['ground-fallen', 'change', 'change'] as const)
}
