import { tokyoDay } from '#kernel/tokyo.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { Heed, ShiftLine } from './contract.ts'

type Known = Pick<ShiftLine, 'complaintId' | 'subject' | 'approvals'>

/** From the record alone: whoever reads it begins where the other stopped. `now`: ISO instant. */
export function lineOf(record: CaseRecord, known: Known, now: string): ShiftLine {
  const [next] = record.commitments
    .filter(({ state, madeTo }) => state !== 'kept' && madeTo === 'customer')
    .toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))
  const heard = record.cues.filter(({ speaker }) => speaker === 'customer').map(({ code }) => code)
  const promise = next
    ? { words: next.words, dueAt: next.dueAt, isBroken: isOver(next.state, next.dueAt, now) }
    : null
  return {
    ...known,
    number: record.number,
    customerName: record.customer.name || null,
    ownerName: record.ownerName,
    promise,
    waits: waitsIn(record, promise !== null, known.approvals.length > 0),
    heeds: heedsOf(record, promise, now),
    concern: record.concerns.findLast(({ isSettled }) => !isSettled)?.words ?? null,
    cues: [...new Set(heard.toReversed())].slice(0, 2),
    isSafety: record.isSafety,
  }
}

function isOver(state: string, dueAt: string, now: string): boolean {
  return state === 'broken' || Date.parse(dueAt) <= Date.parse(now)
}

function waitsIn(
  record: CaseRecord,
  isPromised: boolean,
  isForApproval: boolean,
): ShiftLine['waits'] {
  const isAsked = record.escalations.some(
    ({ state, mode }) => state === 'asked' && mode !== 'watch',
  )
  if (isAsked) return 'supervisor'
  if (isForApproval) return 'approval'
  const isOffered = record.offers.some(
    ({ answer }) => answer === 'pending' || answer === 'considering',
  )
  if (isPromised) return 'customer-for-us'
  return isOffered ? 'we-for-customer' : 'nobody'
}

/** Who was this upset, or had to come back, calls again. */
const upset = [
  'anger_high',
  'insult',
  'no_response',
  'repeat_contact',
  'broken_promise',
  'asks_supervisor',
  'asks_compensation',
  'hints_money',
]

function heedsOf(record: CaseRecord, promise: ShiftLine['promise'], now: string): Heed[] {
  const { call, cues, agreement, contacts } = record
  const isDue = promise !== null && isByTomorrow(promise.dueAt, now)
  const isUpset = cues.some(({ code, speaker }) => speaker === 'customer' && upset.includes(code))
  const mayCall = promise?.isBroken || (!agreement && (isUpset || contacts > 1))
  const isHeld = call !== null && call.heldAt !== null && call.endedAt === null
  const isWaiting = record.escalations.some(
    ({ state, mode }) => (state === 'asked' || state === 'seen') && mode === 'connect',
  )
  return [
    ...(isHeld || isWaiting ? (['on-hold'] as const) : []),
    ...(isDue ? (['due'] as const) : []),
    ...(mayCall ? (['may-call'] as const) : []),
  ]
}

/** What the next shift has to keep: until tomorrow evening in Japan. */
function isByTomorrow(dueAt: string, now: string): boolean {
  const day = (at: string) => tokyoDay(Temporal.Instant.from(at))
  return Temporal.PlainDate.compare(day(dueAt), day(now).add({ days: 1 })) <= 0
}

/** Whoever waits on the line, broken, due next, safety, the rest by number. */
export function inOrder(lines: readonly ShiftLine[]): ShiftLine[] {
  const due = ({ promise }: ShiftLine) => promise?.dueAt ?? '9999'
  const isHeld = ({ heeds }: ShiftLine) => Number(heeds.includes('on-hold'))
  return lines.toSorted(
    (a, b) =>
      isHeld(b) - isHeld(a) ||
      Number(b.promise?.isBroken ?? false) - Number(a.promise?.isBroken ?? false) ||
      due(a).localeCompare(due(b)) ||
      Number(b.isSafety) - Number(a.isSafety) ||
      a.number.localeCompare(b.number),
  )
}

/** Whom it is for: one member, or everybody at the desk but whoever told it. */
export function receiversOf(
  { toId, toDeskId, madeById }: { toId: string | null; toDeskId: string | null; madeById: string },
  desks: readonly { readonly id: string; readonly memberIds: readonly string[] }[],
): string[] {
  if (toId) return [toId]
  const atDesk = desks.find(({ id }) => id === toDeskId)?.memberIds ?? []
  return atDesk.filter((id) => id !== madeById)
}
