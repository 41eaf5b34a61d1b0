import { desk, leaders, readers, rule } from '#features/access/contract.ts'

/** Who is where until when: known to everybody who may have to help. */
export const canSeeVisits = rule('visits.see', readers)
export const canPlanVisits = rule('visits.plan', desk)
export const canApproveVisits = rule('visits.approve', leaders)
/** Acknowledge, tell the outcome, say that a sign was heard; whose visit it is, the action looks at. */
export const canAnswerAlarms = rule('visits.answer-alarms', [...desk, 'consultation'])
export const canSetVisits = rule('visits.set', ['admin'])
/** Is there a way by which alarms do not reach people? Whoever leads has to know, and administrators mend it. */
export const canSeeWays = rule('visits.see-ways', leaders)
