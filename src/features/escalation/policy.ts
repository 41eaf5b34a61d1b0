import { desk, readers, rule } from '#features/access/contract.ts'

export const canAsk = rule('escalation.ask', desk)
export const canLook = rule('escalation.look', readers)
/** Whoever it reached: a supervisor, or the member who was asked for by name. The action looks at which. */
export const canAnswer = rule('escalation.answer', desk)
/** Where requests go, and which bodies outside are named. */
export const canSetUp = rule('escalation.set-up', ['admin'])
/** What somebody else has is handed over by whoever leads; one's own by oneself. The action looks at which. */
export const canTransfer = rule('escalation.transfer', desk)
