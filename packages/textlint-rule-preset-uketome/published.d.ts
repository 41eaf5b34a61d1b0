export type RuleName =
  | 'vague-apology'
  | 'over-apology'
  | 'conditional-apology'
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

/** What one rule can be told. All of it is optional. */
export type Options = {
  /** What is being written. `mail` unless said. */
  readonly kind?: 'mail' | 'letter' | 'talk' | 'public-reply'
  /** Instead of the severity each finding brings along. */
  readonly severity?: 'error' | 'warning' | 'info'
  /** Words that are fine here, as they stand in the text, or `/a pattern/`. */
  readonly allow?: readonly string[]
  /** Firm mode: a refusal comes without cushions. */
  readonly firm?: boolean
  /** The fact is confirmed and the admission is approved. */
  readonly admissionApproved?: boolean
  /** A remedy that costs money is approved. */
  readonly remedyApproved?: boolean
  /** The customer has agreed to the visit. */
  readonly visitAgreed?: boolean
  /** The deadlines that are written down somewhere: days or instants. */
  readonly promisedDues?: string[]
  /** What was already said to this customer. */
  readonly saidBefore?: string[]
  /** The moment of writing, for reading dates: `2026-11-24T10:00:00+09:00`. */
  readonly now?: string
}

/** The same options for every rule of the preset, without those in `off`. */
export function configure(
  options: Options & { readonly off?: readonly RuleName[] },
): Record<RuleName, Options | false>

declare const preset: {
  readonly rules: Readonly<Record<RuleName, { readonly linter: object; readonly fixer: object }>>
  readonly rulesConfig: Readonly<Record<RuleName, boolean>>
}
export default preset
