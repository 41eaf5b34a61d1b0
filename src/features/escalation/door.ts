export { acceptWaiting } from './actions.ts'
export { heldById as requestById } from './queries.ts'
