export { passOn, receiversOf } from './talks/actions.ts'
