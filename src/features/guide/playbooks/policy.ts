import { leaders, rule } from '#features/access/contract.ts'

export const canReadPlaybooks = rule('guide.read-playbooks', leaders)
export const canChangePlaybooks = rule('guide.change-playbooks', ['admin'])
