export { herePeople } from './presence/queries.ts'
