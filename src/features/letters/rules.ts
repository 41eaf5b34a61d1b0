import { ok, refuse, type Result } from '#kernel/result.ts'
import type { TimelineEntry } from '#features/complaints/timeline/contract.ts'
import type { LetterState } from './contract.ts'

/** What reaches a complaint although no member wrote it. */
const arrivals = new Set([
  'intake.mail-received',
  'intake.mail-bounced',
  'letters.bounced',
  'complaints.reopened',
  'inquiries.answered',
])

/**
 * What happened after somebody looked that may change what they write: what customers and colleagues did, and what
 * arrived by mail. Timers, a running transcript and whispers do not stop a letter, and nobody stops their own.
 */
export function unseenBy(writer: string, since: readonly TimelineEntry[]): TimelineEntry[] {
  return since.filter((entry) => {
    if (entry.by === writer || entry.type.startsWith('supervision.whisper')) return false
    if (entry.payload?.['utterance'] !== undefined) return false
    if (!entry.by.startsWith('system:')) return true
    const isTheirWord =
      entry.type === 'complaints.noted' && entry.payload?.['speaker'] === 'customer'
    return isTheirWord || arrivals.has(entry.type)
  })
}

// Local part and domain as mail servers take them: what stands before the @ is ASCII, hardly any takes more; no space, no control, no bracket can slip into a header.
const address = /^[!#-'*+\--9=?A-Z^-~]+@[^\s@<>()[\],;:\\"\p{Cc}]+\.[^\s@<>()[\],;:\\"\p{Cc}.]+$/u

export function isMailAddress(text: string): boolean {
  return address.test(text)
}

/** Addresses of a draft, or which one cannot be one. Full-width letters are what a Japanese keyboard types. */
export function readRecipients(
  draft: { readonly to: readonly string[]; readonly cc: readonly string[] },
  own: readonly string[],
): Result<{ to: string[]; cc: string[] }> {
  const [to, cc] = [draft.to, draft.cc].map((field) => [
    ...new Set(field.map((each) => each.normalize('NFKC').trim()).filter(Boolean)),
  ])
  if (!to || !cc || to.length === 0) return refuse('invalid', 'letters.no-recipient', {})
  const all = [...to, ...cc]
  const wrong = all.find((each) => !address.test(each))
  if (wrong !== undefined)
    return refuse('invalid', 'letters.address-unreadable', { address: wrong })
  const ours = all.find((each) => own.includes(each.toLowerCase()))
  if (ours !== undefined) return refuse('invalid', 'letters.to-ourselves', { address: ours })
  return ok({ to, cc })
}

/** The subject of a reply: once Re:, and our number so that an answer without its thread still finds us. */
export function replySubject(subject: string, number: string): string {
  const bare = subject
    .replace(/^(?:\s*(?:re|aw|返信)(?:\[\d+\])?\s*[:：])+/iu, '')
    .replaceAll(/\s*\[U\d{2}-\d{5,}\]/gu, '')
    .trim()
  return `Re: ${bare === '' ? 'お申し出の件' : bare} [${number}]`
}

/** How many ids a References field names at most: the first, which is the thread, and the newest. */
const mostReferences = 20

export function referencesOf(ids: readonly string[]): string[] {
  const all = [...new Set(ids)]
  const [first] = all
  return first === undefined || all.length <= mostReferences
    ? all
    : [first, ...all.slice(1 - mostReferences)]
}

// Minutes: a mail server that is restarted is back soon, one that is broken by tomorrow.
const pauses = [1, 2, 5, 10, 20, 40, 60, 120, 180, 240, 240, 240, 240]

/** When to try again after so many attempts; null when it has been tried for a day. */
export function nextAttempt(attempts: number, at: string): string | null {
  const minutes = pauses[attempts - 1]
  return minutes === undefined ? null : Temporal.Instant.from(at).add({ minutes }).toString()
}

const whyNot = {
  waiting: 'letters.still-waiting',
  sending: 'letters.being-sent',
  sent: 'letters.gone',
  cancelled: 'letters.taken-back',
} as const

/** Only what has not left can be taken back; what may have gone cannot. */
export function whyNotCancelled(state: LetterState) {
  if (state === 'waiting' || state === 'stopped' || state === 'failed') return null
  return state === 'unknown' ? 'letters.perhaps-gone' : whyNot[state]
}

/** A person sends it once more: what was stopped, has failed, or may not have gone. */
export function whyNotSent(state: LetterState) {
  return state === 'stopped' || state === 'failed' || state === 'unknown' ? null : whyNot[state]
}
