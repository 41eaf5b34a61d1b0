import { desk, leaders, readers, rule } from '#features/access/contract.ts'

export const canReadApprovals = rule('remedies.read-approvals', readers)
export const canAsk = rule('remedies.ask', desk)
/** At the door; whose question and with whose authority is decided by rules.ts. */
export const canDecide = rule('remedies.decide', desk)
export const canDelegate = rule('remedies.delegate', leaders)
export const canChangeLimits = rule('remedies.change-limits', ['admin'])
/** The timers' own. */
export const canWatch = rule('remedies.watch', [])
