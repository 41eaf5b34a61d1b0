import { desk, rule } from '#features/access/contract.ts'

/** Whoever visits; which visits, the action looks at. */
export const canCarry = rule('visits.carry', desk)
/** Whoever shows the token of a phone: the action looks at which visit it opens. */
export const canPress = rule('visits.press', [])
