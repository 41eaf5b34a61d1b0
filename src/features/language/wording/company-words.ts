import { normalise } from '#kernel/japanese-text/normalise.ts'
import type { CompanyPhrases, Finding, LintContext, WordingRule } from '../contract.ts'
import { phraseRules } from './codes.ts'
import type { Draft } from './draft.ts'
import { flawsOf, type Words } from './rule.ts'

/** What the record can hold that makes the words of a rule right. */
const settledBy: Partial<Record<WordingRule, keyof LintContext>> = {
  'admits-liability': 'admissionApproved',
  'promises-money': 'remedyApproved',
  'visit-unasked': 'visitAgreed',
  'flat-refusal': 'firm',
}

const severe: ReadonlySet<WordingRule> = new Set<WordingRule>([
  'admits-liability',
  'promises-money',
  'promises-anything',
  'private-in-public',
  'internal-words',
])

/** The company's own phrases, where they stand as our own words: not quoted, not reported. */
export function companyFindings(draft: Draft, companyWords: readonly CompanyPhrases[]): Finding[] {
  return companyWords.flatMap(({ code, phrases, why }) => {
    const rule = phraseRules.find((each) => each === code)
    if (!rule || isSettled(rule, draft)) return []
    const severity = severe.has(rule) ? 'error' : 'warning'
    const message = why || '会社の決まりで、この言い方は使いません。別の言い方に直してください。'
    return flawsOf(draft, phrases.flatMap(matching), { severity, message }).map(
      ({ start, end, ...said }) => ({ rule, ...said, ...draft.typed(start, end) }),
    )
  })
}

function isSettled(rule: WordingRule, { kind, context }: Draft): boolean {
  const settling = settledBy[rule]
  if (rule === 'private-in-public' && kind !== 'public-reply') return true
  return settling !== undefined && context[settling] === true
}

function matching(phrase: string): Words[] {
  const { text } = normalise(phrase.trim())
  return text === '' ? [] : [{ match: new RegExp(literally(text), 'gu') }]
}

function literally(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
