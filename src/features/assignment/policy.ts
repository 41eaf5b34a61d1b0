import { desk, leaders, readers, rule } from '#features/access/contract.ts'

/** Who works where, the targets, and the inbox with both. */
export const canSeeDesks = rule('assignment.see', [...readers, 'department'])
/** Take, give, give back, pause. */
export const canDecide = rule('assignment.decide', desk)
/** What members know, and who is away. */
export const canLead = rule('assignment.lead', leaders)
export const canSetUp = rule('assignment.set-up', ['admin'])
/** Who is here is known to everybody who works here, and to nobody else. */
export const canBePresent = rule('assignment.be-present', [...readers, 'department'])
