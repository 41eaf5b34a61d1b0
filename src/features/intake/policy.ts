import { desk, readers, rule } from '#features/access/contract.ts'

export const canTakeCalls = rule('intake.take-calls', desk)
export const canSeeCalls = rule('intake.see-calls', readers)
/** The public may, too: that is what the web form is for. */
export const canReceive = rule('intake.receive', desk, { isPublic: true })
/** Where mail comes from and goes out, with the passwords for it. */
export const canChangeMailboxes = rule('intake.change-mailboxes', ['admin'])
export const canImport = rule('intake.import', ['admin'])
export const canSeeMail = rule('intake.see-mail', readers)
/** Bring in what arrived, and read again what could not be understood. */
export const canBringMail = rule('intake.bring-mail', desk)
