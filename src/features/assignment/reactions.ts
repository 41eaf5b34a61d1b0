import type { Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, systemScope } from '#features/access/door.ts'
import { commandFor, recordOf, type Hearer, type Heard } from '#features/complaints/door.ts'
import { byRule } from './actions.ts'
import type { Surroundings } from './candidates/queries.ts'
import { setupOf } from './queries.ts'
import { forgetMarks, savePlace } from './store.ts'
import { attend } from './targets/actions.ts'
import { markTypes } from './clocks/rules.ts'

export function assignmentHearers(around: Surroundings): readonly Hearer[] {
  const look = (ports: Ports, heard: Heard) =>
    attend(ports, scopeOf(heard), {
      complaintId: heard.complaintId,
      id: commandFor(heard.entryId, 'assignment.attend'),
    })
  const arrive = async (ports: Ports, heard: Heard) => {
    const id = commandFor(heard.entryId, 'assignment.arrival')
    await byRule(ports, scopeOf(heard), around, { complaintId: heard.complaintId, id })
    await look(ports, heard)
  }
  const looks = Object.fromEntries(markTypes.map((type) => [type, look]))
  return [
    {
      reactions: { ...looks, 'complaints.assessed': look, 'complaints.received': arrive },
      isConcerned: hasDesksOrTargets,
    },
    {
      reactions: {
        'complaints.assigned': noLongerWaits,
        'complaints.personal-data-erased': (ports, heard) =>
          inside(ports.db, scopeOf(heard), (tx) => forgetMarks(tx, heard.complaintId)),
      },
    },
  ]
}

/** Without a desk nothing is given by rule, and without targets no clock runs. */
async function hasDesksOrTargets(tx: Tx, organisationId: string): Promise<boolean> {
  const { desks, editions } = await setupOf(tx, scopeOf({ organisationId }))
  return desks.length > 0 || editions.length > 0
}

/** Also when it was given away by another door, like a call that was taken over. */
function noLongerWaits(ports: Ports, heard: Heard): Promise<void> {
  const scope = scopeOf(heard)
  return inside(ports.db, scope, async (tx) => {
    const record = await recordOf(tx, scope, heard.complaintId)
    if (record?.ownerId) await savePlace(tx, scope, heard.complaintId, { queuedAt: null })
  })
}

function scopeOf({ organisationId }: Pick<Heard, 'organisationId'>) {
  return systemScope(organisationId, 'assignment')
}
