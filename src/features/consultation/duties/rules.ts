import { refuse } from '#kernel/result.ts'
import { shipped, type Duty, type Group, type ShippedCode } from './contract.ts'

export function isShipped(code: string): code is ShippedCode {
  return code in shipped
}

/** Those that the record itself shows; they need no document. */
const shownByRecord: readonly string[] = ['policy-told', 'desk-set']

/** An item nobody has worked on yet. */
export function blank(code: string, group: Group): Duty {
  return {
    code,
    group,
    title: null,
    detail: null,
    state: 'not-yet',
    ownerId: null,
    ownerName: null,
    evidence: [],
    note: '',
    doneOn: null,
    reviewOn: null,
    changedAt: null,
    changedByName: null,
  }
}

type Kept = Pick<Duty, 'state' | 'evidence' | 'doneOn' | 'reviewOn' | 'title' | 'group'>

/** What is called done has something to show, a day, and a day on which it is looked at again. */
export function whyNotKept(code: string, { state, evidence, doneOn, reviewOn, title }: Kept) {
  if (!isShipped(code) && !title) return refuse('invalid', 'consultation.duty-untitled', {})
  if (state !== 'done') return null
  if (evidence.length === 0 && !shownByRecord.includes(code))
    return refuse('blocked', 'consultation.no-evidence', {})
  if (!doneOn || !reviewOn) return refuse('blocked', 'consultation.no-days', {})
  return reviewOn > doneOn ? null : refuse('invalid', 'consultation.review-before', {})
}
