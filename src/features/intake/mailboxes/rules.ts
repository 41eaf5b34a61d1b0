import { ok, refuse, type Result } from '#kernel/result.ts'
import { readContact } from '../rules.ts'
import type { MailboxDraft } from './contract.ts'

/** A mail that came while the administrator was still typing is not lost, also when the server's clock is behind. */
const graceMinutes = 10

/** The draft as it is kept, or what is missing for it to work. `kept`: passwords that are here already. */
export function readDraft(
  draft: MailboxDraft,
  kept: { readonly imap: boolean; readonly smtp: boolean },
): Result<MailboxDraft> {
  const address = draft.address.normalize('NFKC').toLowerCase()
  if (address === '' || !readContact({ email: address }).ok)
    return refuse('invalid', 'intake.mailbox-address', {})
  const { imap, smtp } = draft
  if (imap?.host === '' || smtp?.host === '') return refuse('invalid', 'intake.mailbox-host', {})
  if (imap && (imap.user === '' || !(draft.imapSecret ?? kept.imap)))
    return refuse('invalid', 'intake.mailbox-sign-in', { server: 'IMAP' })
  if (smtp && smtp.user !== '' && !(draft.smtpSecret ?? kept.smtp))
    return refuse('invalid', 'intake.mailbox-sign-in', { server: 'SMTP' })
  return ok({ ...draft, address, displayName: withoutBreaks(draft.displayName) })
}

/** A name stands in a header: a line break in it would begin another one. */
function withoutBreaks(name: string): string {
  return name.replace(/\p{Cc}+/gu, ' ').trim()
}

/** From when on mail is taken from the server, as an ISO instant; null takes everything. */
export function takesSince(draft: MailboxDraft, now: Temporal.Instant): string | null {
  return draft.takesPast ? null : now.subtract({ minutes: graceMinutes }).toString()
}
