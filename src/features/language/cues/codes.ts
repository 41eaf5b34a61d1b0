export const cueCodes = [
  'asks_supervisor',
  'asks_named_person',
  'asks_refund',
  'asks_exchange',
  'asks_repair',
  'asks_compensation',
  'hints_money',
  'demands_visit',
  'demands_deadline',
  'demands_prostration',
  'demands_document',
  'demands_punishment',
  'demands_personal_info',
  'threat_harm',
  'threat_exposure',
  'mentions_authority',
  'legal_action',
  'insult',
  'sexual',
  'prolonging',
  'refuses_to_leave',
  'confinement',
  'anger_high',
  'safety_accident',
  'privacy_breach',
  'customer_crisis',
  'repeat_contact',
  'broken_promise',
  'no_response',
  'says_not_informed',
  'staff_attitude',
  'churn_risk',
] as const

export type CueCode = (typeof cueCodes)[number]

/** Missing one of these can cost a life, a limb or a secret: they are never allowed to be overheard. */
export const criticalCues = [
  'threat_harm',
  'refuses_to_leave',
  'confinement',
  'safety_accident',
  'privacy_breach',
  'customer_crisis',
] as const satisfies readonly CueCode[]

/** Also heard when the operator or the visitor says it: one of ours who cannot get away. */
export const cuesFromOperator = ['confinement'] as const satisfies readonly CueCode[]

export function mayCarry(speaker: 'customer' | 'operator', code: CueCode): boolean {
  return speaker === 'customer' || cuesFromOperator.some((each) => each === code)
}
