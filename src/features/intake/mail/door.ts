export { arrivedMail, mailsOf, rawMail } from './queries.ts'
export { rememberSent } from './store.ts'
