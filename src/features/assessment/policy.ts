import { desk, leaders, readers, rule } from '#features/access/contract.ts'

export const canReadAssessment = rule('assessment.read', readers)
/** Triage questions, starting a clock, correcting its start, saying what is done: everybody at the desk, by name. */
export const canAnswerTriage = rule('assessment.answer-triage', desk)
export const canRunClocks = rule('assessment.run-clocks', desk)
/** A clock that is started wrongly costs work; one that is waved away wrongly may break the law. */
export const canDeclineClocks = rule('assessment.decline-clocks', leaders)
export const canChangeDefinitions = rule('assessment.change-definitions', ['admin'])
/** The timers' own: nobody else says that a day has passed. */
export const canWatchClocks = rule('assessment.watch-clocks', [])
