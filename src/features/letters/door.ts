export { keptBy, seenAll } from './actions.ts'
export { findingsInTalk } from './gate/queries.ts'
export { obstacles } from './gate/rules.ts'
