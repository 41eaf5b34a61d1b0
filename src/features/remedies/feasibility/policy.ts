import { desk, readers, rule } from '#features/access/contract.ts'

export const canReadFeasibility = rule('remedies.read-feasibility', readers)
export const canTellFeasibility = rule('remedies.tell-feasibility', desk)
export const canSetConnector = rule('remedies.set-connector', ['admin'])
