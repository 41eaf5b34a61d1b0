export { judgementsOf } from './judging/rules.ts'
export { relievedAt } from './ladder/queries.ts'
export { standardsNow } from './standards/queries.ts'
