/** The one cast of tests, demo, pictures and docs. */
export { desks, profiles, targets } from './cast/desks.ts'
export { company, demoPassword, staff, teams, type Person, type StaffKey } from './cast/people.ts'
export type { Due, Step, Story, When } from './cast/story.ts'
export { stories } from './cast/stories.ts'
