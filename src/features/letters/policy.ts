import { desk, readers, rule } from '#features/access/contract.ts'

export const canReadLetters = rule('letters.read', readers)
export const canWriteLetters = rule('letters.write', desk)
export const canSeeSettings = rule('letters.see-settings', readers)
export const canChangeSettings = rule('letters.change-settings', ['admin'])
/** The timers' own: what leaves by itself. */
export const canDeliver = rule('letters.deliver', [])
/** A reply that has not left is the desk's own; the consultation desk is asked about it. */
export const canReadDraft = rule('letters.read-draft', [...desk, 'consultation'])
