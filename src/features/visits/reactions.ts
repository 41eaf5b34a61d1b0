import { inside, systemScope } from '#features/access/door.ts'
import type { Reactions } from '#features/complaints/door.ts'
import { isOut } from './course/rules.ts'
import { visitsOfComplaint } from './queries.ts'
import { forgetVisits } from './store.ts'

export const visitsReactions: Reactions = {
  'complaints.personal-data-erased': (ports, { organisationId, complaintId }) =>
    inside(ports.db, systemScope(organisationId, 'visits'), async (tx) => {
      const visits = await visitsOfComplaint(tx, complaintId)
      // Whoever would have to find them needs to know where they went. This is tried again until they are back.
      if (visits.some(isOut)) throw new Error('somebody is still out on a visit of this complaint')
      await forgetVisits(tx, complaintId)
    }),
}
