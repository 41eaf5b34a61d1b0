import { inside, systemScope } from '#features/access/door.ts'
import type { Reactions } from '#features/complaints/door.ts'
import { forgetConversation } from './store.ts'

/** The words go with the timeline; without its row the token opens nothing any more. */
export const chatReactions: Reactions = {
  'complaints.personal-data-erased': (ports, { organisationId, complaintId }) =>
    inside(ports.db, systemScope(organisationId, 'chat'), (tx) =>
      forgetConversation(tx, complaintId),
    ),
}
