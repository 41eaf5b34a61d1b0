import { desk, leaders, rule } from '#features/access/contract.ts'

/** By role; supervisors have to be named besides (`reading/actions.ts`). An administrator is not among them. */
export const canKeepProtection = rule('protection.keep', ['supervisor', 'consultation'])
/** What follows from the record, for whoever is on the phone. */
export const canSeeInstructions = rule('protection.see-instructions', [...desk, 'consultation'])
/** The ordinary history goes out to the person it is about. */
export const canDisclose = rule('protection.disclose', leaders)
