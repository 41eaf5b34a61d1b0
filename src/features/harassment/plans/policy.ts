import { desk, leaders, readers, rule } from '#features/access/contract.ts'

export const canSeePlans = rule('harassment.see-plans', readers)
/** Propose, note an objection, take a message, answer otherwise with a reason. */
export const canPlan = rule('harassment.plan', desk)
/** Agree, decline, answer objections, lift; the action looks at who decided before. */
export const canDecidePlans = rule('harassment.decide-plans', leaders)
export const canSetUpPlans = rule('harassment.set-up-plans', ['admin'])
