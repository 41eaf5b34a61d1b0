import { ok, refuse, type Result } from '#kernel/result.ts'
import { normalise } from '#kernel/japanese-text/normalise.ts'
import type { TimelineEntry } from '#features/complaints/timeline/contract.ts'
import {
  axisNames,
  judgingEvents,
  reminders,
  type Axes,
  type Considerations,
  type Excerpt,
  type Judgement,
  type Quotable,
  type Verdict,
} from './contract.ts'

/** What was proposed, as far as the rules look at it. */
export type Proposed = {
  readonly axes: Axes
  readonly considered: Considerations
  readonly verdict: Verdict
  readonly reason: string
  readonly reconsiders: string | null
  readonly newFacts: string
  readonly excerpts: readonly Pick<Excerpt, 'id' | 'entryId' | 'words' | 'witnessId'>[]
}

/**
 * Why this cannot stand as a judgement. Adjectives are no ground: each axis rests on words that stand in the record,
 * and every reminder is answered before anything is called harassment.
 */
export function whyNotProposed(
  proposed: Proposed,
  quotables: readonly Quotable[],
  judgements: readonly Judgement[],
): Result<null> {
  const { axes, excerpts, verdict, reason } = proposed
  if (reason.trim() === '') return refuse('invalid', 'harassment.reason-missing', {})
  const strange = excerpts.find((each) => !isIn(each, quotables))
  if (strange) return refuse('invalid', 'harassment.not-in-record', { words: strange.words })
  if (excerpts.some((each) => witnessOf(each, quotables) === null))
    return refuse('invalid', 'harassment.witness-missing', {})
  const known = new Set(excerpts.map(({ id }) => id))
  for (const axis of axisNames) {
    const { finding, words, excerptIds } = axes[axis]
    if (verdict === 'open' && finding === 'open') continue
    if (!excerptIds.some((id) => known.has(id)))
      return refuse('invalid', 'harassment.needs-verbatim', { axis })
    if (finding !== 'open' && words.trim() === '')
      return refuse('invalid', 'harassment.axis-reason-missing', { axis })
  }
  const considered = whyNotConsidered(proposed)
  return considered.ok ? whyNotAgain(proposed, judgements) : considered
}

/** The words of an excerpt stand in its entry; widths and spaces may differ. */
function isIn(
  { entryId, words }: Pick<Excerpt, 'entryId' | 'words'>,
  quotables: readonly Quotable[],
): boolean {
  const entry = quotables.find((each) => each.entryId === entryId)
  return entry !== undefined && folded(words) !== '' && folded(entry.text).includes(folded(words))
}

function folded(text: string): string {
  return normalise(text).text.replace(/\s+/gu, '')
}

/** Who heard it: the one who is named, or whoever wrote it down. Null: the customer wrote it, and nobody is named. */
function witnessOf(
  { entryId, witnessId }: Pick<Excerpt, 'entryId' | 'witnessId'>,
  quotables: readonly Quotable[],
): string | null {
  return witnessId ?? quotables.find((each) => each.entryId === entryId)?.witnessId ?? null
}

/** All three together, and not one of them alone: the guideline asks for conduct, excess and harm. */
function whyNotConsidered({ axes, considered, verdict }: Proposed): Result<null> {
  for (const reminder of reminders) {
    const { answer, words } = considered[reminder]
    if (answer === 'yes' && words.trim() === '')
      return refuse('invalid', 'harassment.consideration-in-words', { reminder })
    if (answer === 'unknown' && verdict === 'is')
      return refuse('invalid', 'harassment.consideration-open', { reminder })
  }
  if (verdict !== 'is') return ok(null)
  if (axes.harm.finding !== 'beyond') return refuse('invalid', 'harassment.no-harm', {})
  const { content, manner } = axes
  if (content.finding !== 'beyond' && manner.finding !== 'beyond')
    return refuse('invalid', 'harassment.nothing-beyond', {})
  // A right claim in a hard voice: only a manner that went too far can carry the verdict.
  const isRight = considered.legitimate.answer === 'yes'
  return isRight && manner.finding !== 'beyond'
    ? refuse('invalid', 'harassment.legitimate', {})
    : ok(null)
}

function whyNotAgain(
  { reconsiders, newFacts }: Proposed,
  judgements: readonly Judgement[],
): Result<null> {
  if (judgements.some(({ state }) => state === 'proposed'))
    return refuse('conflict', 'harassment.already-proposed', {})
  if (reconsiders === null) return ok(null)
  const before = judgements.find(({ id }) => id === reconsiders)
  if (before?.state !== 'decided') return refuse('missing', 'harassment.judgement-missing', {})
  return newFacts.trim() === '' ? refuse('invalid', 'harassment.new-facts-missing', {}) : ok(null)
}

export type Second = { readonly memberId: string; readonly leads: boolean }

/** Two named people decide, one of them leading. Whoever was the target testifies and does not decide among targets. */
export function whyNotSecond(
  judgement: Judgement | undefined,
  me: Second,
  reason: string,
): Result<Judgement> {
  if (!judgement) return refuse('missing', 'harassment.judgement-missing', {})
  if (judgement.state !== 'proposed') return refuse('conflict', 'harassment.judgement-over', {})
  if (judgement.byId === me.memberId) return refuse('forbidden', 'harassment.own-proposal', {})
  if (!judgement.byLeads && !me.leads) return refuse('forbidden', 'harassment.leader-missing', {})
  const isTarget = (id: string) => judgement.targetIds.includes(id)
  if (isTarget(me.memberId) && isTarget(judgement.byId))
    return refuse('forbidden', 'harassment.targets-alone', {})
  if (reason.trim() === '') return refuse('invalid', 'harassment.reason-missing', {})
  return ok(judgement)
}

/** Every judgement of a complaint as it stands, oldest first; the earlier ones stay. */
export function judgementsOf(entries: readonly TimelineEntry[]): Judgement[] {
  const all = entries.reduce<Judgement[]>(advance, [])
  const again = new Set(
    all.flatMap(({ reconsiders, state }) =>
      state === 'decided' && reconsiders ? [reconsiders] : [],
    ),
  )
  return all.map((each) => ({ ...each, isReconsidered: again.has(each.id) }))
}

function advance(all: Judgement[], { type, payload, at }: TimelineEntry): Judgement[] {
  switch (type) {
    case 'harassment.judgement-proposed': {
      const read = judgingEvents[type].safeParse(payload)
      if (!read.success) return all
      const { judgementId: id, ...proposed } = read.data
      return [...all, { ...proposed, id, at, ...fresh }]
    }
    case 'harassment.verdict-decided':
    case 'harassment.judgement-returned': {
      const read = judgingEvents[type].safeParse(payload)
      if (!read.success) return all
      const { judgementId, byId, byName, reason } = read.data
      const state = type === 'harassment.verdict-decided' ? 'decided' : 'returned'
      return patched(all, judgementId, () => ({ state, decision: { byId, byName, reason, at } }))
    }
    case 'harassment.appeal-noted': {
      const read = judgingEvents[type].safeParse(payload)
      if (!read.success) return all
      const { judgementId, words, byName } = read.data
      return patched(all, judgementId, ({ appeals }) => ({
        appeals: [...appeals, { words, byName, at }],
      }))
    }
    default:
      return all
  }
}

const fresh = {
  state: 'proposed',
  decision: null,
  appeals: [],
  isReconsidered: false,
} as const satisfies Partial<Judgement>

function patched(
  all: readonly Judgement[],
  id: string,
  change: (judgement: Judgement) => Partial<Judgement>,
): Judgement[] {
  return all.map((each) => (each.id === id ? { ...each, ...change(each) } : each))
}
