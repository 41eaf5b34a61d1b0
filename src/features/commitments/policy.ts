import { desk, readers, rule } from '#features/access/contract.ts'

export const canReadCommitments = rule('commitments.read', readers, {
  keys: ['read-complaints'],
})
export const canMake = rule('commitments.make', desk)
export const canRenegotiate = rule('commitments.renegotiate', desk)
export const canKeep = rule('commitments.keep', desk)
export const canWithdraw = rule('commitments.withdraw', desk)
export const canHandOver = rule('commitments.hand-over', desk)
export const canHaveFeed = rule('commitments.have-feed', desk)
export const canShowNames = rule('commitments.show-names', ['admin'])
/** The timers' own: nobody else declares a promise broken. */
export const canWatch = rule('commitments.watch', [])
