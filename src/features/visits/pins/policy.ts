import { desk, rule } from '#features/access/contract.ts'

/** Each their own. */
export const canHavePins = rule('visits.have-pins', desk)
