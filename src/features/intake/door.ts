export {
  callById,
  callsSince,
  liveCalls,
  named as namedCall,
  type CallRow,
} from './calls/queries.ts'
export { giveCallTo } from './calls/store.ts'
export { formSettingsOf, framersOfForm } from './form-settings/queries.ts'
export { readContact, readWords, tidyContact, canBeReached, nextContactAt } from './rules.ts'
export { receiveVisitor } from './visitors/actions.ts'
export { unknowing } from './web-form/routes.ts'
