import { ok, refuse, type Result } from '#kernel/result.ts'
import type { TimelineEntry } from '#features/complaints/timeline/contract.ts'
import type { MannerExample } from '../judging/contract.ts'
import {
  ladderEvents,
  steps,
  type Ask,
  type Emergency,
  type Ladder,
  type Occasion,
  type Offer,
  type Step,
} from './contract.ts'

/** What was done on one occasion, oldest first. Another day, another call: the ladder begins again at its foot. */
export function ladderOf(entries: readonly TimelineEntry[], occasion: Occasion): Ladder {
  const asks = entries.flatMap((entry) => asked(entry, occasion))
  const answers = new Map(entries.flatMap(answered))
  const withAnswers = asks.map((ask) => ({ ...ask, answer: answers.get(ask.id) ?? null }))
  const decided = withAnswers.flatMap(({ answer }) => answer?.upTo ?? [])
  return {
    occasion,
    taken: entries.flatMap((entry) => took(entry, occasion)),
    ask: withAnswers.at(-1) ?? null,
    decidedUpTo: decided.includes('end') ? 'end' : (decided[0] ?? null),
  }
}

function isOn(occasion: Occasion, { kind, key }: Occasion): boolean {
  return occasion.kind === kind && occasion.key === key
}

function took({ type, payload, at }: TimelineEntry, occasion: Occasion): Ladder['taken'] {
  if (type !== 'harassment.step-taken') return []
  const read = ladderEvents[type].safeParse(payload)
  if (!read.success || !isOn(occasion, read.data.occasion)) return []
  const { stepId: id, step, count, said, quoted, byName, decidedByName } = read.data
  return [{ id, step, count, said, quoted, byName, decidedByName, at }]
}

function asked({ type, payload, at }: TimelineEntry, occasion: Occasion): Ask[] {
  if (type !== 'harassment.decision-asked') return []
  const read = ladderEvents[type].safeParse(payload)
  if (!read.success || !isOn(occasion, read.data.occasion)) return []
  const { askId: id, ...rest } = read.data
  return [{ ...rest, id, askedAt: at, answer: null }]
}

function answered({ type, payload, at }: TimelineEntry): [string, NonNullable<Ask['answer']>][] {
  if (type !== 'harassment.decision-answered') return []
  const read = ladderEvents[type].safeParse(payload)
  if (!read.success) return []
  const { askId, ...answer } = read.data
  return [[askId, { ...answer, at }]]
}

/** What counts besides the steps themselves. */
export type Ground = {
  readonly requestsBeforeFinal: number
  /** Whoever is acting leads, or was named by the company. */
  readonly mayDecide: boolean
  readonly emergency: Emergency | null
}

type Offered = Omit<Offer, 'say'>

/** Every step: whether it may be taken now, what it waits for, and which one comes next. */
export function offersOf(ladder: Ladder, ground: Ground): Offered[] {
  const next = nextOf(ladder, ground)
  return steps.map((step) => {
    const waitsFor = whatItWaitsFor(step, ladder, ground)
    const left = Math.max(0, ground.requestsBeforeFinal - timesTaken(ladder, 'request'))
    return { step, isNext: step === next, waitsFor, left: waitsFor === 'more-requests' ? left : 0 }
  })
}

export function timesTaken({ taken }: Pick<Ladder, 'taken'>, step: Step): number {
  return taken.filter((each) => each.step === step).length
}

function nextOf(ladder: Ladder, { requestsBeforeFinal }: Ground): Step {
  const has = (step: Step) => timesTaken(ladder, step) > 0
  if (has('end')) return 'police'
  if (has('final-warning')) return 'end'
  if (timesTaken(ladder, 'request') < requestsBeforeFinal) return 'request'
  return has('warning') ? 'final-warning' : 'warning'
}

function whatItWaitsFor(step: Step, ladder: Ladder, ground: Ground): Offered['waitsFor'] {
  const has = (earlier: Step) => timesTaken(ladder, earlier) > 0
  switch (step) {
    case 'request':
      return null
    case 'warning':
      return has('request') ? null : 'earlier-step'
    case 'final-warning':
      if (!has('warning')) return 'earlier-step'
      if (timesTaken(ladder, 'request') < ground.requestsBeforeFinal) return 'more-requests'
      return ground.mayDecide || ladder.decidedUpTo ? null : 'decision'
    case 'end':
      if (!has('final-warning')) return 'earlier-step'
      return ground.mayDecide || ladder.decidedUpTo === 'end' ? null : 'decision'
    case 'police':
      return ground.emergency || has('end') ? null : 'end-first'
  }
}

/** Nobody skips a step, except in an emergency, when nobody asks. */
export function whyNotTaken(step: Step, ladder: Ladder, ground: Ground): Result<null> {
  const waitsFor = whatItWaitsFor(step, ladder, ground)
  switch (waitsFor) {
    case null:
      return ok(null)
    case 'more-requests':
      return refuse('conflict', 'harassment.more-requests', {
        left: ground.requestsBeforeFinal - timesTaken(ladder, 'request'),
      })
    case 'decision':
      return refuse('forbidden', 'harassment.decision-missing', { step })
    case 'end-first':
      return refuse('conflict', 'harassment.end-first', {})
    case 'earlier-step':
      return refuse('conflict', 'harassment.earlier-step', { step })
  }
}

/** Who decided: the one who acts where they may, else whoever answered for this step. */
export function deciderOf(
  step: Step,
  ladder: Ladder,
  me: { readonly id: string; readonly name: string; readonly mayDecide: boolean },
): { readonly decidedById: string; readonly decidedByName: string } {
  const answer = ladder.ask?.answer
  const isOthers = (step === 'final-warning' || step === 'end') && !me.mayDecide
  return isOthers && answer
    ? { decidedById: answer.byId, decidedByName: answer.byName }
    : { decidedById: me.id, decidedByName: me.name }
}

export function whyNotAsked(ladder: Ladder): Result<null> {
  if (ladder.ask && !ladder.ask.answer) return refuse('conflict', 'harassment.already-asked', {})
  return timesTaken(ladder, 'end') > 0 ? refuse('conflict', 'harassment.talk-over', {}) : ok(null)
}

/** Somebody may be held, hurt or threatened: what was heard opens the way to 110, and people decide to go it. */
export function emergencyHeard(
  heard: readonly { readonly code: string }[],
  hasViolence: boolean,
): Emergency | null {
  if (hasViolence) return 'violence'
  if (heard.some(({ code }) => code === 'confinement')) return 'confinement'
  return heard.some(({ code }) => code === 'threat_harm') ? 'threat-harm' : null
}

/** The manner that was heard last: the words ask for that one to stop. */
export function latestManner<T extends { readonly at: string; readonly manner: MannerExample }>(
  heard: readonly T[],
): T | null {
  return heard.toSorted((a, b) => a.at.localeCompare(b.at)).at(-1) ?? null
}
