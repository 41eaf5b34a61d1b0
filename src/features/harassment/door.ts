export { judgementsOf } from './judging/rules.ts'
export { standardsNow } from './standards/queries.ts'
