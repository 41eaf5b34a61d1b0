import { inside, systemScope } from '#features/access/door.ts'
import type { Reactions } from '#features/complaints/door.ts'
import { forgetPhones } from './calls/store.ts'

export const intakeReactions: Reactions = {
  'complaints.personal-data-erased': (ports, { organisationId, complaintId }) =>
    inside(ports.db, systemScope(organisationId, 'intake'), (tx) => forgetPhones(tx, complaintId)),
}
