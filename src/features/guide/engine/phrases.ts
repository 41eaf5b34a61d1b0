import type { Move } from '../contract.ts'
import { admitsFault, namesMoney, promisesPayment } from '../rules.ts'
import { holds, type Place } from './holds.ts'
import type { PlayMove } from './schema.ts'
import { same, unquoted, type Situation } from './situation.ts'
import { valueOf, type PlayInView } from './values.ts'

export const placeholder = /\{([^{}]*)\}/g

export type Phrase = Move['say'][number]
export type View = {
  readonly situation: Situation
  readonly place: Place
  readonly play: PlayInView
}

/**
 * The sentences that may be said now: those not heard yet, then those that were said in other words of the customer's,
 * then what was said already, marked.
 */
export function phrasesOf(sayable: PlayMove['say'], view: View): Phrase[] {
  const phrases = sayable.flatMap(({ text: template, when }, index): Phrase[] => {
    if (when !== undefined && !holds(when, view.situation, view.place)) return []
    const text = filled(template, view)
    return text === undefined || !isAllowed(template, text, view.situation)
      ? []
      : [{ index, text, isUsed: view.situation.said.has(same(text)) }]
  })
  return phrases.toSorted((a, b) => wornOut(a, view) - wornOut(b, view))
}

function wornOut({ text, isUsed }: Phrase, { situation }: View): number {
  return isUsed ? 2 : situation.familiar.has(unquoted(text)) ? 1 : 0
}

/** The sentence with this case's values, or undefined when the record lacks one of them. */
export function filled(
  template: string,
  view: View,
  mayNameMoney: boolean = isMoneyDecided(view.situation),
): string | undefined {
  let isComplete = true
  const text = template.replace(placeholder, (_all, name: string) => {
    const value = valueOf(name, view.situation, view.play, mayNameMoney)
    if (value === undefined) isComplete = false
    return value ?? ''
  })
  return isComplete ? text : undefined
}

/** The sentence with the values that the record has; what it lacks stays open, as {{name}}. */
export function filledAsFar(template: string, { situation, play }: View): string {
  const mayNameMoney = isMoneyDecided(situation)
  return template.replace(
    placeholder,
    (_all, name: string) => valueOf(name, situation, play, mayNameMoney) ?? `{{${name}}}`,
  )
}

/** The facts → apology gate and the money gate; the playbook's schema keeps such sentences out as well. */
export function isAllowed(template: string, text: string, situation: Situation): boolean {
  if (promisesPayment(text)) return false
  if (admitsFault(text) && situation.apology.level !== 'fault') return false
  if (isMoneyDecided(situation)) return true
  return (
    !namesMoney(template.replace(placeholder, '')) && !(isHinting(situation) && namesMoney(text))
  )
}

/** Somebody hints at money without naming it: then a remedy that names it is not put into words, either, before it was offered. */
function isHinting({ cues, record, talkStart }: Situation): boolean {
  const hinted = cues.get('hints_money')?.some(({ sequence }) => sequence > talkStart) ?? false
  const isNamed =
    cues.has('asks_compensation') ||
    cues.has('asks_refund') ||
    record.offers.some(({ label }) => namesMoney(label)) ||
    record.demands.some(({ kind }) => kind === 'refund' || kind === 'compensation')
  return hinted && !isNamed
}

/** A remedy that the rules allow was accepted: from then on it may be called by its name. */
function isMoneyDecided({ record }: Situation): boolean {
  return record.agreement !== null || record.offers.some(({ answer }) => answer === 'accepted')
}
