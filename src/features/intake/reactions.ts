import { inside, systemScope } from '#features/access/door.ts'
import type { Reactions } from '#features/complaints/door.ts'
import { forgetPhones } from './calls/store.ts'
import { forgetLines } from './import/store.ts'
import { forgetMails } from './mail/store.ts'
import { forgetNumbers } from './telephony/store.ts'
import { forgetReview } from './reviews/store.ts'
import { tellOlder } from './same-matter/actions.ts'

export const intakeReactions: Reactions = {
  'intake.perhaps-same': tellOlder,
  'complaints.personal-data-erased': (ports, { organisationId, complaintId }) =>
    inside(ports.db, systemScope(organisationId, 'intake'), async (tx) => {
      await forgetPhones(tx, complaintId)
      await forgetNumbers(tx, complaintId)
      await forgetMails(tx, complaintId)
      await forgetLines(tx, complaintId)
      await forgetReview(tx, complaintId)
    }),
}
