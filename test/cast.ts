/** The one cast of tests, demo, pictures and docs. */
export { departments } from './cast/departments.ts'
export { desks, profiles, targets } from './cast/desks.ts'
export {
  company,
  demoPassword,
  demoPins,
  staff,
  teams,
  type Person,
  type StaffKey,
} from './cast/people.ts'
export type { Due, Step, Story, When } from './cast/story.ts'
export { consultation, duties, policy } from './cast/consultation.ts'
export { budget } from './cast/gestures.ts'
export { templates } from './cast/templates.ts'
export { stories } from './cast/stories.ts'
export { visits } from './cast/visits.ts'
export { ownChecks, warmWords } from './cast/care.ts'
