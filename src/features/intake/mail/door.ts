export { arrivedMail, mailsOf } from './queries.ts'
export { rememberSent } from './store.ts'
