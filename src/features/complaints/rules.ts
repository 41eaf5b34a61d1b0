import type { CaseRecord } from './record/contract.ts'
import type { ComplaintState } from './contract.ts'

/** Derived from the record, so that no door can set it by hand. */
export function stateOf(record: CaseRecord): ComplaintState {
  if (record.closing) return 'closed'
  const isBeingDecided = record.offers.some(
    ({ answer }) => answer === 'pending' || answer === 'considering' || answer === 'accepted',
  )
  if (isBeingDecided && !record.agreement) return 'awaiting-agreement'
  const isTouched = record.ownerId !== null || record.call !== null || record.notes.some(isOurs)
  return isTouched ? 'handling' : 'received'
}

function isOurs(note: CaseRecord['notes'][number]): boolean {
  return note.speaker !== 'customer'
}

/** What the inbox calls a complaint: its subject, or how the customer began. */
export function subjectOf(record: CaseRecord): string {
  return record.details.subject || excerptOf(record.ownWords, 40) || '（内容はこれから）'
}

/** The beginning of a text in one line. `length` counts characters as a reader does. */
export function excerptOf(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  // A character is two units at most: what lies beyond is not looked at.
  const characters = Array.from(line.slice(0, 2 * length + 2))
  return characters.length <= length
    ? characters.join('')
    : `${characters.slice(0, length - 1).join('')}…`
}

/** The next instant at which a promise would be broken, or null. */
export function nextDueOf(record: CaseRecord): string | null {
  const open = record.commitments.filter(({ state, outlives }) => state === 'open' && !outlives)
  return open.map(({ dueAt }) => dueAt).toSorted()[0] ?? null
}

/** Somebody was or could have been hurt: by assessment, by answer, or by what was heard and not dismissed. */
export function isSafetyMatter(record: CaseRecord): boolean {
  const harm = record.safety?.harm
  if (record.isSafety || harm === 'injured' || harm === 'near-miss') return true
  return harm !== 'none' && record.cues.some(({ code }) => code === 'safety_accident')
}

export type ClosingRefusal =
  | 'complaints.already-closed'
  | 'complaints.promises-open'
  | 'complaints.call-going-on'
  | 'complaints.agreement-missing'
  | 'complaints.reason-missing'
  | 'complaints.safety-unchecked'

/**
 * Why a complaint may not be closed yet, or null. G8: an end needs the agreement of the customer in words, or a
 * reason why there is none. Open promises always keep it open, except the next note of an interval, which ends with it, and what outlives it.
 */
export function whyNotClosed(
  record: CaseRecord,
  closing: { outcome: string; agreementWords?: string | undefined; reason?: string | undefined },
): ClosingRefusal | null {
  if (record.closing) return 'complaints.already-closed'
  if (record.call && !record.call.endedAt) return 'complaints.call-going-on'
  if (keepingOpen(record).length > 0) return 'complaints.promises-open'
  if (isSafetyMatter(record) && !record.safety) return 'complaints.safety-unchecked'
  const agreed = closing.agreementWords ?? record.agreement?.words
  if (closing.outcome === 'resolved' && !agreed) return 'complaints.agreement-missing'
  if (!agreed && !closing.reason) return 'complaints.reason-missing'
  return null
}

/** What is still owed when nobody needs to be told how things stand any more. */
export function keepingOpen({ commitments }: CaseRecord): CaseRecord['commitments'] {
  return commitments.filter(
    ({ state, isProgress, outlives }) => state === 'open' && !isProgress && !outlives,
  )
}

/** `U26-00123`: short enough to be read aloud and written down. */
export function complaintNumber(year: number, count: number): string {
  return `U${String(year % 100).padStart(2, '0')}-${String(count).padStart(5, '0')}`
}
