export type CueCode =
  | 'asks_supervisor'
  | 'asks_named_person'
  | 'asks_refund'
  | 'asks_exchange'
  | 'asks_repair'
  | 'asks_compensation'
  | 'hints_money'
  | 'demands_visit'
  | 'demands_deadline'
  | 'demands_prostration'
  | 'demands_document'
  | 'demands_punishment'
  | 'demands_personal_info'
  | 'threat_harm'
  | 'threat_exposure'
  | 'mentions_authority'
  | 'legal_action'
  | 'insult'
  | 'sexual'
  | 'prolonging'
  | 'refuses_to_leave'
  | 'confinement'
  | 'anger_high'
  | 'safety_accident'
  | 'privacy_breach'
  | 'customer_crisis'
  | 'repeat_contact'
  | 'broken_promise'
  | 'no_response'
  | 'says_not_informed'
  | 'staff_attitude'
  | 'churn_risk'

export type RuleName =
  | 'vague-apology'
  | 'over-apology'
  | 'admits-liability'
  | 'promises-money'
  | 'promises-anything'
  | 'absolute-promise'
  | 'vague-promise'
  | 'unbacked-promise'
  | 'flat-refusal'
  | 'blames-customer'
  | 'excuse'
  | 'argues'
  | 'casual'
  | 'emoji'
  | 'visit-unasked'
  | 'keigo'
  | 'repeats-phrase'
  | 'long-cause'
  | 'missing-cause'
  | 'missing-impact'
  | 'missing-response'
  | 'missing-prevention'
  | 'private-in-public'
  | 'internal-words'
  | 'conditional-apology'

/** UTF-16 offsets into the text as it was given: `words === text.slice(start, end)`. */
export type Span = { readonly start: number; readonly end: number }
export type Cue = Span & { readonly code: CueCode; readonly words: string }

/** What a company adds to a cue or a rule in its own words. */
export type CompanyPhrases = {
  readonly code: CueCode | RuleName
  readonly phrases: string[]
  readonly why: string
}

/** The cues in what was said. Never throws; a text without any has none. */
export function listen(
  utterance: { readonly speaker: 'customer' | 'operator'; readonly text: string },
  companyWords?: readonly CompanyPhrases[],
): { cues: Cue[] }

export type Finding = Span & {
  readonly rule: RuleName
  readonly severity: 'error' | 'warning' | 'info'
  /** What, why, and what to write instead; in Japanese. */
  readonly message: string
  /** What the words can safely be replaced by. */
  readonly fix?: string | undefined
}

/** What the record holds. What is left out counts as not in the record. */
export type Context = {
  readonly firm?: boolean | undefined
  readonly admissionApproved?: boolean | undefined
  readonly remedyApproved?: boolean | undefined
  readonly visitAgreed?: boolean | undefined
  /** Deadlines in the ledger: days or instants. */
  readonly promisedDues?: string[] | undefined
  readonly saidBefore?: string[] | undefined
  /** The moment of writing, ISO 8601 with an offset. */
  readonly now?: string | undefined
}

/** What should not leave the house as it is written, in the order of the text. */
export function lint(
  writing: { readonly kind: 'mail' | 'letter' | 'talk' | 'public-reply'; readonly text: string },
  context?: Context,
  companyWords?: readonly CompanyPhrases[],
): { findings: Finding[] }

export type PromisePhrase = Span & {
  readonly words: string
  /** A day (`2026-11-25`) or a minute with its offset; null when somebody has to ask for a date. */
  readonly due: string | null
  readonly precision: 'minute' | 'day' | 'vague'
}

/** The promises in what was said or written at `now` (ISO 8601 with an offset), by the days of a Japanese office. */
export function findPromises(given: { readonly text: string; readonly now: string }): {
  promises: PromisePhrase[]
}
