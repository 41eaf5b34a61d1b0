import { ok, refuse, type Result } from '#kernel/result.ts'
import type { CaseRecord } from '../record/contract.ts'
import { advance } from '../record/rules.ts'
import type { Said, Utterance } from './contract.ts'

// The clock of the machine that listens may be a little ahead of ours.
const toleratedMinutes = 5
/** Who says nothing more for so long was cut off: the guide no longer waits for the end of the sentence. */
export const unsettledSeconds = 60

/** May these words be heard in a complaint that stands so? */
export function mayHear(said: Said, isClosed: boolean, now: Temporal.Instant): Result<Said> {
  if (isClosed) return refuse('blocked', 'complaints.utterance-after-closing', {})
  const at = Temporal.Instant.from(said.at)
  return Temporal.Instant.compare(at, now.add({ minutes: toleratedMinutes })) > 0
    ? refuse('invalid', 'complaints.utterance-in-future', { at: at.toString() })
    : ok({ ...said, at: at.toString() })
}

/** The record as if these words had been written down already; its head stays where it is. */
export function overhear(record: CaseRecord, { speaker, text, cues, at }: Utterance): CaseRecord {
  const heard = advance(record, {
    type: 'complaints.noted',
    payload: { speaker, text, cues, ...(record.call ? { callId: record.call.id } : {}) },
    sequence: record.head + 1,
    at,
    by: 'system:complaints',
    byName: '',
  })
  return { ...heard, head: record.head }
}
