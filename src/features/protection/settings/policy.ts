import { rule } from '#features/access/contract.ts'

/** An administrator gives roles, but names nobody here: the record is closed to them. */
export const canNameForProtection = rule('protection.name', ['consultation'])
