import { readers, rule } from '#features/access/contract.ts'

export const canReadBudgets = rule('remedies.read-budgets', readers)
export const canChangeBudgets = rule('remedies.change-budgets', ['admin'])
