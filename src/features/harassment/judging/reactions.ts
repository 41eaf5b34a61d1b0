import { inside, systemScope } from '#features/access/door.ts'
import type { Reactions } from '#features/complaints/door.ts'
import { forgetJudgements } from './store.ts'

export const judgingReactions: Reactions = {
  'complaints.personal-data-erased': (ports, { organisationId, complaintId }) =>
    inside(ports.db, systemScope(organisationId, 'harassment'), (tx) =>
      forgetJudgements(tx, complaintId),
    ),
}
