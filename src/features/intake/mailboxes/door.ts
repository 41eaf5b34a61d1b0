export { mailboxById, mailboxForComplaint, type OpenMailbox } from './queries.ts'
