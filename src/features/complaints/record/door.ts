export { advance, emptyRecord, fold } from './rules.ts'
