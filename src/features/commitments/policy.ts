import { desk, readers, rule } from '#features/access/contract.ts'

export const canReadCommitments = rule('commitments.read', readers, {
  keys: ['read-complaints'],
})
export const canMake = rule('commitments.make', desk)
export const canRenegotiate = rule('commitments.renegotiate', desk)
export const canKeep = rule('commitments.keep', desk)
export const canHandOver = rule('commitments.hand-over', desk)
/** The timers' own: nobody else declares a promise broken. */
export const canWatch = rule('commitments.watch', [])
