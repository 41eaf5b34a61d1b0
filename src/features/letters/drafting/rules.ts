import type { GateFinding } from '../gate/contract.ts'
import { fallOf } from '../phrasing/falls.ts'
import type { Source } from '../phrasing/source.ts'
import type { DraftedSentence, Fall, FallCode, Standing } from './contract.ts'
import { draftingMessages } from './messages.ts'

export type KeptSentence = Pick<DraftedSentence, 'text' | 'grounds' | 'isLead'>

/**
 * The drafted sentences that a text still contains, in its order, with what fell of their grounds. `kept`: oldest first;
 * the same sentence drafted anew stands on its newer grounds. Breaks and spaces do not count: mail is folded, paper is set.
 */
export function standingIn(
  text: string,
  kept: readonly KeptSentence[],
  source: Pick<Source, 'record' | 'now' | 'clauses'>,
): Standing[] {
  const bare = bareOf(text)
  const latest = new Map(kept.map((sentence) => [coreOf(sentence.text), sentence]))
  return [...latest]
    .filter(([, { grounds }]) => grounds.length > 0)
    .flatMap(([core, sentence]) =>
      placesIn(bare, core).map((place) => ({
        ...place,
        text: text.slice(place.start, place.end),
        grounds: sentence.grounds,
        falls: fallsOf(sentence, source),
      })),
    )
    .toSorted((a, b) => a.start - b.start)
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
const mild: readonly FallCode[] = ['promise-kept', 'fact-confirmed']

/** What the gate asks about sentences whose ground fell. One finding for a sentence, for its gravest fall. */
export function findingsOf(standings: readonly Standing[]): GateFinding[] {
  return standings.flatMap(({ start, end, falls }) => {
    const gravest = falls.find(({ code }) => !mild.includes(code)) ?? falls[0]
    if (!gravest) return []
    const need = mild.includes(gravest.code) ? ('reason' as const) : ('change' as const)
    const message = `${draftingMessages.ja.words.why[gravest.code]({ said: gravest.ground.said, now: gravest.now })}${draftingMessages.ja.words.todo[need]}`
    return [{ rule: ruleOf(need), severity: 'error' as const, start, end, message, need }]
  })
}

/** A reason opens only what a reason may open: two rules, so that one does not open the other. */
function ruleOf(need: 'reason' | 'change'): string {
  return need === 'reason' ? 'ground-over' : 'ground-fallen'
}
