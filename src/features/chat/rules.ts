import { isOpenAt, type BusinessCalendar } from '#kernel/business-calendar.ts'
import type { CaseRecord, Recorded } from '#features/complaints/record/contract.ts'
import type { Attendance, ChatLine } from './window/contract.ts'

/** Nobody has to sit before a window for longer without being told so. */
export const lateSeconds = 180
/** A window says every twenty seconds that it is open. */
export const thereSeconds = 45
/** Longer than between two signs of somebody who types. */
export const typingSeconds = 8
/** How long a browser finds its conversation again after the last word. */
export const openDays = 14

/** Was this said to be so less than `seconds` ago? Null: never. */
export function isWithin(seconds: number, since: string | null, now: string): boolean {
  if (since === null) return false
  const passed = Temporal.Instant.from(since).until(Temporal.Instant.from(now)).total('seconds')
  return passed < seconds
}

export function attendanceAt(
  calendar: BusinessCalendar,
  now: Temporal.Instant,
  isSomebodyHere: boolean,
): Attendance {
  if (!isOpenAt(calendar, now)) return 'closed'
  return isSomebodyHere ? 'here' : 'away'
}

/** The token opens the conversation until then, unless more is said. */
export function expiryAfter(at: string): string {
  const hours = openDays * 24
  return Temporal.Instant.from(at).add({ hours }).toString()
}

/** Whose turn it is to have it: 409 unless the one who had it is the one who was seen to have it. */
export function whyNotTaken(
  takenBy: string | null,
  fromId: string | null,
  memberId: string,
): 'chat.taken-meanwhile' | 'chat.yours' | null {
  if (takenBy === memberId) return 'chat.yours'
  return takenBy === fromId ? null : 'chat.taken-meanwhile'
}

/** What both sides read, oldest first; `toldAs`: the name customers are told. Notes of the desk are none of it. */
export function linesOf(
  entries: readonly Recorded[],
  toldAs: (name: string) => string,
): ChatLine[] {
  return entries.flatMap((entry) => {
    const line = lineOf(entry, toldAs)
    const { sequence, at } = entry
    return line ? [{ id: String(sequence), sequence, at, ...line }] : []
  })
}

type Said = Pick<ChatLine, 'kind' | 'text' | 'name'> & { readonly id?: string }

function lineOf(entry: Recorded, toldAs: (name: string) => string): Said | null {
  switch (entry.type) {
    case 'complaints.received':
      return { kind: 'you', text: entry.payload.words, name: null }
    case 'intake.acknowledged':
      return { kind: 'notice', text: entry.payload.words, name: null }
    case 'complaints.noted': {
      const { chat, speaker, text } = entry.payload
      if (!chat || speaker === 'internal') return null
      const isTheirs = speaker === 'customer'
      const name = isTheirs ? null : toldAs(entry.byName)
      return { id: chat.messageId, kind: isTheirs ? 'you' : 'desk', text, name }
    }
    case 'chat.taken':
      return { kind: 'taken', text: '', name: toldAs(entry.payload.memberName) }
    case 'chat.ended':
      return { kind: 'ended', text: '', name: null }
    default:
      return null
  }
}

/** The nearest thing that this customer was promised and does not have yet. */
export function nextPromise(record: Pick<CaseRecord, 'commitments'>) {
  return record.commitments
    .filter(({ state, madeTo }) => state === 'open' && madeTo === 'customer')
    .toSorted((a, b) => Temporal.Instant.compare(a.dueAt, b.dueAt))[0]
}
