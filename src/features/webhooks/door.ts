export { availabilityMoved } from './availability/actions.ts'
