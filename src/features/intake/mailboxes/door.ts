export { mailboxById, mailboxForComplaint, ownAddresses, sendingMailboxes } from './queries.ts'
