import { roles, rule } from '#features/access/contract.ts'

/** Everybody who works here, whatever they do. */
export const canConsult = rule('consultation.consult', roles)
/** With a code instead of a name. */
export const canConsultUnnamed = rule('consultation.consult-unnamed', [], { isPublic: true })
/** The desk, and nobody else: also not an administrator. */
export const canCounsel = rule('consultation.counsel', ['consultation'])
export const canAppoint = rule('consultation.appoint', ['admin'])
/** What the company has to do is no secret inside it. */
export const canSeeDuties = rule('consultation.see-duties', ['admin', 'supervisor', 'consultation'])
export const canKeepDuties = rule('consultation.keep-duties', ['admin', 'consultation'])
