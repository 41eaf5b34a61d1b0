export { mailboxById, mailboxForComplaint } from './queries.ts'
