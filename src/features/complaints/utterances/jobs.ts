import type { JobTable } from '#platform/jobs/queue.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, systemScope } from '#features/access/door.ts'
import { recordOf } from '../record/queries.ts'
import { lockHead, saveSearch } from '../store.ts'

export function utterancesJobs(ports: Ports): JobTable {
  return {
    /** A talk that paused is found by its words. */
    'complaints.index': async (payload) => {
      const organisationId = String(payload['organisationId'])
      const complaintId = String(payload['complaintId'])
      const scope = systemScope(organisationId, 'complaints')
      await inside(ports.db, scope, async (tx) => {
        await lockHead(tx, complaintId)
        const record = await recordOf(tx, scope, complaintId)
        if (record) saveSearch(tx, organisationId, complaintId, record)
      })
    },
  }
}
