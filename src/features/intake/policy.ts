import { desk, readers, rule } from '#features/access/contract.ts'

export const canTakeCalls = rule('intake.take-calls', desk)
/** Speech-to-text has to know which complaint a call belongs to. */
export const canSeeCalls = rule('intake.see-calls', readers, {
  keys: ['read-complaints', 'send-transcripts', 'telephone'],
})
/** What a telephone system tells; an administrator may try it. */
export const canTellCalls = rule('intake.tell-calls', ['admin'], { keys: ['telephone'] })
/** The public may, too: that is what the web form is for. */
export const canReceive = rule('intake.receive', desk, {
  isPublic: true,
  keys: ['receive-complaints'],
})
/** Where mail comes from and goes out, with the passwords for it. */
export const canChangeMailboxes = rule('intake.change-mailboxes', ['admin'])
export const canImport = rule('intake.import', ['admin'], { keys: ['import'] })
export const canSeeMail = rule('intake.see-mail', readers, { keys: ['read-complaints'] })
/** A review becomes a complaint like any other; a key may be allowed this alone. */
export const canBringReviews = rule('intake.receive', desk, {
  keys: ['bring-reviews', 'receive-complaints'],
})
/** Two complaints about one matter: that they are one is for a person to say. */
export const canJoin = rule('intake.receive', desk)
/** Whether a review was answered is for a person to say. */
export const canSettleReviews = rule('intake.receive', desk)
export const canSeeReviews = rule('intake.see-reviews', readers, { keys: ['read-complaints'] })
/** Bring in what arrived, and read again what could not be understood. */
export const canBringMail = rule('intake.bring-mail', desk, { keys: ['bring-mail'] })
export const canChangeForm = rule('intake.change-form', ['admin'])
