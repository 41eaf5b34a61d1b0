export {
  callById,
  callsSince,
  liveCalls,
  named as namedCall,
  type CallRow,
} from './calls/queries.ts'
export { giveCallTo } from './calls/store.ts'
export { framersOfForm } from './form-settings/queries.ts'
