import type { TimelineEntry } from '#features/complaints/timeline/contract.ts'
import { complaintsEvents } from '#features/complaints/contract.ts'
import { commitmentsEvents } from '#features/commitments/contract.ts'
import { escalationEvents } from '#features/escalation/contract.ts'
import { guideEvents } from '#features/guide/contract.ts'
import { intakeEvents } from '#features/intake/contract.ts'
import { remediesEvents } from '#features/remedies/contract.ts'
import { supervisionEvents } from '#features/supervision/contract.ts'
import type { Events } from '#kernel/event.ts'
import type { Recorded } from './contract.ts'

const schemas: Events = {
  ...complaintsEvents,
  ...intakeEvents,
  ...guideEvents,
  ...remediesEvents,
  ...commitmentsEvents,
  ...escalationEvents,
  ...supervisionEvents,
}

/** Entries that can still be read: erased ones and types of a newer version are left out. */
export function recorded(entries: readonly TimelineEntry[]): Recorded[] {
  return entries.flatMap((entry) => {
    const payload = schemas[entry.type]?.safeParse(entry.payload)
    if (!payload?.success) return []
    // The schema of this very type has just accepted the payload.
    return [{ ...entry, payload: payload.data } as Recorded]
  })
}
