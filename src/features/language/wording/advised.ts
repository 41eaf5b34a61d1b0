import type { CompanyPhrases, Finding } from '../contract.ts'
import { companyFindings } from './company-words.ts'
import { draftOf } from './draft.ts'

/** Our own words while they are typed: what the company has asked not to say. */
export function advised(text: string, words: readonly CompanyPhrases[]): readonly Finding[] {
  return companyFindings(draftOf({ kind: 'talk', text }, {}), words)
}
