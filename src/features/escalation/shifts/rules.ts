import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { ShiftLine } from './contract.ts'

type Named = Pick<ShiftLine, 'complaintId' | 'subject'>

/** From the record alone: whoever reads it begins where the other stopped. `now`: ISO instant. */
export function lineOf(
  record: CaseRecord,
  { complaintId, subject }: Named,
  now: string,
): ShiftLine {
  const [next] = record.commitments
    .filter(({ state, madeTo }) => state !== 'kept' && madeTo === 'customer')
    .toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))
  const heard = record.cues.filter(({ speaker }) => speaker === 'customer').map(({ code }) => code)
  return {
    complaintId,
    number: record.number,
    subject,
    customerName: record.customer.name || null,
    promise: next
      ? { words: next.words, dueAt: next.dueAt, isBroken: isOver(next.state, next.dueAt, now) }
      : null,
    waits: waitsIn(record, next !== undefined),
    concern: record.concerns.findLast(({ isSettled }) => !isSettled)?.words ?? null,
    cues: [...new Set(heard.toReversed())].slice(0, 2),
    isSafety: record.isSafety,
  }
}

function isOver(state: string, dueAt: string, now: string): boolean {
  return state === 'broken' || Date.parse(dueAt) <= Date.parse(now)
}

function waitsIn(record: CaseRecord, isPromised: boolean): ShiftLine['waits'] {
  const isAsked = record.escalations.some(
    ({ state, mode }) => state === 'asked' && mode !== 'watch',
  )
  if (isAsked) return 'supervisor'
  const isOffered = record.offers.some(
    ({ answer }) => answer === 'pending' || answer === 'considering',
  )
  if (isPromised) return 'customer-for-us'
  return isOffered ? 'we-for-customer' : 'nobody'
}

/** Broken first, then what is due next, then safety, then the rest by number. */
export function inOrder(lines: readonly ShiftLine[]): ShiftLine[] {
  const due = ({ promise }: ShiftLine) => promise?.dueAt ?? '9999'
  return lines.toSorted(
    (a, b) =>
      Number(b.promise?.isBroken ?? false) - Number(a.promise?.isBroken ?? false) ||
      due(a).localeCompare(due(b)) ||
      Number(b.isSafety) - Number(a.isSafety) ||
      a.number.localeCompare(b.number),
  )
}
