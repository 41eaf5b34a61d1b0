import { desk, leaders, readers, rule } from '#features/access/contract.ts'

export const canSeeHarassment = rule('harassment.see', readers)
/** Whoever heard it may put it into words; deciding takes two, one of whom leads (see judging/rules). */
export const canPropose = rule('harassment.propose', [...desk, 'consultation'])
export const canAgree = rule('harassment.agree', [...desk, 'consultation'])
export const canTakeStep = rule('harassment.take-step', desk)
/** Leaders, and those the company has named: the action looks at which. */
export const canConfirm = rule('harassment.confirm', desk)
export const canChangeStandards = rule('harassment.change-standards', leaders)
