import { leaders, roles, rule } from '#features/access/contract.ts'

/** Everybody who works here, for themselves: what they read is theirs. No key may. */
export const canCareForOneself = rule('wellbeing.care-for-oneself', roles)
/** That somebody needs relief, and nothing more. */
export const canRelieve = rule('wellbeing.relieve', leaders)
export const canSetMeasure = rule('wellbeing.set-measure', ['admin'])
