export { arrivedMail, mailsOf, type ArrivedMail } from './queries.ts'
export { rememberSent, type SentMail } from './store.ts'
