import type { BusinessCalendar } from '#kernel/business-calendar.ts'
import type { CompanyPhrases, Finding, Linted, LintContext, Writing } from '../contract.ts'
import { absolutePromise } from './absolute-promise.ts'
import { admitsLiability } from './admits-liability.ts'
import { argues } from './argues.ts'
import { blamesCustomer } from './blames-customer.ts'
import { casual } from './casual.ts'
import { companyFindings } from './company-words.ts'
import { conditionalApology } from './conditional-apology.ts'
import { type Draft, draftOf } from './draft.ts'
import { emoji } from './emoji.ts'
import { excuse } from './excuse.ts'
import { flatRefusal } from './flat-refusal.ts'
import { internalWords } from './internal-words.ts'
import { keigo } from './keigo.ts'
import { longCause } from './long-cause.ts'
import { missingCause } from './missing-cause.ts'
import { missingImpact } from './missing-impact.ts'
import { missingPrevention } from './missing-prevention.ts'
import { missingResponse } from './missing-response.ts'
import { overApology } from './over-apology.ts'
import { privateInPublic } from './private-in-public.ts'
import { promisesAnything } from './promises-anything.ts'
import { promisesMoney } from './promises-money.ts'
import { repeatsPhrase } from './repeats-phrase.ts'
import type { Flaw, Rule } from './rule.ts'
import { unbackedPromise } from './unbacked-promise.ts'
import { vagueApology } from './vague-apology.ts'
import { vaguePromise } from './vague-promise.ts'
import { visitUnasked } from './visit-unasked.ts'
import { unlessWeighedLight, weighedFlaws } from './weighed.ts'

export const rules: readonly Rule[] = [
  vagueApology,
  overApology,
  conditionalApology,
  admitsLiability,
  promisesMoney,
  promisesAnything,
  absolutePromise,
  vaguePromise,
  unbackedPromise,
  flatRefusal,
  blamesCustomer,
  excuse,
  argues,
  casual,
  emoji,
  visitUnasked,
  keigo,
  repeatsPhrase,
  longCause,
  missingCause,
  missingImpact,
  missingResponse,
  missingPrevention,
  privateInPublic,
  internalWords,
]

/** What should not leave the house as it is written. `context`: what the record holds; `calendar`: of the one who promises. */
export function lint(
  writing: Writing,
  context: LintContext = {},
  companyWords: readonly CompanyPhrases[] = [],
  calendar?: BusinessCalendar,
): Linted {
  const draft = draftOf(writing, context, calendar)
  const findings = rules.flatMap((rule) => findingsOf(draft, rule))
  findings.push(...companyFindings(draft, companyWords))
  return { findings: findings.toSorted((a, b) => a.start - b.start || a.end - b.end) }
}

/** What one rule finds, in offsets of what was typed. */
export function findingsOf(draft: Draft, rule: Rule): Finding[] {
  const { code, find } = rule
  const typed = (flaw: Flaw) => ({ ...flaw, ...draft.typed(flaw.start, flaw.end) })
  const found = isTyped(code)
    ? find(draft)
    : unlessWeighedLight(draft, rule, find(draft)).map(typed)
  const also = weighedFlaws(draft, rule, found).map(typed)
  return [...found, ...also].map((flaw) => ({ rule: code, ...flaw }))
}

/** Promises are found in what was typed; all else in the normalised text. */
function isTyped(code: Rule['code']): boolean {
  return code === 'vague-promise' || code === 'unbacked-promise'
}
