import { queryTerms, searchTerms } from '#kernel/bigrams.ts'
import type { CaseRecord } from './record/contract.ts'
import { isSafetyMatter } from './rules.ts'

/** Whoever asks for the count of a search is told up to so many; of more, that there are at least so many. */
export const countedFinds = 10_000

/** Everything a person may remember of a complaint when they look for it again. */
export function searchText(record: CaseRecord): string {
  const { customer, details } = record
  return [
    record.number,
    record.ownWords,
    ...Object.values(customer),
    ...Object.values(details),
    ...record.notes.map(({ text }) => text),
    ...record.concerns.map(({ words }) => words),
    ...record.measures.map(({ words }) => words),
    ...record.facts.map(({ statement }) => statement),
    ...record.demands.map(({ words }) => words),
    ...record.commitments.map(({ words }) => words),
  ].join('\n')
}

/**
 * What a complaint is found by: the terms of its text and of its standing, and the day it came in (UTC). No term of a text
 * has an @, so nobody's words are taken for these.
 */
export function termsOf(record: CaseRecord): string[] {
  const { grams, words } = searchTerms(searchText(record))
  const day = Temporal.Instant.from(record.receivedAt).toString().slice(0, 10)
  return [...grams, ...words, ...standingTerms(record), `@${day}`]
}

/** Whether it is open, and whether it is then a matter of safety. */
export function standingTerms(record: CaseRecord): string[] {
  const isOpen = record.closing === null
  return [standingTerm(isOpen), ...(isOpen && isSafetyMatter(record) ? [safetyTerm] : [])]
}

/** What must all be there for a complaint to be found; nothing where the text has no term (「。」). */
export function soughtTerms(text: string): string[] {
  const { grams, words } = queryTerms(text)
  return [...grams, ...words]
}

/** Of open ones alone: then few complaints have it, and what is found among them is found at once. */
export const safetyTerm = '@safety'
export function standingTerm(isOpen: boolean): string {
  return isOpen ? '@open' : '@closed'
}
