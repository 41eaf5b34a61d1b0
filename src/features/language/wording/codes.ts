export const wordingRules = [
  'vague-apology',
  'over-apology',
  'admits-liability',
  'promises-money',
  'promises-anything',
  'absolute-promise',
  'vague-promise',
  'unbacked-promise',
  'flat-refusal',
  'blames-customer',
  'excuse',
  'argues',
  'casual',
  'emoji',
  'visit-unasked',
  'keigo',
  'repeats-phrase',
  'long-cause',
  'missing-cause',
  'missing-impact',
  'missing-response',
  'missing-prevention',
  'private-in-public',
  'conditional-apology',
  'internal-words',
] as const

export type WordingRule = (typeof wordingRules)[number]

/** Rules that look for what is missing, repeated or in no ledger: no phrase of a company's own can break them. */
const wordless: ReadonlySet<string> = new Set<WordingRule>([
  'unbacked-promise',
  'repeats-phrase',
  'long-cause',
  'missing-cause',
  'missing-impact',
  'missing-response',
  'missing-prevention',
])

export const phraseRules: readonly WordingRule[] = wordingRules.filter(
  (rule) => !wordless.has(rule),
)
