import { desk, readers, rule } from '#features/access/contract.ts'

export const canBeGuided = rule('guide.read', readers)
export const canUseGuide = rule('guide.use', desk)
