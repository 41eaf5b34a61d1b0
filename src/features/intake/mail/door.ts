export { arrivedMail, mailsOf, rawMail } from './queries.ts'
export { wordsOf as wordsOfMail } from './rules.ts'
export { rememberSent } from './store.ts'
