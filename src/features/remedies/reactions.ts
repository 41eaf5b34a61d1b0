import type { Ports } from '#platform/ports.ts'
import { inside, systemScope } from '#features/access/door.ts'
import { recordOf, type Heard, type Reactions } from '#features/complaints/door.ts'
import { closeQuestions } from './approvals/reactions.ts'
import { forgetAsked } from './approvals/store.ts'
import { forgetFeasibility } from './feasibility/store.ts'
import { release, saveLikeness } from './precedents/store.ts'

export const remediesReactions: Reactions = {
  'complaints.cause-found': likeNow,
  'complaints.described': likeNow,
  'complaints.closed': async (ports, heard) => {
    await within(ports, heard, (tx) => release(tx, heard.complaintId, ports.clock.now().toString()))
    await closeQuestions(ports, heard)
  },
  'complaints.personal-data-erased': (ports, heard) =>
    within(ports, heard, async (tx) => {
      await forgetAsked(tx, heard.complaintId)
      await forgetFeasibility(tx, heard.complaintId)
    }),
}

type Within = Parameters<typeof inside<void>>[2]

function within(ports: Ports, { organisationId }: Heard, work: Within): Promise<void> {
  return inside(ports.db, systemScope(organisationId, 'remedies'), work)
}

/** Like is compared with like as it is known now. */
function likeNow(ports: Ports, heard: Heard): Promise<void> {
  const scope = systemScope(heard.organisationId, 'remedies')
  return inside(ports.db, scope, async (tx) => {
    const record = await recordOf(tx, scope, heard.complaintId)
    if (record) await saveLikeness(tx, heard.complaintId, record)
  })
}
