import { desk, readers, rule } from '#features/access/contract.ts'

export const canReadRemedies = rule('remedies.read', readers)
/** At the door of the room; how much each may grant is the decision table's. */
export const canOffer = rule('remedies.offer', desk)
export const canAgree = rule('remedies.agree', desk)
export const canChangeRules = rule('remedies.change-rules', ['admin'])
