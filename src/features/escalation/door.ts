export { acceptWaiting } from './actions.ts'
