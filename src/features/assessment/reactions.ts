import { inside, systemScope } from '#features/access/door.ts'
import type { Reactions } from '#features/complaints/door.ts'
import { heldClocks } from './clocks/queries.ts'
import { forgetWords } from './clocks/store.ts'

export const assessmentReactions: Reactions = {
  'complaints.personal-data-erased': (ports, { organisationId, complaintId }) =>
    inside(ports.db, systemScope(organisationId, 'assessment'), async (tx) =>
      forgetWords(tx, await heldClocks(tx, complaintId)),
    ),
}
