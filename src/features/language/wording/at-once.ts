import type { CompanyPhrases, Finding } from '../contract.ts'
import { absolutePromise } from './absolute-promise.ts'
import { casual } from './casual.ts'
import { companyFindings } from './company-words.ts'
import { draftOf } from './draft.ts'
import { emoji } from './emoji.ts'
import { keigo } from './keigo.ts'
import { overApology } from './over-apology.ts'
import { promisesAnything } from './promises-anything.ts'
import { repeatsPhrase } from './repeats-phrase.ts'
import type { Rule } from './rule.ts'
import { vagueApology } from './vague-apology.ts'

/** Rules that are certain without the weights, which are large, and without the record: a browser can judge by them. */
const rules: readonly Rule[] = [
  vagueApology,
  overApology,
  promisesAnything,
  absolutePromise,
  casual,
  emoji,
  keigo,
  repeatsPhrase,
]

/** What the record can make right is left to whoever knows the record. */
const asksTheRecord: readonly string[] = [
  'admits-liability',
  'promises-money',
  'visit-unasked',
  'flat-refusal',
]

/**
 * What is certain of a mail while it is being typed: all of it, in the same places, is also in what `lint` says of it.
 * Of rules that are weighed, too, only errors are certain: weighing may take the others back.
 */
export function foundAtOnce(text: string, companyWords: readonly CompanyPhrases[] = []): Finding[] {
  const draft = draftOf({ kind: 'mail', text }, {})
  const own = companyWords.filter(({ code }) => !asksTheRecord.includes(code))
  const found = rules.flatMap(({ code, find, alsoWeighed }) =>
    find(draft)
      .filter(({ severity }) => !alsoWeighed || severity === 'error')
      .map((flaw) => ({ rule: code, ...flaw, ...draft.typed(flaw.start, flaw.end) })),
  )
  return [...found, ...companyFindings(draft, own)].toSorted(
    (a, b) => a.start - b.start || a.end - b.end,
  )
}
