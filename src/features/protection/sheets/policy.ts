import { desk, rule } from '#features/access/contract.ts'

export const canKeepSheet = rule('protection.keep-sheet', [...desk, 'consultation'])
