export { arrivedMail, mailsOf, rawMail } from './queries.ts'
export { markIn, subjectMark, wordsOf as wordsOfMail } from './rules.ts'
export { rememberSent } from './store.ts'
