import { desk, leaders, readers, rule } from '#features/access/contract.ts'

export const canReadComplaints = rule('complaints.read', [...readers, 'department'])
export const canNote = rule('complaints.note', [...desk, 'analyst'])
export const canHandle = rule('complaints.handle', desk)
export const canAssign = rule('complaints.assign', desk)
export const canClose = rule('complaints.close', desk)
export const canErase = rule('complaints.erase', ['admin'])
export const canSeal = rule('complaints.seal', leaders)
