import type { Ports } from '#platform/ports.ts'
import { inside, systemScope } from '#features/access/door.ts'
import { commandFor, recordOf, type Heard, type Reactions } from '#features/complaints/door.ts'
import { byRule } from './actions.ts'
import type { Surroundings } from './candidates/queries.ts'
import { forgetMarks, savePlace } from './store.ts'
import { attend } from './targets/actions.ts'
import { markTypes } from './clocks/rules.ts'

export function assignmentReactions(around: Surroundings): Reactions {
  const look = (ports: Ports, heard: Heard) =>
    attend(ports, scopeOf(heard), {
      complaintId: heard.complaintId,
      id: commandFor(heard.entryId, 'assignment.attend'),
    })
  return {
    ...Object.fromEntries(markTypes.map((type) => [type, look])),
    'complaints.assessed': look,
    'complaints.received': async (ports, heard) => {
      const id = commandFor(heard.entryId, 'assignment.arrival')
      await byRule(ports, scopeOf(heard), around, { complaintId: heard.complaintId, id })
      await look(ports, heard)
    },
    'complaints.assigned': noLongerWaits,
    'complaints.personal-data-erased': (ports, heard) =>
      inside(ports.db, scopeOf(heard), (tx) => forgetMarks(tx, heard.complaintId)),
  }
}

/** Also when it was given away by another door, like a call that was taken over. */
function noLongerWaits(ports: Ports, heard: Heard): Promise<void> {
  const scope = scopeOf(heard)
  return inside(ports.db, scope, async (tx) => {
    const record = await recordOf(tx, scope, heard.complaintId)
    if (record?.ownerId) await savePlace(tx, scope, heard.complaintId, { queuedAt: null })
  })
}

function scopeOf({ organisationId }: Heard) {
  return systemScope(organisationId, 'assignment')
}
